"""Results are read from every form a batch writes."""

import gzip
import json
import sqlite3

import pytest

from newsextract.errors import InputError
from newsextract.report.results import rows
from newsextract.report.tally import tally
from tests.report.rows import failure, record, write_lines

ROWS = [record(1), failure(2), record(3, title="Ferry sails")]


def test_json_lines(tmp_path):
    assert list(rows(write_lines(tmp_path / "r.jsonl", ROWS))) == ROWS


def test_compressed_json_lines(tmp_path):
    path = tmp_path / "r.jsonl.gz"
    path.write_bytes(gzip.compress(b"".join(json.dumps(r).encode() + b"\n" for r in ROWS)))
    assert list(rows(str(path))) == ROWS


def test_a_folder_of_parts(tmp_path):
    write_lines(tmp_path / "part-1.jsonl", ROWS[:1])
    write_lines(tmp_path / "part-2.jsonl", ROWS[1:])
    (tmp_path / "ledger.json").write_text("{}")
    assert list(rows(str(tmp_path))) == ROWS


def test_parquet_gives_the_same_report_as_json_lines(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    pyarrow = pytest.importorskip("pyarrow")
    empty = dict.fromkeys({**record(1), **failure(2)})
    parquet.write_table(pyarrow.Table.from_pylist([empty | row for row in ROWS]), tmp_path / "r.parquet")
    assert tally(rows(str(tmp_path / "r.parquet"))) == tally(ROWS)


def test_a_database(tmp_path):
    with sqlite3.connect(tmp_path / "r.sqlite") as db:
        db.execute("CREATE TABLE articles (id, page_source, page_member, record)")
        db.execute("CREATE TABLE errors (id, page_source, page_member, url, stage, error, message, seconds)")
        for row in (ROWS[0], ROWS[2]):
            kept = {k: v for k, v in row.items() if k not in {"id", "page"}}
            values = (row["id"], row["page"]["source"], json.dumps(kept))
            db.execute("INSERT INTO articles VALUES (?, ?, NULL, ?)", values)
        db.execute("INSERT INTO errors VALUES (?, 'x', NULL, NULL, 'connect', 'timeout', 'no answer', 60.0)", ("p2",))
    db.close()
    found = list(rows(str(tmp_path / "r.sqlite")))
    assert found[:2] == [ROWS[0], ROWS[2]]
    assert found[2]["error"] == "timeout"


def test_a_line_that_is_no_record_is_named(tmp_path):
    (tmp_path / "r.jsonl").write_text('{"title": "x"}\n{"tit\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"r\.jsonl: line 2"):
        list(rows(str(tmp_path / "r.jsonl")))


@pytest.mark.parametrize("name", ["none.jsonl", "none.sqlite", "notes.txt"])
def test_what_cannot_be_read_is_named(tmp_path, name):
    with pytest.raises(InputError, match=name):
        list(rows(str(tmp_path / name)))


def test_a_file_that_is_no_database_is_named(tmp_path):
    (tmp_path / "r.sqlite").write_bytes(b"no database at all" * 100)
    with pytest.raises(InputError, match=r"r\.sqlite"):
        list(rows(str(tmp_path / "r.sqlite")))
