"""What was fetched, as WARC 1.1: each answer with its request, as sent but for the transfer coding.

Redirects, errors and robots.txt are kept too: what a study did not get, and why, is part of it.
"""

import uuid
from base64 import b32encode
from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha1
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsextract.errors import MissingExtra, OutputError
from newsextract.inputs.fetching.policy import FetchPolicy

if TYPE_CHECKING:
    from newsextract.inputs.fetching.client import Response

UNDONE = ("transfer-encoding", "content-length")
"""Headers that no longer describe the body; kept under another name, so that readers do not go by them."""


class Archive:
    """A WARC file being written, compressed if its name ends in .gz. A file that exists is refused.

    Each pair of records is written whole or not at all: a run that is interrupted leaves a file that can be read.
    """

    def __init__(self, path: Path, policy: FetchPolicy) -> None:
        try:
            from fastwarc import stream_io, warc
        except ImportError as error:
            raise MissingExtra("saving as WARC", "warc") from error
        self._warc, self._streams = warc, stream_io
        try:
            self._file = path.open("xb")
        except OSError as error:
            raise OutputError(f"{path}: {error.strerror or error}") from error
        self._compressed = path.name.endswith(".gz")
        about = {"software": policy.user_agent, "robots": "obey" if policy.robots else "ignore"}
        text = "".join(f"{name}: {value}\r\n" for name, value in {**about, "format": "WARC File Format 1.1"}.items())
        fields = {"Content-Type": "application/warc-fields", "WARC-Filename": path.name}
        self._append(self._record("warcinfo", _urn(), fields, text.encode()))

    def add(self, url: str, response: "Response", body: bytes, whole: bool) -> None:
        """Write an answer and the request that got it."""
        own = _urn()
        common = {"WARC-Target-URI": url, "WARC-Date": datetime.now(UTC).isoformat(timespec="seconds")[:19] + "Z"}
        if response.server:
            common["WARC-IP-Address"] = response.server
        cut = {} if whole else {"WARC-Truncated": "length"}
        digest = {"WARC-Payload-Digest": "sha1:" + b32encode(sha1(body, usedforsecurity=False).digest()).decode()}
        pair = {"Content-Type": "application/http;msgtype=request", "WARC-Concurrent-To": f"<urn:uuid:{own}>"}
        kind = {"Content-Type": "application/http;msgtype=response"}
        self._append(
            self._record("response", own, {**common, **kind, **digest, **cut}, _answer(response, body)),
            self._record("request", _urn(), {**common, **pair}, _request(url, response)),
        )

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _record(self, kind: str, urn: str, headers: dict[str, str], content: bytes) -> bytes:
        record = self._warc.WarcRecord()
        record.init_headers(getattr(self._warc.WarcRecordType, kind), f"uuid:{urn}".encode())
        for name, value in headers.items():
            record.headers[name] = value
        record.set_bytes_content(content)
        buffer = BytesIO()
        if self._compressed:
            with self._streams.GzipWriter(buffer) as member:
                record.write(member)
                member.finish()
                return buffer.getvalue()
        record.write(buffer)
        return buffer.getvalue()

    def _append(self, *records: bytes) -> None:
        try:
            self._file.write(b"".join(records))
            self._file.flush()
        except OSError as error:
            raise OutputError(f"{self._file.name}: {error.strerror or error}") from error


def _urn() -> str:
    return str(uuid.uuid4())


def _answer(response: "Response", body: bytes) -> bytes:
    """The answer as HTTP/1.1, in which archives keep HTTP/2 too."""
    kept = [(f"x-archive-orig-{name}" if name in UNDONE else name, value) for name, value in response.headers]
    head = _head(f"HTTP/1.1 {response.status} {response.reason}", [*kept, ("content-length", str(len(body)))])
    return head + body


def _request(url: str, response: "Response") -> bytes:
    parts = urlsplit(url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return _head(f"GET {target} HTTP/1.1", response.sent)


def _head(first: str, headers: Iterable[tuple[str, str]]) -> bytes:
    lines = (first, *(f"{name}: {value}" for name, value in headers), "", "")
    return "\r\n".join(lines).encode("latin-1", "replace")
