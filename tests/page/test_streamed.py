"""Pages that come in pieces are read as their scripts put them together."""

import pytest

import newsextract
from newsextract.page.document import Document
from newsextract.page.text import text_of

SCRIPT = '<script>$RC("B:0","S:0")</script>'


def said(body: str) -> str:
    return text_of(Document(f"<html><body>{body}</body></html>").body)


def test_a_segment_takes_the_place_of_what_is_shown_meanwhile() -> None:
    boundary = '<!--$?--><template id="B:0"></template><p>Loading</p><!--/$-->'
    segment = f'<div hidden id="S:0"><p>The ferry is late.</p></div>{SCRIPT}'
    assert said(f"<h1>Ferry</h1>{boundary}<p>Footer</p>{segment}") == "Ferry The ferry is late. Footer"


def test_what_is_shown_meanwhile_may_hold_boundaries_of_its_own() -> None:
    boundary = '<!--$?--><template id="B:1"></template><!--$--><p>Loading</p><!--/$--><p>on</p><!--/$-->'
    assert said(f'{boundary}<p>Footer</p><div hidden id="S:1">Late.</div>') == "Late. Footer"


def test_a_segment_inside_a_segment_takes_its_place() -> None:
    outer = '<div hidden id="S:1"><div>One, <template id="P:a"></template> three</div></div>'
    inner = '<div hidden id="S:a"><div>two,</div></div>'
    assert said(f'<template id="B:1"></template><p>four</p>{outer}{inner}').split() == ["One,", "two,", "three", "four"]


def test_a_segment_without_a_place_stays_hidden_at_the_end() -> None:
    document = Document('<body><template id="B:1"></template><p>a</p><div hidden id="S:7"><p>b</p></div></body>')
    (left,) = document.by_id["s:7"]
    assert "hidden" in left.attrs
    assert text_of(left) == "b"


@pytest.mark.parametrize(
    "page",
    [
        '<template id="B:1"></template><div hidden id="S:1"><p>b',
        '<div hidden id="S:1"><template id="B:1"></template></div><template id="P:1"></template>',
        '<template id="B:1"></template><div hidden id="S:1">a</div><div hidden id="S:1">b</div>',
        '<template id="B:1"></template><div hidden id="S:1"><div></span></div></div></div>',
    ],
)
def test_pieces_that_do_not_fit_harm_nothing(page: str) -> None:
    assert newsextract.extract(page).title is None


def test_many_boundaries_without_an_end_take_linear_work() -> None:
    count = 20_000
    places = "".join(f'<!--$?--><template id="B:{n:x}"></template>' for n in range(count))
    segments = "".join(f'<div hidden id="S:{n:x}">a</div>' for n in range(count))
    assert said(places + segments).count("a") == count
