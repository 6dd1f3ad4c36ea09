"""Sitemaps (sitemaps.org), indexes of them, and Google's news extension with title and date."""

from collections.abc import Iterator
from datetime import date, datetime

import attrs

from newsextract.inputs.discovering.feeds import when
from newsextract.inputs.discovering.found import Found
from newsextract.inputs.discovering.xml import items
from newsextract.page.text import fold
from newsextract.page.urls import absolute

ENTRIES = frozenset({"url", "sitemap"})


@attrs.frozen(kw_only=True)
class Further:
    """A sitemap that an index names."""

    url: str
    changed: date | datetime | None


def read(content: bytes, url: str) -> Iterator[Found | Further]:
    """The entries of a sitemap or an index; nothing where the content is neither."""
    if content.lstrip()[:1] != b"<":
        yield from _lines(content, url)
        return
    for item in items(content, ENTRIES):
        where = absolute(item.first("loc"), url)
        changed = when(item.first("lastmod"))
        if where is None:
            continue
        if item.name == "sitemap":
            yield Further(url=where, changed=changed)
        else:
            title, published = item.first("title"), when(item.first("publication_date"))
            yield Found(
                url=where,
                title=fold(title) or None if title else None,
                published=published,
                modified=changed,
                source=url,
            )


def _lines(content: bytes, url: str) -> Iterator[Found]:
    """A sitemap as plain text: one address a line."""
    for line in content.decode("utf-8", "replace").splitlines():
        where = absolute(line.strip(), None)
        if where is not None:
            yield Found(url=where, source=url)
