"""Limits are the caller's to set, and a record says which were hit."""

import json

import pytest

import newsextract
from newsextract.batch.job import Work
from newsextract.batch.worker import answer
from newsextract.cli import main
from newsextract.inputs.page import Page
from newsextract.page.limits import Limits
from tests import hostile

LONG = "<h1>Berth put off</h1>" + "".join(f"<p>Ship {n} came in on Monday.</p>" for n in range(20_000))
DEEP = "<h1>Berth put off</h1>" + "<div>" * 13_000 + hostile.PARAGRAPH * 4


def said(article):
    return article.evidence["page"].raw if "page" in article.evidence else None


def test_a_page_within_its_limits_says_nothing():
    article = newsextract.extract(hostile.ARTICLE)
    assert (said(article), article.notices) == (None, ())


def test_text_that_a_limit_cost_is_a_notice():
    article = newsextract.extract(LONG, limits=Limits(tags=15_000))
    assert said(article) == "beyond the limit of tags"
    assert [(n.kind, n.text) for n in article.notices] == [
        ("truncated", "the page is beyond the limit of tags: what follows is left out")
    ]


def test_characters_beyond_the_limit_are_a_notice():
    article = newsextract.extract(LONG, limits=Limits(characters=50_000))
    assert said(article) == "beyond the limit of characters"
    assert len(article.text) < 50_000


def test_what_is_no_page_gives_an_empty_record_that_says_what_came():
    article = newsextract.extract(b"%PDF-1.7\n1 0 obj <</Title (Berth put off)>> stream")
    assert (article.kind, article.sections, article.title) == ("other", (), None)
    (notice,) = article.notices
    assert (notice.kind, notice.text) == ("empty-body", "what came is a PDF document, not a web page")


def test_what_a_limit_did_without_loss_of_text_is_in_the_evidence_alone():
    article = newsextract.extract(DEEP, limits=Limits(depth=50))
    assert (said(article), article.notices) == ("beyond the limit of depth", ())
    assert hostile.SENTENCE.strip() in article.text


def test_higher_limits_take_more():
    assert said(newsextract.extract(LONG, limits=Limits(tags=30_000))) is None


def test_a_worker_keeps_to_the_limits_of_its_work():
    kind, line = answer(Page(body=LONG.encode(), source="a"), Work(page=Limits(tags=15_000)), newsextract.extract)[:2]
    assert kind == "row"
    assert [n["kind"] for n in json.loads(line)["notices"]] == ["truncated"]


def test_the_command_line_takes_limits(tmp_path, capsys):
    page = tmp_path / "a.html"
    page.write_text(LONG)
    assert main(["extract", str(page), "--max-tags", "15000", "--max-depth", "40"]) == 0
    assert [n["kind"] for n in json.loads(capsys.readouterr().out)["notices"]] == ["truncated"]


@pytest.mark.parametrize("command", ["extract", "explain"])
def test_a_file_beyond_the_limit_of_bytes_is_a_failure_that_says_so(tmp_path, capsys, command):
    page = tmp_path / "a.html"
    with page.open("wb") as file:
        file.truncate(21_000_000)
    target = ["-o", str(tmp_path / "b.html")] if command == "explain" else []
    assert main([command, str(page), *target]) == 1
    assert "more than 20,000,000 bytes" in capsys.readouterr().err


def test_a_larger_file_is_read_where_that_is_asked_for(tmp_path, capsys):
    page = tmp_path / "a.html"
    page.write_text(LONG)
    assert main(["extract", str(page), "--max-size", "1000"]) == 1
    assert "more than 1,000 bytes" in capsys.readouterr().err


@pytest.mark.parametrize("number", ["0", "-1", "many", "1e3", "²"])
def test_a_limit_that_is_none_is_wrong_usage(number, capsys):
    with pytest.raises(SystemExit) as end:
        main(["extract", "a.html", f"--max-tags={number}"])
    assert end.value.code == 2
    assert "--max-tags" in capsys.readouterr().err
