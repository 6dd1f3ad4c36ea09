"""Folders, files, archives and tables of pages."""

import gzip
import io
import json
import os
import sys
import tarfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import brotli
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard

from newsextract.errors import InputError
from newsextract.inputs.columns import Columns
from newsextract.inputs.page import Gap, Page
from newsextract.inputs.read import Reading, read
from newsextract.inputs.sources import find, listed
from tests.inputs.test_warc import record

HTML = b"<!doctype html><title>Quay</title><p>Ships came in.</p>"
READING = Reading(max_bytes=100_000)


def items(path, reading=READING):
    return [item for source in find([str(path)]).sources for item in read(source, reading)]


def page(path, reading=READING):
    (found,) = items(path, reading)
    assert isinstance(found, Page)
    return found


def test_a_folder_gives_its_pages_by_name_and_tells_the_rest(tmp_path):
    for name in ("b/2.htm", "b/10.html", "a.xhtml", "c.SHTML", "b/style.css", "readme"):
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_bytes(HTML)
    listing = find([str(tmp_path / "site")])
    assert [s.name for s in listing.sources] == ["site/a.xhtml", "site/c.SHTML", "site/b/10.html", "site/b/2.htm"]
    assert listing.others == {".css": 1, "no ending": 1}


def test_globs_and_files_of_any_name(tmp_path):
    for name in ("1.html", "2.html", "3.txt"):
        (tmp_path / name).write_bytes(HTML)
    assert len(find([str(tmp_path / "*.html")]).sources) == 2
    assert page(tmp_path / "3.txt").body == HTML
    with pytest.raises(InputError, match="no such file"):
        find([str(tmp_path / "*.warc")])


def test_a_glob_that_names_an_ending_means_it(tmp_path):
    for name in ("1.php", "2.php", "3.css"):
        (tmp_path / name).write_bytes(HTML)
    assert len(find([str(tmp_path / "*.php")]).sources) == 2
    listing = find([str(tmp_path / "*")])
    assert (listing.sources, listing.others) == ((), {".css": 1, ".php": 2})


def test_the_cache_of_httrack_is_not_read_again(tmp_path):
    (tmp_path / "hts-cache").mkdir()
    with zipfile.ZipFile(tmp_path / "hts-cache" / "new.zip", "w") as archive:
        archive.writestr("http://quay.example/a.html", HTML)
    (tmp_path / "a.html").write_bytes(HTML)
    listing = find([str(tmp_path)])
    assert [s.name for s in listing.sources] == [f"{tmp_path.name}/a.html"]
    assert listing.others == {"of HTTrack's cache": 1}


def test_a_file_named_twice_is_read_once(tmp_path):
    (tmp_path / "1.html").write_bytes(HTML)
    assert len(find([str(tmp_path / "1.html"), str(tmp_path / "1.html")]).sources) == 1


def test_folders_of_one_name_keep_their_pages_apart(tmp_path):
    for folder in ("a/site", "b/site"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "1.html").write_bytes(HTML)
    sources = find([str(tmp_path / "a/site"), str(tmp_path / "b/site")]).sources
    assert len({page.id for source in sources for page in read(source, READING)}) == 2


COMPRESSORS = {"gz": gzip.compress, "zst": zstandard.ZstdCompressor().compress, "br": brotli.compress}


@pytest.mark.parametrize("ending", COMPRESSORS)
def test_compressed_pages_whole_cut_off_and_damaged(tmp_path, ending):
    whole = COMPRESSORS[ending](HTML * 30)
    (tmp_path / f"a.html.{ending}").write_bytes(whole)
    (tmp_path / f"b.html.{ending}").write_bytes(whole[:-7])
    (tmp_path / f"c.html.{ending}").write_bytes(b"no such thing" * 3)
    good, cut, bad = items(tmp_path)
    assert good.body == HTML * 30
    assert cut.error == "truncated"
    assert bad.error == "corrupt"


def test_two_gzip_members_are_one_page(tmp_path):
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(HTML) + gzip.compress(HTML))
    assert page(tmp_path).body == HTML * 2


@pytest.mark.parametrize("ending", COMPRESSORS)
def test_a_bomb_is_a_gap(tmp_path, ending):
    (tmp_path / f"bomb.html.{ending}").write_bytes(COMPRESSORS[ending](bytes(30_000_000)))
    (gap,) = items(tmp_path)
    assert gap.error == "too-large"


def test_a_page_over_the_limit_is_a_gap(tmp_path):
    (tmp_path / "a.html").write_bytes(b"x" * 100_001)
    assert items(tmp_path)[0].error == "too-large"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.html")
    assert find([str(tmp_path)]).others == {"that is no regular one": 1}


