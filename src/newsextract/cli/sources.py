"""What a command line names as a source: a page (a URL, a file, or "-" for standard input), or records made before."""

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import IO

import attrs

from newsextract.errors import InputError, PageTooLarge, RecordError
from newsextract.inputs.fetch import fetch
from newsextract.inputs.fetching.answers import Fetched
from newsextract.pipeline import extract
from newsextract.records import Article
from newsextract.rules.load import Rules

STDIN = "-"
LARGEST = 20_000_000
"""Bytes of a page, as of `batch` and `fetch`."""
ONE_RECORD = ".json"
PLACE = ("id", "page")
"""Keys that a row of a batch has in front of its record."""
RECORDS = (ONE_RECORD, ".jsonl", ".ndjson")
"""Endings of files that hold records, not pages: one record, or one a line."""


@attrs.frozen(kw_only=True)
class Source:
    """A page to extract."""

    page: bytes
    url: str | None = None
    charset: str | None = None
    captured: datetime | None = None


def is_url(source: str) -> bool:
    """Whether a source is fetched, not read from disk."""
    return source.lower().startswith(("http://", "https://"))


def load(source: str, limit: int = LARGEST) -> Source:
    """The page a source stands for; InputError where it cannot be had, PageTooLarge beyond `limit` bytes."""
    if is_url(source):
        return of(fetch(source))
    if source == STDIN:
        return Source(page=_read(sys.stdin.buffer, limit))
    try:
        with Path(source).open("rb") as file:
            return Source(page=_read(file, limit))
    except OSError as error:
        raise InputError(error.strerror or type(error).__name__) from error


def _read(file: IO[bytes], limit: int) -> bytes:
    page = file.read(limit + 1)
    if len(page) > limit:
        raise PageTooLarge(f"more than {limit:,} bytes")
    return page


def of(fetched: Fetched) -> Source:
    """A page that was fetched, as a source."""
    return Source(page=fetched.page, url=fetched.url, charset=fetched.charset, captured=fetched.captured)


def articles(source: str, rules: Rules | None = None) -> Iterator[Article]:
    """The records a source stands for: those of a file of records, or the one of a page."""
    if is_url(source) or not source.lower().endswith(RECORDS):
        page = load(source)
        yield extract(page.page, url=page.url, charset=page.charset, captured=page.captured, rules=rules)
        return
    try:
        with Path(source).open(encoding="utf-8") as file:
            yield from _records(file if not source.lower().endswith(ONE_RECORD) else [file.read()])
    except OSError as error:
        raise InputError(error.strerror or type(error).__name__) from error


def _records(documents: Iterable[str]) -> Iterator[Article]:
    """The records of a file, a JSON document each."""
    for number, document in enumerate(documents, start=1):
        try:
            data = json.loads(document) if document.strip() else None
            if data is not None and not _is_failure(data):
                yield Article.from_dict({key: value for key, value in data.items() if key not in PLACE})
        except (RecordError, json.JSONDecodeError, UnicodeDecodeError) as error:
            raise InputError(f"record {number}: {error}") from error


def _is_failure(data: object) -> bool:
    """Whether a line stands for a page that could not be had: it holds no links and no text."""
    return isinstance(data, dict) and "error" in data and "stage" in data
