"""Locating the body: the cut over chances, the rows, the bundled model on small pages."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsextract
from newsextract.locate.body import LEAST, best_cut, locate
from newsextract.locate.features import NAMES, rows
from newsextract.locate.model import BodyModel, Stage, bundled
from newsextract.locate.vocabulary import Vocabulary
from newsextract.pipeline import prepared


def story(day: int) -> str:
    """Two sentences of running text, others every day."""
    return (
        f"The harbour council of the coastal town said on day {day} that the old pier would be repaired before winter. "
        f"Work starts with plank number {day * 40}, which the storm of last spring had thrown on the beach."
    )


PAGE = f"""<html><head><title>Pier to be repaired</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Pier to be repaired</h1><div class="entry-content">
<p>{story(1)}</p><h2>What it costs</h2><p>{story(2)}</p>
<ul><li>New planks for the whole length of the pier.</li></ul><p>{story(3)}</p>
</div></article>
<div class="cookie-banner"><p>We use cookies to make this site better for you. Accept all cookies?</p></div>
<footer><p>Copyright 2025 The Harbour News. All rights reserved.</p></footer></body></html>"""

chances = st.lists(st.tuples(st.floats(0, 1), st.integers(1, 60)), min_size=1, max_size=9)


def expected_f1(kept: list[tuple[float, int]], everything: list[tuple[float, int]]) -> float:
    """F1 of a choice when the hits are what the chances promise."""
    hits = sum(c * s for c, s in kept)
    total = sum(s for _, s in kept) + sum(c * s for c, s in everything)
    return 2 * hits / total if total else 0.0


@given(chances)
def test_no_choice_of_runs_promises_more_than_the_cut(runs: list[tuple[float, int]]) -> None:
    _, promise = best_cut([c for c, _ in runs], [s for _, s in runs])
    choices = itertools.chain.from_iterable(itertools.combinations(runs, n) for n in range(len(runs) + 1))
    assert promise == pytest.approx(max(expected_f1(list(c), runs) for c in choices), abs=1e-6)


def test_a_page_without_a_likely_run_keeps_none() -> None:
    threshold, _ = best_cut([0.1, 0.05], [10, 10])
    assert threshold == LEAST > 0.1


def test_every_run_has_a_row_with_every_column() -> None:
    with prepared(PAGE) as (page, flow):
        made = list(rows(page, flow, Vocabulary({}, {})))
        assert len(made) == len(flow.runs) > 5
        assert {len(row) for row in made} == {len(NAMES)}


def test_the_bundled_model_fits_the_columns() -> None:
    model = bundled()
    assert sum(len(stage.trees) for stage in model.stages) > 50
    assert 0.0 < model.chance([0.0] * len(NAMES)) < 1.0


def test_the_body_is_kept_and_chrome_is_not() -> None:
    text = newsextract.extract(PAGE).text
    assert text.count("the old pier would be repaired") == 3
    assert "What it costs" in text
    assert "New planks" in text
    assert not any(chrome in text for chrome in ("cookies", "Copyright", "Sport"))


def test_the_container_holds_every_kept_run() -> None:
    with prepared(PAGE) as (page, flow):
        body = locate(page, flow)
        assert all(run.element in body.container for run in body.runs)


def test_a_model_that_believes_nothing_keeps_nothing() -> None:
    hopeless = BodyModel((Stage(((None, -20.0, None, None),)),), Vocabulary({}, {}))
    with prepared(PAGE) as (page, flow):
        body = locate(page, flow, hopeless)
        assert not body.kept
        assert body.container is page.document.body


def test_a_page_for_readers_without_scripts_is_read() -> None:
    page = PAGE.replace("<article>", "<noscript><article>").replace("</article>", "</article></noscript>")
    assert "the old pier would be repaired" in newsextract.extract(page).text


def test_a_word_to_readers_without_scripts_is_not_read() -> None:
    page = PAGE.replace("<footer>", "<noscript><p>Please enable JavaScript to read on.</p></noscript><footer>")
    assert "JavaScript" not in newsextract.extract(page).text


class _Told:
    """A model that gives each run the chance it is told."""

    vocabulary = Vocabulary({}, {})

    def __init__(self, chances: list[float]) -> None:
        self._chances = iter(chances)

    def chance(self, _row: object) -> float:
        return next(self._chances)


SENTENCE = "The harbour office counted the boats that came in before the wind turned to the north in the evening."
SCORES = "<table><tr><td>Boat</td><td>Hours</td></tr><tr><td>Vesle</td><td>7</td></tr></table>"


@pytest.mark.parametrize(
    ("cells", "kept"), [([0.9, 0.3, 0.9, 0.3], True), ([0.4, 0.2, 0.3, 0.3], True), ([0.3, 0.0, 0.0, 0.0], False)]
)
def test_a_table_between_paragraphs_is_kept_whole_or_not_at_all(cells: list[float], kept: bool) -> None:
    html = f"<main><p>{SENTENCE}</p>{SCORES}<p>{SENTENCE}</p></main>"
    with prepared(html) as (page, flow):
        body = locate(page, flow, _Told([0.95, *cells, 0.95]))  # type: ignore[arg-type]
        assert [body.keeps(run) for run in flow.runs] == [True, *4 * [kept], True]


@pytest.mark.parametrize(("chance", "kept"), [(0.31, True), (0.2, False)])
def test_a_heading_in_doubt_is_kept_over_a_picture_with_a_caption_and_text(chance: float, kept: bool) -> None:
    figure = "<figure><img src=/boats.jpg><figcaption>The boats at dawn</figcaption></figure>"
    html = f"<main><p>{SENTENCE}</p><p>{SENTENCE}</p><h2>Home again</h2>{figure}<p>{SENTENCE}</p></main>"
    with prepared(html) as (page, flow):
        body = locate(page, flow, _Told([0.95, 0.95, chance, 0.1, 0.95]))  # type: ignore[arg-type]
        assert [body.keeps(run) for run in flow.runs] == [True, True, kept, False, True]


def test_a_cookie_notice_in_the_place_of_a_page_is_no_body() -> None:
    notice = (
        "<p>Read on with advertisements as you know us. You can take back your consent at any time in our policy.</p>"
        "<p>We and our partners store information on your device, such as cookies, to process personal data.</p>"
    )
    page = f"<html lang=en><body><main id=sp_message_container_1><h1>Welcome</h1>{notice}</main></body></html>"
    assert newsextract.extract(page, "https://lantern.example/").sections == ()


def test_what_waits_for_consent_as_a_whole_is_no_notice() -> None:
    text = f"<h1>Ferry calculator</h1><p>{SENTENCE}</p><p>{SENTENCE}</p>"
    page = f"<html lang=en><body><div class=cookie-consent-wrapper><main>{text}</main></div></body></html>"
    assert newsextract.extract(page, "https://lantern.example/").sections != ()


def test_what_php_prints_of_its_mistakes_is_no_text() -> None:
    notice = "<br />\n<b>Warning</b>: Undefined variable $post in <b>/srv/blog/single.php</b> on line <b>56</b><br />\n"
    said = "".join(
        f"<p>The old pier of the town was closed on day {n}, the council of the harbour said.</p>" for n in range(9)
    )
    text = newsextract.extract(f"<title>Pier closed</title><article><h1>Pier closed</h1>{notice}{said}</article>").text
    assert text.startswith("The old pier")


def test_a_heading_in_doubt_is_kept_over_its_parts_whatever_is_left_out_between() -> None:
    parts = f"<h2>Questions</h2><div>(Up)</div><h3>Who counts the boats?</h3><p>{SENTENCE}</p>"
    with prepared(f"<main><p>{SENTENCE}</p>{parts}</main>") as (page, flow):
        body = locate(page, flow, _Told([0.95, 0.4, 0.05, 0.9, 0.95]))  # type: ignore[arg-type]
        assert [body.keeps(run) for run in flow.runs] == [True, True, False, True, True]


@pytest.mark.parametrize(("kind", "kept"), [("article", False), ("website", True)])
def test_a_call_to_action_is_no_text_of_an_article(kind: str, kept: bool) -> None:
    call = "<div class=blog-cta><h2>Ready to sail?</h2><p>Book a crossing with our office today.</p></div>"
    head = f"<meta property=og:type content={kind}>"
    with prepared(f"{head}<main><p>{SENTENCE}</p>{call}<p>{SENTENCE}</p></main>") as (page, flow):
        body = locate(page, flow, _Told([0.95, 0.7, 0.7, 0.95]))  # type: ignore[arg-type]
        assert [body.keeps(run) for run in flow.runs] == [True, kept, kept, True]


def test_the_text_of_a_cookie_notice_in_a_script_is_no_body() -> None:
    notice = "This site uses cookies to count visits. Read the cookie policy or accept all cookies to go on. " * 8
    script = f'<script>var notice = {{"banner": {{"content": "{notice}"}}}};</script>'
    page = f"<html lang=en><body>{script}<main><h1>Boats counted</h1><p>{SENTENCE}</p></main></body></html>"
    assert "cookie" not in newsextract.extract(page, "https://lantern.example/").text


def test_what_the_markup_calls_the_body_is_not_replaced_by_a_text_without_the_title() -> None:
    other = f'<script type="application/json">{{"banner": {{"content": "{SENTENCE * 8}"}}}}</script>'
    said = "The ferry came in at noon, the harbour office said, and left again with thirty cars and their drivers."
    body = f"<article><div itemprop=articleBody><p>{said}</p><p>{said} It will be back at five.</p></div></article>"
    page = f"<html lang=en><body>{other}<main><h1>Ferry comes in</h1>{body}</main></body></html>"
    assert newsextract.extract(page, "https://lantern.example/").text.startswith("The ferry came in")
