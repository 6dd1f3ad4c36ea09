"""What came in the place of a page."""

import random

import pytest

from newsextract import extract
from newsextract.page.decode import decode
from newsextract.page.signature import no_page

CHANCE = random.Random(3)
BYTES = CHANCE.randbytes(20_000)


def noticed(page: bytes | str) -> list[tuple[str, str | None]]:
    return [(n.kind, n.text) for n in extract(page).notices]


@pytest.mark.parametrize("came", [b"", b"\xef\xbb\xbf \n", b"\0" * 90, "", " \n"])
def test_a_record_of_nothing_says_so(came: bytes | str) -> None:
    assert noticed(came) == [("empty-body", "what came is nothing at all, not a web page")]


@pytest.mark.parametrize("came", [b'{"a": 1}', "<" * 3_000])
def test_a_record_of_text_without_html_says_so(came: bytes | str) -> None:
    assert noticed(came) == [("empty-body", "what came is text without HTML, not a web page")]


@pytest.mark.parametrize("came", [BYTES, BYTES[:200], b"\0\x01\x02\x03\x05\x80\xff\xfe\x90" * 40])
def test_bytes_that_are_no_text_give_none(came: bytes) -> None:
    assert (extract(came).text, noticed(came)) == ("", [("empty-body", "what came is binary data, not a web page")])


@pytest.mark.parametrize(
    ("came", "thing"),
    [
        ("https://harbour.example/story", "an address"),
        ("saved/the story.html", "the name of a file"),
        (r"C:\saved\story.mhtml", "the name of a file"),
        ("<p>See story.html", None),
        ("See https://harbour.example/story first", "text without HTML"),
    ],
)
def test_a_name_in_the_place_of_what_it_names_is_told(came: str, thing: str | None) -> None:
    assert no_page(came) == thing


def test_a_short_text_without_html_is_an_article_all_the_same() -> None:
    text = "The ferry to the island was put off again on Monday, the harbour master said, because of ice. " * 4
    assert extract(text).notices == ()


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-16", "windows-1251", "koi8-r", "cp1253"])
def test_text_in_other_encodings_is_text(codec: str) -> None:
    page = "<html><body><p>" + "Паром стоит. " * 60 if codec != "cp1253" else "<html><body><p>" + "Το πλοίο. " * 60
    assert decode(page.encode(codec)).source != "binary"


def test_a_page_with_a_stretch_of_data_in_it_is_a_page() -> None:
    assert decode(b"<!doctype html><p>Caf\xe9 and more</p>" + BYTES).source != "binary"
