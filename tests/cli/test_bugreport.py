"""What a report of a page that comes out wrong contains, and what it does not."""

import json
from zipfile import ZipFile

import pytest

import newsextract
from newsextract.cli.main import main
from tests.rules.site import PAGE, RULES, URL


@pytest.fixture
def report(tmp_path, capsys, monkeypatch):
    """The report of a page, made with rules, and what was printed."""
    monkeypatch.setenv("HARBOUR_SECRET", "herring-and-rope")
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "lantern.toml").write_text(RULES)
    (tmp_path / "page.html").write_text(PAGE)
    argv = ["bugreport", str(tmp_path / "page.html"), "--url", URL, "--says", "the tags are wrong"]
    assert main([*argv, "--rules", str(tmp_path / "rules"), "-o", str(tmp_path / "report.zip")]) == 0
    with ZipFile(tmp_path / "report.zip") as packed:
        return {name: packed.read(name).decode() for name in packed.namelist()}, capsys.readouterr().out, tmp_path


def test_it_holds_page_record_facts_and_rules(report):
    assert list(report[0]) == ["page.html", "record.json", "facts.json", "rules/lantern.toml"]


def test_the_page_is_as_it_was_read(report):
    assert report[0]["page.html"] == PAGE


def test_the_record_is_that_of_the_page_under_the_rules(report):
    assert json.loads(report[0]["record.json"])["evidence"]["title"]["source"] == "rule:lantern.title"


def test_the_facts_name_the_versions_and_what_is_wrong(report):
    facts = json.loads(report[0]["facts.json"])
    assert facts["says"] == "the tags are wrong"
    assert facts["packages"]["newsextract"] == newsextract.__version__
    assert "selectolax" in facts["packages"]


def test_it_prints_what_it_contains(report):
    assert [line.split()[0] for line in report[1].splitlines()[1:]] == list(report[0])


def test_neither_the_environment_nor_paths_are_in_it(report):
    files, _, folder = report
    assert "herring-and-rope" not in "".join(files.values())
    assert str(folder) not in "".join(files.values())


def test_what_cannot_be_written_is_said(tmp_path, capsys):
    (tmp_path / "page.html").write_text(PAGE)
    assert main(["bugreport", str(tmp_path / "page.html"), "-o", str(tmp_path / "none" / "report.zip")]) == 1
    assert "No such file or directory" in capsys.readouterr().err
