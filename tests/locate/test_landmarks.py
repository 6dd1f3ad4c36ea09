"""What runs stand behind."""

import math

from newsextract.locate import landmarks
from newsextract.locate.sums import Sums
from newsextract.locate.vocabulary import Vocabulary
from newsextract.pipeline import prepared


def column(html: str, name: str) -> list[float]:
    """A column of all runs of a page."""
    with prepared(html.encode()) as (page, flow):
        start = next(r.number for r in flow.runs if r.element.tag == "h1")
        rows = [list(row) for row in landmarks.columns(page, Sums(page, flow, Vocabulary({}, {})), start)]
    return [row[landmarks.NAMES.index(name)] for row in rows]


def test_a_run_stands_behind_the_comments_before_it() -> None:
    html = '<h1>Rain</h1><p>It fell.</p><div id="comments">First!</div><p>Late.</p>'
    assert column(html, "behind_comments") == [0.0, 0.0, math.log1p(1), math.log1p(1)]


def test_what_stands_before_the_headline_is_not_counted() -> None:
    html = '<div class="byline">By Ada Lind</div><h1>Rain</h1><p>It fell.</p>'
    page_rows = column(html, "behind_byline")
    assert page_rows[0] == page_rows[-1]


def test_what_was_cut_is_counted_from_where_it_ended() -> None:
    html = '<h1>Rain</h1><p>It fell.</p><nav><a href="/a">A</a></nav><p>It rained.</p><p>It stopped.</p>'
    assert column(html, "since_cut") == [math.log1p(60), math.log1p(60), 0.0, math.log1p(1)]
