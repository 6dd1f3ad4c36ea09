"""One source in, its pages out, in its own order; what cannot be read is a Gap."""

import io
import re
import sys
import zlib
from collections.abc import Callable, Iterator
from typing import IO, Final, cast

import attrs

from newsextract import storage
from newsextract.errors import FetchError, InputError, NewsextractError
from newsextract.inputs import archives, columns, files, mirror, warc
from newsextract.inputs.columns import Columns
from newsextract.inputs.compressed import open_stream
from newsextract.inputs.page import Gap, Item, Page, Skipped, Unreadable
from newsextract.inputs.sources import SCHEMES, STDIN, Source, find
from newsextract.records.failure import Stage


@attrs.frozen(kw_only=True)
class Reading:
    """How sources are read."""

    max_bytes: int = 20_000_000
    """The largest page, inflated; beyond, it is a Gap. Of 1,200 real pages none is over 6 MB."""
    columns: Columns = attrs.field(factory=Columns)
    mirror: bool = False
    """Folders and archives hold sites as wget saves them: pages are known by their content whatever their names, and
    their addresses by their paths."""


def read(source: Source, reading: Reading) -> Iterator[Item]:
    """The pages of a source. Never raises for what is in it; MissingExtra where a package is needed for its kind."""
    try:
        for item in _READERS[source.kind](source, reading):
            yield _mirrored(item) if reading.mirror and isinstance(item, Page) else item
    except Unreadable as error:
        yield Gap(source=source.name, error=error.error, message=str(error))
    except OSError as error:
        yield Gap(source=source.name, error=type(error).__name__, message=error.strerror or str(error))
    except NewsextractError:
        raise
    except Exception as error:  # noqa: BLE001 - what a package's reader trips over must not cost the other sources
        yield Gap(source=source.name, error=type(error).__name__, message=" ".join(str(error).split()))


def _mirrored(page: Page) -> Page:
    """A page with the address its path tells, where nothing else does."""
    return page if page.url else attrs.evolve(page, url=mirror.address(page.member or page.source, page.body))


def _file(source: Source, reading: Reading) -> Iterator[Item]:
    """A page, if it looks like one."""
    with storage.open_read(source.path) as stream:
        if _HTML.match(stream.read(_SNIFFED)):
            stream.seek(0)
            yield files.page(stream, source.name, reading.max_bytes)
        else:
            yield Skipped(source=source.name, cause="not-html")


_SNIFFED: Final = 512
_HTML: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head)\b", re.I | re.S
)
"""How an HTML page begins; SVG and feeds begin otherwise."""


def _page(source: Source, reading: Reading) -> Iterator[Item]:
    with storage.open_read(source.path) as stream:
        yield files.page(stream, source.name, reading.max_bytes)


def _whole(stream: IO[bytes]) -> IO[bytes]:
    """The stream at its start; Unreadable where it holds nothing, as a crawl on a full disk leaves its files."""
    if not stream.read(1):
        raise Unreadable("truncated", "the file is empty")
    stream.seek(0)
    return stream


def _warc(source: Source, reading: Reading) -> Iterator[Item]:
    with storage.open_read(source.path) as stream:
        yield from warc.read(_whole(stream), source.name, reading.max_bytes)


def _zip(source: Source, reading: Reading) -> Iterator[Item]:
    with storage.open_read(source.path) as stream:
        yield from archives.read_zip(stream, source.name, reading.max_bytes)


def _tar(source: Source, reading: Reading) -> Iterator[Item]:
    with storage.open_read(source.path) as stream:
        yield from archives.read_tar(stream, source.name, reading.max_bytes)


def _json_lines(source: Source, reading: Reading) -> Iterator[Item]:
    coding = files.endings(source.path)[1]
    with storage.open_read(source.path) as stream:
        yield from _lines(open_stream(_whole(stream), coding), source.name, reading)


def _lines(stream: IO[bytes], name: str, reading: Reading) -> Iterator[Item]:
    try:
        yield from columns.read_json_lines(stream, name, reading.max_bytes, reading.columns)
    except archives.damage() as error:
        yield Gap(source=name, error="truncated" if isinstance(error, EOFError) else "corrupt", message=str(error))


def _parquet(source: Source, reading: Reading) -> Iterator[Item]:
    with storage.open_read(source.path) as stream:
        yield from columns.read_parquet(stream, source.name, reading.max_bytes, reading.columns)


def _url(source: Source, reading: Reading) -> Iterator[Item]:
    from newsextract.inputs.fetch import fetch  # the network's packages load only where a URL is given

    try:
        answer = fetch(source.path)
    except FetchError as error:
        stage = cast(Stage, error.stage)
        yield Gap(source=source.name, url=source.path, error=error.error, message=str(error), stage=stage)
        return
    yield Page(body=answer.page, source=source.name, url=answer.url, charset=answer.charset, captured=answer.captured)


def _closed(source: Source, reading: Reading) -> Iterator[Item]:
    yield Gap(source=source.name, error="PermissionError", message="the folder cannot be read")


def _stdin(source: Source, reading: Reading) -> Iterator[Item]:
    """What comes in, told by its first bytes: WARC, JSON Lines, one page, or a list of paths and URLs; also as gzip."""
    stream: IO[bytes] = sys.stdin.buffer
    start: bytes = stream.peek(512)  # type: ignore[attr-defined]  # a BufferedReader
    head = _opening(start).lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith((b"WARC/", *_ZSTANDARD)):
        yield from warc.read(cast(IO[bytes], _Forward(stream)), source.name, reading.max_bytes)
        return
    if start.startswith(_GZIP):
        stream = open_stream(stream, "gzip")
    if head.startswith(b"{"):
        yield from _lines(stream, source.name, reading)
    elif head.startswith(b"<") or not head:
        yield files.page(stream, source.name, reading.max_bytes)
    else:
        for line in stream:
            yield from _of_line(line.decode("utf-8", "replace").strip(), reading)


def _of_line(line: str, reading: Reading) -> Iterator[Item]:
    if not line:
        return
    if not line.lower().startswith(SCHEMES) and not storage.exists(line):
        yield Gap(source=line, error="FileNotFoundError", message="no such file or folder")
        return
    try:
        sources = find([line]).sources
    except InputError as error:
        yield Gap(source=STDIN, error="address", message=str(error))
        return
    for source in sources:
        yield from read(source, reading)


def _opening(start: bytes) -> bytes:
    """What gzip data begin with; other bytes as they are."""
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(start, _SNIFFED) if start.startswith(_GZIP) else start
    except zlib.error:
        return start


_GZIP: Final = b"\x1f\x8b"
_ZSTANDARD: Final = (b"\x28\xb5\x2f\xfd", b"\x5d\x2a\x4d\x18")
"""A frame, and the dictionary before the first; of what is inside nothing can be seen without its end: it is WARC."""


class _Forward(io.BufferedIOBase):
    """A stream that is only read forward, and knows how far it is: fastwarc asks by a seek to where it stands."""

    def __init__(self, inner: IO[bytes]) -> None:
        self._inner = inner
        self._position = 0

    def read(self, size: int | None = -1) -> bytes:
        content = self._inner.read(-1 if size is None else size)
        self._position += len(content)
        return content

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._position

    def readable(self) -> bool:
        return True


_READERS: Final[dict[str, Callable[[Source, Reading], Iterator[Item]]]] = {
    "page": _page,
    "file": _file,
    "warc": _warc,
    "zip": _zip,
    "tar": _tar,
    "json-lines": _json_lines,
    "parquet": _parquet,
    "url": _url,
    "closed": _closed,
    "stdin": _stdin,
}
