"""The folder that the manual's examples run in, and the site they fetch from."""

import gzip
import json
import os
import shutil
import stat
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.docs.blocks import ROOT

FIXTURES = ROOT / "tests" / "fixtures"
STORY = FIXTURES / "jnews" / "page.html"
SAVED = ("drupal", "liveblog", "paywall", "soft404", "wire", "wpblocks")
COMMANDS = {
    "newsextract": "import sys; from newsextract.cli import main; sys.exit(main())",
    "curl": (
        "import os, sys, urllib.request\n"
        "url = next(a for a in sys.argv[1:] if a.startswith('http')).partition('//')[2].partition('/')\n"
        "answer = urllib.request.urlopen(f'http://127.0.0.1:{os.environ[\"DOCS_SERVER\"]}/{url[2]}')\n"
        "sys.stdout.buffer.write(answer.read())"
    ),
}


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """example.org, as the examples know it."""
    site = tmp_path_factory.mktemp("site")
    home = "https://example.org"
    (site / "robots.txt").write_text("User-agent: *\nDisallow: /private\n")
    (site / "story").write_bytes(STORY.read_bytes())
    (site / "politics").mkdir()
    (site / "politics" / "roof").write_bytes((FIXTURES / "wpblocks" / "page.html").read_bytes())
    (site / "index.html").write_text('<link rel="alternate" type="application/rss+xml" href="/feed"><h1>Home</h1>')
    items = "".join(
        f"<item><title>{title}</title><link>{home}/{name}</link><pubDate>{day} Nov 2026 10:00:00 GMT</pubDate></item>"
        for name, title, day in (("story", "The ferry agreement", "Tue, 03"), ("politics/roof", "A roof", "Wed, 04"))
    )
    (site / "feed").write_text(f'<rss version="2.0"><channel><title>Harbour</title>{items}</channel></rss>')
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Site, directory=str(site))) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield running.server_port
        running.shutdown()


class _Site(SimpleHTTPRequestHandler):
    def guess_type(self, path):
        name = Path(path).name
        return {"robots.txt": "text/plain", "feed": "application/rss+xml"}.get(name, "text/html")

    def log_message(self, *_args):
        pass


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """What the examples find: saved pages, a crawl, records, a list of addresses, and the clone's own fixtures."""
    folder = tmp_path_factory.mktemp("sample")
    (folder / "saved").mkdir()
    for name in SAVED:
        shutil.copy(FIXTURES / name / "page.html", folder / "saved" / f"{name}.html")
    shutil.copy(STORY, folder / "saved" / "story.html")
    (folder / "crawl").mkdir()
    _crawl(folder / "crawl" / "a.warc.gz")
    (folder / "addresses.txt").write_text("https://example.org/story\nhttps://example.org/politics/roof\n")
    (folder / "tests").mkdir()
    (folder / "tests" / "fixtures").symlink_to(FIXTURES)
    binaries = folder / ".bin"
    binaries.mkdir()
    (folder / ".venv").mkdir()
    (folder / ".venv" / "bin").symlink_to("../.bin")
    for name, code in COMMANDS.items():
        (binaries / name).write_text(f"#!{sys.executable}\n{code}\n")
        (binaries / name).chmod(stat.S_IRWXU)
    return folder


def _crawl(target):
    """A WARC file of three of the fixtures."""
    with target.open("wb") as stream:
        for number, name in enumerate(("jnews", "wpblocks", "drupal")):
            page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
            page += (FIXTURES / name / "page.html").read_bytes()
            url = json.loads((FIXTURES / name / "meta.json").read_text())["url"]
            head = (
                f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number}>\r\nWARC-Target-URI: {url}\r\n"
                f"WARC-Date: 2026-11-03T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
                f"Content-Length: {len(page)}\r\n\r\n"
            )
            stream.write(gzip.compress(head.encode() + page + b"\r\n\r\n"))


@pytest.fixture
def environment(server, sample, tmp_path, tmp_path_factory):
    """Where the examples of one page run, and the variables they see."""
    folder = tmp_path / "work"
    shutil.copytree(sample, folder, symlinks=True)
    paths = (Path(__file__).parent / "site", ROOT, ROOT / "src")
    variables = {
        "PATH": f"{folder / '.bin'}:{Path(sys.executable).parent}:{os.environ['PATH']}",
        "PYTHONPATH": ":".join(map(str, paths)),
        "HOME": str(tmp_path),
        "DOCS_SERVER": str(server),
        "MPLBACKEND": "agg",
        "MPLCONFIGDIR": str(tmp_path_factory.getbasetemp() / "matplotlib"),
        "LANG": "C.UTF-8",
    }
    return folder, variables
