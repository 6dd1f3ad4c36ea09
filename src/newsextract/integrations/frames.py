"""Records in, a data frame out: one row a page, for pandas (extra `pandas`) and polars (extra `polars`)."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from newsextract.batch.rows import Row
from newsextract.errors import MissingExtra
from newsextract.records import Article, Failure

if TYPE_CHECKING:
    import pandas
    import polars

Record: TypeAlias = "Article | Failure | Row | Mapping[str, Any]"
"""A record, a failure, a row of `newsextract.batch`, or one line of JSON Lines, parsed."""


def _named(key: str, name: str) -> Callable[[Mapping[str, Any]], list[str]]:
    return lambda row: [element[name] for element in row.get(key) or ()]


def _inner(key: str, name: str) -> Callable[[Mapping[str, Any]], str | None]:
    return lambda row: (row.get(key) or {}).get(name)


_PLAIN: Final = "kind url canonical_url language title subtitle description byline source published modified".split()
_TEXTS: Final = ("fingerprint", "text", "stage", "error", "message")
_MADE: Final[dict[str, Callable[[Mapping[str, Any]], Any]]] = {
    "day": lambda row: date.fromisoformat(row["published"][:10]) if row.get("published") else None,
    "site": _inner("site", "name"),
    "authors": _named("authors", "name"),
    "categories": _named("categories", "text"),
    "tags": _named("tags", "text"),
    "notices": _named("notices", "kind"),
    "lead_image": _inner("lead_image", "url"),
    "words": lambda row: len(row["text"].split()) if row.get("text") is not None else None,
}
LISTS: Final = ("authors", "categories", "tags", "notices")
"""Columns of lists of texts."""

COLUMNS: Final = (*_PLAIN, *_MADE, *_TEXTS)
"""`published` and `modified` are ISO 8601 text, as precise as the page is; `day` is the date of publication, `words`
the length of the text; `authors`, `categories`, `tags` and `notices` are lists of texts; `stage`, `error` and `message`
say of a failure what became of it."""


def rows(records: Iterable[Record]) -> list[dict[str, Any]]:
    """One dict a record, with COLUMNS as its keys; what a failure does not have is None or []."""
    return [_row(_json(record)) for record in records]


def to_pandas(records: Iterable[Record]) -> "pandas.DataFrame":
    """A pandas data frame with COLUMNS; `day` is datetime64. MissingExtra where pandas is not installed."""
    try:
        import pandas
    except ImportError as error:
        raise MissingExtra("to_pandas", "pandas") from error
    frame = pandas.DataFrame(rows(records), columns=list(COLUMNS))
    frame["day"] = pandas.to_datetime(frame["day"])
    frame["words"] = frame["words"].astype("Int64")
    return frame


def to_polars(records: Iterable[Record]) -> "polars.DataFrame":
    """A polars data frame with COLUMNS; `day` is Date, lists List(String). MissingExtra where polars is missing."""
    try:
        import polars
    except ImportError as error:
        raise MissingExtra("to_polars", "polars") from error
    types: dict[str, Any] = dict.fromkeys(COLUMNS, polars.String)
    types |= {"day": polars.Date, "words": polars.Int64, **dict.fromkeys(LISTS, polars.List(polars.String))}
    return polars.DataFrame(rows(records), schema=types)


def _json(record: Record) -> Mapping[str, Any]:
    if isinstance(record, Row):
        record = record.record
    return record if isinstance(record, Mapping) else record.to_dict()


def _row(record: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _MADE[name](record) if name in _MADE else record.get(name) for name in COLUMNS}
