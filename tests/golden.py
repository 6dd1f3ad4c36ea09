"""The golden pages: saved pages written for the tests, and what a reader sees on each.

A folder under fixtures/ holds page.html (bytes as a server sends them), meta.json (url, captured, and charset where the
server names one) and article.json (the record, without `evidence` and `fingerprint`).
"""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import attrs

FOLDER = Path(__file__).parent / "fixtures"


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


PAGES = tuple(GoldenPage(p.parent) for p in sorted(FOLDER.glob("*/page.html")))
