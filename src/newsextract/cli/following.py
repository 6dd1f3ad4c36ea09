"""From one page to what belongs to it: its other version, the other pages of its article."""

from collections import deque
from collections.abc import Callable

import attrs

from newsextract.inputs import variants
from newsextract.inputs.fetch import Session
from newsextract.inputs.fetching.answers import Fetched
from newsextract.inputs.variants import Variant
from newsextract.join import join
from newsextract.page.urls import comparable, host
from newsextract.records import Article, Failure

MOST = 60
"""Pages of one article; what has more is a list."""

Read = Callable[[Fetched], Article]


def other(page: Fetched, variant: Variant, session: Session, missed: list[Failure]) -> Fetched:
    """The variant of a page, where it names one that can be had; otherwise the page; failures go to `missed`."""
    url = variants.address(page.page, page.url, variant, page.charset)
    if url is None:
        return page
    answer = session.get(url)
    if isinstance(answer, Failure):
        missed.append(answer)
        return page
    return attrs.evolve(answer, id=page.id)


def whole(first: Article, session: Session, read: Read, missed: list[Failure]) -> Article:
    """An article with its other pages joined; one that cannot be had goes to `missed`."""
    pages, seen = [first], {comparable(first.url or "")}
    ahead = deque(_others(first))
    while ahead and len(pages) < MOST:
        url = ahead.popleft()
        if comparable(url) in seen or host(url) != host(first.url or ""):
            continue
        seen.add(comparable(url))
        answer = session.get(url)
        if isinstance(answer, Failure):
            missed.append(answer)
        elif comparable(answer.url) == comparable(url) or comparable(answer.url) not in seen:
            seen.add(comparable(answer.url))
            pages.append(read(answer))
            ahead.extend(_others(pages[-1]))
    return join(sorted(pages, key=_number))


def _others(article: Article) -> tuple[str, ...]:
    return article.pagination.urls if article.pagination and article.kind != "listing" else ()


def _number(page: Article) -> int:
    """Its place; pages that do not tell come last, in the order they were found."""
    return page.pagination.current if page.pagination and page.pagination.current else MOST
