"""Compressed bytes in, at most so many bytes out: a bomb or a cut-off file is an error that says so."""

import io
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any, Final, Protocol

from newsextract.errors import MissingExtra
from newsextract.inputs.page import Unreadable

CHUNK: Final = 1 << 18

EXTRA: Final = "compression"
"""The extra that brings zstandard and brotli."""


class _Inflater(Protocol):
    """Something that inflates chunk by chunk, and knows whether it came to the end."""

    def feed(self, chunk: bytes) -> Iterable[bytes]: ...
    def ended(self) -> bool: ...


def read(stream: IO[bytes], limit: int) -> bytes:
    """All of a stream; Unreadable where that is more than `limit` bytes."""
    body = stream.read(limit + 1)
    if len(body) > limit:
        raise too_large(limit)
    return body


def inflate(stream: IO[bytes], coding: str, limit: int) -> bytes:
    """What a compressed stream holds, in one of CODINGS; Unreadable where it is damaged, cut off or too large."""
    inflater = CODINGS[coding]()
    parts: list[bytes] = []
    size = 0
    try:
        while chunk := stream.read(CHUNK):
            for start in range(0, len(chunk), _STEP):
                for piece in inflater.feed(chunk[start : start + _STEP]):
                    parts.append(piece)
                    size += len(piece)
                    if size > limit:
                        raise too_large(limit)
    except faults() as error:
        raise Unreadable("corrupt", f"damaged {coding} data: {error}") from error
    if not inflater.ended():
        raise Unreadable("truncated", f"the {coding} data end before their end")
    return b"".join(parts)


def too_large(limit: int) -> Unreadable:
    """The error of a page over the limit."""
    return Unreadable("too-large", f"more than {limit:,} bytes")


_STEP: Final = 1 << 10
"""Bytes inflated at a time: a step of a bomb gives 1 MB of deflate (1:1032) or 32 MB of Zstandard (4 bytes a block)."""

_PIECE: Final = 1 << 20
"""Bytes that Brotli may give at a time: a step of a bomb would be 600 MB."""


class _Members:
    """Members or frames one after another, each inflated by an object that knows its end."""

    def __init__(self, start: Callable[[], Any]) -> None:
        self._start = start
        self._inner = start()

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        while chunk:
            if self._inner.eof:
                if not chunk.strip(b"\0"):
                    return  # padding after the last member
                self._inner = self._start()
            yield self._inner.decompress(chunk)
            chunk = self._inner.unused_data

    def ended(self) -> bool:
        return bool(self._inner.eof)


class _Deflate:
    """deflate as HTTP has it: with a zlib header, and as many servers send it, without (RFC 9110, section 8.4.1.2)."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj()
        self._started = False

    def feed(self, chunk: bytes) -> tuple[bytes]:
        try:
            return (self._inner.decompress(chunk),)
        except zlib.error:
            if self._started:
                raise
            self._inner = zlib.decompressobj(-zlib.MAX_WBITS)
            return (self._inner.decompress(chunk),)
        finally:
            self._started = True

    def ended(self) -> bool:
        return self._inner.eof


class _Brotli:
    def __init__(self) -> None:
        self._inner = _package("brotli", "br").Decompressor()

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        yield self._inner.process(chunk, output_buffer_limit=_PIECE)
        while not self._inner.can_accept_more_data():
            yield self._inner.process(b"", output_buffer_limit=_PIECE)

    def ended(self) -> bool:
        return bool(self._inner.is_finished())


def _zstandard() -> Any:
    return _package("zstandard", "zst").ZstdDecompressor().decompressobj()


CODINGS: Final[dict[str, Callable[[], _Inflater]]] = {
    "gzip": lambda: _Members(lambda: zlib.decompressobj(zlib.MAX_WBITS | 16)),
    "deflate": _Deflate,
    "zstd": lambda: _Members(_zstandard),
    "br": _Brotli,
}
"""Content codings by their HTTP names."""


def open_stream(stream: IO[bytes], coding: str | None) -> IO[bytes]:
    """A compressed stream as one that reads what it holds, for files too large for memory.

    Reading it raises EOFError where it is cut off, OSError or zlib.error where it is damaged.
    """
    if coding is None:
        return stream
    if coding == "gzip":
        import gzip

        return gzip.GzipFile(fileobj=stream)  # type: ignore[return-value]
    return io.BufferedReader(_Inflating(stream, coding))


class _Inflating(io.RawIOBase):
    """A compressed stream inflated as it is read. The packages' own readers take a stream that is cut off for whole."""

    def __init__(self, stream: IO[bytes], coding: str) -> None:
        self._stream = stream
        self._coding = coding
        self._inflater = CODINGS[coding]()
        self._pieces: Iterator[bytes] = iter(())
        self._left = memoryview(b"")
        self._fault: Exception | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        """As of io; EOFError where the stream is cut off, OSError where it is damaged, and again when read again."""
        try:
            while not self._left and (piece := self._piece()) is not None:
                self._left = memoryview(piece)
        except EOFError:
            raise
        except faults() as error:
            self._fault = OSError(f"damaged {self._coding} data: {error}")
            raise self._fault from error
        size = min(len(buffer), len(self._left))
        buffer[:size] = self._left[:size]
        self._left = self._left[size:]
        return size

    def _piece(self) -> bytes | None:
        """What comes next, if only nothing yet; None at the end."""
        for piece in self._pieces:
            return piece
        chunk = self._next()
        if not chunk:
            return None
        self._pieces = iter(self._inflater.feed(chunk))
        return b""

    def _next(self) -> bytes:
        if self._fault is not None:
            raise self._fault
        chunk = self._stream.read(_STEP)
        if not chunk and not self._inflater.ended():
            self._fault = EOFError(f"the {self._coding} data end before their end")
            raise self._fault
        return chunk


def _package(name: str, ending: str) -> Any:
    import importlib

    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise MissingExtra(f"reading .{ending} files", EXTRA) from error


def faults() -> tuple[type[Exception], ...]:
    """What the packages that are loaded raise on damaged data."""
    import sys

    faults: list[type[Exception]] = [zlib.error, EOFError]
    if "zstandard" in sys.modules:
        faults.append(sys.modules["zstandard"].ZstdError)
    if "brotli" in sys.modules:
        faults.append(sys.modules["brotli"].error)
    return tuple(faults)
