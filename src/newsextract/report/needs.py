"""A record as a dict in, what is weak about it out."""

from collections.abc import Iterator
from typing import Any

NOTICES = {
    "empty-body": 4.0,
    "consent-wall": 4.0,
    "soft-404": 4.0,
    "truncated": 3.0,
    "chatbot-residue": 2.0,
    "paywall": 1.0,
}
"""Notices that say the record is not the whole article -> how much that weighs."""

SHORT = 300
"""Characters of a body below which it is short for an article."""

UNSURE = 0.5
"""Confidence below which a field is more likely wrong than right."""

WATCHED = ("title", "published", "authors", "byline")
"""Fields of which a doubtful value is worth a look."""

STORIES = frozenset({"article", "live-blog", None})
"""Kinds of which a body, a date and an author are expected."""


def needs(row: dict[str, Any]) -> Iterator[tuple[float, str]]:
    """Why a record wants a look, each reason with its weight."""
    if not row.get("title"):
        yield 3.0, "no title"
    if row.get("kind") in STORIES:
        yield from _of_story(row)
    for notice in row.get("notices") or ():
        if weight := NOTICES.get(notice["kind"]):
            yield weight, notice["kind"]
    for name, why in (row.get("evidence") or {}).items():
        if why.get("source") == "error":
            yield 5.0, f"{name}: its reader failed"
        elif name in WATCHED and row.get(name) and (why.get("confidence") or 0.0) < UNSURE:
            yield 1.0, f"{name} unsure"


def _of_story(row: dict[str, Any]) -> Iterator[tuple[float, str]]:
    length = len(row.get("text") or "")
    if not length:
        yield 4.0, "no body"
    elif length < SHORT:
        yield 2.0, "short body"
    if not row.get("published"):
        yield 2.0, "no date"
    if not row.get("authors") and not row.get("byline"):
        yield 1.0, "no author"
