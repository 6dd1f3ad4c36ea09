"""Tables of pages in, pages out: a column of HTML, and where there is one a column of URLs. JSON Lines and Parquet."""

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import IO, Any, Final

import attrs

from newsextract.errors import MissingExtra
from newsextract.inputs.page import Gap, Item, Page

LINE_FACTOR: Final = 8
"""How much longer a line of JSON may be than its page: escapes take up to six bytes a character."""

_ROWS: Final = 64
"""Rows of a Parquet file read at a time: pages are large."""


@attrs.frozen
class Columns:
    """Names of columns; None takes the first of the usual ones that is there."""

    html: str | None = None
    url: str | None = None
    captured: str | None = None


_USUAL: Final = {
    "html": ("html", "page", "body", "content", "raw_html"),
    "url": ("url", "uri", "link", "target_uri"),
    "captured": ("captured", "crawled", "fetched", "fetch_time", "download_date", "date_download"),
}


def read_json_lines(stream: IO[bytes], source: str, limit: int, columns: Columns) -> Iterator[Item]:
    """The pages of JSON Lines, one an object a line."""
    number = -1
    while line := stream.readline(LINE_FACTOR * limit):
        number += 1
        if not line.endswith(b"\n") and len(line) >= LINE_FACTOR * limit:
            _rest_of_line(stream)
            message = f"a line over {LINE_FACTOR * limit:,} bytes"
            yield Gap(source=source, offset=number, error="too-large", message=message)
        elif line.strip():
            yield _of_line(line, source, number, limit, columns)


def read_parquet(stream: IO[bytes], source: str, limit: int, columns: Columns) -> Iterator[Item]:
    """The pages of a Parquet file, one a row."""
    try:
        from pyarrow import ArrowException, parquet
    except ImportError as error:
        raise MissingExtra("reading Parquet files", "parquet") from error
    number = 0
    try:
        file = parquet.ParquetFile(stream)
        wanted = _present(file.schema_arrow.names, columns)
        for batch in file.iter_batches(batch_size=_ROWS, columns=wanted):
            for row in batch.to_pylist():
                yield _of_row(row, source, number, limit, columns)
                number += 1
    except (ArrowException, OSError, ValueError) as error:  # ValueError: names that are no UTF-8
        yield Gap(source=source, offset=number, error="corrupt", message=" ".join(str(error).split()))


def _present(names: list[str], columns: Columns) -> list[str]:
    given = [name for name in attrs.astuple(columns) if name]
    return [n for n in names if n in given or any(n in usual for usual in _USUAL.values())]


def _rest_of_line(stream: IO[bytes]) -> None:
    while (rest := stream.readline(1 << 20)) and not rest.endswith(b"\n"):
        pass


def _of_line(line: bytes, source: str, number: int, limit: int, columns: Columns) -> Item:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        cut = not line.endswith(b"\n")
        return Gap(source=source, offset=number, error="truncated" if cut else "bad-json", message=str(error))
    if not isinstance(row, dict):
        return Gap(source=source, offset=number, error="bad-json", message="the line holds no object")
    return _of_row(row, source, number, limit, columns)


def _of_row(row: Mapping[str, Any], source: str, number: int, limit: int, columns: Columns) -> Item:
    html, url, captured = (
        _cell(row, name, usual) for name, usual in zip(attrs.astuple(columns), _USUAL.values(), strict=True)
    )
    place: dict[str, Any] = {"source": source, "offset": number, "url": url if isinstance(url, str) else None}
    if not isinstance(html, str | bytes):
        wanted = columns.html or " or ".join(_USUAL["html"])
        return Gap(**place, error="no-page", message=f"no HTML in the column {wanted}")
    body = html.encode("utf-8", "replace") if isinstance(html, str) else html
    if len(body) > limit:
        return Gap(**place, error="too-large", message=f"{len(body):,} bytes")
    charset = "utf-8" if isinstance(html, str) else None
    return Page(**place, body=body, charset=charset, captured=_date(captured))


def _cell(row: Mapping[str, Any], name: str | None, usual: tuple[str, ...]) -> Any:
    if name is not None:
        return row.get(name)
    return next((row[n] for n in usual if row.get(n) is not None), None)


def _date(value: object) -> datetime | None:
    """A column's date: what Parquet gives, ISO 8601 in JSON; UTC where it names no zone."""
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            return None
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=UTC)
    return datetime(value.year, value.month, value.day, tzinfo=UTC) if isinstance(value, date) else None
