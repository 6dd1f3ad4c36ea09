"""What a check of a user's rules finds, and what it says of it."""

from pathlib import Path

import pytest

from newsextract.cli.main import main
from newsextract.rulecheck import check
from tests.rules.site import RULES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "lantern.toml").write_text(RULES)
    return tmp_path


def broken(folder: Path, old: str, new: str) -> tuple[str, ...]:
    text = RULES.replace(old, new)
    assert text != RULES
    (folder / "lantern.toml").write_text(text)
    return check(folder).faults


def test_rules_that_hold_are_counted(folder: Path) -> None:
    checked = check(folder)
    assert (checked.files, checked.rules, checked.examples, checked.faults) == (1, 6, 1, ())


CASES = {
    "a rule that does not fire": ("fires = '<div class=\"x2", "fires = '<div class=\"x3", "lantern.title", "'fires'"),
    "a rule that spares nothing": ("spares = '<p>", 'spares = \'<p class="x7">', "lantern.strip", "'spares'"),
    "another value": ('gives = "Keepers return"', 'gives = "Keepers"', "lantern.title", "'gives'"),
    "an example of another title": ('title = "A lamp"', 'title = "A light"', "example", "(by rule:lantern.title)"),
    "a body without its text": ('has = ["It burns."]', 'has = ["It glows."]', "example", "'has'"),
    "a body with more": ('lacks = ["It is out."]', 'lacks = ["burns"]', "example", "'lacks'"),
    "a page that is not there": ("html = '''<html><body>", "page = 'none.html'\nlacks1 = '''", "lacks1", ""),
}


@pytest.mark.parametrize(("old", "new", "where", "what"), CASES.values(), ids=CASES)
def test_a_fault_names_its_place(folder: Path, old: str, new: str, where: str, what: str) -> None:
    faults = broken(folder, old, new)
    assert len(faults) == 1
    assert faults[0].startswith("lantern.toml: ")
    assert where in faults[0]
    assert what in faults[0]


def test_every_fault_of_a_file_is_told(folder: Path) -> None:
    faults = broken(folder, "div", "a..b")
    assert len(faults) > 1


def test_labels_are_checked_too(folder: Path) -> None:
    (folder / "b.toml").write_text("""
        [[rule]]
        id = "share.row"
        kind = "share"
        match = [".row"]
        fires = '<p class="rows">Row</p>'
        spares = '<p class="row">Row</p>'
    """)
    assert [fault.split(": ")[2] for fault in check(folder).faults] == ["key 'fires'", "key 'spares'"]


def test_an_example_page_stands_beside_its_file(folder: Path) -> None:
    (folder / "b.toml").write_text(
        RULES.replace("lantern.", "b.").replace("b.example", "b.example")
        + """
        [[example]]
        page = "b.html"
        url = "https://b.example/lamp"
        title = "Lamps"
    """
    )
    assert "give its place beside the file" in check(folder).faults[0]
    (folder / "b.html").write_text('<div class="x2">Lamps</div>')
    assert check(folder).faults == ()


def test_the_command_prints_sums(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "check", str(folder)]) == 0
    assert capsys.readouterr().out == "1 files, 6 rules, 1 examples: no faults\n"


def test_the_command_fails_where_a_rule_does(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken(folder, 'gives = "Keepers return"', 'gives = "Keepers"')
    assert main(["rules", "check", str(folder)]) == 1
    assert capsys.readouterr().err.startswith("newsextract: rules: lantern.toml: rule 'lantern.title': key 'gives': ")


def test_notices_are_printed_where_asked_for(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "lamp.example.txt").write_text("title: //h1\nhttp_header(a): b\n")
    assert main(["rules", "check", "--notices", str(folder)]) == 0
    assert capsys.readouterr().out.splitlines()[0].startswith("lamp.example.txt: line 2: http_header: ")
