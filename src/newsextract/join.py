"""The pages of one article, made one record."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

import attrs

from newsextract.fields import fingerprint
from newsextract.page.urls import comparable
from newsextract.records import Article, Notice, Pagination, RelatedPost, Section

T = TypeVar("T")


def join(pages: Sequence[Article]) -> Article:
    """The record of the first page with the sections, teasers and notices of all; at least one page, in page order.

    A section that an earlier page has too (a lead repeated on each) and a teaser of a page already named stand once.
    `pagination` then tells the pages that were joined.
    """
    first = pages[0]
    if len(pages) == 1:
        return first
    sections = tuple(_sections(pages))
    whole = attrs.evolve(
        first,
        sections=sections,
        related=tuple(_related(pages)),
        notices=tuple(_notices(pages)),
        pagination=Pagination(current=1, total=len(pages), urls=tuple(page.url for page in pages if page.url)),
        removed=dict(sum((Counter(page.removed) for page in pages), Counter())),
    )
    return attrs.evolve(whole, fingerprint=fingerprint.of(whole.text))


def _sections(pages: Iterable[Article]) -> Iterable[Section]:
    """Without those that an earlier page has; on one page, equal sections may be meant."""
    seen: list[Section] = []
    for page in pages:
        new = [section for section in page.sections if section not in seen]
        yield from new
        seen += new


def _related(pages: Iterable[Article]) -> Iterable[RelatedPost]:
    own = {comparable(page.url) for page in pages if page.url}
    posts = (post for page in pages for post in page.related)
    yield from {
        comparable(p.url) if p.url else p.title: p for p in posts if not p.url or comparable(p.url) not in own
    }.values()


def _notices(pages: Iterable[Article]) -> Iterable[Notice]:
    yield from dict.fromkeys(notice for page in pages for notice in page.notices)
