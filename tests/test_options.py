"""What `extract` takes: a caller's mistake is a TypeError that says which argument, and what it should be."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import newsextract

PAGE = """<!doctype html><html lang="en"><head><title>Ferries stop</title>
<link rel="canonical" href="https://quay.example/ferries"></head><body><article><h1>Ferries stop</h1>
<p>The harbour board met on Tuesday and spoke for three hours about the berth, which is not built yet.</p>
<p>Nobody on the quay believes that the ships will sail before the ice has gone from the channel.</p></article>"""


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (None, "not NoneType"),
        (Path("page.html"), "Path: read it first"),
        (["<p>"], "not list"),
    ],
    ids=["none", "path", "list"],
)
def test_a_page_is_bytes_or_text(page, told):
    with pytest.raises(TypeError, match=f"page must be bytes or str, the HTML itself, .*{told}"):
        newsextract.extract(page)


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("url", b"https://quay.example/", "url must be a str or None, not bytes"),
        ("charset", 1251, "charset must be a str such as 'utf-8', or left out, not int"),
        ("captured", "2026-11-01", "captured must be a datetime"),
        ("captured", date(2026, 11, 1), "captured must be a datetime .* not date"),
        ("rules", "my-rules/", "rules must be what newsextract.load_rules gives"),
        ("locator", True, "no option 'locator'; there are charset, captured, locators, rules, limits"),
    ],
)
def test_an_option_of_the_wrong_type_is_named(option, value, told):
    with pytest.raises(TypeError, match=told):
        newsextract.extract(PAGE, **{option: value})


def test_options_may_be_none():
    options = dict.fromkeys(("charset", "captured", "rules", "limits"))
    assert newsextract.extract(PAGE, None, **options).title == "Ferries stop"


def test_an_empty_url_is_none():
    assert newsextract.extract(PAGE, "").url is None


@pytest.mark.parametrize("url", ["saved/ferries.html", "file:///home/ferries.html"])
def test_a_url_that_is_none_costs_nothing_that_the_page_says(url):
    article = newsextract.extract(PAGE, url)
    assert (article.url, article.canonical_url) == (url, "https://quay.example/ferries")


def test_a_page_is_captured_at_an_instant():
    assert newsextract.extract(PAGE, captured=datetime(2026, 11, 1, tzinfo=UTC)).title == "Ferries stop"


class Body(bytes):
    """A framework's own kind of bytes."""


@pytest.mark.parametrize("kind", [Body, bytearray])
def test_a_page_may_be_of_a_kind_of_bytes(kind):
    assert newsextract.extract(kind(PAGE.encode())).title == "Ferries stop"
