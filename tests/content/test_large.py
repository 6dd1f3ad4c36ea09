"""Large and deep pages are read whole; at these sizes anything quadratic would not come back in minutes."""

import pytest

from newsextract.records import Paragraph
from tests.content.reading import read

MANY = 20_000

FIGURE = "<figure><img src='/mill.jpg'><figcaption>c</figcaption></figure>"
POST = '<blockquote class="twitter-tweet"><a href="https://x.com/a/status/1">b</a></blockquote>'

PAGES = {
    "paragraphs": "<p>Line of text.</p>" * MANY,
    "rows": f"<table>{'<tr><td>Town</td><td>12</td></tr>' * MANY}</table>",
    "tables": "<table><tr><th>A</th><th>B</th></tr><tr><td>Town</td><td>12</td></tr></table>" * MANY,
    "items": f"<ul>{'<li><b>Town:</b> twelve</li>' * MANY}</ul>",
    "breaks": "<p>" + "A line of a poem<br>" * MANY + "</p>",
    "typed bullets": "<p>• Town</p>" * MANY,
    "bold": "<p><b>Town</b></p>" * MANY,
    "headings": "<h2>Town</h2>" * MANY,
    "pictures": "<p>A.</p><div>" + "<img src='/mill.jpg'><p>b</p>" * MANY + "</div>",
    "figures": "<p>A.</p><div>" + FIGURE * MANY + "</div>",
    "quotes": "<p>A.</p>" + "<blockquote>b</blockquote>" * MANY,
    "posts": "<p>A.</p>" + POST * MANY,
    "entries": "<main>" + '<article><time datetime="2025-01-01">1</time><p>b</p></article>' * MANY + "</main>",
    "wide spans": "<table>" + "<tr><td rowspan=65534 colspan=1000>a</td></tr>" * 200 + "</table><p>b</p>",
    "nested lists": "<ul><li>a" * 250 + "</ul>" * 250,
    "nested asides": "<aside><h2>a</h2><p>b</p>" * 250,
    "nested quotes": "<p>a</p>" + "<blockquote><p>b</p>" * 250,
    "nested tables": "<table><tr><td>a</td><td>b</td><td>" * 80,
    "nested figures": "<figure><p>a</p>" * 250,
}


@pytest.mark.parametrize("name", PAGES)
def test_a_large_page_is_read(name: str) -> None:
    assert any(section.blocks or section.heading for section in read(f"<body><div>{PAGES[name]}</div></body>"))


def test_every_paragraph_of_many_has_its_place() -> None:
    blocks = read(f"<body><div>{PAGES['paragraphs']}</div></body>", locators=True)[0].blocks
    assert all(block.path for block in blocks)


def test_pictures_of_nothing_kept_are_passed() -> None:
    sections = read(f"<p>Kept.</p><div>{PAGES['figures']}</div><p>Kept.</p>", keep="Kept")
    assert any(block == Paragraph(text="Kept.") for block in sections[0].blocks)
