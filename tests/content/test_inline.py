"""Text of runs as a browser shows it."""

import pytest

from newsextract.records import Link, Paragraph
from tests.content.reading import only


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>The\n  <b>old</b><i> mill</i> stands.</p>", "The old mill stands."),
        ("<p>Walk<b>ing</b> on.</p>", "Walking on."),
        ("<p>First line<br>second line</p>", "First line\nsecond line"),
        ("<p>First line<span class='x br'></span>second line</p>", "First line\nsecond line"),
        ("<p>H<sub>2</sub>O and 10<sup>3</sup></p>", "H2O and 103"),
        ("<p>A claim<sup><a href='#n1'>[1]</a></sup> was made.</p>", "A claim was made."),
        ("<p><ruby>東京<rp>(</rp><rt>とうきょう</rt><rp>)</rp></ruby>の朝</p>", "東京の朝"),
        ('<p>What a day <img class="emoji" src="/e/1f600.png" alt="😀"> it was.</p>', "What a day 😀 it was."),
        ("<p>Donau&shy;dampf&shy;schiff</p>", "Donaudampfschiff"),
    ],
)
def test_text_is_what_a_browser_shows(html: str, text: str) -> None:
    block = only(html)
    assert isinstance(block, Paragraph)
    assert block.text == text


def test_links_are_absolute() -> None:
    block = only('<p>See <a href="/maps">the maps</a> and <a href="mailto:a@b.example">write</a>.</p>')
    assert isinstance(block, Paragraph)
    assert block.links == (Link(text="the maps", url="https://news.example/maps"),)
