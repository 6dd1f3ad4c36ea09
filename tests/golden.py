"""The golden pages: saved pages written for the tests, and what a reader sees on each.

A folder under fixtures/ holds page.html (bytes as a server sends them), meta.json (url, captured, and charset where the
server names one) and article.json (the record as JSON with sorted keys, without `evidence` and `fingerprint`, and
without what is empty). Goldens are written by hand: none is ever made from what the extractor says.
"""

import difflib
import functools
import json
from datetime import datetime
from pathlib import Path
from typing import Any

import attrs

import newsextract
from newsextract.records import Article

FOLDER = Path(__file__).parent / "fixtures"

UNSTATED = frozenset({"evidence", "fingerprint"})
"""Fields that no golden states: they follow from how a value was found, not from what a reader sees."""

FIELDS = (*(f.name for f in attrs.fields(Article) if f.name not in UNSTATED), "text")


@attrs.frozen
class GoldenPage:
    """One folder under fixtures/."""

    folder: Path

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def page(self) -> bytes:
        return (self.folder / "page.html").read_bytes()

    @property
    def meta(self) -> dict[str, Any]:
        return json.loads((self.folder / "meta.json").read_text("utf-8"))

    @property
    def url(self) -> str:
        return self.meta["url"]

    @property
    def captured(self) -> datetime:
        return datetime.fromisoformat(self.meta["captured"])

    @property
    def charset(self) -> str | None:
        return self.meta.get("charset")

    @property
    def golden(self) -> dict[str, Any]:
        return json.loads((self.folder / "article.json").read_text("utf-8"))

    def extract(self) -> Article:
        """What the extractor makes of the page; made once."""
        return _extract(self)

    def extract_anew(self) -> Article:
        """What the extractor makes of the page now."""
        return newsextract.extract(self.page, self.url, captured=self.captured, charset=self.charset)


PAGES = tuple(GoldenPage(p.parent) for p in sorted(FOLDER.glob("*/page.html")))


@functools.cache
def _extract(page: GoldenPage) -> Article:
    return page.extract_anew()


def comparable(field: str, value: Any) -> Any:
    """A field's JSON value without what is empty; related posts by relation, of what was removed only the kinds."""
    if field == "removed":
        return sorted(value or {})
    value = _without_empty(value)
    if field == "related":
        return sorted(value or [], key=lambda post: post.get("relation", "related"))
    return value or None


def difference(expected: Any, found: Any) -> str:
    """The two values as a line-by-line diff of their JSON; "" where they are equal."""
    return "\n".join(difflib.unified_diff(_lines(expected), _lines(found), "golden", "found", lineterm="", n=2))


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {key: _without_empty(inner) for key, inner in value.items()}
        return {key: inner for key, inner in kept.items() if inner not in (None, [], {}, "", False)}
    return [_without_empty(inner) for inner in value] if isinstance(value, list) else value


def _lines(value: Any) -> list[str]:
    return json.dumps(value, indent=1, sort_keys=True, ensure_ascii=False).splitlines()
