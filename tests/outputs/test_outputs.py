"""Formats and the database."""

import csv
import gzip
import io
import json
import sqlite3
from pathlib import Path

import attrs
import duckdb
import pyarrow.parquet as pq
import pytest
import zstandard

from newsextract import Article
from newsextract.batch.rows import failure_row, line, record_row
from newsextract.errors import OutputError
from newsextract.inputs.page import Page
from newsextract.outputs import arrow, flat, formats
from newsextract.outputs.database import Database
from newsextract.outputs.sinks import OneFile, PartFiles
from newsextract.records import Failure

GOLDEN = Path(__file__).parents[1] / "fixtures" / "jnews" / "article.json"
ARTICLE = Article.from_dict(json.loads(GOLDEN.read_text(encoding="utf-8")))

PLACE = Page(body=b"x", source="a.warc.gz", member="<urn:1>", offset=7)
ROW = line(record_row(PLACE, ARTICLE.to_dict(), None))
FAILED = line(
    failure_row(PLACE, Failure(id="f" * 32, stage="extract", error="timeout", message="over 30 seconds", seconds=30.0))
)


@pytest.mark.parametrize(
    ("name", "decode"), [("jsonl", bytes), ("jsonl.gz", gzip.decompress), ("jsonl.zst", zstandard.decompress)]
)
def test_json_lines(name, decode):
    data = decode(formats.named(name).encode([ROW, FAILED], None, True))
    article, failure = map(json.loads, data.splitlines())
    assert Article.from_dict({k: v for k, v in article.items() if k not in ("id", "page")}) == ARTICLE
    assert article["page"] == {"source": "a.warc.gz", "member": "<urn:1>", "offset": 7, "captured": None}
    assert failure["error"] == "timeout"


def test_the_same_rows_give_the_same_bytes():
    for format_ in formats.FORMATS:
        assert format_.encode([ROW], None, True) == format_.encode([ROW], None, True)


def unmapped(value):
    """Arrow's maps as dicts."""
    if isinstance(value, list):
        pairs = bool(value) and all(isinstance(v, tuple) for v in value)
        return {k: unmapped(v) for k, v in value} if pairs else [unmapped(v) for v in value]
    return {k: unmapped(v) for k, v in value.items()} if isinstance(value, dict) else value


def test_a_record_in_parquet_is_nested_as_in_json():
    table = pq.read_table(io.BytesIO(arrow.encode([ROW, FAILED], None, True)))
    article, failure = table.to_pylist()
    written = json.loads(ROW)
    for key in ("title", "published", "authors", "tags", "related", "site", "lead_image", "page", "text"):
        assert unmapped(article[key]) == written[key], key
    for block, expected in zip(
        [b for s in article["sections"] for b in s["blocks"]],
        [b for s in written["sections"] for b in s["blocks"]],
        strict=True,
    ):
        if expected["type"] != "aside":
            assert {k: block[k] for k in expected} == expected
    assert (failure["error"], failure["seconds"], failure["title"]) == ("timeout", 30.0, None)


def test_what_is_nested_deeper_than_the_schema_is_json_text():
    inner = {"text": "deep", "label": None, "links": [], "items": []}
    for _ in range(4):
        inner = {"text": "outer", "label": None, "links": [], "items": [inner]}
    row = json.loads(ROW)
    block = {"type": "list", "ordered": False, "items": [inner], "path": None}
    row["sections"] = [{**row["sections"][0], "blocks": [block]}]
    (found,) = pq.read_table(io.BytesIO(arrow.encode([line(row)], None, True))).to_pylist()
    text = found["sections"][0]["blocks"][0]["items"][0]["items"][0]["items"][0]
    assert json.loads(text)["items"][0]["items"][0]["text"] == "deep"


def test_parquet_of_some_fields():
    rows = [line(record_row(PLACE, ARTICLE.to_dict(), ("title", "tags"))), FAILED]
    table = pq.read_table(io.BytesIO(arrow.encode(rows, ("title", "tags"), True)))
    assert table.column_names == ["id", "page", "title", "tags", "url", "stage", "error", "message", "seconds"]


