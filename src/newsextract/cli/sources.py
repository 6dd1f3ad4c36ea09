"""What a command line names as a source: a page (a URL, a file, or "-" for standard input), or records made before."""

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

import attrs

from newsextract.errors import InputError, RecordError
from newsextract.inputs import files
from newsextract.inputs.fetch import fetch
from newsextract.inputs.fetching.answers import Fetched
from newsextract.inputs.page import Gap, Page, Skipped, Unreadable, member_of
from newsextract.inputs.read import Reading, read
from newsextract.inputs.sources import find
from newsextract.page.signature import other_than_html
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
NAMED: Final = {"gzip": ".gz", "Zstandard": ".zst", "WARC": ".warc", "Parquet": ".parquet"}
"""Kinds of files that are read where their names end so."""


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


def load(source: str, limit: int = LARGEST, member: str | None = None) -> Source:
    """The page a source stands for, unpacked; InputError where it cannot be had, holds none, or has over `limit` bytes.

    `member` names the page where the source is a file that holds many, as the rows of a batch call it.
    What a browser's or a mirror's comment in a saved page says of its address and date counts.
    """
    if member is not None:
        return _member(source, member, limit)
    if is_url(source):
        return of(fetch(source))
    if source == STDIN:
        return of(_page(files.page(sys.stdin.buffer, STDIN, limit)))
    if "://" in source:
        raise InputError("only http and https addresses are fetched; other file systems are read by newsextract batch")
    if Path(source).is_dir():
        raise InputError("is a folder, not a page: newsextract batch reads folders")
    if Path(source).is_file() and any(found.kind != "page" for found in find([source]).sources):
        raise InputError("holds many pages: newsextract batch reads such files, --member names one page")
    try:
        with Path(source).open("rb") as file:
            return of(_page(files.page(file, source, limit)))
    except OSError as error:
        hint = "; an address begins with https://" if _may_be_address(source) else ""
        raise InputError((error.strerror or type(error).__name__) + hint) from error


def _may_be_address(source: str) -> bool:
    """Whether what is no file begins with a host's name."""
    begins, slash, _ = source.partition("/")
    named = "." in begins.strip(".") and not Path(begins).exists()
    return named and (bool(slash) or begins.lower().startswith("www."))


def _member(source: str, member: str, limit: int) -> Source:
    found = dict(members(source, frozenset({member}), limit))
    if not found:
        raise InputError(f"holds no page {member}")
    return found[member]


def members(source: str, wanted: frozenset[str], limit: int = LARGEST) -> Iterator[tuple[str, Source]]:
    """The pages that are wanted of a file that holds many, each with its name, in one pass that ends at the last one;
    InputError where one is damaged.

    A page is called as in the rows of a batch: by its member, or by its offset where it has none.
    """
    if is_url(source) or not Path(source).is_file():
        raise InputError("is no file that holds many pages")
    left = set(wanted)
    for item in (item for found in find([source]).sources for item in read(found, Reading(max_bytes=limit))):
        name = None if isinstance(item, Skipped) else member_of(item.member, item.offset)
        if name not in left or isinstance(item, Skipped):
            continue
        if isinstance(item, Gap):
            raise InputError(f"{name}: {item.message}")
        left.discard(name)
        yield name, of(item)
        if not left:
            return


def named(source: str, member: str | None = None) -> Source:
    """As `load`, for commands of one source: the error names it."""
    try:
        return load(source, member=member)
    except InputError as error:
        raise InputError(f"{source}: {error}") from error


def _page(page: Page) -> Page:
    """The page; Unreadable where it is empty, or its first bytes say that it is something else."""
    if not page.body.strip():
        raise Unreadable("not-html", "is empty: no page came")
    thing = other_than_html(page.body)
    if thing is not None:
        unnamed = next((f" that is not named {ending}" for kind, ending in NAMED.items() if kind in thing), "")
        raise Unreadable("not-html", f"is {thing}{unnamed}, not a web page")
    return page


def of(page: Fetched | Page) -> Source:
    """A page that was fetched or read, as a source."""
    body = page.page if isinstance(page, Fetched) else page.body
    return Source(page=body, url=page.url, charset=page.charset, captured=page.captured)


def articles(source: str, rules: Rules | None = None) -> Iterator[Article]:
    """The records a source stands for: those of a file of records, or the one of a page."""
    if is_url(source) or not source.lower().endswith(RECORDS):
        page = load(source)
        yield extract(page.page, url=page.url, charset=page.charset, captured=page.captured, rules=rules)
        return
    try:
        with Path(source).open(encoding="utf-8") as file:
            yield from _records(file if not source.lower().endswith(ONE_RECORD) else [file.read()])
    except UnicodeDecodeError as error:
        raise InputError("is not text in UTF-8, as records are") from error
    except OSError as error:
        raise InputError(error.strerror or type(error).__name__) from error


def _records(documents: Iterable[str]) -> Iterator[Article]:
    """The records of a file, a JSON document each."""
    for number, document in enumerate(documents, start=1):
        try:
            data = json.loads(document) if document.strip() else None
            if data is not None and not _is_failure(data):
                yield Article.from_dict({key: value for key, value in data.items() if key not in PLACE})
        except (RecordError, json.JSONDecodeError) as error:
            raise InputError(f"record {number}: {error}") from error


def _is_failure(data: object) -> bool:
    """Whether a line stands for a page that could not be had: it holds no links and no text."""
    return isinstance(data, dict) and "error" in data and "stage" in data
