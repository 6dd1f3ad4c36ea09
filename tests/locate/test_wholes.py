"""Tables of data and lists are kept whole, code amid the text, too; comments and data for scripts not at all."""

from collections.abc import Callable

import pytest

import newsextract
from newsextract.locate.wholes import Wholes
from newsextract.page.document import Document
from newsextract.page.flow import Flow, Run

BEFORE, AFTER = "<p>The pier has three parts:</p>", "<p>All of them will be repaired.</p>"
ITEMS = "<ul><li>The gate</li><li>The planks</li><li>The lamp</li></ul>"
STORY = "".join(
    f"<p>The harbour council said on day {day} that the old pier would be repaired before winter, with planks that "
    "the storm had thrown on the beach and that children had carried home.</p>"
    for day in range(1, 6)
)
LINKED_DATA = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Pier to be repaired"}</script>'


def taken(markup: str, chance: Callable[[Run], float], threshold: float = 0.5) -> list[str]:
    """Texts of the runs that are taken; asides are boxes."""
    document = Document(f"<body>{markup}</body>")
    runs = Flow(document).runs
    chances = [chance(run) for run in runs]
    wholes = Wholes(runs, document.by_tag.get("aside", ()))
    wholes.level(chances, [run.words for run in runs])
    flags = [c >= threshold for c in chances]
    wholes.take(flags, chances, threshold)
    return [run.text for run, flag in zip(runs, flags, strict=True) if flag]


def in_doubt(run: Run) -> float:
    """Paragraphs are sure, items are not."""
    return 0.9 if run.element.tag == "p" else 0.3


def test_a_list_in_doubt_is_kept_where_the_text_goes_on_around_it() -> None:
    assert taken(BEFORE.replace(":", ".") + ITEMS + AFTER, in_doubt)[1:4] == ["The gate", "The planks", "The lamp"]


def test_a_list_in_doubt_is_kept_behind_a_line_that_announces_it() -> None:
    assert "The lamp" in taken(BEFORE + ITEMS, in_doubt)
    assert "The lamp" not in taken(BEFORE.replace(":", ".") + ITEMS, in_doubt)


def test_a_list_of_links_in_doubt_is_left_out() -> None:
    links = ITEMS.replace("<li>", "<li><a href='/story'>").replace("</li>", "</a></li>")
    assert taken(BEFORE + links + AFTER, in_doubt) == ["The pier has three parts:", "All of them will be repaired."]


def test_a_list_is_no_half() -> None:
    first = taken(ITEMS, lambda run: 0.9 if run.text == "The gate" else 0.1)
    assert first in ([], ["The gate", "The planks", "The lamp"])


def test_readers_comments_are_no_text_of_an_article() -> None:
    said = "<li><p>My children carried home two planks, and none gave them back.</p></li>"
    comments = f'<ol class="comments">{said * 3}</ol>'
    page = f"<title>Pier to be repaired</title>{LINKED_DATA}<article><h1>Pier to be repaired</h1>{STORY}{comments}"
    text = newsextract.extract(page).text
    assert "before winter" in text
    assert "none gave them back" not in text


def test_data_for_scripts_are_no_text() -> None:
    data = '<div>{"layout": 2, "title": {"hue": 213, "text": "the pier before winter"}}</div>'
    page = f"<title>Pier to be repaired</title><article><h1>Pier to be repaired</h1>{STORY}{data}{STORY}</article>"
    assert "layout" not in newsextract.extract(page).text


QUOTE = "<blockquote>The lamp was never out, said the keeper of the pier.</blockquote>"


def test_a_quote_in_doubt_is_kept_where_the_text_goes_on_around_it() -> None:
    assert len(taken(BEFORE.replace(":", ".") + QUOTE + AFTER, in_doubt)) == 3


def test_a_quote_in_doubt_at_the_end_is_not_kept() -> None:
    assert len(taken(BEFORE.replace(":", ".") + QUOTE, in_doubt)) == 1


def test_a_quote_that_is_a_link_is_not_kept_for_the_text_around_it() -> None:
    linked = "<blockquote><a href=/lamp>The lamp was never out, said the keeper.</a></blockquote>"
    assert len(taken(BEFORE.replace(":", ".") + linked + AFTER, in_doubt)) == 2


CODE = '<div class="highlight"><pre>open the sluice</pre></div>'


def unlikely_code(run: Run) -> float:
    """Paragraphs are sure, code is nearly out."""
    return 0.02 if run.element.tag == "pre" else 0.9


def test_code_amid_the_text_is_kept_however_unlikely() -> None:
    assert "open the sluice" in taken(BEFORE.replace(":", ".") + CODE * 2 + AFTER, unlikely_code)


def test_code_at_the_end_is_kept_where_it_is_announced() -> None:
    assert "open the sluice" in taken(BEFORE + CODE, unlikely_code)
    assert "open the sluice" not in taken(BEFORE.replace(":", ".") + CODE, unlikely_code)


def doubtful_third(run: Run) -> float:
    """The middle paragraphs are in doubt."""
    return 0.3 if "doubt" in run.text else 0.9


DOUBTED = "<p>Some doubt that it will last.</p>"


def test_a_text_has_no_holes() -> None:
    assert len(taken(BEFORE + DOUBTED * 2 + AFTER, doubtful_third)) == 4


@pytest.mark.parametrize(
    "beside",
    [
        f"<div>{DOUBTED}</div>",
        '<p><a href="/doubt">Some doubt that it will last.</a></p>',
        "<p>No doubt.</p>",
    ],
)
def test_what_stands_elsewhere_leads_away_or_is_short_fills_none(beside: str) -> None:
    assert len(taken(BEFORE + beside + AFTER, doubtful_third)) == 2


BOX = "<aside><h3>Join us</h3><p>You will have the news of the pier on your telephone every day.</p><p>{}</p></aside>"


def scattered(run: Run) -> float:
    """The sentences of a box are a little likelier than not, its other lines are not."""
    return 0.9 if run.text in BEFORE + AFTER else 0.6 if "You" in run.text else 0.02


def test_a_box_is_no_half() -> None:
    assert len(taken(BEFORE + BOX.format("Join now, and leave whenever you like.") + AFTER, scattered)) == 2
    assert len(taken(BEFORE + BOX.format("You may leave it.") + AFTER, scattered)) == 5


def test_a_long_box_may_hold_a_part_of_the_text() -> None:
    assert len(taken(BEFORE + BOX.format("The gate is shut. " * 120) + AFTER, scattered)) == 3
