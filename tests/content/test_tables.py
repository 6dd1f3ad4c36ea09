"""Tables: forming, headers, what is no table."""

import pytest

from newsextract.records import Paragraph, Table
from tests.content.reading import blocks, table

DATA = "<tr><td>Bern</td><td>12</td></tr><tr><td>Lyon</td><td>15</td></tr>"


def test_a_row_of_header_cells_is_the_header() -> None:
    found = table(f"<table><tr><th>Town</th><th>Days</th></tr>{DATA}</table>")
    assert (found.header, found.rows) == (("Town", "Days"), (("Bern", "12"), ("Lyon", "15")))


def test_words_above_numbers_are_the_header() -> None:
    assert table(f"<table><tr><td>Town</td><td>Days</td></tr>{DATA}</table>").header == ("Town", "Days")


def test_a_first_row_in_bold_is_the_header() -> None:
    rows = "<tr><td><b>Aim</b></td><td><b>Means</b></td></tr><tr><td>Peace</td><td>Talks</td></tr>"
    assert table(f"<table>{rows}</table>").header == ("Aim", "Means")


def test_names_over_a_few_words_that_come_again_and_again_are_the_header() -> None:
    rows = "".join(
        f"<tr><td>{name}</td><td>{one}</td><td>{other}</td></tr>"
        for name, one, other in [("Tool", "Hoe", "Rake"), *((n, "Yes", "No") for n in ("Soil", "Leaves", "Gravel"))]
    )
    assert table(f"<table>{rows}</table>").header == ()
    more = "".join(f"<tr><td>{n}</td><td>No</td><td>Yes</td></tr>" for n in ("Moss", "Sand"))
    assert table(f"<table>{rows}{more}</table>").header == ("Tool", "Hoe", "Rake")


def test_a_spanned_cell_repeats_its_text() -> None:
    rows = '<tr><td rowspan="2">North</td><td>May</td><td>1</td></tr><tr><td>June</td><td>2</td></tr>'
    assert table(f"<table>{rows}</table>").rows == (("North", "May", "1"), ("North", "June", "2"))


def test_a_row_that_broke_off_and_was_begun_again_stands_once() -> None:
    head = "<tr><th>Step</th><th>Effect</th></tr>"
    rows = f"{head}<tr><td>Joint patrols</td></tr><tr><td>Joint patrols</td><td>Trust</td></tr>"
    assert table(f"<table>{rows}</table>").rows == (("Joint patrols", "Trust"),)


def test_the_caption_is_kept_apart() -> None:
    assert table(f"<table><caption>Days of frost</caption>{DATA}</table>").caption == "Days of frost"


def test_a_figures_caption_is_its_tables() -> None:
    html = f"<figure><table>{DATA}</table><figcaption>Days of frost</figcaption></figure>"
    assert table(html).caption == "Days of frost"


def test_a_last_row_across_all_columns_with_a_star_is_a_footnote() -> None:
    found = table(f'<table><tr><th>Town</th><th>Days</th></tr>{DATA}<tr><td colspan="2">* estimate</td></tr></table>')
    assert found.footnotes == ("* estimate",)


def test_fragments_of_a_table_are_joined() -> None:
    head = "<tr><th>Town</th><th>Days</th></tr>"
    found = table(f"<table>{head}{DATA}</table><table>{DATA}</table>")
    assert len(found.rows) == 4


def test_elements_with_table_roles_are_a_table() -> None:
    row = '<div role="row"><span role="cell">{}</span><span role="cell">{}</span></div>'
    found = table(f'<div role="table">{row.format("Bern", 12)}{row.format("Lyon", 15)}</div>')
    assert found.rows == (("Bern", "12"), ("Lyon", "15"))


def test_a_table_for_layout_is_read_as_ordinary_blocks() -> None:
    text = "<p>Rain came early.</p>" * 4
    html = f"<table><tr><td>{text}</td><td>Left</td></tr><tr><td>a</td><td>b</td></tr></table>"
    assert all(isinstance(b, Paragraph) for b in blocks(html))


@pytest.mark.parametrize("role", ["presentation", "none"])
def test_a_table_said_to_be_presentation_is_no_table(role: str) -> None:
    assert all(isinstance(b, Paragraph) for b in blocks(f'<table role="{role}">{DATA}</table>'))


def test_opening_hours_are_no_table() -> None:
    days = "".join(f"<tr><td>{d}</td><td>9-17</td></tr>" for d in "Monday Tuesday Wednesday Thursday Friday".split())
    assert blocks(f"<p>Rain.</p><table>{days}</table>") == [Paragraph(text="Rain.")]


@pytest.mark.parametrize("form", ["{}", "{:02}"])
def test_a_calendar_is_no_table(form: str) -> None:
    weeks = ["".join(f"<td>{form.format(d)}</td>" for d in range(w * 7 + 1, w * 7 + 8)) for w in range(4)]
    html = "".join(f"<tr>{w}</tr>" for w in weeks)
    assert blocks(f"<p>Rain.</p><table>{html}</table>") == [Paragraph(text="Rain.")]


def test_short_words_above_long_texts_are_the_header() -> None:
    rows = "<tr><td>It is cheap to run.</td><td>It is slow to start.</td></tr>" * 3
    assert table(f"<table><tr><td>Pros</td><td>Cons</td></tr>{rows}</table>").header == ("Pros", "Cons")


def test_a_quotation_between_large_marks_is_no_table() -> None:
    rows = "<tr><td>“</td><td>The mill turns.</td><td>”</td></tr><tr><td></td><td>— Ida Berg</td><td></td></tr>"
    assert not any(isinstance(b, Table) for b in blocks(f"<p>Rain.</p><table>{rows}</table>"))


def test_a_first_row_of_measures_is_no_header() -> None:
    facts = {"Energy": "434 kcal", "Protein": "12 g", "Fat": "9 g"}
    rows = "".join(f"<tr><td>{name}</td><td>{measure}</td></tr>" for name, measure in facts.items())
    assert table(f"<table>{rows}</table>").header == ()
