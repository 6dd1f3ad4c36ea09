"""Archives that nobody packed in good faith: bombs, names that climb, lengths that lie, members that are no files."""

import bz2
import gzip
import io
import json
import lzma
import struct
import tarfile
import tracemalloc
import zipfile
import zlib

import brotli
import pytest
import zstandard

from newsextract.errors import InputError
from newsextract.inputs import archives, columns, files, http, mhtml, warc
from newsextract.inputs.columns import Columns
from newsextract.inputs.page import Gap, Page, Skipped, Unreadable
from tests import properties
from tests.inputs.test_warc import record

LIMIT = 200_000
HTML = b"<!doctype html><title>Quay</title><p>Ships came in.</p>"
CLIMBING = (
    *("../../../../etc/cron.d/quay.html", "/etc/quay.html", "a/../../b.html", "~/quay.html", "./-rf.html", "con.html"),
    *("C:\\Windows\\quay.html", "..\\..\\quay.html", "\\\\server\\share\\quay.html"),
    *("quay\x1b[2J.html", "quay\n.html", " .html"),
)


def zipped(*members, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return out.getvalue()


def tarred(*members):
    """Members are (name, content) or a TarInfo."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for member in members:
            if isinstance(member, tarfile.TarInfo):
                archive.addfile(member)
            else:
                info = tarfile.TarInfo(member[0])
                info.size = len(member[1])
                archive.addfile(info, io.BytesIO(member[1]))
    return out.getvalue()


def read_zip(data):
    return list(archives.read_zip(io.BytesIO(data), "a.zip", LIMIT))


def read_tar(data, name="a.tar"):
    return list(archives.read_tar(io.BytesIO(data), name, LIMIT))


def causes(items):
    return [item.error if isinstance(item, Gap) else type(item).__name__ for item in items]


def header(name, size, kind=b"0"):
    """A tar header that says what it likes of its size."""
    info = tarfile.TarInfo(name)
    info.type = kind
    block = bytearray(info.tobuf(tarfile.GNU_FORMAT))
    block[124:136] = tarfile.itn(size, 12, tarfile.GNU_FORMAT)
    block[148:156] = b" " * 8
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block)


@pytest.fixture
def memory():
    """Asks how many bytes were held at most since it was made."""
    tracemalloc.start()
    yield lambda: tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()


ZEROS = 100_000_000
BOMBS = {
    ".gz": lambda: gzip.compress(bytes(ZEROS)),
    ".br": lambda: brotli.compress(bytes(ZEROS), quality=1),
    ".zst": lambda: zstandard.ZstdCompressor().compress(bytes(ZEROS)),
}


@pytest.mark.parametrize("ending", BOMBS)
def test_a_compressed_bomb_is_refused_before_it_unfolds(ending, request):
    bomb = BOMBS[ending]()
    memory = request.getfixturevalue("memory")
    with pytest.raises(Unreadable) as refused:
        files.page(io.BytesIO(bomb), "a.html" + ending, LIMIT)
    assert refused.value.error == "too-large"
    assert memory() < 50_000_000


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA], ids=str)
def test_a_bomb_in_a_zip_is_refused_before_it_unfolds(method, request):
    bomb = zipped(("a.html", bytes(ZEROS)), ("b.html", HTML), method=method)
    memory = request.getfixturevalue("memory")
    bombed, _ = causes(read_zip(bomb))
    assert bombed == ("too-large" if method == zipfile.ZIP_DEFLATED else "coding")
    assert memory() < 50_000_000


def test_a_bomb_in_a_zip_costs_only_itself():
    assert causes(read_zip(zipped(("a.html", bytes(ZEROS)), ("b.html", HTML)))) == ["too-large", "Page"]


@pytest.mark.parametrize("compress", [gzip.compress, zstandard.ZstdCompressor().compress], ids=["gz", "zst"])
def test_a_bomb_in_a_compressed_tar_costs_only_itself(compress, request):
    bomb = compress(tarred(("a.html", bytes(ZEROS)), ("b.html", HTML)))
    memory = request.getfixturevalue("memory")
    ending = "gz" if compress is gzip.compress else "zst"
    assert causes(read_tar(bomb, "a.tar." + ending)) == ["too-large", "Page"]
    assert memory() < 50_000_000


@pytest.mark.parametrize("kind", [tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK])
def test_a_tar_header_without_end_is_not_taken_into_memory(kind, request):
    bomb = gzip.compress(header("a.html", ZEROS, kind) + bytes(ZEROS) + tarred(("b.html", HTML)))
    memory = request.getfixturevalue("memory")
    assert causes(read_tar(bomb, "a.tar.gz")) == ["corrupt"]
    assert memory() < 20_000_000


@pytest.mark.parametrize("size", [-1, -512, -(1 << 60)])
def test_a_tar_member_of_less_than_no_bytes_ends_the_reading(size):
    """Read as it is written, it leads back to itself for ever."""
    lying = tarred(("a.html", HTML))[:1024] + header("b.html", size) + bytes(1024)
    assert causes(read_tar(lying)) == ["Page", "corrupt"]


def test_headers_of_headers_of_headers_end_the_reading():
    assert causes(read_tar(header("x", 1, tarfile.GNUTYPE_LONGNAME) * 4000)) == ["corrupt"]


def test_numbers_in_a_tar_header_that_are_none_end_the_reading():
    said = b"30 GNU.sparse.map=one,two,three\n22 GNU.sparse.size=x\n"
    pax = header("x", len(said), tarfile.XHDTYPE) + said.ljust(512, b"\0")
    assert set(causes(read_tar(pax + tarred(("a.html", HTML))))) <= {"corrupt", "truncated", "Page"}


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE])
@pytest.mark.parametrize("target", ["/etc/passwd", "../../../etc/passwd", "a.html"])
def test_no_link_and_no_device_of_a_tar_is_followed(kind, target):
    link = tarfile.TarInfo("link.html")
    link.type, link.linkname = kind, target
    found = read_tar(tarred(link, ("a.html", HTML)))
    assert [page.body for page in found] == [HTML]


@pytest.mark.parametrize("name", CLIMBING)
@pytest.mark.parametrize(("pack", "read"), [(zipped, read_zip), (tarred, read_tar)], ids=["zip", "tar"])
def test_a_name_that_climbs_is_a_label_and_nothing_is_written(pack, read, name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (page,) = read(pack((name, HTML)))
    assert (page.body, page.member) == (HTML, name)
    assert [*tmp_path.iterdir()] == []


def test_a_zip_whose_directory_lies_about_sizes_gives_gaps():
    data = bytearray(zipped(("a.html", HTML * 100)))
    at = data.rindex(b"PK\x01\x02")
    for size in (0, 1, 0xFFFFFFFE):
        data[at + 20 : at + 28] = struct.pack("<LL", size, size)
        assert set(causes(read_zip(bytes(data)))) <= {"corrupt", "truncated", "too-large", "Page"}


def test_a_member_without_a_name_costs_nothing():
    """Found by the fuzzer: the standard library looks at the last character of a name."""
    data = zipped(("x", HTML), ("b.html", HTML))
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(b"PK\x01\x02"))
    nameless = bytearray(data)
    nameless[at + 28 : at + 30] = b"\0\0"
    del nameless[at + 46]
    end = nameless.rindex(b"PK\x05\x06")
    size = struct.unpack("<L", nameless[end + 12 : end + 16])[0]
    nameless[end + 12 : end + 16] = struct.pack("<L", size - 1)
    assert causes(read_zip(bytes(nameless))) == ["corrupt", "Page"]


def test_a_zip_in_a_zip_is_no_page():
    assert causes(read_zip(zipped(("inner.zip", zipped(("a.html", HTML)))))) == ["Skipped"]


def test_a_member_named_a_thousand_times_is_read_a_thousand_times():
    with pytest.warns(UserWarning, match="Duplicate"):
        data = zipped(*[("a.html", HTML)] * 1000)
    assert len(read_zip(data)) == 1000


def test_a_damaged_warc_in_a_zip_costs_only_itself():
    data = bytearray(zipped(("crawl.warc", record(1)), ("b.html", HTML)))
    data[data.index(b"crawl.warc") + 30] ^= 0xFF
    assert causes(read_zip(bytes(data)))[-1] == "Page"


LENGTHS = ("0", "1", "-1", "99999999999999999999", "many", "", "1e3", "0x10", "+5", " 12 ")


@pytest.mark.parametrize("length", LENGTHS)
def test_a_warc_record_that_lies_about_its_length_costs_at_most_its_neighbours(length):
    head, _, block = record(2).partition(b"Content-Length: ")
    lying = head + b"Content-Length: " + length.encode() + block[block.index(b"\r\n") :]
    found = list(warc.read(io.BytesIO(record(1) + lying + record(3) + record(4)), "a.warc", LIMIT))
    assert isinstance(found[0], Page)
    for item in found:
        assert isinstance(item, Page | Gap | Skipped)


def test_a_warc_header_without_end_is_no_endless_reading(memory):
    assert list(warc.read(io.BytesIO(b"WARC/1.0\r\n" + b"A: b\r\n" * 3_000_000), "a.warc", LIMIT)) is not None
    assert memory() < 100_000_000


HEADS = (
    *(b"HTTP/1.1 \xb2\xb3\xb9 OK\r\n\r\n", b"HTTP/1.1 " + b"9" * 5000 + b" OK\r\n\r\n", b"HTTP/1.1 -20\r\n\r\n"),
    *(b"", b"\r\n\r\n", b"HTTP/1.1\r\n\r\n", b"HTTP/1.1 200 OK", b"GET / HTTP/1.1\r\n\r\n"),
)


@pytest.mark.parametrize("block", HEADS)
def test_an_answer_that_is_none_is_unreadable(block):
    properties.answers(block)


@pytest.mark.parametrize(
    "size", [b"-1", b"-5", b"-ffff", b"1_0", b"ffffffffffffffffffff", b" ", b"0x5", b"+5", "٣".encode(), b";;;"]
)
def test_a_chunk_of_an_odd_size_ends_the_body(size):
    """Once a size below nothing led back to itself for ever."""
    body = b"5\r\nShips\r\n" + size + b"\r\n came in.\r\n0\r\n\r\n"
    answer = http.response(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body)
    assert http.decoded(answer, LIMIT).startswith(b"Ships")


def test_codings_upon_codings_are_refused():
    answer = http.response(b"HTTP/1.1 200 OK\r\nContent-Encoding: " + b"gzip," * 1000 + b"gzip\r\n\r\nx")
    with pytest.raises(Unreadable, match="content codings"):
        http.decoded(answer, LIMIT)


def test_a_mail_in_a_mail_in_a_mail_is_read_or_refused():
    nested = b"Content-Type: text/html\r\n\r\n<p>Ships</p>"
    for _ in range(3000):
        nested = b"Content-Type: message/rfc822\r\n\r\n" + nested
    with pytest.raises(InputError):
        mhtml.page(nested, "a.mhtml")


def test_parts_of_parts_of_parts_are_read_or_refused():
    head = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (n, n) for n in range(3000))
    with pytest.raises(InputError):
        mhtml.page(head + b"Content-Type: text/plain\r\n\r\nShips", "a.mhtml")


def test_json_nested_without_end_is_a_gap():
    line = b'{"html":' + b"[" * 100_000 + b"\n" + json.dumps({"html": "<p>Ships</p>"}).encode() + b"\n"
    assert causes(columns.read_json_lines(io.BytesIO(line), "a.jsonl", LIMIT, Columns())) == ["bad-json", "Page"]


def test_a_number_of_ten_thousand_digits_is_a_gap():
    line = b'{"html":' + b"9" * 10_000 + b"}\n"
    assert causes(columns.read_json_lines(io.BytesIO(line), "a.jsonl", LIMIT, Columns())) == ["bad-json"]


WHOLE = {
    "zip": zipped(("a.html", HTML * 20), ("b.warc", record(1))),
    "tar": tarred(("a.html", HTML * 20), ("x" * 150 + ".html", HTML)),
    "tar.gz": gzip.compress(tarred(("a.html", HTML * 20), ("b.html", HTML))),
    "tar.zst": zstandard.ZstdCompressor().compress(tarred(("a.html", HTML * 20), ("b.html", HTML))),
    "warc": record(1) + record(2),
    "html.gz": gzip.compress(HTML * 50),
    "html.br": brotli.compress(HTML * 50),
    "html.zst": zstandard.ZstdCompressor().compress(HTML * 50),
    "jsonl": json.dumps({"html": HTML.decode()}).encode() + b"\n" + json.dumps({"html": HTML.decode()}).encode(),
    "mhtml": b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
    b"Content-Type: text/html\r\n\r\n" + HTML + b"\r\n--b--\r\n",
}


@pytest.mark.parametrize("kind", WHOLE)
def test_whatever_is_cut_off_anywhere_is_read_as_far_as_it_goes(kind):
    whole = WHOLE[kind]
    for end in range(0, len(whole), max(1, len(whole) // 150)):
        properties.is_read(properties.INPUTS[kind], whole[:end])


@pytest.mark.parametrize("kind", WHOLE)
def test_whatever_has_a_byte_wrong_anywhere_is_read_or_a_gap(kind):
    whole = WHOLE[kind]
    for at in range(0, len(whole), max(1, len(whole) // 150)):
        damaged = bytearray(whole)
        damaged[at] ^= 0xFF
        properties.is_read(properties.INPUTS[kind], bytes(damaged))


def test_a_raw_deflate_bomb_in_an_answer_is_refused(memory):
    bomb = zlib.compress(bytes(ZEROS))
    answer = http.response(b"HTTP/1.1 200 OK\r\nContent-Encoding: deflate, br\r\n\r\n" + brotli.compress(bomb))
    with pytest.raises(Unreadable, match="more than"):
        http.decoded(answer, LIMIT)


UNBOUNDED = {"bz2": bz2.compress, "xz": lambda data: lzma.compress(data, preset=0)}


@pytest.mark.parametrize("ending", UNBOUNDED)
def test_a_tar_in_a_coding_that_cannot_be_bounded_is_not_opened(ending):
    data = UNBOUNDED[ending](tarred(("a.html", HTML)))
    assert causes(read_tar(data, f"a.tar.{ending}")) == ["truncated"]
