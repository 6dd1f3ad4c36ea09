"""Line breaks that do the work of paragraphs."""

import pytest

from newsextract.records import Paragraph
from tests.content.reading import blocks, read

LONG = "The council met on Monday and voted for the new bridge after four hours of debate in the old town hall."


def texts(html: str) -> list[str]:
    """The texts of a page's paragraphs."""
    return [b.text for b in blocks(html) if isinstance(b, Paragraph)]


def test_long_lines_that_end_sentences_are_paragraphs() -> None:
    assert texts(f"<div>{LONG}<br>{LONG[::-1]}</div>") == [LONG, LONG[::-1]]


def test_short_lines_stay_together() -> None:
    assert texts("<p>Roses are red,<br>violets are blue.</p>") == ["Roses are red,\nviolets are blue."]


def test_two_breaks_part_paragraphs_inside_an_inline_wrapper() -> None:
    assert texts("<p><span>One.<br><br>Two.</span></p>") == ["One.", "Two."]


def test_a_bold_line_before_text_is_a_heading() -> None:
    sections = read(f"<p>{LONG}</p><p><b>The vote</b><br>{LONG[::-1]}</p>")
    assert [s.heading for s in sections] == [None, "The vote"]


def test_what_a_chatbot_says_to_its_user_is_no_paragraph() -> None:
    residue = "If you want me to help with anything else, such as a shorter version, just say so!"
    assert texts(f"<p>{LONG}</p><p>{residue}</p>") == [LONG]


def test_a_bold_line_that_holds_its_break_is_a_heading() -> None:
    sections = read(f"<p>{LONG}</p><p><b>The vote<br></b>{LONG[::-1]}</p>")
    assert [s.heading for s in sections] == [None, "The vote"]


def test_joiners_that_join_nothing_are_not_kept() -> None:
    assert texts(f"<p>{LONG}<br>\u200d</p><p>\u200d</p><p>\u200dSun.\u200d</p>") == [LONG, "Sun."]


def test_joiners_between_letters_stay() -> None:
    assert texts("<p>\u0645\u06cc\u200c\u0634\u0648\u062f.</p>") == ["\u0645\u06cc\u200c\u0634\u0648\u062f."]


@pytest.mark.parametrize("line", ["* * *", "___", "•", "„", "$$ARTICLEAD$$", "{{ promo }}", '[ad-slot id="3"]'])
def test_a_line_that_says_nothing_is_no_paragraph(line: str) -> None:
    assert len(blocks(f"<p>Rain.</p><p>{line}</p><p>Sun.</p>")) == 2


def test_a_short_sentence_before_a_long_line_is_a_paragraph() -> None:
    assert texts(f"<p>Rain fell.<br>{LONG}</p>") == ["Rain fell.", LONG]