def test_a_file_that_cannot_be_read_is_a_gap(tmp_path):
    (tmp_path / "gone.html").symlink_to(tmp_path / "nowhere")
    (gap,) = items(tmp_path)
    assert (gap.error, gap.message) == ("FileNotFoundError", "No such file or directory")


SINGLE_FILE = b"""<!DOCTYPE html> <html><!--
 Page saved with SingleFile\x20
 url: https://quay.example/a?b=1\x20
 saved date: Tue Mar 05 2024 10:20:30 GMT+0100 (Central European Standard Time)
--><title>Quay</title>"""
HTTRACK = (
    b"<html>\n<!-- Mirrored from quay.example/a.html by HTTrack Website Copier/3.x [XR&CO'2014], "
    b"Tue, 05 Mar 2024 09:20:30 GMT -->\n<title>Quay</title>"
)
PORT = HTTRACK.replace(b"quay.example/a.html", b"quay.example:8080/")
SECURE = HTTRACK.replace(b"quay.example/a.html", b"https://quay.example/a.html")
BROWSER = b"<!DOCTYPE html>\n<!-- saved from url=(0026)https://quay.example/a.html -->\n<title>Quay</title>"
WHEN = datetime(2024, 3, 5, 9, 20, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("body", "url", "captured"),
    [
        (SINGLE_FILE, "https://quay.example/a?b=1", WHEN),
        (HTTRACK, "http://quay.example/a.html", WHEN),
        (PORT, "http://quay.example:8080/", WHEN),
        (SECURE, "https://quay.example/a.html", WHEN),
        (BROWSER, "https://quay.example/a.html", None),
        (HTML, None, None),
    ],
    ids=["SingleFile", "HTTrack", "port", "https", "browser", "none"],
)
def test_where_a_page_was_saved_from_is_read_off_its_comment(tmp_path, body, url, captured):
    (tmp_path / "a.html").write_bytes(body)
    assert (page(tmp_path).url, page(tmp_path).captured) == (url, captured)


MHTML = b"""From: <Saved by Blink>
Snapshot-Content-Location: https://quay.example/a
Subject: Quay
Date: Tue, 5 Mar 2024 09:20:30 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="--b--"

----b--
Content-Type: text/html; charset=utf-8
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://quay.example/a

<p>Caf=C3=A9 at the =
quay</p>
----b--
Content-Type: text/html
Content-Location: https://advert.example/frame

<p>An advert</p>
----b----
""".replace(b"\n", b"\r\n")


def test_mhtml(tmp_path):
    (tmp_path / "a.mhtml").write_bytes(MHTML)
    found = page(tmp_path)
    assert found.body.decode() == "<p>Café at the quay</p>\r\n".rstrip()
    assert (found.url, found.charset, found.captured) == ("https://quay.example/a", "utf-8", WHEN)


def test_mhtml_without_a_page_is_a_gap(tmp_path):
    (tmp_path / "a.mht").write_bytes(b"Subject: nothing\r\n\r\nplain words")
    assert items(tmp_path)[0].error == "no-page"


def test_zip_members_names_that_climb_and_damage(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with zipfile.ZipFile("a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../climb.html", HTML)
        archive.writestr("deep/page.html.gz", gzip.compress(HTML))
        archive.writestr("deep/logo.png", b"png")
        archive.writestr("bomb.html", bytes(2_000_000))
        archive.writestr("broken.html", HTML * 20)
    data = bytearray((tmp_path / "a.zip").read_bytes())
    data[data.index(b"broken.html") + 20] ^= 0xFF
    (tmp_path / "a.zip").write_bytes(data)
    climb, deep, logo, bomb, broken = items("a.zip")
    assert (climb.body, climb.member) == (HTML, "../../climb.html")
    assert deep.body == HTML
    assert logo.cause == "not-html"
    assert (bomb.error, broken.error) == ("too-large", "corrupt")
    assert [p.name for p in Path().iterdir()] == ["a.zip"]


def test_wacz_gives_the_records_of_its_warc_files(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as archive:
        archive.writestr("archive/data.warc.gz", gzip.compress(record(0)) + gzip.compress(record(1)))
        archive.writestr("datapackage.json", "{}")
    found = [i for i in items(tmp_path / "a.wacz") if isinstance(i, Page)]
    assert [p.url for p in found] == ["https://quay.example/0", "https://quay.example/1"]
    assert found[0].source == "a.wacz/archive/data.warc.gz"


@pytest.mark.parametrize("name", ["a.tar", "a.tar.gz", "a.tgz", "a.tar.zst", "a.tar.br"])
def test_tar(tmp_path, name):
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode="w") as archive:
        for member in ("../up.html", "b.html"):
            info = tarfile.TarInfo(member)
            info.size = len(HTML)
            archive.addfile(info, io.BytesIO(HTML))
        link = tarfile.TarInfo("link.html")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    compress = COMPRESSORS | {"tgz": gzip.compress}
    (tmp_path / name).write_bytes(compress.get(name.rsplit(".", 1)[1], bytes)(raw.getvalue()))
    assert [(p.member, p.body) for p in items(tmp_path / name)] == [("../up.html", HTML), ("b.html", HTML)]


def test_a_tar_that_is_cut_off_keeps_the_members_before_and_tells_the_gap(tmp_path):
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode="w") as archive:
        for number in range(3):
            info = tarfile.TarInfo(f"{number}.html")
            info.size = 5000
            archive.addfile(info, io.BytesIO(os.urandom(5000)))
    (tmp_path / "a.tar.gz").write_bytes(gzip.compress(raw.getvalue())[:12000])
    found = items(tmp_path / "a.tar.gz")
    assert [type(i) for i in found[:2]] == [Page, Page]
    assert isinstance(found[-1], Gap)
    assert found[-1].error == "truncated"


