"""`newsextract extract URL…`, against a real server."""

import asyncio
import io
import json
import signal
import subprocess
import sys

import pytest
from fastwarc.warc import ArchiveIterator

from newsextract.cli import main
from tests.inputs.server import serving

HERE = ["--allow-private", "--delay", "0", "--retries", "0"]


@pytest.fixture
def server():
    with serving() as running:
        running.gives("/a")
        running.gives("/old", "", status="301 Moved Permanently", location="/a")
        yield running


@pytest.fixture
def run(capsys):
    def command(*argv):
        code = main(list(argv))
        return code, *capsys.readouterr()

    return command


def here(server, path):
    return server.url(path, "127.0.0.1")


def test_a_url_is_fetched_and_its_last_address_kept(run, server):
    code, out, _ = run("extract", here(server, "/old"), *HERE, "--fields", "url,title")
    assert (code, json.loads(out)) == (0, {"url": here(server, "/a"), "title": "Ferries stop"})


def test_a_url_that_gives_no_page_has_a_record_and_a_line(run, server):
    code, out, err = run("extract", here(server, "/b"), *HERE)
    record = json.loads(out)
    assert (code, record["id"], record["stage"], record["error"]) == (1, here(server, "/b"), "response", "http-404")
    assert err == f"newsextract: {here(server, '/b')}: the server answered 404 Not Found\n"


def test_this_machine_is_not_fetched_unless_asked(run, server):
    code, out, _ = run("extract", here(server, "/a"))
    assert (code, json.loads(out)["error"], server.log) == (1, "private-address", [])


def test_every_url_has_one_record_and_failures_are_counted_by_cause(run, server):
    urls = [here(server, path) for path in ("/a", "/b", "/c", "/old")]
    code, out, err = run("extract", *urls, *HERE, "--fields", "title")
    records = [json.loads(line) for line in out.splitlines()]
    assert (code, len(records), sum("error" in r for r in records)) == (1, 4, 2)
    assert err.splitlines()[-1] == "newsextract: fetching: 2 of 4 URLs gave no page: http-404 2"


def test_urls_are_read_from_a_file_bare_or_as_discover_prints_them(run, server, tmp_path):
    listing = tmp_path / "urls.txt"
    listing.write_text(f"# ours\n{here(server, '/a')}\n\n{json.dumps({'url': here(server, '/old')})}\n")
    code, out, _ = run("extract", "--urls", str(listing), *HERE, "--fields", "title")
    assert (code, len(out.splitlines())) == (0, 2)


def test_what_cannot_be_had_is_no_fault_of_a_list_of_links(run, server, tmp_path):
    _, out, _ = run("extract", here(server, "/a"), here(server, "/b"), *HERE)
    records = tmp_path / "records.jsonl"
    records.write_text(out, encoding="utf-8")
    assert run("links", str(records))[0] == 0


def test_what_was_fetched_is_saved(run, server, tmp_path):
    target = tmp_path / "study.warc.gz"
    assert run("extract", here(server, "/a"), *HERE, "--save", str(target))[0] == 0
    assert target.stat().st_size > 500


def test_a_file_that_exists_is_not_written_over(run, server, tmp_path):
    target = tmp_path / "study.warc.gz"
    target.write_bytes(b"precious")
    code, _, err = run("extract", here(server, "/a"), *HERE, "--save", str(target))
    assert (code, target.read_bytes(), "exists" in err) == (1, b"precious", True)


def test_ctrl_c_leaves_finished_records_whole(server, tmp_path):
    async def never(_asked, _writer):
        await asyncio.sleep(60)

    server.routes["/slow"] = never
    target = tmp_path / "study.warc.gz"
    urls = [here(server, "/a"), here(server, "/slow")]
    process = subprocess.Popen(
        [sys.executable, "-m", "newsextract", "extract", *urls, *HERE, "--save", str(target)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a runner in the background ignores it
    )
    first = process.stdout.readline()
    process.send_signal(signal.SIGINT)
    rest, err = process.communicate(timeout=30)
    assert (json.loads(first)["title"], rest, process.returncode) == ("Ferries stop", "", 130)
    assert "Traceback" not in err
    with target.open("rb") as file:
        assert here(server, "/a") in [r.headers.get("WARC-Target-URI") for r in ArchiveIterator(file)]


class Screen(io.StringIO):
    def isatty(self):
        return True


def test_progress_is_shown_on_a_terminal_alone(server, monkeypatch, run):
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    code, out, _ = run("extract", here(server, "/a"), here(server, "/old"), *HERE, "--fields", "title")
    assert (code, len(out.splitlines()), "pages" in screen.getvalue()) == (0, 2, True)


def test_nothing_is_shown_where_rich_is_missing(server, monkeypatch, run):
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setitem(sys.modules, "rich.progress", None)
    run("extract", here(server, "/a"), here(server, "/old"), *HERE)
    assert screen.getvalue() == ""


@pytest.mark.parametrize(
    ("option", "package", "extra"), [("--cache", "hishel", "http"), ("--save", "fastwarc", "warc")], ids=str
)
def test_what_is_not_installed_is_said(server, monkeypatch, run, tmp_path, option, package, extra):
    monkeypatch.setitem(sys.modules, package, None)
    code, _, err = run("extract", here(server, "/a"), *HERE, option, str(tmp_path / "x"))
    assert (code, f"newsextract[{extra}]" in err) == (1, True)
