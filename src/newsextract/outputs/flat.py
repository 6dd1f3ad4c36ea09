"""Rows in, CSV out: the flat fields of records, a line each, for spreadsheets.

What holds several values has them parted by "; ". A cell that a spreadsheet would run as a formula gets a quote mark.
"""

import csv
import io
import json
from collections.abc import Callable, Sequence
from typing import Any, Final

from newsextract.outputs.formats import Fields
from newsextract.records.blocks import defused

Json = dict[str, Any]

SEVERAL: Final = "; "


def _names(key: str, name: str) -> Callable[[Json], str]:
    return lambda row: SEVERAL.join(element[name] for element in row.get(key) or ())


def _inner(key: str, name: str) -> Callable[[Json], str]:
    return lambda row: (row.get(key) or {}).get(name) or ""


_DERIVED: Final[dict[str, Callable[[Json], str]]] = {
    "site": _inner("site", "name"),
    "authors": _names("authors", "name"),
    "categories": _names("categories", "text"),
    "breadcrumbs": _names("breadcrumbs", "text"),
    "tags": _names("tags", "text"),
    "notices": _names("notices", "kind"),
    "lead_image": _inner("lead_image", "url"),
}
"""Columns made of what is nested, under the key it has in the record."""

COLUMNS: Final = (
    "kind url canonical_url site language title subtitle description byline authors source published modified "
    "categories breadcrumbs tags lead_image notices fingerprint text"
).split()
"""The columns of a record."""

BEFORE: Final = ("id", "page")
AFTER: Final = ("stage", "error", "message")


def encode(rows: Sequence[bytes], fields: Fields, first: bool) -> bytes:
    """Rows as RFC 4180 lines, with a header where they are the first."""
    columns = [c for c in COLUMNS if c in fields] if fields is not None else COLUMNS
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    if first:
        writer.writerow([*BEFORE, *columns, *AFTER])
    for row in map(json.loads, rows):
        writer.writerow([defused(_cell(row, column)) for column in (*BEFORE, *columns, *AFTER)])
    return out.getvalue().encode()


def _cell(row: Json, column: str) -> str:
    if column == "page":
        return SEVERAL.join(filter(None, (row["page"]["source"], row["page"]["member"])))
    derive = _DERIVED.get(column)
    value = derive(row) if derive else row.get(column)
    return "" if value is None else str(value)
