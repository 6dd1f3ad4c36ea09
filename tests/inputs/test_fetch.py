"""What a URL gives, from a real server."""

import asyncio
import time

import pytest

import newsextract
from newsextract.errors import FetchError, OutputError
from newsextract.inputs import fetch as reading
from newsextract.inputs.fetch import afetch, fetch
from newsextract.inputs.fetching import queues
from newsextract.inputs.fetching.archive import Archive
from newsextract.records import Failure
from tests.inputs.conftest import QUICK
from tests.inputs.server import PAGE, head, raw, to_this_machine


def cause(answer):
    assert isinstance(answer, Failure), answer
    return answer.stage, answer.error


def test_a_page_comes_with_where_it_is_from_and_when(server, get):
    server.gives("/story")
    answer = get(server.url("/story"))
    assert (answer.page, answer.url, answer.status, answer.charset) == (
        PAGE.encode(),
        server.url("/story"),
        200,
        "utf-8",
    )
    assert answer.captured.tzinfo is not None


def test_who_asks_says_who(server, get):
    server.gives("/")
    get(server.url("/"))
    assert server.log[-1].headers["user-agent"].startswith("newsextract/")


def test_one_url_that_gives_no_page_raises(server):
    with pytest.raises(FetchError, match="404 Not Found") as raised:
        fetch(server.url("/"), QUICK, resolve=to_this_machine)
    assert (raised.value.stage, raised.value.error) == ("response", "http-404")


def test_many_urls_give_one_answer_each(server):
    server.gives("/a")
    urls = [server.url("/a"), server.url("/b"), "mailto:x@y", "nonsense", "http://[", "file:///etc/passwd", ""]
    answers = list(fetch(urls, QUICK, resolve=to_this_machine))
    assert sorted(a.id for a in answers) == sorted(urls)
    assert {a.id: a.error for a in answers if isinstance(a, Failure)} == {
        server.url("/b"): "http-404",
        "mailto:x@y": "scheme",
        "nonsense": "bad-url",
        "http://[": "bad-url",
        "file:///etc/passwd": "scheme",
        "": "bad-url",
    }


def test_an_asynchronous_program_awaits_a_page(server):
    server.gives("/a")
    assert asyncio.run(afetch(server.url("/a"), QUICK, resolve=to_this_machine)).status == 200


def test_an_asynchronous_program_iterates_over_answers(server):
    server.gives("/a")

    async def statuses():
        return [a.status async for a in afetch([server.url("/a")] * 3, QUICK, resolve=to_this_machine)]

    assert asyncio.run(statuses()) == [200] * 3


def test_fetching_works_where_a_loop_runs_already(server):
    server.gives("/a")

    async def notebook():
        return fetch(server.url("/a"), QUICK, resolve=to_this_machine).status

    assert asyncio.run(notebook()) == 200


def test_a_reader_that_stops_early_ends_the_run(server):
    server.gives("/a")
    answers = fetch([server.url("/a")] * 500, QUICK, resolve=to_this_machine)
    next(answers)
    answers.close()
    assert len(server.log) < 500


def test_a_run_longer_than_what_is_read_ahead_ends(server, get_all, monkeypatch):
    monkeypatch.setattr(queues, "AHEAD", 2)
    server.gives("/a")
    server.routes |= {f"/{n}": server.routes["/a"] for n in range(30)}
    urls = [server.url(f"/{n}", f"h{n % 3}.test") for n in range(30)]
    assert sorted(get_all(urls)) == sorted(urls)


def test_a_slow_reader_holds_fetching_up(server, monkeypatch):
    monkeypatch.setattr(queues, "HELD", 2)
    monkeypatch.setattr(reading, "HELD", 2)
    server.gives("/a")
    answers = fetch([server.url("/a")] * 60, QUICK, resolve=to_this_machine)
    next(answers)
    time.sleep(0.5)
    asked = len(server.log)
    answers.close()
    assert asked < 12


def test_what_is_no_fault_of_a_url_ends_the_run(server, get_all, monkeypatch, tmp_path):
    def full(*_args):
        raise OutputError("study.warc: No space left on device")

    monkeypatch.setattr(Archive, "add", full)
    server.gives("/a")
    with pytest.raises(OutputError, match="No space left"):
        get_all([server.url("/a")] * 3, save=tmp_path / "study.warc")


def test_the_charset_of_the_header_reaches_the_decoder(server, get):
    text = PAGE.replace("Ferries stop", "Паромы встали")
    server.gives("/", text, charset="windows-1251", content_type="text/html; charset=windows-1251")
    answer = get(server.url("/"))
    assert newsextract.extract(answer.page, answer.url, charset=answer.charset).title == "Паромы встали"


def test_a_wrong_charset_of_the_header_does_not_garble_the_page(server, get):
    server.gives("/", PAGE.replace("Ferries stop", "Паромы встали"), content_type="text/html; charset=iso-8859-1")
    answer = get(server.url("/"))
    assert newsextract.extract(answer.page, answer.url, charset=answer.charset).title == "Паромы встали"


@pytest.mark.parametrize("kind", ["application/pdf", "image/png", "application/json", "text/plain"])
def test_what_is_no_page_is_refused_with_a_word(server, get, kind):
    server.gives("/", b"%PDF-1.7", content_type=kind)
    answer = get(server.url("/"))
    assert (cause(answer), kind in answer.message) == (("response", "content-type"), True)


def test_a_page_without_a_content_type_is_taken_for_one(server, get):
    server.routes["/"] = raw(head("200 OK", {"content-length": "2"}) + b"<p")
    assert get(server.url("/")).page == b"<p"


# Time-outs and limits


