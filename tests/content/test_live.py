"""Live blogs: entries as sections with their time and author."""

from datetime import UTC, datetime

from newsextract.records import Author, Paragraph
from tests.content.reading import read

ENTRY = '<article class="update"><time datetime="2025-03-01T{0}:00Z">{0}</time>{1}</article>'
BLOG = "<main>" + "".join(
    ENTRY.format(hour, text)
    for hour, text in [
        ("12:40", "<h3>Talks resume</h3><p>Both sides are back at the table.</p>"),
        ("11:15", "<p>The minister has left the building without a word.</p>"),
        ("09:02", "<p>Good morning. We follow the talks all day.</p>"),
    ]
)
STATED = """<script type="application/ld+json">{"@type": "LiveBlogPosting", "liveBlogUpdate": [
  {"@type": "BlogPosting", "headline": "Talks resume", "datePublished": "2025-03-01T12:41:00Z",
   "author": {"@type": "Person", "name": "Ada Moss"}}]}</script>"""


def test_each_entry_is_a_section_with_its_time() -> None:
    sections = read(BLOG + "</main>")
    assert [s.published for s in sections] == [
        datetime(2025, 3, 1, 12, 40, tzinfo=UTC),
        datetime(2025, 3, 1, 11, 15, tzinfo=UTC),
        datetime(2025, 3, 1, 9, 2, tzinfo=UTC),
    ]


def test_an_entrys_heading_is_its_sections() -> None:
    assert [s.heading for s in read(BLOG + "</main>")] == ["Talks resume", None, None]


def test_the_printed_time_is_no_paragraph() -> None:
    assert read(BLOG + "</main>")[0].blocks == (Paragraph(text="Both sides are back at the table."),)


def test_what_the_page_states_of_an_entry_goes_before_its_markup() -> None:
    first = read(STATED + BLOG + "</main>")[0]
    assert (first.published, first.authors) == (datetime(2025, 3, 1, 12, 41, tzinfo=UTC), (Author(name="Ada Moss"),))


def test_an_article_with_one_time_is_no_live_blog() -> None:
    (section,) = read('<article><time datetime="2025-03-01">1 March</time><p>The talks have ended.</p></article>')
    assert section.published is None
