"""Feeds: RSS 0.9x, 1.0 and 2.0, Atom (RFC 4287), JSON Feed 1.1."""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Any

from newsextract.inputs.discovering.found import Found
from newsextract.inputs.discovering.xml import Item, items
from newsextract.page.dates import iso
from newsextract.page.text import fold
from newsextract.page.urls import absolute

ENTRIES = frozenset({"item", "entry"})
TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
"""Types that a page's `<link rel=alternate>` gives its feeds."""

_TAG = re.compile(r"<[^<>]*>")


def read(content: bytes, url: str) -> Iterator[Found]:
    """The entries of a feed in its order; nothing where the content is no feed."""
    if content.lstrip()[:1] == b"{":
        yield from _json(content, url)
        return
    for item in items(content, ENTRIES):
        where = absolute(_address(item), url)
        if where is not None:
            yield Found(
                url=where,
                title=_title(item.first("title")),
                published=when(item.first("pubdate", "published", "issued", "date")),
                modified=when(item.first("updated", "modified")),
                source=url,
            )


def when(text: str | None) -> date | datetime | None:
    """A date as feeds and sitemaps write it: RFC 822 or ISO 8601; None for anything else."""
    if text is None:
        return None
    try:
        return iso(text) or parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None


def _address(item: Item) -> str | None:
    """Atom's alternate link, RSS's link, or a guid that is one."""
    for link in item.links:
        if link.get("rel", "alternate") == "alternate" and link.get("type", "text/html") == "text/html":
            return link["href"]
    guid = item.first("guid")
    return item.first("link", "origlink") or (guid if guid and guid.startswith(("http://", "https://")) else None)


def _title(text: str | None) -> str | None:
    """A title as text: feeds escape markup in it, once or twice."""
    return fold(unescape(_TAG.sub("", unescape(text)))) or None if text else None


def _json(content: bytes, url: str) -> Iterator[Found]:
    try:
        feed = json.loads(content)
    except (ValueError, RecursionError):
        return
    entries = feed.get("items") if isinstance(feed, dict) else None
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, dict):
            yield from _entry(entry, url)


def _entry(entry: dict[str, Any], url: str) -> Iterator[Found]:
    texts = {key: value for key, value in entry.items() if isinstance(value, str)}
    where = absolute(texts.get("url") or texts.get("id"), url)
    if where is not None:
        yield Found(
            url=where,
            title=_title(texts.get("title")),
            published=when(texts.get("date_published")),
            modified=when(texts.get("date_modified")),
            source=url,
        )