def test_a_slow_drip_ends_with_the_time_for_the_whole(server, get):
    async def drip(_asked, writer):
        writer.write(head("200 OK", {"content-type": "text/html", "content-length": "10000"}))
        while True:
            writer.write(b".")
            await writer.drain()
            await asyncio.sleep(0.02)

    server.routes["/"] = drip
    answer = get(server.url("/"), timeout=0.4)
    assert (cause(answer), answer.seconds < 1.5) == (("read", "timeout"), True)


def test_a_server_that_falls_silent_ends_with_the_time_for_reading(server, get):
    async def silence(_asked, writer):
        writer.write(head("200 OK", {"content-type": "text/html", "content-length": "10000"}))
        await writer.drain()
        await asyncio.sleep(20)

    server.routes["/"] = silence
    assert cause(get(server.url("/"), read_timeout=0.2, retries=0)) == ("read", "read-timeout")


def test_an_endless_body_is_cut_at_the_size_limit(server, get):
    async def endless(_asked, writer):
        writer.write(head("200 OK", {"content-type": "text/html", "transfer-encoding": "chunked"}))
        while True:
            writer.write(b"2000\r\n" + b"x" * 0x2000 + b"\r\n")
            await writer.drain()

    server.routes["/"] = endless
    assert cause(get(server.url("/"), size=1_000_000)) == ("read", "too-large")


def test_a_connection_cut_in_the_middle_is_no_page(server, get):
    async def cut(_asked, writer):
        writer.write(head("200 OK", {"content-type": "text/html", "content-length": "10000"}) + b"<p>Half a")
        await writer.drain()
        writer.close()

    server.routes["/"] = cut
    assert cause(get(server.url("/"))) == ("read", "cut-off")
    assert server.paths() == ["/robots.txt", "/", "/"]


def test_a_connection_cut_once_is_tried_again(server, get):
    async def cut_once(asked, writer):
        if server.paths().count("/") == 1:
            writer.close()
        else:
            await raw(head("200 OK", {"content-length": "2"}) + b"<p")(asked, writer)

    server.routes["/"] = cut_once
    assert get(server.url("/")).page == b"<p"


def test_what_is_no_http_is_no_page(server, get):
    server.routes["/"] = raw(b"SSH-2.0-OpenSSH_9.6\r\n\r\n")
    assert cause(get(server.url("/")))[1] in ("cut-off", "protocol")


def test_a_port_where_nobody_listens_is_no_page(get):
    assert cause(get("http://press.test:1/")) == ("connect", "connect")


def test_a_host_that_does_not_exist_is_no_page(get):
    async def unknown(_host, _port):
        raise OSError("Name or service not known")

    assert cause(get("http://press.test/", resolve=unknown)) == ("connect", "dns")


# Redirects


def test_redirects_are_followed_and_recorded(server, get):
    server.gives("/a", "", status="301 Moved Permanently", location="/b")
    server.gives("/b", "", status="307 Temporary Redirect", location=server.url("/c", "other.test"))
    server.gives("/c")
    answer = get(server.url("/a"))
    assert answer.url == server.url("/c", "other.test")
    assert [(r.url, r.status) for r in answer.redirects] == [(server.url("/a"), 301), (server.url("/b"), 307)]


def test_a_redirect_whose_body_breaks_off_is_followed(server, get):
    async def cut(_asked, writer):
        writer.write(head("301 Moved Permanently", {"location": "/b", "content-length": "500"}) + b"<p>Moved")
        await writer.drain()
        writer.close()

    server.routes["/a"] = cut
    server.gives("/b")
    assert get(server.url("/a")).url == server.url("/b")


def test_a_redirect_loop_is_no_page(server, get):
    server.gives("/a", "", status="302 Found", location="/b")
    server.gives("/b", "", status="302 Found", location="/a")
    assert cause(get(server.url("/a"))) == ("response", "redirect-loop")


def test_redirects_without_end_are_no_page(server, get):
    async def onward(asked, writer):
        path = asked.path + "x"
        server.routes[path] = onward
        writer.write(head("302 Found", {"location": path, "content-length": "0"}))

    server.routes["/a"] = onward
    assert cause(get(server.url("/a"), redirects=4)) == ("response", "too-many-redirects")
    assert len(server.paths()) == 6


def test_a_redirect_to_a_file_is_refused(server, get):
    server.gives("/a", "", status="302 Found", location="file:///etc/passwd")
    answer = get(server.url("/a"))
    assert (cause(answer), answer.url) == (("address", "scheme"), "file:///etc/passwd")


# Credentials and cookies


def test_credentials_of_a_url_are_sent_to_its_host_and_shown_to_nobody(server, get, caplog):
    caplog.set_level("DEBUG")
    server.gives("/a", "", status="302 Found", location=server.url("/b", "other.test"))
    server.gives("/b")
    answer = get(server.url("/a").replace("press", "ann:secret@press"))
    authorized = {(asked.host, asked.path): "authorization" in asked.headers for asked in server.log}
    assert (authorized["press.test", "/a"], authorized["other.test", "/b"]) == (True, False)
    assert "secret" not in repr(answer) + caplog.text


@pytest.mark.parametrize("kept", [False, True])
def test_cookies_are_off_unless_asked_for(server, get_all, kept):
    server.gives("/a", set_cookie="seen=1; Path=/")
    get_all([server.url("/a"), server.url("/a")], cookies=kept)
    assert ("cookie" in server.log[-1].headers) is kept


@pytest.mark.parametrize("wrong", [{"delay": -1}, {"per_host": 0}, {"retries": -1}, {"timeout": -2}])
def test_a_policy_that_cannot_be_is_refused(wrong):
    with pytest.raises(ValueError, match=next(iter(wrong))):
        newsextract.FetchPolicy(**wrong)
