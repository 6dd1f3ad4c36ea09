"""Rows in, bytes of a part out: the formats that are files, by name.

A row comes as one line of JSON. What a format writes of several parts can be joined: gzip members, Zstandard frames
and lines of text follow one another; CSV has its header in the first part of a file alone. Parquet can not.
"""

import gzip
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath
from typing import Final, TypeAlias

import attrs

from newsextract.errors import MissingExtra, OutputError

Fields: TypeAlias = tuple[str, ...] | None
"""The keys of the record that were asked for; None for all."""


@attrs.frozen(kw_only=True)
class Format:
    """A format of files."""

    name: str
    endings: tuple[str, ...]
    """Of files; the first is given to part files."""
    encode: Callable[[Sequence[bytes], Fields, bool], bytes]
    """(rows, fields, whether they are the first of their file) to bytes."""
    joins: bool = True
    """Whether parts can follow one another in one file."""


def named(name: str) -> Format:
    """The format of a name; OutputError where there is none."""
    found = next((f for f in FORMATS if f.name == name), None)
    if found is None:
        raise OutputError(f"no format {name!r}; there are {', '.join(f.name for f in FORMATS)}, sqlite")
    return found


def by_ending(path: str) -> Format | None:
    """The format of a file by its name; None where that says nothing."""
    lower = PurePosixPath(path.lower()).name
    return next((f for f in FORMATS if lower.endswith(f.endings)), None)


def _lines(rows: Sequence[bytes], fields: Fields, first: bool) -> bytes:
    return b"".join(row + b"\n" for row in rows)


def _gzip_lines(rows: Sequence[bytes], fields: Fields, first: bool) -> bytes:
    return gzip.compress(_lines(rows, fields, first), _GZIP_LEVEL, mtime=0)


def _zstandard_lines(rows: Sequence[bytes], fields: Fields, first: bool) -> bytes:
    try:
        import zstandard
    except ImportError as error:
        raise MissingExtra("writing .zst files", "compression") from error
    return zstandard.ZstdCompressor(level=_ZSTANDARD_LEVEL).compress(_lines(rows, fields, first))


_GZIP_LEVEL: Final = 6
_ZSTANDARD_LEVEL: Final = 9
"""Half the time of gzip's 6 at a smaller size, on records of news pages."""


def _parquet(rows: Sequence[bytes], fields: Fields, first: bool) -> bytes:
    from newsextract.outputs import arrow

    return arrow.encode(rows, fields, first)


def _csv(rows: Sequence[bytes], fields: Fields, first: bool) -> bytes:
    from newsextract.outputs import flat

    return flat.encode(rows, fields, first)


FORMATS: Final = (
    Format(name="jsonl", endings=(".jsonl", ".ndjson"), encode=_lines),
    Format(name="jsonl.gz", endings=(".jsonl.gz", ".ndjson.gz"), encode=_gzip_lines),
    Format(name="jsonl.zst", endings=(".jsonl.zst", ".ndjson.zst"), encode=_zstandard_lines),
    Format(name="csv", endings=(".csv",), encode=_csv),
    Format(name="parquet", endings=(".parquet",), encode=_parquet, joins=False),
)
