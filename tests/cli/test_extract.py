import gzip
import io
import json
import sys
import zipfile
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
    one, two = (run("extract", "--format", "text", *pages)[1] for pages in ([page], [page, page]))
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
        ["extract", "a", "--charset", "klingon"],
        ["extract", "a", "--url", "example.org/story"],
        ["extract", "a", "--timeout", "0"],
        ["extract", "a", "--concurrency", "0"],
        ["extract", "a", "--max-size", "0"],
        ["extract", "a", "--explode"],
        ["explode"],
        [],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2_and_one_line_that_says_where_help_is(run, argv):
    code, out, err = run(*argv)
    assert (code, out, err.count("\n"), "--help" in err) == (2, "", 1, True)


def test_options_may_stand_between_sources(run, page):
    _, out, _ = run("extract", page, "--fields", "title", page)
    assert out.splitlines() == ['{"title": "Ferries stop"}'] * 2


def test_what_follows_two_dashes_is_a_source(run, page, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "-odd.html").write_text(PAGE, encoding="utf-8")
    assert run("extract", "--fields", "title", "--", "-odd.html")[1] == '{"title": "Ferries stop"}\n'


def test_a_compressed_page_is_unpacked(run, tmp_path):
    path = tmp_path / "page.html.gz"
    path.write_bytes(gzip.compress(PAGE.encode()))
    assert run("extract", str(path), "--fields", "title")[1] == '{"title": "Ferries stop"}\n'


def test_the_address_that_a_saved_page_was_saved_with_counts(run, tmp_path):
    path = tmp_path / "page.html"
    path.write_text(f"<!-- saved from url=(0027)https://example.org/ferries -->\n{PAGE}", encoding="utf-8")
    assert run("extract", str(path), "--fields", "url")[1] == '{"url": "https://example.org/ferries"}\n'


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.html", b"%PDF-1.7 ...", "is a PDF document"),
        ("a.html", b"\x1f\x8b\x08\x00", "is a gzip file that is not named .gz"),
        ("a.html.gz", b"no gzip", "damaged gzip data"),
        ("a.warc.gz", b"", "newsextract batch reads such files"),
        ("a.zip", b"PK\x03\x04", "newsextract batch reads such files"),
    ],
)
def test_a_file_that_is_no_page_is_told_to_be_none(run, tmp_path, name, content, told):
    (tmp_path / name).write_bytes(content)
    code, out, err = run("extract", str(tmp_path / name))
    assert (code, out, name in err, told in err) == (1, "", True, True)


@pytest.mark.parametrize(
    ("source", "told"), [(".", "newsextract batch reads folders"), ("ftp://x.example/a", "only http")]
)
def test_a_source_that_extract_does_not_take_is_told_what_does(run, source, told):
    code, _, err = run("extract", source)
    assert (code, told in err) == (1, True)


@pytest.mark.parametrize("command", ["explain", "bugreport"])
def test_a_command_of_one_source_names_the_one_that_is_missing(run, tmp_path, command):
    code, _, err = run(command, str(tmp_path / "gone.html"), "-o", str(tmp_path / "out"))
    assert (code, err) == (1, f"newsextract: {command}: {tmp_path / 'gone.html'}: No such file or directory\n")


def test_a_folder_that_cannot_be_made_is_a_fault_of_one_line(run, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    code, _, err = run("extract", "https://press.invalid/", "--cache", str(tmp_path / "file" / "cache"))
    assert (code, err) == (1, f"newsextract: extract: {tmp_path / 'file' / 'cache'}: Not a directory\n")


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


def test_an_empty_file_is_no_page(tmp_path, capsys):
    (tmp_path / "a.html").write_bytes(b" \n")
    assert main(["extract", str(tmp_path / "a.html")]) == 1
    assert capsys.readouterr().err.endswith("a.html: is empty: no page came\n")


def test_a_page_of_an_archive_is_named(tmp_path, capsys):
    with zipfile.ZipFile(tmp_path / "s.zip", "w") as archive:
        archive.writestr("a.html", "<h1>Tide</h1>")
        archive.writestr("b.html", "<title>Ebb at the quay</title><h1>Ebb at the quay</h1>")
    assert main(["extract", str(tmp_path / "s.zip"), "--member", "b.html", "--fields", "title"]) == 0
    assert json.loads(capsys.readouterr().out) == {"title": "Ebb at the quay"}
    assert main(["extract", str(tmp_path / "s.zip"), "--member", "c.html"]) == 1
    assert "holds no page c.html" in capsys.readouterr().err


def test_a_line_of_a_table_is_named_by_its_place(tmp_path, capsys):
    lines = [json.dumps({"html": f"<title>{t}</title><h1>{t}</h1>"}) for t in ("Tide at the quay", "Ebb at the quay")]
    (tmp_path / "s.jsonl").write_text("\n".join(lines) + "\n")
    assert main(["extract", str(tmp_path / "s.jsonl"), "--member", "1", "--fields", "title"]) == 0
    assert json.loads(capsys.readouterr().out) == {"title": "Ebb at the quay"}


def test_an_address_without_a_scheme_is_hinted_at(capsys):
    assert main(["extract", "www.harbour.example/story"]) == 1
    assert capsys.readouterr().err.endswith("No such file or directory; an address begins with https://\n")


def test_a_file_that_is_not_there_is_no_address(capsys):
    assert main(["extract", "story.html"]) == 1
    assert capsys.readouterr().err.endswith("No such file or directory\n")


def test_a_feed_is_no_list_of_urls(tmp_path, capsys):
    (tmp_path / "feed.xml").write_text("<?xml version='1.0'?><rss/>")
    assert main(["extract", "--urls", str(tmp_path / "feed.xml")]) == 1
    assert "newsextract discover reads feeds" in capsys.readouterr().err


def test_a_rule_parts_the_markdown_of_several_pages(tmp_path, capsys):
    for name in "ab":
        (tmp_path / f"{name}.html").write_text(f"<title>Tide {name}</title><h1>Tide {name}</h1>")
    assert main(["extract", *(str(tmp_path / f"{n}.html") for n in "ab"), "--format", "markdown"]) == 0
    assert capsys.readouterr().out == "# Tide a\n\n---\n\n# Tide b\n"
