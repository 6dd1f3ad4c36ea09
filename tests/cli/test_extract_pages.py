"""Other versions and other pages of an article, against a real server."""

import json
import re

import pytest

from newsextract.cli import main
from tests.inputs.server import serving

HERE = ["--allow-private", "--delay", "0", "--retries", "0"]
TEXTS = (
    "The harbour board met on Tuesday and spoke for three hours about the berth, which is not built yet.",
    "Nobody on the quay believes that the ships will sail before the ice has gone from the channel.",
    "A spare engine has lain in its crate since March, because nobody will say who is to pay for it.",
)


def paged(number, total=3):
    links = " ".join(
        f'<a href="/ferries-stop-for-winter{"" if n == 1 else f"/{n}"}">{n}</a>'
        for n in range(1, total + 1)
        if n != number
    )
    return f"""<!doctype html><html lang="en"><title>Ferries stop</title><article><h1>Ferries stop</h1>
<p>{TEXTS[number - 1]}</p><h2>What the board said on day {number}</h2><p>{TEXTS[number % 3]} And {number} more.</p>
<p>{TEXTS[(number + 1) % 3]} That was all of {number}.</p>
</article><div class="pagination"><span>{number}</span> {links}</div></html>"""


@pytest.fixture
def server():
    with serving() as running:
        for number in (1, 2, 3):
            running.gives("/ferries-stop-for-winter" + ("" if number == 1 else f"/{number}"), paged(number))
        yield running


@pytest.fixture
def extract(capsys):
    def command(*argv):
        code = main(["extract", *argv, *HERE])
        out, err = capsys.readouterr()
        return code, json.loads(out), err

    return command


def here(server, path="/ferries-stop-for-winter"):
    return server.url(path, "127.0.0.1")


def parts(record):
    """The numbers of the pages whose text is in a record, in its order."""
    return [int(number) for number in re.findall(r"That was all of (\d)", record["text"])]


def test_the_pages_of_an_article_are_one_record(extract, server):
    _, record, _ = extract(here(server), "--follow-pages")
    assert parts(record) == [1, 2, 3]
    assert record["pagination"] == {
        "current": 1,
        "total": 3,
        "urls": [here(server), here(server, "/ferries-stop-for-winter/2"), here(server, "/ferries-stop-for-winter/3")],
    }


def test_one_page_is_one_record_unless_asked(extract, server):
    assert parts(extract(here(server))[1]) == [1]


def test_a_page_in_the_middle_leads_to_the_first(extract, server):
    _, record, _ = extract(here(server, "/ferries-stop-for-winter/2"), "--follow-pages")
    assert parts(record) == [1, 2, 3]


def test_a_page_that_cannot_be_had_is_told_and_left_out(extract, server):
    del server.routes["/ferries-stop-for-winter/2"]
    code, record, err = extract(here(server), "--follow-pages")
    assert (code, parts(record)) == (1, [1, 3])
    assert "/ferries-stop-for-winter/2: the server answered 404" in err


@pytest.mark.parametrize(
    ("variant", "link"),
    [
        ("canonical", '<link rel="canonical" href="/whole">'),
        ("amp", '<link rel="amphtml" href="/whole">'),
        ("print", '<link rel="alternate" media="print" href="/whole">'),
    ],
)
def test_another_version_is_taken_on_request(extract, server, variant, link):
    server.gives("/a", f"<html><head>{link}</head><body><h1>Short</h1></body></html>")
    server.gives("/whole", paged(1, 1).replace("Ferries stop", "Whole story"))
    _, record, _ = extract(here(server, "/a"), "--variant", variant, "--fields", "title,url")
    assert record == {"title": "Whole story", "url": here(server, "/whole")}


def test_a_page_without_other_versions_is_taken_itself(extract, server):
    _, record, _ = extract(here(server), "--variant", "print", "--fields", "url")
    assert record == {"url": here(server)}
