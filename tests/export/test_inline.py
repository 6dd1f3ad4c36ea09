from newsextract.export.inline import MISSES, pieces
from newsextract.records import Link

URL = "https://example.org/"


def test_text_without_links_is_one_piece():
    assert list(pieces("No boat.", ())) == [("No boat.", None)]


def test_a_link_parts_the_text():
    assert list(pieces("Ask the pilots.", (Link(text="pilots", url=URL),))) == [
        ("Ask the ", None),
        ("pilots", URL),
        (".", None),
    ]


def test_words_that_are_not_there_link_nothing():
    links = (Link(text="captain", url=URL), Link(text="pilots", url=URL))
    assert [address for _, address in pieces("pilots", links)] == [URL]


def test_a_record_whose_links_are_not_in_its_text_is_not_searched_for_ever():
    links = (*(Link(text="captain", url=URL) for _ in range(MISSES)), Link(text="pilots", url=URL))
    assert list(pieces("pilots", links)) == [("pilots", None)]
