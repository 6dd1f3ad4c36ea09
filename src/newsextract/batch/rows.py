"""Rows: a page's record, or the failure in its place, with the page's id and where it was.

As JSON a row is the record's object with two keys in front: "id", and "page": source, member, offset, captured. A
failure is told by its key "error".
"""

import json
from typing import Any, Final

import attrs

from newsextract.batch.answer import Answer
from newsextract.inputs.page import Gap, Page
from newsextract.records import Article, Failure

KEYS: Final = ("id", "page")
"""What a row adds to a record."""


@attrs.frozen(kw_only=True)
class Row:
    """One page of a batch."""

    id: str
    """32 hex digits: the same page at the same place has the same in every run."""
    source: str
    member: str | None = None
    offset: int | None = None
    url: str | None = None
    record: Article | Failure

    @property
    def article(self) -> Article | None:
        """The record, where the page gave one."""
        return self.record if isinstance(self.record, Article) else None

    @property
    def failure(self) -> Failure | None:
        """What went wrong, where the page gave no record."""
        return self.record if isinstance(self.record, Failure) else None


def record_row(page: Page, article: dict[str, Any], fields: tuple[str, ...] | None) -> dict[str, Any]:
    """The row of a record's JSON."""
    kept = article if fields is None else {name: article[name] for name in fields}
    return {"id": page.id, "page": _place(page), **kept}


def failure_row(item: Page | Gap, failure: Failure) -> dict[str, Any]:
    """The row of a failure."""
    return {"id": failure.id, "page": _place(item), **{k: v for k, v in failure.to_dict().items() if k != "id"}}


def failure_of(page: Page, answer: Answer) -> Failure:
    """The failure that an answer of that kind tells of."""
    error, message = answer.value
    return Failure(id=page.id, url=page.url, stage="extract", error=error, message=message, seconds=answer.seconds)


def gap_failure(gap: Gap) -> Failure:
    """The failure of a page that could not be read."""
    return Failure(id=gap.id, url=gap.url, stage=gap.stage, error=gap.error, message=gap.message)


def row_of(item: Page | Gap, answer: Answer | None) -> Row:
    """The row of a page and its answer, or of a gap, which has none."""
    record: Article | Failure
    if answer is None or isinstance(item, Gap):
        assert isinstance(item, Gap)
        record = gap_failure(item)
    else:
        record = failure_of(item, answer) if answer.kind == "failure" else answer.value
    return Row(id=item.id, source=item.source, member=item.member, offset=item.offset, url=item.url, record=record)


def line(row: dict[str, Any]) -> bytes:
    """A row as a line of JSON, without its end. Lone surrogates, which UTF-8 has not, become "?"."""
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def _place(item: Page | Gap) -> dict[str, Any]:
    captured = item.captured.isoformat() if item.captured else None
    return {"source": item.source, "member": item.member, "offset": item.offset, "captured": captured}
