"""Addresses: absolute, without tracking, comparable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsextract.page.urls import absolute, comparable, host, same_page, same_site, site, without_tracking

BASE = "https://www.example.com/news/today.html"


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("/a/b", "https://www.example.com/a/b"),
        ("b.html", "https://www.example.com/news/b.html"),
        ("../x", "https://www.example.com/x"),
        ("/a/../b", "https://www.example.com/b"),
        ("//cdn.example.org/i.jpg", "https://cdn.example.org/i.jpg"),
        ("?page=2", "https://www.example.com/news/today.html?page=2"),
        ("#part", "https://www.example.com/news/today.html#part"),
        (" https://other.org/a b\n", "https://other.org/a%20b"),
        ("https://other.org/x?utm_source=feed&id=7&fbclid=z#top", "https://other.org/x?id=7#top"),
        ("https://other.org/span.jpg?quality=65&#038;strip=all", "https://other.org/span.jpg?quality=65&strip=all"),
        ("/a?b=1&amp;copy=2&copy=3&#x26;d=4", "https://www.example.com/a?b=1&copy=2&copy=3&d=4"),
        ("javascript&#58;void(0)", None),
        ("mailto:desk@example.com", None),
        ("javascript:void(0)", None),
        ("data:image/gif;base64,R0", None),
        ("tel:+123", None),
        ("{{ item.url }}", None),
        ("/share?u=${url}", None),
        ("http://[broken", None),
        ("", None),
        (None, None),
    ],
)
def test_hrefs_become_absolute(href: str | None, expected: str | None) -> None:
    assert absolute(href, BASE) == expected


def test_a_relative_href_without_a_base_leads_nowhere() -> None:
    assert absolute("/a", None) is None


@given(st.text(max_size=80), st.text(max_size=40))
def test_no_text_raises(href: str, base: str) -> None:
    for one in (absolute(href, base), absolute(href, BASE), absolute("https://x.org/" + href, None)):
        assert one is None or one.lower().startswith("http")
    comparable(href)
    site(href)


@pytest.mark.parametrize(
    "spelling",
    [
        "https://example.com/news/today",
        "http://www.example.com/news/today/",
        "https://m.example.com:443/news/today#comments",
        "https://example.com/news/today?utm_campaign=x&gclid=1",
        "https://example.com/news/today/amp/",
        "https://example.com/news/today/index.html",
        "https://example.com/news/today?amp=1",
        "https://web.archive.org/web/20200102030405/https://example.com/news/today",
        "https://www-example-com.cdn.ampproject.org/c/s/example.com/news/today",
        "//example.com/news/today",
    ],
)
def test_spellings_of_one_page_compare_equal(spelling: str) -> None:
    assert comparable(spelling) == comparable("https://example.com/news/today")


@pytest.mark.parametrize(
    "other",
    ["https://example.com/news/yesterday", "https://example.org/news/today", "https://example.com/news/today?id=2"],
)
def test_different_pages_compare_different(other: str) -> None:
    assert not same_page("https://example.com/news/today", other)


def test_parameters_that_name_the_page_are_kept() -> None:
    assert without_tracking("https://e.com/?p=12&utm_medium=x&amp;lang=fr") == "https://e.com/?p=12&lang=fr"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://news.bbc.co.uk/1", "bbc.co.uk"),
        ("https://www.example.com.br", "example.com.br"),
        ("https://someone.blogspot.com/2020", "someone.blogspot.com"),
        ("https://user@edition.example.com:8080/x", "example.com"),
        ("http://192.168.0.1/x", "192.168.0.1"),
        ("/relative", ""),
    ],
)
def test_the_registrable_domain(url: str, expected: str) -> None:
    assert site(url) == expected


def test_hosts_of_one_site() -> None:
    assert same_site("https://www.example.com/", "https://sport.example.com/x")
    assert not same_site("https://a.blogspot.com/", "https://b.blogspot.com/")
    assert not same_site(None, "https://b.com")


def test_a_host_is_lower_case_without_port() -> None:
    assert host("HTTPS://WWW.Example.com:443/x") == "www.example.com"
