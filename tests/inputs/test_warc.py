"""WARC files, whole and damaged."""

import gzip
import io
import zlib

import brotli
import pytest
import zstandard

from newsextract.inputs import warc
from newsextract.inputs.page import Gap, Page, Skipped

LIMIT = 1_000_000


def html(number):
    return f"<p>Record {number}: {zlib.crc32(str(number).encode()) * 7919}</p>".encode() * 40


HEADERS = b"Content-Type: text/html; charset=koi8-r\r\n"


def record(number, body=None, *, headers=HEADERS, status=b"200 OK", kind="response"):
    body = html(number) if body is None else body
    block = b"HTTP/1.1 " + status + b"\r\n" + headers + b"\r\n" + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://quay.example/{number}\r\n"
        f"WARC-Date: 2024-03-05T10:20:30Z\r\nWARC-Record-ID: <urn:uuid:{number:032d}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def read(data, limit=LIMIT):
    return list(warc.read(io.BytesIO(data), "a.warc", limit))


def numbers(items):
    return [int(i.url.rsplit("/", 1)[1]) if isinstance(i, Page) else type(i).__name__ for i in items]


def members(count, compress=gzip.compress):
    return [compress(record(n)) for n in range(count)]


@pytest.mark.parametrize(
    "compress", [bytes, gzip.compress, zstandard.ZstdCompressor().compress], ids=["plain", "gzip", "zstd"]
)
def test_pages_with_their_url_charset_date_and_place(compress):
    found = read(b"".join(members(3, compress)))
    assert [page.body for page in found] == [html(0), html(1), html(2)]
    assert found[1].url == "https://quay.example/1"
    assert found[1].charset == "koi8-r"
    assert found[1].captured.isoformat() == "2024-03-05T10:20:30+00:00"
    assert found[1].member == f"<urn:uuid:{1:032d}>"
    assert found[1].offset == len(compress(record(0)))


def test_a_zstd_file_with_a_dictionary():
    dictionary = zstandard.train_dictionary(2000, [record(n) for n in range(200)])
    raw = zstandard.ZstdCompressor().compress(dictionary.as_bytes())
    frame = b"\x5d\x2a\x4d\x18" + len(raw).to_bytes(4, "little") + raw
    compress = zstandard.ZstdCompressor(dict_data=dictionary).compress
    assert numbers(read(frame + b"".join(members(3, compress)))) == [0, 1, 2]


def test_a_member_that_is_cut_off_is_a_gap():
    data = b"".join(members(3))
    found = read(data[:-60])
    assert numbers(found) == [0, 1, "Gap"]
    assert found[2].error == "truncated"
    assert found[2].url == "https://quay.example/2"


@pytest.mark.parametrize("place", [12, 45, 120, 200])
@pytest.mark.parametrize("damaged", [0, 1, 2])
def test_after_a_damaged_member_reading_goes_on_at_the_next(damaged, place):
    parts = members(4)
    broken = bytearray(parts[damaged])
    broken[place] ^= 0xFF
    broken[place + 1] ^= 0x5A
    parts[damaged] = bytes(broken)
    found = read(b"".join(parts))
    assert [n for n in numbers(found) if n not in ("Gap", damaged)] == [n for n in range(4) if n != damaged]
    gaps = [item for item in found if isinstance(item, Gap)]
    assert [(g.error, g.offset) for g in gaps] == [("corrupt", sum(map(len, parts[:damaged])))]


def test_garbage_in_the_middle_costs_one_gap():
    first, second = members(2)
    assert numbers(read(first + b"no record at all" * 50 + second)) == [0, "Gap", 1]


def test_what_is_no_warc_is_a_gap():
    assert numbers(read(b"no record at all")) == ["Gap"]


def test_revisits_other_types_and_other_answers_are_told():
    data = record(0, kind="revisit") + record(1, headers=b"Content-Type: image/png\r\n") + record(2, status=b"404 No")
    assert [(type(i), i.cause) for i in read(data)] == [
        (Skipped, "revisit"), (Skipped, "not-html"), (Skipped, "http-404"),
    ]  # fmt: skip


def test_records_about_the_crawl_are_not_told():
    assert read(record(0, kind="request") + record(1, kind="metadata") + record(2, kind="warcinfo")) == []


CODED = {
    b"gzip": gzip.compress(html(1)),
    b"deflate": zlib.compress(html(1)),
    b"br": brotli.compress(html(1)),
    b"zstd": zstandard.ZstdCompressor().compress(html(1)),
}


@pytest.mark.parametrize(("coding", "body"), CODED.items(), ids=lambda v: v.decode() if len(v) < 9 else "")
def test_content_codings_are_undone(coding, body):
    headers = b"Content-Type: text/html\r\nContent-Encoding: " + coding + b"\r\n"
    assert read(record(1, body, headers=headers))[0].body == html(1)


def test_a_body_that_was_stored_decoded_is_taken_as_it_is():
    headers = b"Content-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"
    assert read(record(1, headers=headers))[0].body == html(1)


def test_chunks_are_joined():
    body = b"".join(b"%x;a=b\r\n%s\r\n" % (len(c), c) for c in (html(1)[:100], html(1)[100:])) + b"0\r\n\r\n"
    headers = b"Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n"
    assert read(record(1, body, headers=headers))[0].body == html(1)


@pytest.mark.parametrize("size", [b"-5", b"0x5", b"5_0", b"+5", "٣".encode()])
def test_a_chunk_of_no_size_ends_the_chunks(size):
    body = b"5\r\n<p>Sh\r\n" + size + b"\r\nips\r\n0\r\n\r\n"
    headers = b"Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n"
    assert read(record(1, body, headers=headers))[0].body == b"<p>Sh"


def test_a_status_in_other_digits_is_no_response():
    assert [i.error for i in read(record(1, status="²00".encode("latin-1")))] == ["corrupt"]


def test_a_bomb_is_a_gap():
    bomb = gzip.compress(b"<p>" * 5_000_000)
    found = read(record(1, bomb, headers=b"Content-Type: text/html\r\nContent-Encoding: gzip\r\n"))
    assert [(type(i), i.error) for i in found] == [(Gap, "too-large")]
