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
        ("<p>H<sub>2</sub>O, CO<sub>2</sub> and 40 m<sup>2</sup></p>", "H2O, CO2 and 40 m2"),
        ("<p>It weighs 10<sup>6</sup> kg.</p>", "It weighs 10⁶ kg."),
        ("<p>Of <b>10</b><sup>-12</sup> grams.</p>", "Of 10⁻¹² grams."),
        ("<p>In base 101<sub>2</sub>.</p>", "In base 101₂."),
        ("<p>Built in 1998<sup>1, 2</sup> and 12<sup>th</sup>.</p>", "Built in 1998¹, ² and 12th."),
        ("<p>For 3<sup>1</sup>/<sub>2</sub> m, <sup>1</sup>/<sub>2</sub> m.</p>", "For 3 1/2 m, 1/2 m."),
        ("<p>A rate of 10<sup>6</sup>/ml.</p>", "A rate of 10⁶/ml."),
        ("<p>In 1998<sup><a href='#n1'>1</a></sup> it was built.</p>", "In 1998 it was built."),
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
