"""How far a batch is, as it is told."""

import io
import sys

import pytest

from newsextract.batch import run as batch
from newsextract.batch.job import Job
from newsextract.batch.ledger import Entry
from newsextract.batch.run import Start
from newsextract.cli import progress
from newsextract.cli.progress import Progress
from tests.batch.pages import page


@pytest.fixture
def prepared(tmp_path):
    (tmp_path / "saved").mkdir()
    for number in range(8):
        (tmp_path / "saved" / f"{number}.html").write_bytes(page(number))
    (tmp_path / "saved" / "8.html.gz").write_bytes(b"")
    job = Job(output=str(tmp_path / "out"), format="jsonl", pages_per_part=3)
    return batch.prepare([str(tmp_path / "saved")], job, Start())


def test_lines_tell_pages_failures_rate_share_and_time_left(prepared, monkeypatch):
    monkeypatch.setattr(progress, "EVERY", 0.0)
    monkeypatch.setattr(sys, "stderr", told := io.StringIO())
    with Progress(prepared) as seen:
        batch.run(prepared, seen)
    lines = told.getvalue().splitlines()
    assert lines[4].startswith("newsextract: 5 pages, 0 failed, ")
    assert " a second, 6" in lines[4]
    assert lines[4].endswith("about 0 minutes left")
    assert lines[-1].startswith("newsextract: 9 pages, 1 failed, ")
    assert seen.share() == 1


def test_parts_done_on_other_machines_count(prepared):
    seen = Progress(prepared, quiet=True)
    seen.part(Entry(shard=2, part=0, items=3, rows=2, failures={"timeout": 1}, skipped={"where": 1}, last=True))
    assert (seen.pages, seen.failures) == (3, 1)
    assert 0.2 < seen.share() < 0.34


def test_quiet_says_nothing(prepared, monkeypatch):
    monkeypatch.setattr(progress, "EVERY", 0.0)
    monkeypatch.setattr(sys, "stderr", told := io.StringIO())
    with Progress(prepared, quiet=True) as seen:
        batch.run(prepared, seen)
    assert told.getvalue() == ""
