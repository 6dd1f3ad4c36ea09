"""A site in, the addresses of its articles out: from its feeds and sitemaps, as they are read.

Feeds come first (they are small and new), then sitemaps, news sitemaps before the others. Both are found as readers
and search engines find them: the home page's links, the Sitemap lines of robots.txt, and one well-known place.
"""

from collections.abc import Generator, Iterator
from typing import Final, Unpack

import attrs

from newsextract.inputs.discovering import feeds, home, sitemaps
from newsextract.inputs.discovering.found import Found, Wish, is_list
from newsextract.inputs.discovering.sitemaps import Further
from newsextract.inputs.fetch import FetchOptions, Session
from newsextract.inputs.fetching.answers import Fetched, Refused
from newsextract.inputs.fetching.policy import FetchPolicy
from newsextract.page.urls import comparable
from newsextract.records import Failure

SIZE: Final = 52_428_800
"""Most bytes of a sitemap, by its standard."""
MOST: Final = 500
"""Sitemaps read of one site; the rest of a larger archive needs a narrower wish."""
WELL_KNOWN: Final = "/sitemap.xml"
"""Where a sitemap is looked for if robots.txt names none."""
GZIP: Final = b"\x1f\x8b"

DEFAULT: Final = FetchPolicy()
ALL: Final = Wish()


def discover(
    site: str, wish: Wish = ALL, policy: FetchPolicy = DEFAULT, **options: Unpack[FetchOptions]
) -> Generator[Found | Failure, None, None]:
    """The articles of a site, each address once; a Failure for each feed or sitemap that could not be read.

    `site` is a home page (with or without https://), or one feed or sitemap to read alone.
    """
    start = site if "://" in site else f"https://{site}/"
    with Session(attrs.evolve(policy, size=max(policy.size, SIZE)), **options) as session:
        seen: set[str] = set()
        for found in _Site(session, wish).read(start):
            if isinstance(found, Failure):
                yield found
            elif comparable(found.url) not in seen and wish.grants(found):
                seen.add(comparable(found.url))
                yield found


class _Site:
    """The reading of one site."""

    def __init__(self, session: Session, wish: Wish) -> None:
        self._session = session
        self._wish = wish
        self._read: set[str] = set()

    def read(self, start: str) -> Iterator[Found | Failure]:
        """What the page at `start` leads to."""
        page = self._get(start)
        if isinstance(page, Failure):
            yield page
            return
        own = list(_entries(page))
        if own:
            yield from self._taken(own)
            return
        for url in home.feeds(page.page, page.url, page.charset):
            yield from self._source(url)
        for url in self._sitemaps(page.url):
            yield from self._source(url)

    def _sitemaps(self, url: str) -> list[str]:
        """Those that robots.txt names, news sitemaps first; otherwise the well-known one."""
        try:
            named = self._session.sitemaps(url)
        except Refused:
            named = ()
        origin = "/".join(url.split("/")[:3])
        return sorted(named or (origin + WELL_KNOWN,), key=lambda place: "news" not in place.rpartition("/")[2].lower())

    def _source(self, url: str) -> Iterator[Found | Failure]:
        """The entries of a feed or sitemap, and of the sitemaps it names."""
        if url in self._read or len(self._read) >= MOST:
            return
        self._read.add(url)
        page = self._get(url)
        if isinstance(page, Failure):
            if not (page.error == "http-404" and url.endswith(WELL_KNOWN)):
                yield page
            return
        yield from self._taken(list(_entries(page)))

    def _taken(self, entries: list[Found | Further]) -> Iterator[Found | Failure]:
        for entry in entries:
            if isinstance(entry, Found):
                if not is_list(entry.url):
                    yield entry
            elif self._wish.may_hold(entry.changed):
                yield from self._source(entry.url)

    def _get(self, url: str) -> Fetched | Failure:
        return self._session.get(url, types=None)


def _entries(page: Fetched) -> Iterator[Found | Further]:
    """The entries of a feed or sitemap, whichever it is."""
    content = _unpacked(page.page)
    head = content[:2_000].lower()
    if b"<urlset" in head or b"<sitemapindex" in head:
        yield from sitemaps.read(content, page.url)
    elif b"<html" not in head and (
        b"<rss" in head or b"<feed" in head or b"<rdf:rdf" in head or head.lstrip()[:1] == b"{"
    ):
        yield from feeds.read(content, page.url)
    elif page.header("content-type") and (page.header("content-type") or "").startswith("text/plain"):
        yield from sitemaps.read(content, page.url)


def _unpacked(content: bytes) -> bytes:
    """A sitemap that is a .gz file, whatever its headers say."""
    from newsextract.inputs.fetching import codings

    if not content.startswith(GZIP):
        return content
    try:
        return codings.decoded(content, "gzip", SIZE)
    except Refused:
        return b""