def test_json_lines_by_usual_and_by_given_columns(tmp_path):
    whole = {"html": "<p>Äpfel</p>", "url": "https://quay.example/1", "captured": "2024-03-05T09:20:30Z"}
    lines = [whole, {"raw": "<p>"}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)) + "\n{broken\n[]\n")
    first, second, third, fourth = items(tmp_path)
    assert (first.body.decode(), first.charset, first.url, first.captured) == (
        "<p>Äpfel</p>", "utf-8", "https://quay.example/1", WHEN,
    )  # fmt: skip
    assert [g.error for g in (second, third, fourth)] == ["no-page", "bad-json", "bad-json"]
    assert [i.offset for i in items(tmp_path)] == [0, 1, 2, 3]
    other = items(tmp_path, Reading(columns=Columns(html="raw")))
    assert other[1].body == b"<p>"


@pytest.mark.parametrize("ending", COMPRESSORS)
def test_json_lines_that_are_compressed_cut_off_and_damaged(tmp_path, ending):
    lines = b"".join(json.dumps({"html": os.urandom(400).hex()}).encode() + b"\n" for _ in range(400))
    data = COMPRESSORS[ending](lines)
    (tmp_path / f"a.jsonl.{ending}").write_bytes(data)
    assert [type(i) for i in items(tmp_path)] == [Page] * 400
    (tmp_path / f"a.jsonl.{ending}").write_bytes(data[: len(data) - 2])
    found = items(tmp_path)
    assert isinstance(found[0], Page)
    assert found[-1].error == "truncated"
    (tmp_path / f"a.jsonl.{ending}").write_bytes(data[: len(data) // 2] + bytes(200) + data[len(data) // 2 :])
    assert items(tmp_path)[-1].error == "corrupt"


def test_parquet(tmp_path):
    table = pa.table({"content": [HTML, b"<p>2</p>"], "uri": ["https://quay.example/1", None], "n": [1, 2]})
    pq.write_table(table, tmp_path / "a.parquet")
    first, second = items(tmp_path)
    assert (first.body, first.url, second.body, second.offset) == (HTML, "https://quay.example/1", b"<p>2</p>", 1)


def test_a_parquet_file_that_is_cut_off_is_a_gap(tmp_path):
    pq.write_table(pa.table({"html": [HTML]}), tmp_path / "a.parquet")
    data = (tmp_path / "a.parquet").read_bytes()
    (tmp_path / "a.parquet").write_bytes(data[:-20])
    assert [i.error for i in items(tmp_path)] == ["corrupt"]


class Stdin:
    def __init__(self, data):
        self.buffer = io.BufferedReader(io.BytesIO(data))


def test_standard_input_is_told_by_its_first_bytes(tmp_path, monkeypatch):
    (tmp_path / "a.html").write_bytes(HTML)
    streams = {
        gzip.compress(record(0)): b"<p>Record 0",
        record(1): b"<p>Record 1",
        b'{"html": "<p>line"}\n': b"<p>line",
        gzip.compress(b'{"html": "<p>packed"}\n'): b"<p>packed",
        gzip.compress(HTML): b"<!doctype",
        HTML: b"<!doctype",
        str(tmp_path / "a.html").encode() + b"\n": b"<!doctype",
    }
    for data, start in streams.items():
        monkeypatch.setattr(sys, "stdin", Stdin(data))
        assert page("-").body.startswith(start)


def test_a_list_of_sources(tmp_path):
    (tmp_path / "list.txt").write_text("\ufeffa.html\n\nhttps://quay.example/\n", encoding="utf-8")
    assert list(listed(str(tmp_path / "list.txt"))) == ["a.html", "https://quay.example/"]


def test_an_id_names_place_and_content(tmp_path):
    (tmp_path / "a.html").write_bytes(HTML)
    first = page(tmp_path / "a.html").id
    (tmp_path / "a.html").write_bytes(HTML + b" ")
    assert first != page(tmp_path / "a.html").id
    assert len(first) == 32
