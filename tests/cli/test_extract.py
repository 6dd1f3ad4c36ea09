import io
import json
import sys
from datetime import UTC, datetime

import pytest

from newsextract.cli import extract as command
from newsextract.cli import main
from newsextract.export import schema
from newsextract.records import Article

PAGE = """<!doctype html><html lang="en"><title>Ferries stop</title><article><h1>Ferries stop</h1>
<p>The harbour board met on Tuesday and spoke for three hours about the berth, which is not built yet.</p>
<p>Nobody on the quay believes that the ships will sail before the ice has gone from the channel.</p>
<p>A spare engine has lain in its crate since March, because nobody will say who is to pay for it.</p></article>"""


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    return str(path)


@pytest.fixture
def run(capsys):
    """A run of the command line: exit code, standard output, standard error."""

    def command(*argv):
        try:
            code = main(list(argv))
        except SystemExit as ended:
            code = ended.code
        return code, *capsys.readouterr()

    return command


def test_one_source_is_one_json_document(run, page):
    code, out, _ = run("extract", page)
    assert (code, json.loads(out)["title"]) == (0, "Ferries stop")


def test_several_sources_are_json_lines(run, page):
    _, out, _ = run("extract", page, page)
    assert [json.loads(line)["title"] for line in out.splitlines()] == ["Ferries stop"] * 2


def test_the_texts_of_several_sources_are_parted_by_a_blank_line(run, page):
    one, two = (run("extract", "--format", "markdown", *pages)[1] for pages in ([page], [page, page]))
    assert two == f"{one}\n{one}"


def test_pretty_json_is_indented(run, page):
    assert run("extract", "--pretty", page)[1].startswith('{\n  "kind"')


def test_fields_are_given_in_the_order_asked_for(run, page):
    assert list(json.loads(run("extract", page, "--fields", "text,title")[1])) == ["text", "title"]


def test_the_url_of_a_saved_page_is_told(run, page):
    _, out, _ = run("extract", page, "--url", "https://example.org/ferries", "--fields", "url")
    assert json.loads(out) == {"url": "https://example.org/ferries"}


def test_the_charset_of_a_saved_page_is_told(run, tmp_path):
    path = tmp_path / "page.html"
    path.write_bytes("<h1>Порт</h1>".encode("koi8-r"))
    assert json.loads(run("extract", str(path), "--charset", "koi8-r", "--fields", "title")[1]) == {"title": "Порт"}


def test_the_time_a_page_was_saved_is_told(run, page, monkeypatch):
    seen = {}
    monkeypatch.setattr(command, "extract", lambda page, **options: seen.update(options) or Article())
    run("extract", page, "--captured", "2031-05-02")
    assert seen["captured"] == datetime(2031, 5, 2, tzinfo=UTC)


def test_blocks_carry_their_path_where_asked(run, page):
    _, out, _ = run("extract", page, "--locators", "--fields", "sections")
    assert json.loads(out)["sections"][0]["blocks"][0]["path"]


def test_standard_input_is_a_source(run, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))
    assert json.loads(run("extract", "-", "--fields", "title")[1]) == {"title": "Ferries stop"}


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("text", "The harbour board"),
        ("markdown", "# Ferries stop\n\n"),
        ("html", "<!DOCTYPE html>"),
        ("tei", "<?xml"),
        ("json-ld", '{"@context": "https://schema.org"'),
    ],
)
def test_a_format_is_chosen_by_name(run, page, name, start):
    code, out, _ = run("extract", page, "--format", name)
    assert (code, out.startswith(start)) == (0, True)


def test_a_source_that_fails_is_named_on_one_line(run, tmp_path):
    missing = str(tmp_path / "missing.html")
    assert run("extract", missing) == (1, "", f"newsextract: {missing}: No such file or directory\n")


def test_the_other_sources_are_read_though_one_fails(run, page, tmp_path):
    code, out, _ = run("extract", str(tmp_path / "missing.html"), page)
    assert (code, json.loads(out)["title"]) == (1, "Ferries stop")


@pytest.mark.parametrize(
    "argv",
    [
        ["extract"],
        ["extract", "a", "--fields", "headline"],
        ["extract", "a", "--fields", ""],
        ["extract", "a", "--fields", "title", "--format", "text"],
        ["extract", "a", "b", "--url", "https://example.org/"],
        ["extract", "a", "b", "--format", "tei"],
        ["extract", "-", "-"],
        ["extract", "a", "--captured", "yesterday"],
        ["explode"],
        [],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2(run, argv):
    code, out, err = run(*argv)
    assert (code, out, "usage:" in err) == (2, "", True)


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_escape_sequences_do_not_reach_a_terminal(page, monkeypatch, tmp_path):
    path = tmp_path / "page.html"
    path.write_text(PAGE.replace("harbour board", "harbour \x1b[31mboard\x9b2J"), encoding="utf-8")
    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    main(["extract", str(path), "--format", "text"])
    assert "harbour [31mboard2J" in screen.getvalue()


def test_the_schema_is_printed(run):
    code, out, _ = run("schema")
    assert (code, out) == (0, schema.text())
