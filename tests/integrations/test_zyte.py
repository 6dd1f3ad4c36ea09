"""An Article in the schema of zyte-common-items."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from newsextract import Article
from newsextract.errors import InputError
from newsextract.evidence import Evidence
from newsextract.integrations.zyte import to_zyte
from newsextract.records import Author, Embed, Image, Link, List, ListItem, Paragraph, Section

URL = "https://lantern.example/ice"
ARTICLE = Article(
    url=URL,
    title="Ice in the channel",
    language="en-GB",
    authors=(Author(name="Maren Holt", url="https://lantern.example/holt"),),
    published=datetime(2024, 3, 5, 9, 30, tzinfo=timezone(timedelta(hours=2))),
    modified=date(2024, 3, 6),
    breadcrumbs=(Link(text="Coast", url="https://lantern.example/coast"),),
    lead_image=Image(url="https://lantern.example/ice.jpg"),
    sections=(
        Section(
            blocks=(
                Paragraph(text="The channel froze."),
                List(items=(ListItem(text="Two boats lie fast."),)),
                Embed(url="https://video.example/1", kind="video"),
            )
        ),
    ),
    evidence={"modified": Evidence(source="dom", raw="6 March")},
)


def test_the_headline_authors_and_breadcrumbs_are_there():
    made = to_zyte(ARTICLE)
    assert made.headline == "Ice in the channel"
    assert [part.name for part in (*made.authors, *made.breadcrumbs)] == ["Maren Holt", "Coast"]


def test_a_time_is_told_in_utc():
    assert to_zyte(ARTICLE).datePublished == "2024-03-05T07:30:00Z"


def test_a_day_without_a_time_is_told_in_the_pages_words_alone():
    made = to_zyte(ARTICLE)
    assert (made.dateModified, made.dateModifiedRaw) == (None, "6 March")


def test_the_body_is_there_as_text_and_as_html():
    made = to_zyte(ARTICLE)
    assert "The channel froze." in made.articleBody
    assert "<li>Two boats lie fast.</li>" in made.articleBodyHtml


def test_videos_are_those_of_the_body():
    assert [v.url for v in to_zyte(ARTICLE).videos] == ["https://video.example/1"]


def test_what_is_not_known_is_none():
    made = to_zyte(Article(), URL)
    assert (made.headline, made.authors, made.articleBody, made.images) == (None, None, None, None)


def test_the_schema_wants_an_address():
    with pytest.raises(InputError, match="url="):
        to_zyte(Article(published=datetime(2024, 1, 1, tzinfo=UTC)))
