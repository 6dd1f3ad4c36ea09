"""An Article in, its fields as lines of text out."""

from collections.abc import Callable, Iterator
from typing import Any

import attrs

from newsextract.records import Article, Author, Image, Link, Notice, Pagination, Site

ELSEWHERE = frozenset({"sections", "removed", "evidence", "related"})
"""Fields shown as lists of their own."""


def shown(article: Article) -> Iterator[tuple[str, str]]:
    """Each field with its value as text, "" where it has none; then what else the evidence speaks of."""
    names = [a.name for a in attrs.fields(Article) if a.name not in ELSEWHERE]
    for name in names:
        yield name, text_of_value(getattr(article, name))
    for name, why in article.evidence.items():
        if name == "related":
            yield name, f"{len(article.related)} posts"
        elif name not in names:
            yield name, why.raw or ""


def text_of_value(value: object) -> str:
    """One value as text; several parted by " · "."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return " · ".join(map(text_of_value, value))
    return _WRITERS.get(type(value), str)(value)


def _author(author: Author) -> str:
    about = ", ".join(filter(None, (author.role, author.job_title, author.kind if author.kind != "person" else None)))
    return f"{author.name} ({about})" if about else author.name


def _pagination(pages: Pagination) -> str:
    return f"page {pages.current or '?'} of {pages.total or '?'}"


_WRITERS: dict[type, Callable[[Any], str]] = {
    Author: _author,
    Image: lambda image: " – ".join(filter(None, (image.caption or image.alt, image.url))),
    Link: lambda link: link.text,
    Notice: lambda notice: f"{notice.kind}: {notice.text}" if notice.text else notice.kind,
    Pagination: _pagination,
    Site: lambda site: " – ".join(filter(None, (site.name, site.url))),
}
