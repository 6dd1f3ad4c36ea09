"""An address that was found, and which are wanted."""

import re
from datetime import date, datetime
from typing import Any

import attrs

from newsextract.page.address import address, article_likeness
from newsextract.page.dates import day_of
from newsextract.rules.addresses import leads_to

SURE = 2
"""`article_likeness` from which an address is an article's whatever folder it is in."""
FILED = ("tag", "category", "author", "listing")
"""Folders that hold lists of articles, not articles."""


@attrs.frozen(kw_only=True)
class Found:
    """The address of an article, and what the feed or sitemap says of it."""

    url: str
    """Absolute, tracking parameters dropped."""
    title: str | None = None
    published: date | datetime | None = None
    """When it was published, as a feed or a news sitemap says; aware where it states a zone."""
    modified: date | datetime | None = None
    """When it was changed, as a feed or a sitemap says."""
    source: str
    """The feed or sitemap."""

    def to_dict(self) -> dict[str, Any]:
        """As JSON values; dates in ISO 8601."""
        return {
            "url": self.url,
            "title": self.title,
            "published": self.published.isoformat() if self.published else None,
            "modified": self.modified.isoformat() if self.modified else None,
            "source": self.source,
        }


@attrs.frozen(kw_only=True)
class Wish:
    """Which addresses are wanted; all of them by default."""

    since: date | None = None
    """First day; what states no date is then not wanted."""
    until: date | None = None
    """Last day; likewise."""
    match: re.Pattern[str] | None = None
    """Found somewhere in the URL."""
    exclude: re.Pattern[str] | None = None
    """Not found anywhere in the URL."""

    def grants(self, found: Found) -> bool:
        """Whether one is wanted."""
        if self.match is not None and not self.match.search(found.url):
            return False
        if self.exclude is not None and self.exclude.search(found.url):
            return False
        return self.covers(found.published or found.modified)

    def covers(self, when: date | datetime | None) -> bool:
        """Whether a date is wanted."""
        if when is None:
            return self.since is None and self.until is None
        day = day_of(when)
        return (self.since is None or day >= self.since) and (self.until is None or day <= self.until)

    def may_hold(self, changed: date | datetime | None) -> bool:
        """Whether a file last changed then may hold something wanted."""
        return changed is None or self.since is None or day_of(changed) >= self.since


def is_list(url: str) -> bool:
    """Whether an address is a home page, a picture, or a list of articles, by its form."""
    where = address(url, None)
    if where is None or where.is_home or where.is_file:
        return True
    return any(leads_to(kind, url) for kind in FILED) and article_likeness(where, None) < SURE
