"""Preformatted text and fact boxes."""

from newsextract.records import Aside, Code, List, ListItem, Paragraph
from tests.content.reading import blocks, only, read

STORY = "<p>The council met on Monday and voted for the new bridge after four hours of debate in the town hall.</p>"


def test_preformatted_text_keeps_its_white_space() -> None:
    assert only("<pre><code class='language-python'>if x:\n    go()\n</code></pre>") == Code(
        text="if x:\n    go()", language="python"
    )


def test_preformatted_text_that_holds_headings_and_paragraphs_is_running_text() -> None:
    first, second = read("<pre><p>The regatta was held.</p><h3>Results</h3><p>Nobody won.</p></pre>")
    assert first.blocks == (Paragraph(text="The regatta was held."),)
    assert (second.heading, second.blocks) == ("Results", (Paragraph(text="Nobody won."),))


def test_a_fact_box_is_kept_apart() -> None:
    box = "<aside><h3>The bridge</h3><ul><li>Built 1890</li></ul></aside>"
    (found,) = (b for b in blocks(STORY + box) if isinstance(b, Aside))
    assert found == Aside(heading="The bridge", blocks=(List(items=(ListItem(text="Built 1890"),)),))


def test_an_aside_without_a_heading_is_running_text() -> None:
    (section,) = read(STORY + "<aside><p>It will cost nine million.</p></aside>")
    assert len(section.blocks) == 2


def test_a_frame_of_many_headings_is_running_text() -> None:
    questions = "".join(f"<h4>What of {what}?</h4><p>It stays.</p>" for what in ("cars", "boats", "trams", "birds"))
    sections = read(f"{STORY}<aside><h3>Questions</h3>{questions}</aside>")
    assert [s.heading for s in sections] == [
        None, "Questions", "What of cars?", "What of boats?", "What of trams?", "What of birds?",
    ]  # fmt: skip


def test_a_box_in_a_box_is_its_text() -> None:
    box = "<aside><h3>The bridge</h3><aside><h4>Cost</h4><p>Nine million.</p></aside></aside>"
    (found,) = (b for b in blocks(STORY + box) if isinstance(b, Aside))
    assert found.blocks == (Paragraph(text="Cost"), Paragraph(text="Nine million."))


def test_a_column_of_line_numbers_is_no_code() -> None:
    listing = "<table><tr><td><pre>1\n2</pre></td><td><pre>x = 1\ny = 2</pre></td></tr></table>"
    assert [b.text for b in blocks(listing) if isinstance(b, Code)] == ["x = 1\ny = 2"]


def test_output_of_numbers_is_code() -> None:
    assert only("<pre>0\n2\n4</pre>") == Code(text="0\n2\n4")
    assert only("<pre>1\n2\n3</pre>") == Code(text="1\n2\n3")


def test_a_button_beside_code_is_no_part_of_it() -> None:
    beside = '<a class="run" href="#">Run</a> <code class="language-python">print(1)</code><button>Copy</button>'
    assert only(f"<pre>{beside}</pre>") == Code(text="print(1)", language="python")
