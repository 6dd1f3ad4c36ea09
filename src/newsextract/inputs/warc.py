"""A WARC file in, the HTML pages of its response records out (ISO 28500).

What a crawler cut off or a disk damaged is a Gap, and reading goes on at the next record: a truncated gzip file ends
without an error in every reader there is, so the length of each record is checked; a damaged member stops the reader,
which is then set upon the next one.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import IO, Any, Final

from newsextract.errors import MissingExtra
from newsextract.inputs import http
from newsextract.inputs.page import Gap, Item, Page, Skipped, Unreadable

HEADERS: Final = 1 << 16
"""Bytes allowed for the HTTP headers on top of a page's limit."""

COMPRESSION: Final = 8
"""How much more a record may hold than a page's limit before it is passed over unread: its body can be stored plain."""

_MAGIC: Final = (b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd", b"WARC/1.")
"""What a record begins with: a gzip member, a Zstandard frame, the record itself."""

_KINDS: Final = frozenset({"response", "resource", "revisit"})
_OK: Final = 200
_WINDOW: Final = 1 << 20


def read(stream: IO[bytes], source: str, limit: int) -> Iterator[Item]:
    """The pages of a WARC file, `stream` at its start; one that can seek is read on beyond damage."""
    start: int | None = 0
    at = 0
    while start is not None:
        try:
            for record in _records(stream, start):
                at = record.stream_pos
                yield from _item(record, source, limit)
            return
        except OSError as error:
            at = max(at, start)
            start = _next_record(stream, at + 1) if stream.seekable() else None
            if start is None or _begins_well(stream, start):
                until = "the end of the file" if start is None else f"byte {start}"
                yield Gap(source=source, offset=at, error="corrupt", message=f"damage up to {until}: {error}")


def _records(stream: IO[bytes], start: int) -> Iterator[Any]:
    """The records from byte `start` on; OSError at damage."""
    try:
        from fastwarc.warc import ArchiveIterator
    except ImportError as error:
        raise MissingExtra("reading WARC files", "warc") from error
    if start:
        stream.seek(start)
    yield from ArchiveIterator(stream, parse_http=False)


def _item(record: Any, source: str, limit: int) -> Iterator[Item]:
    """What one record is: a page, a gap, something passed over; nothing where a crawler writes down its own work."""
    kind = (record.headers.get("WARC-Type") or "").lower()
    if kind not in _KINDS:
        return
    place = {
        "source": source,
        "member": record.record_id,
        "offset": record.stream_pos,
        "url": (record.headers.get("WARC-Target-URI") or "").strip("<>") or None,
        "captured": _date(record),
    }
    if kind == "revisit":
        yield Skipped(source=source, cause="revisit")
        return
    try:
        yield _page(record, kind, place, limit)
    except Unreadable as error:
        yield Gap(**place, error=error.error, message=str(error))


def _page(record: Any, kind: str, place: dict[str, Any], limit: int) -> Item:
    length = record.content_length
    if length > COMPRESSION * limit + HEADERS:
        raise Unreadable("too-large", f"a record of {length:,} bytes")
    block = record.reader.read()
    if len(block) < length:
        raise Unreadable("truncated", f"{len(block):,} of {length:,} bytes")
    if kind == "resource":
        answer = http.Response(200, {"content-type": record.headers.get("Content-Type") or ""}, block)
    else:
        answer = http.response(block)
    if answer.status != _OK:
        return Skipped(source=place["source"], cause=f"http-{answer.status}")
    if not answer.is_html():
        return Skipped(source=place["source"], cause="not-html")
    return Page(**place, body=http.decoded(answer, limit), charset=answer.charset)


def _date(record: Any) -> datetime | None:
    when: datetime | None = record.record_date
    if when is None:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def _next_record(stream: IO[bytes], start: int) -> int | None:
    """Where the next record may begin, from byte `start` on; None where none does."""
    stream.seek(0)
    opening = stream.read(len(max(_MAGIC, key=len)))
    magic = next((m for m in _MAGIC if opening.startswith(m)), _MAGIC[-1])
    stream.seek(start)
    kept = b""
    while chunk := stream.read(_WINDOW):
        window = kept + chunk
        if (found := window.find(magic)) >= 0:
            return start - len(kept) + found
        start += len(chunk)
        kept = window[-len(magic) + 1 :]
    return None


def _begins_well(stream: IO[bytes], start: int) -> bool:
    try:
        next(_records(stream, start), None)
    except OSError:
        return False
    return True
