"""What stays: the cache and the archive."""

import gzip

import pytest
from fastwarc.warc import ArchiveIterator, WarcRecordType

from newsextract.errors import OutputError
from newsextract.inputs.fetch import Session
from tests.inputs.conftest import QUICK
from tests.inputs.server import PAGE


def records(path):
    with path.open("rb") as file:
        yield from ArchiveIterator(file, parse_http=True, auto_decode="content")


def test_a_fresh_page_comes_out_of_the_cache(server, get, tmp_path):
    server.gives("/a", cache_control="max-age=3600", date="Mon, 05 May 2031 08:00:00 GMT")
    first, second = (get(server.url("/a"), cache=tmp_path / "cache") for _ in range(2))
    assert (first.cached, second.cached, second.page) == (False, True, PAGE.encode())
    assert server.paths().count("/a") == 1


def test_a_page_out_of_the_cache_is_as_old_as_the_server_said(server, get, tmp_path):
    server.gives("/a", cache_control="max-age=999999999", date="Mon, 05 May 2025 08:00:00 GMT")
    assert [get(server.url("/a"), cache=tmp_path).captured.year for _ in range(2)][1] == 2025


def test_a_stale_page_is_asked_for_again_by_its_tag(server, get, tmp_path):
    async def tagged(asked, writer):
        from tests.inputs.server import head

        same = asked.headers.get("if-none-match") == '"v1"'
        body = b"" if same else PAGE.encode()
        lines = {"etag": '"v1"', "cache-control": "no-cache", "content-type": "text/html", "content-length": len(body)}
        writer.write(head("304 Not Modified" if same else "200 OK", lines) + body)

    server.routes["/a"] = tagged
    answers = [get(server.url("/a"), cache=tmp_path) for _ in range(2)]
    assert [a.page for a in answers] == [PAGE.encode()] * 2
    assert server.log[-1].headers["if-none-match"] == '"v1"'


def test_a_page_that_must_not_be_stored_is_not(server, get, tmp_path):
    server.gives("/a", cache_control="no-store")
    for _ in range(2):
        get(server.url("/a"), cache=tmp_path)
    assert server.paths().count("/a") == 2


def test_a_packed_page_comes_out_of_the_cache_whole(server, get, tmp_path):
    server.gives("/a", gzip.compress(PAGE.encode()), content_encoding="gzip", cache_control="max-age=3600")
    assert [get(server.url("/a"), cache=tmp_path).page for _ in range(2)] == [PAGE.encode()] * 2


def test_pages_out_of_the_cache_wait_for_no_turn(server, get_all, tmp_path):
    import time

    server.gives("/robots.txt", "", cache_control="max-age=3600")
    urls = [server.url(f"/{n}") for n in range(5)]
    for n in range(5):
        server.gives(f"/{n}", cache_control="max-age=3600")
    get_all(urls, cache=tmp_path)
    began = time.monotonic()
    get_all(urls, cache=tmp_path, delay=1)
    assert time.monotonic() - began < 1


def test_what_was_fetched_is_in_the_archive(server, get, tmp_path):
    server.gives("/old", "", status="301 Moved Permanently", location="/a")
    server.gives("/a", gzip.compress(PAGE.encode()), content_encoding="gzip")
    path = tmp_path / "study.warc.gz"
    get(server.url("/old"), save=path)
    found = [
        (r.record_type, r.headers["WARC-Target-URI"], r.http_headers.status_code, r.reader.read())
        for r in records(path)
        if r.record_type == WarcRecordType.response
    ]
    assert [(url, status) for _, url, status, _ in found] == [
        (server.url("/robots.txt"), 404),
        (server.url("/old"), 301),
        (server.url("/a"), 200),
    ]
    assert found[-1][3] == PAGE.encode()


def test_an_answer_stands_beside_its_request(server, get, tmp_path):
    server.gives("/a?b=1")
    path = tmp_path / "study.warc"
    get(server.url("/a?b=1").replace("press", "ann:secret@press"), save=path)
    text = path.read_bytes()
    assert b"GET /a?b=1 HTTP/1.1\r\n" in text
    assert b"WARC-IP-Address: 127.0.0.1" in text
    assert b"secret" not in text
    assert b"authorization" not in text.lower()


def test_digests_of_the_archive_hold(server, get, tmp_path):
    server.gives("/a")
    path = tmp_path / "study.warc.gz"
    get(server.url("/a"), save=path)
    for record in records(path):
        assert record.headers.get("WARC-Payload-Digest") is None or record.verify_payload_digest()


def test_a_chunked_answer_reads_back_whole(server, get, tmp_path):
    from tests.inputs.server import head, raw

    server.routes["/a"] = raw(head("200 OK", {"transfer-encoding": "chunked"}) + b"4\r\n<p>x\r\n0\r\n\r\n")
    path = tmp_path / "study.warc.gz"
    get(server.url("/a"), save=path)
    bodies = {
        r.headers.get("WARC-Target-URI"): r.reader.read() for r in records(path) if "response" in str(r.record_type)
    }
    assert bodies[server.url("/a")] == b"<p>x"


def test_an_archive_that_exists_is_not_written_over(tmp_path):
    path = tmp_path / "study.warc.gz"
    path.write_bytes(b"precious")
    with pytest.raises(OutputError, match="exists"), Session(QUICK, save=path):
        pass
    assert path.read_bytes() == b"precious"
