"""Feeds and sitemaps in, addresses of articles out; against a real server."""

import gzip
import json
import re
from datetime import UTC, date, datetime

import attrs
import pytest

from newsextract.inputs.discover import discover
from newsextract.inputs.discovering import feeds, sitemaps, xml
from newsextract.inputs.discovering.found import Found, Wish, is_list
from newsextract.records import Failure
from tests.inputs.conftest import QUICK
from tests.inputs.server import to_this_machine

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Press</title>
<link>http://press.test/</link><item><title>Ferries &amp;amp; &lt;b&gt;ships&lt;/b&gt; stop</title>
<link>http://press.test/ferries-stop-again-today?utm_source=rss</link>
<pubDate>Tue, 03 Nov 2026 08:15:00 +0100</pubDate></item>
<item><title>Ice</title><guid isPermaLink="true">http://press.test/ice-on-the-channel-now</guid>
<dc:date>2026-11-05</dc:date></item>
<item><title>No address</title></item></channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Press</title><link href="/" rel="self"/>
<entry><title type="html">Quay</title><link rel="replies" href="/replies"/><link href="/the-quay-is-open-now"/>
<published>2026-11-01T10:00:00Z</published><updated>2026-11-02T10:00:00Z</updated></entry></feed>"""

RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel rdf:about="x"><title>Press</title></channel>
<item rdf:about="x"><title>Tide</title><link>http://press.test/the-tide-came-late</link></item></rdf:RDF>"""

JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [
            {"id": "1", "url": "/the-pilot-went-home", "title": "Pilot", "date_published": "2026-11-04T09:00:00Z"},
            {"id": 7, "url": None},
            "nonsense",
        ],
    }
)

