"""Quotations."""

from newsextract.records import Paragraph, Quote
from tests.content.reading import blocks

BEFORE = "<p>The mayor spoke at length in the square, where many had waited since the early morning.</p>"


def quote(html: str) -> Quote:
    """The one quotation of a page that has other text too."""
    (found,) = (b for b in blocks(BEFORE + html) if isinstance(b, Quote))
    return found


def test_its_paragraphs_are_parted_by_a_blank_line() -> None:
    assert quote("<blockquote><p>We rebuild.</p><p>All of it.</p></blockquote>").text == "We rebuild.\n\nAll of it."


def test_who_is_quoted_is_kept_apart() -> None:
    found = quote("<blockquote><p>We rebuild.</p><cite>Ada Moss, mayor</cite></blockquote>")
    assert (found.text, found.cite) == ("We rebuild.", "Ada Moss, mayor")


def test_a_last_line_after_a_dash_is_who_is_quoted() -> None:
    found = quote("<blockquote><p>We rebuild.</p><p>— Ada Moss</p></blockquote>")
    assert (found.text, found.cite) == ("We rebuild.", "Ada Moss")


def test_a_quote_set_at_the_side_is_a_pull_quote() -> None:
    assert quote("<div class=right_quote><p>Many had waited since the early morning</p></div>").pull


def test_a_quote_that_repeats_the_text_is_a_pull_quote() -> None:
    assert quote("<blockquote>many had waited since the early morning</blockquote>").pull


def test_a_quotation_that_is_most_of_the_body_only_indents_it() -> None:
    assert all(isinstance(b, Paragraph) for b in blocks(f"<blockquote>{BEFORE}{BEFORE}</blockquote><p>End.</p>"))


def test_what_is_left_between_links_that_were_cut_says_nothing() -> None:
    assert not any(isinstance(b, Quote) for b in blocks(f"{BEFORE}<blockquote><p>: and</p></blockquote>"))
    assert [b.text for b in blocks(f"{BEFORE}<p>, and</p>") if isinstance(b, Paragraph)] == [BEFORE[3:-4]]