def test_duckdb_reads_the_parts(tmp_path):
    sink = PartFiles(str(tmp_path / "news.parquet"), formats.named("parquet"), None)
    sink.write("000000-0000", [ROW])
    sink.write("000000-0001", [FAILED])
    files = f"read_parquet('{tmp_path}/news.parquet/*.parquet')"
    assert duckdb.sql(f"SELECT count(*), count(error) FROM {files}").fetchall() == [(2, 1)]
    tags = duckdb.sql(f"SELECT tag.text FROM (SELECT unnest(tags) AS tag FROM {files})").fetchall()
    assert sorted(t for (t,) in tags) == sorted(t.text for t in ARTICLE.tags)
    items = duckdb.sql(
        f"""SELECT item.text FROM (SELECT unnest(sections) AS s FROM {files}), unnest(s.blocks) AS b(block),
            unnest(block.items) AS i(item)"""
    ).fetchall()
    assert sorted(t for (t,) in items) == sorted(i.text for block in ARTICLE.lists for i in block.items)


def test_csv_has_one_header_and_no_formulas():
    evil = json.loads(ROW) | {"title": '=HYPERLINK("http://evil.example")'}
    data = flat.encode([line(evil)], None, True) + flat.encode([FAILED], None, False)
    first, second = csv.DictReader(io.StringIO(data.decode(), newline=""))
    assert first["title"].startswith("'=")
    assert first["authors"] == "; ".join(a.name for a in ARTICLE.authors)
    assert first["site"] == ARTICLE.site.name
    assert (second["error"], second["title"]) == ("timeout", "")


@pytest.fixture
def database(tmp_path):
    sink = Database(str(tmp_path / "news.sqlite"))
    sink.write("000000-0000", [ROW, FAILED])
    sink.write("000000-0000", [ROW, FAILED])
    sink.close()
    connection = sqlite3.connect(tmp_path / "news.sqlite")
    yield connection
    connection.close()


COUNTS = {
    "articles": 1,
    "errors": 1,
    "authors": len(ARTICLE.authors),
    "sections": len(ARTICLE.sections),
    "tags": len(ARTICLE.tags),
    "related": len(ARTICLE.related),
    "table_cells": sum(len(t.header) + sum(map(len, t.rows)) for t in ARTICLE.tables),
}


@pytest.mark.parametrize(("table", "count"), COUNTS.items())
def test_a_part_written_twice_is_in_the_database_once(database, table, count):
    assert database.execute(f"SELECT count(*) FROM {table}").fetchone() == (count,)


def test_the_database_finds_words_and_keeps_its_keys(database):
    word = ARTICLE.title.split()[-1].strip("“”\"'.,?!:")
    query = "SELECT a.title FROM articles_fts f JOIN articles a ON a.rowid = f.rowid WHERE articles_fts MATCH ?"
    (title,) = database.execute(query, (f'"{word}"',)).fetchone()
    assert title == ARTICLE.title
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    database.execute("INSERT INTO articles_fts(articles_fts) VALUES ('integrity-check')")


def test_the_database_keeps_the_whole_record(database):
    (text,) = database.execute("SELECT record FROM articles").fetchone()
    assert Article.from_dict(json.loads(text)) == ARTICLE


def test_a_file_that_is_no_database_is_refused(tmp_path):
    (tmp_path / "news.sqlite").write_bytes(b"no database at all, but long enough to look at" * 9)
    with pytest.raises(OutputError, match="not a database"):
        Database(str(tmp_path / "news.sqlite"))


def test_a_full_disk_is_an_error_and_leaves_whole_parts(tmp_path):
    sink = OneFile(str(tmp_path / "out.jsonl"), formats.named("jsonl"), None)
    before = sink.write("0", [ROW])

    def full(rows, fields, first):
        raise OSError(28, "No space left on device")

    sink._format = attrs.evolve(sink._format, encode=full)
    with pytest.raises(OutputError, match="No space left on device"):
        sink.write("1", [ROW])
    sink.close()
    assert (tmp_path / "out.jsonl").stat().st_size == before


def test_an_output_shorter_than_its_ledger_says_is_refused(tmp_path):
    (tmp_path / "out.jsonl").write_bytes(b"{}\n")
    with pytest.raises(OutputError, match="shorter"):
        OneFile(str(tmp_path / "out.jsonl"), formats.named("jsonl"), None, size=100)
