"""Hostile pages are cut to what a parser takes; pages as they are stay as they are."""

import pytest

from newsextract.page.document import Document
from newsextract.page.limits import Limits, cap
from newsextract.page.text import text_of

ORDINARY = (
    "<html><body>" + "<div class=x><p>One <b>bold <i>and</i></b> <a href='/x?a=1&b=2'>link</a><br></p></div>" * 2_000
)


def depth(html: str) -> int:
    document = Document(html)
    deepest = max(sum(1 for _ in e.ancestors) for e in document.elements)
    document.release()
    return deepest


def test_an_ordinary_page_is_returned_as_it_is() -> None:
    assert cap(ORDINARY) == (ORDINARY, ())


@pytest.mark.parametrize(
    "unit",
    [
        "<div>", "<b>", "<span>", "<x-y>", "<ul><li>", "<table><tr><td>", "<a><div></a>", "<div><object></div>", "<rt>",
        "<b><p>", "<section>x", "<svg><g>", "<div a='>'>", "<h1>", "<blockquote><p>",
    ],
)  # fmt: skip
def test_nesting_is_capped(unit: str) -> None:
    capped, hit = cap(unit * 15_000)
    assert hit
    assert len(capped) < 15_000 * len(unit) + 1
    assert depth(capped) <= 4 * Limits().depth + 10


def test_the_text_of_dropped_elements_is_kept_and_parted() -> None:
    capped, hit = cap("<div>word" * 13_000)
    assert hit == ("depth",)
    assert text_of(Document(capped).body).split() == ["word"] * 13_000


def test_end_tags_of_dropped_elements_close_nothing_else() -> None:
    capped, _ = cap("<div id=outer>" + "<div>" * 13_000 + "deep" + "</div>" * 13_000 + "<p id=after>after</p></div>")
    document = Document(capped)
    (after,) = document.by_id["after"]
    assert after.parent is document.by_id["outer"][0]


def test_unclosed_formatting_does_not_multiply() -> None:
    html = "<p>" + "".join(f"<b class=c{i}>" for i in range(300)) + "</p>" + "<p>text</p>" * 4_000
    capped, hit = cap(html)
    assert "formatting" in hit
    document = Document(capped)
    assert len(document.elements) < Limits().reopened * 1.2
    assert text_of(document.body).count("text") == 4_000


def test_a_flood_of_attributes_is_cut() -> None:
    html = "<div id=first " + " ".join(f"a{i}={i}" for i in range(30_000)) + ">inside</div>"
    capped, hit = cap(html)
    assert hit == ("attributes",)
    (div,) = Document(capped).by_tag["div"]
    assert (div.id, len(div.attrs), div.children) == ("first", Limits().attributes, ["inside"])


def test_one_long_attribute_is_no_flood() -> None:
    html = f'<img src="data:image/png;base64,{"A" * 90_000}"><p>text</p>'
    assert cap(html) == (html, ())


def test_tags_inside_scripts_do_not_count() -> None:
    html = ORDINARY + "<script>" + "s += '<div>';" * 5_000 + "</script>"
    assert cap(html) == (html, ())


def test_many_options_are_dropped() -> None:
    capped, hit = cap("<select>" + "<option>a</option>" * 20_000)
    assert hit == ("repeated",)
    assert len(Document(capped).by_tag["option"]) == Limits().options


def test_text_beyond_the_size_is_cut_at_a_tag() -> None:
    assert cap("<p>one</p><p>two</p>", Limits(characters=14)) == ("<p>one</p>", ("characters",))


def test_tags_beyond_the_number_are_cut_off() -> None:
    capped, hit = cap("<p>x</p>" * 20_000, Limits(tags=15_000))
    assert hit == ("tags",)
    assert len(Document(capped).by_tag["p"]) == 15_000


def test_a_flood_behind_a_long_text_and_a_long_attribute_is_found() -> None:
    text = "<p>" + "x" * 100_000 + f'<img alt="{"y" * 100_000}">' + "z" * 100_000
    flood = "<div " + " ".join(f"a{i}={i}" for i in range(30_000)) + ">"
    assert cap(text) == (text, ())
    assert cap(text + flood)[1] == ("attributes",)
