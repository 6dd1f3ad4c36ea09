"""Content codings undone, within limits: gzip, deflate, and br and zstd where their packages are installed.

A few kilobytes can be made to unfold to gigabytes. So nothing is decoded by more than a piece at a time, and what
grows past the size limit, or far beyond what text can, is refused.
"""

import io
import zlib
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from typing import Any

from newsextract.inputs.fetching.answers import Refused

RATIO = 200
"""Growth of a bomb. Pages grow 3 to 20 times; a table of zeros may reach 100."""
HARMLESS = 1_000_000
"""Bytes under which no ratio is a bomb."""
PIECE = 65_536
"""Bytes decoded at a time."""
WINDOW = 1 << 23
"""Bytes of memory that zstd may ask for: RFC 9659 grants it 8 MB on the web."""
MOST = 3
"""Codings on top of each other; servers use one."""

_Decoder = Callable[[bytes], Iterator[bytes]]


def accepted() -> str:
    """The Accept-Encoding header: what can be undone here."""
    return ", ".join(name for name, package in _PACKAGES.items() if package is None or find_spec(package))


def decoded(body: bytes, codings: str | None, size: int) -> bytes:
    """A body without its codings; `Refused` where it is broken, a bomb, or larger than `size`."""
    names = [n for n in (c.strip().lower() for c in (codings or "").split(",")) if n not in ("", "identity")]
    if len(names) > MOST:
        raise Refused("decode", "encoding", f"{len(names)} content codings on top of each other")
    for name in reversed(names):
        body = _undone(body, name, size)
    return body


def _undone(body: bytes, name: str, size: int) -> bytes:
    package = _PACKAGES.get(name)
    if name not in _DECODERS or (package and not find_spec(package)):
        raise Refused("decode", "encoding", f"content coding {name!r} cannot be undone here")
    if not body:
        return body
    whole = bytearray()
    limit = min(size, max(HARMLESS, len(body) * RATIO))
    try:
        for piece in _DECODERS[name](body):
            whole += piece
            if len(whole) > limit:
                raise _too_much(len(body), size, limit)
    except _Broken as error:
        raise Refused("decode", "encoding", f"broken {name}: {error}") from error
    return bytes(whole)


def _too_much(sent: int, size: int, limit: int) -> Refused:
    if limit < size:
        return Refused("decode", "bomb", f"{sent} bytes unfold to more than {RATIO} times as many")
    return Refused("decode", "too-large", f"more than {size} bytes when decoded")


class _Broken(Exception):
    """Data that is not what its coding says."""


def _gzip(body: bytes, bits: int = 31) -> Iterator[bytes]:
    while body:
        decoder = zlib.decompressobj(bits)
        while not decoder.eof:
            try:
                piece = decoder.decompress(body, PIECE)
            except zlib.error as error:
                raise _Broken(str(error)) from error
            body = decoder.unconsumed_tail
            if not piece and not body and not decoder.eof:
                raise _Broken("it ends too early")
            yield piece
        body = decoder.unused_data if decoder.unused_data[:2] == b"\x1f\x8b" else b""  # a further member, or padding


def _deflate(body: bytes) -> Iterator[bytes]:
    """RFC 9110 says zlib; some servers send the bare stream."""
    has_header = len(body) > 1 and body[0] & 15 == 8 and (body[0] << 8 | body[1]) % 31 == 0
    yield from _gzip(body, 15 if has_header else -15)


def _brotli(body: bytes) -> Iterator[bytes]:
    import brotli

    decoder = brotli.Decompressor()
    try:
        yield decoder.process(body, output_buffer_limit=PIECE)
        while not decoder.is_finished():
            piece = decoder.process(b"", output_buffer_limit=PIECE)
            if not piece and decoder.can_accept_more_data():
                raise _Broken("it ends too early")
            yield piece
    except brotli.error as error:
        raise _Broken(str(error)) from error


def _zstd(body: bytes) -> Iterator[bytes]:
    import zstandard

    decoder = zstandard.ZstdDecompressor(max_window_size=WINDOW)
    try:
        with decoder.stream_reader(io.BytesIO(body), read_across_frames=True) as reader:
            while piece := reader.read(PIECE):
                yield piece
        if _ends_early(zstandard, body):
            raise _Broken("it ends too early")
    except zstandard.ZstdError as error:
        raise _Broken(str(error)) from error


def _ends_early(zstandard: Any, body: bytes) -> bool:
    """Whether a frame is cut off, which the reader does not tell; by now the size is known to be within limits."""
    while body:
        frame = zstandard.ZstdDecompressor(max_window_size=WINDOW).decompressobj()
        frame.decompress(body)
        if not frame.eof:
            return True
        body = frame.unused_data
    return False


_PACKAGES: dict[str, str | None] = {"gzip": None, "deflate": None, "br": "brotli", "zstd": "zstandard"}
"""Coding -> the package that undoes it; None where Python does."""
_DECODERS: dict[str, Any] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
