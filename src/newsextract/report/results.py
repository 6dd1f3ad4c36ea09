"""The results of a batch in, its rows out: records and failures as dicts, one at a time.

JSON Lines (also .gz, .zst), Parquet, SQLite as `newsextract batch` writes it, or a folder of such files. A row is what
`Article.to_dict` gives, or a Failure with its key "error"; batches add "id" and "page", where the page came from.
"""

import gzip
import io
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, TypeAlias

from newsextract.errors import InputError, MissingExtra

Row: TypeAlias = dict[str, Any]

WANTED = frozenset(
    "id page kind url canonical_url site language title subtitle description byline authors source published modified "
    "categories breadcrumbs tags lead_image related contents pagination notices evidence fingerprint text "
    "stage error message seconds".split()
)
"""Columns of a table that a report reads: the blocks of the body are not among them."""

BATCH = 500
"""Rows of a Parquet file held at once."""


def rows(path: str) -> Iterator[Row]:
    """Every row of a file, or of the files of a folder by name; InputError says which file and line is wrong."""
    place = Path(path)
    if not place.exists():
        raise InputError(f"{path}: No such file or directory")
    if place.is_dir():
        files = sorted(p for p in place.iterdir() if _reader(p.name) is not None)
        if not files:
            raise InputError(f"{path}: no results in this folder: {', '.join(_READERS)}")
        for file in files:
            yield from rows(str(file))
        return
    reader = _reader(place.name)
    if reader is None:
        raise InputError(f"{path}: results are files named {', '.join(_READERS)}")
    try:
        yield from reader(place)
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: {getattr(error, 'strerror', None) or error}") from error


def _reader(name: str) -> Callable[[Path], Iterator[Row]] | None:
    lower = name.lower()
    return next((read for ending, read in _READERS.items() if lower.endswith(ending)), None)


def _lines(path: Path) -> Iterator[Row]:
    with path.open("rb") as file:
        yield from _parsed(path, file)


def _gzip_lines(path: Path) -> Iterator[Row]:
    with gzip.open(path, "rb") as file:
        yield from _parsed(path, file)


def _zstandard_lines(path: Path) -> Iterator[Row]:
    try:
        import zstandard
    except ImportError as error:
        raise MissingExtra("reading .zst files", "compression") from error
    with path.open("rb") as file:
        reader = zstandard.ZstdDecompressor().stream_reader(file, read_across_frames=True)
        yield from _parsed(path, io.BufferedReader(reader))


def _parsed(path: Path, lines: Any) -> Iterator[Row]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                row = json.loads(line)
            except ValueError as error:
                raise InputError(f"{path}: line {number}: {error}") from error
            if not isinstance(row, dict):
                raise InputError(f"{path}: line {number}: no record")
            yield row


def _parquet(path: Path) -> Iterator[Row]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise MissingExtra("reading Parquet", "parquet") from error
    try:
        file = pyarrow.parquet.ParquetFile(path)
        columns = [name for name in file.schema_arrow.names if name in WANTED]
        for batch in file.iter_batches(batch_size=BATCH, columns=columns):
            yield from map(_unpacked, batch.to_pylist())
    except pyarrow.ArrowException as error:
        raise InputError(f"{path}: {error}") from error


def _unpacked(row: Row) -> Row:
    """A row of a table as a record: JSON in text columns read, maps as dicts; a failure where `error` has a value."""
    out = {name: _value(name, value) for name, value in row.items()}
    if out.get("error") is None:
        out.pop("error", None)
    return out


def _value(name: str, value: Any) -> Any:
    if name not in _TEXTS and isinstance(value, str) and value[:1] in {"{", "["}:
        return json.loads(value)
    if name == "evidence" and isinstance(value, list):
        return {key: why for key, why in map(_entry, value) if why}
    if name == "evidence" and isinstance(value, dict):
        return {key: why for key, why in value.items() if why}
    return value


def _entry(entry: Any) -> tuple[str, Any]:
    """An entry of a map: Arrow gives pairs, others structs that name their field."""
    return (entry["field"], entry) if isinstance(entry, dict) else (entry[0], entry[1])


_TEXTS = frozenset("id url title subtitle description byline source text message error".split())


def _database(path: Path) -> Iterator[Row]:
    path.stat()
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            connection.row_factory = sqlite3.Row
            for found in connection.execute("SELECT id, page_source, page_member, record FROM articles ORDER BY rowid"):
                page = {"source": found["page_source"], "member": found["page_member"]}
                yield {**json.loads(found["record"]), "id": found["id"], "page": page}
            for found in connection.execute("SELECT * FROM errors ORDER BY rowid"):
                yield {**dict(found), "page": {"source": found["page_source"], "member": found["page_member"]}}
    except sqlite3.Error as error:
        raise InputError(f"{path}: {error}") from error


_READERS: dict[str, Callable[[Path], Iterator[Row]]] = {
    ".jsonl": _lines,
    ".ndjson": _lines,
    ".jsonl.gz": _gzip_lines,
    ".ndjson.gz": _gzip_lines,
    ".jsonl.zst": _zstandard_lines,
    ".ndjson.zst": _zstandard_lines,
    ".parquet": _parquet,
    ".sqlite": _database,
    ".sqlite3": _database,
    ".db": _database,
}
"""Ending -> what reads such files."""
