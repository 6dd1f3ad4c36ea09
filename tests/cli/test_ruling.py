"""--rules, and NEWSEXTRACT_RULES, in every command that extracts."""

import json
from pathlib import Path

import pytest

from newsextract import batch, load_rules
from newsextract.cli.main import main
from tests.rules.site import PAGE, RULES, URL

TITLE = "Lighthouse keepers return to Sund Rock"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "lantern.toml").write_text(RULES)
    (tmp_path / "saved").mkdir()
    page = PAGE.replace("<head>", f'<head><link rel="canonical" href="{URL}">')
    (tmp_path / "saved" / "page.html").write_text(page)
    return tmp_path


def test_extract_reads_by_the_rules(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page, rules = str(folder / "saved" / "page.html"), str(folder / "rules")
    assert main(["extract", page, "--rules", rules, "--fields", "title"]) == 0
    assert json.loads(capsys.readouterr().out) == {"title": TITLE}


def test_the_environment_may_name_the_rules(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEWSEXTRACT_RULES", str(folder / "rules"))
    main(["extract", str(folder / "saved" / "page.html"), "--fields", "title"])
    assert json.loads(capsys.readouterr().out) == {"title": TITLE}


def test_rules_that_are_wrong_end_the_command(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "rules" / "lantern.toml").write_text("[[field]]")
    assert main(["extract", str(folder / "saved" / "page.html"), "--rules", str(folder / "rules")]) == 1
    assert "lantern.toml" in capsys.readouterr().err


def test_a_batch_hands_the_rules_to_its_workers(folder: Path) -> None:
    out = folder / "out.jsonl"
    argv = ["batch", str(folder / "saved"), "-o", str(out), "--rules", str(folder / "rules")]
    assert main([*argv, "--quiet", "--workers", "1"]) == 0
    assert json.loads(out.read_text())["title"] == TITLE


def test_a_batch_goes_on_only_under_the_same_rules(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    argv = ["batch", str(folder / "saved"), "-o", str(folder / "out.jsonl"), "--rules", str(folder / "rules")]
    argv += ["--quiet", "--workers", "1"]
    main(argv)
    (folder / "rules" / "lantern.toml").write_text(RULES + "\n# another day\n")
    assert main([*argv, "--resume"]) == 1
    assert "begun with other options" in capsys.readouterr().err


def test_a_batch_in_python_takes_rules_too(folder: Path) -> None:
    rows = list(batch(folder / "saved", rules=load_rules(folder / "rules"), workers=1))
    assert [row.article.title for row in rows if row.article] == [TITLE]
