"""`newsextract discover SITE…`, against a real server."""

import io
import json
import sys

import pytest

from newsextract.cli import main
from tests.inputs.server import serving

HERE = ["--allow-private", "--delay", "0", "--retries", "0"]


@pytest.fixture
def server():
    with serving() as running:
        running.gives("/the-quay-is-open-now")
        paths = ("/the-quay-is-open-now", "/the-lock-is-shut-now")
        items = "".join(
            f"<item><title>A</title><link>{running.url(p, '127.0.0.1')}</link>"
            f"<pubDate>Tue, 0{n} Nov 2026 08:00:00 GMT</pubDate></item>"
            for n, p in enumerate(paths, start=3)
        )
        running.gives("/feed", f"<rss>{items}</rss>", content_type="application/rss+xml")
        yield running


@pytest.fixture
def run(capsys):
    def command(*argv):
        try:
            code = main(list(argv))
        except SystemExit as ended:
            code = ended.code
        return code, *capsys.readouterr()

    return command


def test_addresses_are_json_lines(run, server):
    code, out, _ = run("discover", server.url("/feed", "127.0.0.1"), *HERE)
    records = [json.loads(line) for line in out.splitlines()]
    assert (code, len(records), records[0]["published"]) == (0, 2, "2026-11-03T08:00:00+00:00")
    assert list(records[0]) == ["url", "title", "published", "modified", "source"]


def test_addresses_alone_are_one_a_line(run, server):
    _, out, _ = run("discover", server.url("/feed", "127.0.0.1"), *HERE, "--format", "urls", "--match", "lock")
    assert out == server.url("/the-lock-is-shut-now", "127.0.0.1") + "\n"


@pytest.mark.parametrize(("option", "value"), [("--since", "2026-11-04"), ("--until", "2026-11-03"), ("--limit", "1")])
def test_filters_leave_fewer(run, server, option, value):
    _, out, _ = run("discover", server.url("/feed", "127.0.0.1"), *HERE, option, value)
    assert len(out.splitlines()) == 1


def test_what_is_discovered_is_extracted_by_pipe(run, server, monkeypatch):
    _, found, _ = run("discover", server.url("/feed", "127.0.0.1"), *HERE)
    monkeypatch.setattr(sys, "stdin", io.StringIO(found))
    code, out, _ = run("extract", "--urls", "-", *HERE, "--fields", "title")
    records = [json.loads(line) for line in out.splitlines()]
    assert (code, sorted(r.get("title", r.get("error")) for r in records)) == (1, ["Ferries stop", "http-404"])


def test_a_site_that_cannot_be_had_is_a_failed_source(run, server):
    code, out, err = run("discover", server.url("/none", "127.0.0.1"), *HERE)
    assert (code, out, "404 Not Found" in err) == (1, "", True)


@pytest.mark.parametrize("argv", [["--since", "soon"], ["--match", "("], ["--delay", "-1"], ["--retries", "x"]])
def test_wrong_usage_ends_with_2(run, argv):
    assert run("discover", "press.test", *argv)[0] == 2
