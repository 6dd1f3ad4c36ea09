"""What docs/batch.md shows for programs that are too large for the extra dev, run where they are installed.

The other examples of the page are run with those of all pages.
"""

import contextlib
import os
import re
import shutil
import sys
from pathlib import Path

import duckdb
import pytest

from newsextract.cli import main
from tests.batch.pages import page

pytestmark = pytest.mark.filterwarnings("ignore")  # what the engines' own packages warn of is theirs

MANUAL = (Path(__file__).parents[2] / "docs" / "batch.md").read_text(encoding="utf-8")
PAGES = 9


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder to work in, with saved pages."""
    (tmp_path / "saved").mkdir()
    for number in range(PAGES):
        (tmp_path / "saved" / f"{number}.html").write_bytes(page(number))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    return tmp_path


def example(about):
    """The block of Python with certain words, its paths those of the test."""
    (found,) = [block for block in re.findall(r"```python\n(.*?)```", MANUAL, re.S) if about in block]
    found = found.replace('"crawl/"', '"saved/"').replace('init("auto")', "init()")
    return found.replace("workers=1)", "workers=1, pages_per_part=3)")


def rows():
    (found,) = duckdb.sql("SELECT count(*), count(title) FROM 'study.parquet/*.parquet'").fetchall()
    return found


def test_datasette_finds_the_full_text_index(here):
    detect = pytest.importorskip("datasette.utils", reason="datasette is not installed").detect_fts
    import sqlite3

    assert main(["batch", "saved", "-o", "x.sqlite", "--quiet"]) == 0
    with contextlib.closing(sqlite3.connect("x.sqlite")) as database:
        assert detect(database, "articles") == "articles_fts"


def test_the_example_for_spark(here, monkeypatch):
    sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed")
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java, which is not installed")
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    spark = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    names = {"__name__": "__main__", "spark": spark}  # Spark sends functions of __main__ whole
    try:
        exec(example("prepare("), names)
        exec(example("mapPartitions"), names)
    finally:
        spark.stop()
    assert rows() == (PAGES, PAGES)


def test_the_example_for_ray(here, monkeypatch):
    ray = pytest.importorskip("ray", reason="ray is not installed")
    monkeypatch.setenv("RAY_AUTH_MODE", "disabled")
    names = {}
    try:
        exec(example("prepare("), names)
        exec(example("ray.remote"), names)
    finally:
        ray.shutdown()
    assert rows() == (PAGES, PAGES)
