"""Writes what a fuzzer starts from, the fixtures, hostile pages and small archives: `python fuzz/seeds.py FOLDER`."""

import gzip
import io
import json
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests import hostile, properties

FIXTURES: Final = Path(__file__).parent.parent / "tests" / "fixtures"
LARGEST: Final = 16_000
MHTML: Final = (
    b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
    b"Content-Type: text/html; charset=utf-8\r\nContent-Location: https://a.example/\r\n"
    b"Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>a=20b\r\n--b--\r\n"
)


def main() -> None:
    folder = Path(sys.argv[1])
    for kind, seeds in (("page", pages()), ("inputs", inputs())):
        (folder / kind).mkdir(parents=True, exist_ok=True)
        for number, seed in enumerate(seeds):
            (folder / kind / f"seed-{number:03}").write_bytes(seed)


def pages() -> Iterator[bytes]:
    """Pages as they are, and pages as nobody would write them."""
    for path in sorted(FIXTURES.glob("*/page.html")):
        yield path.read_bytes()[:LARGEST]
    for make in hostile.PAGES:
        page = make()
        yield (page.encode("utf-8", "surrogatepass") if isinstance(page, str) else page)[: LARGEST // 2]


def inputs() -> Iterator[bytes]:
    """One small file for every reader, its number before it."""
    page = (FIXTURES / "gallery" / "page.html").read_bytes()[:2_000]
    row = json.dumps({"html": page.decode("utf-8", "replace"), "url": "https://a.example/"}).encode()
    files = {
        "warc": _warc(page),
        "zip": _zip(page),
        "tar": _tar(page),
        "tar.gz": gzip.compress(_tar(page)),
        "jsonl": row + b"\n{}\n",
        "html": page,
        "html.gz": gzip.compress(page) * 2,
        "mhtml": MHTML,
    }
    for number, kind in enumerate(properties.INPUTS):
        yield bytes([number]) + files.get(kind, page)
        if kind in files and kind != "html":
            yield bytes([number]) + files[kind][:-20]
    yield bytes([len(properties.INPUTS)]) + _answer(page)
    yield bytes([len(properties.INPUTS)]) + _answer(
        b"%x\r\n%s\r\n0\r\n\r\n" % (len(page), page), b"Transfer-Encoding: chunked\r\n"
    )
    feed = '<rss><channel><item><title>A</title><link>/a</link><pubDate>Mon, 1 Jan 2024 00:00:00 GMT</pubDate></item>'
    urls = "<urlset><url><loc>https://a.example/b</loc><lastmod>2024-01-01</lastmod></url></urlset>"
    for text in (feed, urls, '{"items":[{"url":"/a","title":"A","date_published":"2024-01-01"}]}', "https://a.example/"):
        yield bytes([len(properties.INPUTS) + 1]) + text.encode()


def _answer(body: bytes, more: bytes = b"") -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n" + more + b"\r\n" + body


def _warc(page: bytes) -> bytes:
    block = _answer(page)
    head = (
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:11111111-1111-1111-1111-111111111111>\r\n"
        "WARC-Date: 2024-01-01T00:00:00Z\r\nWARC-Target-URI: https://a.example/\r\n"
        f"Content-Type: application/http;msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return (head.encode() + block + b"\r\n\r\n") * 2


def _zip(page: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a/b.html", page)
        archive.writestr("c.warc", _warc(page))
    return out.getvalue()


def _tar(page: bytes) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name in ("a/b.html", "x" * 120 + ".html"):
            info = tarfile.TarInfo(name)
            info.size = len(page)
            archive.addfile(info, io.BytesIO(page))
    return out.getvalue()


if __name__ == "__main__":
    main()
