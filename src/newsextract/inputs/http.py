"""The block of a WARC response record in, the page out: status, headers, transfer and content codings."""

import io
import re
from typing import Final

import attrs

from newsextract.inputs.compressed import CODINGS, inflate, too_large
from newsextract.inputs.page import Unreadable

_ALIASES: Final = {"x-gzip": "gzip", "zstandard": "zstd"}
_CHARSET: Final = re.compile(r";\s*charset\s*=\s*[\"']?([^\s\"';]+)", re.I)
_END: Final = re.compile(rb"\r?\n\r?\n")
_STATUS: Final = re.compile(r"[0-9]{3}")
_SIZE: Final = re.compile(rb"[0-9A-Fa-f]{1,15}")
"""Of a chunk. What `int` takes beyond that, such as a sign, would set the reader back."""

MOST: Final = 3
"""Codings on top of each other; servers use one."""

HTML: Final = ("text/html", "application/xhtml+xml")


@attrs.frozen
class Response:
    """A HTTP response as a crawler kept it."""

    status: int
    headers: dict[str, str]
    """Names in lower case; of a repeated one, the last."""
    raw: bytes
    """The body as sent."""

    @property
    def type(self) -> str:
        """The media type, lower case, without parameters; "" where none is given."""
        return self.headers.get("content-type", "").split(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The charset of Content-Type."""
        found = _CHARSET.search(self.headers.get("content-type", ""))
        return found[1] if found else None

    def is_html(self) -> bool:
        """Whether it holds a page: says so, or says nothing and begins like one."""
        return self.type in HTML or (not self.type and self.raw[:512].lstrip()[:1] == b"<")


def response(block: bytes) -> Response:
    """A response out of its bytes; Unreadable where they are none."""
    end = _END.search(block)
    head = block[: end.start()] if end else block
    first, *lines = head.decode("latin-1").splitlines() or [""]
    parts = first.split(maxsplit=2)
    if len(parts) < 2 or not parts[0].startswith("HTTP/") or not _STATUS.fullmatch(parts[1]):
        raise Unreadable("corrupt", "the record holds no HTTP response")
    headers = {}
    for line in lines:
        name, colon, value = line.partition(":")
        if colon:
            headers[name.strip().lower()] = value.strip()
    return Response(int(parts[1]), headers, block[end.end() :] if end else b"")


def decoded(answer: Response, limit: int) -> bytes:
    """The body with its codings undone.

    Crawlers differ in whether they undo them and leave the headers as they were: a body that is not in the coding
    its headers name is taken as it is.
    """
    body = answer.raw
    if "chunked" in answer.headers.get("transfer-encoding", "").lower():
        body = _dechunked(body)
    codings = answer.headers.get("content-encoding", "").lower().split(",")
    if len(codings) > MOST:
        raise Unreadable("corrupt", f"{len(codings)} content codings on top of each other")
    for name in reversed(codings):
        coding = _ALIASES.get(name.strip(), name.strip())
        if coding in CODINGS and not _plain(body):
            body = inflate(io.BytesIO(body), coding, limit)
    if len(body) > limit:
        raise too_large(limit)
    return body


def _plain(body: bytes) -> bool:
    return body[:64].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<"


def _dechunked(body: bytes) -> bytes:
    """The chunks of a body joined (RFC 9112, section 7.1); the body as it is where it is not in chunks."""
    parts: list[bytes] = []
    at = 0
    while True:
        line = body.find(b"\n", at)
        size = body[at:line].split(b";")[0].strip() if line >= 0 else b""
        if not _SIZE.fullmatch(size):
            return b"".join(parts) if parts else body
        length = int(size, 16)
        if length == 0:
            return b"".join(parts)
        parts.append(body[line + 1 : line + 1 + length])
        at = line + 1 + length + (2 if body[line + 1 + length : line + 3 + length] == b"\r\n" else 1)