NEWS = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc> http://press.test/the-berth-is-not-built </loc><lastmod>2026-11-07</lastmod><image:image><image:loc>
http://press.test/p.jpg</image:loc></image:image><n:news><n:publication><n:name>Press</n:name></n:publication>
<n:publication_date>2026-11-06T12:00:00+01:00</n:publication_date><n:title>Berth</n:title></n:news></url></urlset>"""


def urlset(*urls):
    return f"<urlset>{''.join(f'<url><loc>{url}</loc></url>' for url in urls)}</urlset>"


def index(*entries):
    rows = "".join(f"<sitemap><loc>{url}</loc><lastmod>{day}</lastmod></sitemap>" for url, day in entries)
    return f'<?xml version="1.0"?><sitemapindex>{rows}</sitemapindex>'


def where(found):
    return [f.url.partition(".test")[2].partition("/")[2] for f in found]


@pytest.fixture
def find(server):
    def found(site=None, **wish):
        return list(discover(site or server.url("/"), Wish(**wish), QUICK, resolve=to_this_machine))

    return found


# The formats


def test_rss_gives_address_title_and_date():
    one, two = feeds.read(RSS.encode(), "http://press.test/feed")
    assert one.url == "http://press.test/ferries-stop-again-today"
    assert one.title == "Ferries & ships stop"
    assert one.published == datetime.fromisoformat("2026-11-03T08:15:00+01:00")
    assert (two.url, two.published) == ("http://press.test/ice-on-the-channel-now", date(2026, 11, 5))


def test_atom_gives_the_alternate_link_and_both_dates():
    (entry,) = feeds.read(ATOM.encode(), "http://press.test/feed")
    assert entry == Found(
        url="http://press.test/the-quay-is-open-now",
        title="Quay",
        published=datetime(2026, 11, 1, 10, tzinfo=UTC),
        modified=datetime(2026, 11, 2, 10, tzinfo=UTC),
        source="http://press.test/feed",
    )


def test_rss_1_gives_its_items():
    assert where(feeds.read(RDF.encode(), "http://press.test/feed")) == ["the-tide-came-late"]


def test_a_json_feed_gives_its_items_and_passes_over_nonsense():
    (entry,) = feeds.read(JSON.encode(), "http://press.test/feed")
    assert (entry.url, entry.title) == ("http://press.test/the-pilot-went-home", "Pilot")


def test_a_news_sitemap_gives_title_and_date_and_its_pictures_are_no_articles():
    (entry,) = sitemaps.read(NEWS.encode(), "http://press.test/news.xml")
    assert (entry.url, entry.title) == ("http://press.test/the-berth-is-not-built", "Berth")
    assert entry.published == datetime.fromisoformat("2026-11-06T12:00:00+01:00")
    assert entry.modified == date(2026, 11, 7)


def test_a_sitemap_of_plain_lines_is_read():
    assert len(list(sitemaps.read(b"http://press.test/a\nnonsense\nhttp://press.test/b\n", "http://press.test/s"))) == 2


@pytest.mark.parametrize(
    "content", [b"", b"<", b"{", b"[1]", b"<rss><item>", b"\x00\xff", b'{"items": 3}', b"<a" * 9000]
)
@pytest.mark.parametrize("read", [feeds.read, sitemaps.read])
def test_what_is_no_feed_gives_nothing_and_does_not_raise(read, content):
    assert list(read(content, "http://press.test/")) == []


def test_what_stands_before_a_fault_of_the_xml_is_read():
    broken = RSS.replace("<item><title>Ice", "<item><<title>Ice")
    assert where(feeds.read(broken.encode(), "http://press.test/"))[:1] == ["ferries-stop-again-today"]


def test_entities_are_not_unfolded_and_no_file_is_read(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("secret", encoding="utf-8")
    head = f'<!DOCTYPE r [<!ENTITY f SYSTEM "{secret.as_uri()}"><!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    text = f"{head}<rss><item><link>http://press.test/x</link><title>&f;&b;</title></item></rss>"
    assert "secret" not in repr(list(feeds.read(text.encode(), "http://press.test/")))
    assert "aaaa" not in repr(list(feeds.read(text.encode(), "http://press.test/")))


# What is an article, what is wanted


@pytest.mark.parametrize("path", ["", "en/", "tag/harbour", "category/news/", "author/ann", "p.jpg"])
def test_home_pages_lists_and_pictures_are_no_articles(path):
    assert is_list(f"http://press.test/{path}")


@pytest.mark.parametrize("path", ["news/the-quay-is-open", "story/12345", "category/the-quay-is-open-again-now"])
def test_anything_else_may_be_an_article(path):
    assert not is_list(f"http://press.test/{path}")


@pytest.mark.parametrize(
    ("wish", "granted"),
    [
        ({}, True),
        ({"since": date(2026, 11, 3)}, True),
        ({"since": date(2026, 11, 4)}, False),
        ({"until": date(2026, 11, 3)}, True),
        ({"until": date(2026, 11, 2)}, False),
        ({"match": re.compile("/ferr")}, True),
        ({"match": re.compile("sport")}, False),
        ({"exclude": re.compile("stop$")}, False),
    ],
)
def test_a_wish_is_for_days_and_patterns(wish, granted):
    found = Found(url="http://press.test/ferries-stop", published=datetime(2026, 11, 3, 23, tzinfo=UTC), source="x")
    assert Wish(**wish).grants(found) is granted


def test_what_states_no_date_is_not_of_a_span_of_days():
    assert not Wish(since=date(2026, 1, 1)).grants(Found(url="http://press.test/a", source="x"))


# A site


@pytest.fixture
def site(server):
    """A home page that names a feed, a robots.txt that names an index."""
    at = server.url
    links = "".join(
        f'<link rel="alternate" type="application/{kind}" href="{href}" title="{title}">'
        for kind, href, title in (
            ("rss+xml", "/feed", "Press"),
            ("rss+xml", "/comments/feed", "Press: comments"),
            ("json+oembed", "/oembed", ""),
        )
    )
    server.gives("/", f"<html><head>{links}</head><body>Press</body></html>")
    server.gives("/robots.txt", f"User-agent: *\nDisallow: /closed\nSitemap: {at('/index.xml')}\n")
    server.gives("/feed", RSS, content_type="application/rss+xml")
    entries = ((at("/new.xml.gz"), "2026-11-08"), (at("/old.xml"), "2020-01-01"), (at("/index.xml"), "2026-11-08"))
    server.gives("/index.xml", index(*entries), content_type="application/xml")
    packed = gzip.compress(
        urlset("http://press.test/ice-on-the-channel-now/", "http://press.test/the-lock-is-shut").encode()
    )
    server.gives("/new.xml.gz", packed, content_type="application/gzip")
    server.gives("/old.xml", urlset("http://press.test/long-ago-and-far"), content_type="text/xml")
    return server


def test_a_site_gives_what_feeds_and_sitemaps_name_once(site, find):
    paths = ["ferries-stop-again-today", "ice-on-the-channel-now", "the-lock-is-shut", "long-ago-and-far"]
    assert where(find()) == paths
    assert "/comments/feed" not in site.paths()


def test_sitemaps_that_are_too_old_are_not_read(site, find):
    assert where(find(since=date(2026, 11, 1))) == ["ferries-stop-again-today", "ice-on-the-channel-now"]
    assert "/old.xml" not in site.paths()


def test_a_feed_or_sitemap_is_read_alone(site, find):
    assert where(find(site.url("/old.xml"))) == ["long-ago-and-far"]
    assert len(find(site.url("/feed"))) == 2


def test_the_well_known_sitemap_is_read_where_none_is_named(server, find):
    server.gives("/", "<html>")
    server.gives("/sitemap.xml", NEWS, content_type="text/xml")
    assert where(find()) == ["the-berth-is-not-built"]


def test_a_site_without_feeds_and_sitemaps_gives_nothing(server, find):
    server.gives("/", "<html>")
    assert find() == []


def test_a_feed_that_cannot_be_had_is_told(site, find):
    del site.routes["/feed"]
    failures = [f for f in find() if isinstance(f, Failure)]
    assert [(f.id, f.error) for f in failures] == [(site.url("/feed"), "http-404")]


def test_what_robots_txt_forbids_is_not_read(server):
    server.gives("/robots.txt", "User-agent: *\nDisallow: /")
    (failure,) = discover(server.url("/"), policy=attrs.evolve(QUICK), resolve=to_this_machine)
    assert failure.error == "robots"


def test_text_far_down_in_an_entry_is_not_kept_once_for_each_level():
    nested = b"<a>" * 200 + b"x" * 1_000_000 + b"</a>" * 200
    (item,) = xml.items(b"<rss><item><link>/a</link>" + nested + b"</item></rss>", frozenset({"item"}))
    assert sum(len(text) for texts in item.values.values() for text in texts) < 4_000_000


ENTITIES = b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12))


@pytest.mark.parametrize(
    "document",
    [
        b'<!DOCTYPE r [<!ENTITY a0 "ha">' + ENTITIES + b"]><rss><item><link>/a</link><title>&a11;</title></item></rss>",
        b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><item><link>/a</link><title>&x;</title></item></rss>',
        b'<!DOCTYPE r SYSTEM "http://127.0.0.1:9/r.dtd"><rss><item><link>/a</link><title>&x;</title></item></rss>',
    ],
    ids=["entities of entities", "a file as entity", "a DTD elsewhere"],
)
def test_no_entity_of_a_feed_unfolds(document):
    assert [found.title for found in feeds.read(document, "https://quay.example/")] in ([None], ["&x;"], [])
