"""`newsextract.batch` in Python."""

import asyncio

import pytest

import newsextract
from newsextract.batch.job import Limits
from newsextract.inputs.page import Page
from tests.batch.pages import page


def test_rows_come_lazily_in_order_with_their_records(tmp_path):
    for number in range(3):
        (tmp_path / f"{number}.html").write_bytes(page(number))
    (tmp_path / "4.html.gz").write_bytes(b"\x1f\x8b")
    rows = list(newsextract.batch(tmp_path, workers=2))
    assert [row.article and row.article.title for row in rows] == [
        "Ships in the harbour, week 0", "Ships in the harbour, week 1", "Ships in the harbour, week 2", None,
    ]  # fmt: skip
    assert rows[3].failure.error == "truncated"


def test_a_row_has_the_article_that_extract_gives():
    url = "https://quay.example/1"
    (row,) = newsextract.batch(Page(body=page(1), source="memory", url=url), workers=1)
    assert row.article == newsextract.extract(page(1), url)


def test_an_endless_source_is_read_as_far_as_rows_are_asked_for():
    def endless():
        number = 0
        while True:
            yield Page(body=page(number), source=str(number))
            number += 1

    with newsextract.batch(endless(), workers=1) as batch:
        assert next(iter(batch)).source == "0"


def test_conditions_leave_records_out_and_failures_in(tmp_path):
    torn = tmp_path / "torn.html.gz"
    torn.write_bytes(b"\x1f\x8b")
    pages = [*(Page(body=page(n), source=str(n)) for n in range(3)), torn]
    rows = newsextract.batch(pages, where=["title~week 1"], workers=1, limits=Limits(seconds=5))
    assert [row.source for row in rows] == ["1", "torn.html.gz"]


def test_one_condition_may_stand_alone():
    pages = [Page(body=page(n), source=str(n)) for n in range(2)]
    assert [row.source for row in newsextract.batch(pages, where="title~week 1", workers=1)] == ["1"]


def test_what_is_no_source_is_refused_before_anything_is_read():
    with pytest.raises(TypeError, match="source must be a path, a Page, or an iterable of them, not int"):
        newsextract.batch(3)


def test_async_for():
    async def titles():
        pages = [Page(body=page(n), source=str(n)) for n in range(2)]
        return [row.article.title async for row in newsextract.batch(pages, workers=1)]

    assert asyncio.run(titles()) == ["Ships in the harbour, week 0", "Ships in the harbour, week 1"]
