"""Records as data frames."""

import sys
from datetime import date

import pandas
import polars
import pytest

from newsextract import Article
from newsextract.errors import MissingExtra
from newsextract.integrations.frames import COLUMNS, to_pandas, to_polars
from newsextract.records import Author, Failure, Link, Paragraph, Section, Site

ARTICLE = Article(
    kind="article",
    title="Ice in the channel",
    site=Site(name="The Kelmar Lantern"),
    authors=(Author(name="Maren Holt"), Author(name="Tobias Venn")),
    tags=(Link(text="Ice"),),
    published=date(2024, 3, 5),
    sections=(Section(blocks=(Paragraph(text="The channel froze on Tuesday."),)),),
)
FAILURE = Failure(id="a.html", stage="extract", error="timeout", message="over 30 seconds", seconds=30.0)


@pytest.mark.parametrize("make", [to_pandas, to_polars])
def test_the_columns_are_the_same_whatever_the_records(make):
    assert [list(make(records).columns) for records in ([], [FAILURE], [ARTICLE, FAILURE])] == [list(COLUMNS)] * 3


def test_pandas_reads_the_day_as_a_date():
    frame = to_pandas([ARTICLE, FAILURE])
    assert pandas.api.types.is_datetime64_any_dtype(frame["day"])
    assert frame["day"].dt.year.tolist()[0] == 2024


def test_polars_counts_words_and_explodes_authors():
    frame = to_polars([ARTICLE, FAILURE])
    assert frame["words"].to_list() == [5, None]
    assert frame.explode("authors")["authors"].drop_nulls().to_list() == ["Maren Holt", "Tobias Venn"]
    assert frame.schema["day"] == polars.Date


def test_a_failure_is_a_row_that_says_why():
    assert to_polars([FAILURE]).row(0, named=True)["error"] == "timeout"


def test_a_line_of_json_gives_the_row_of_its_record():
    assert to_pandas([ARTICLE.to_dict()]).equals(to_pandas([ARTICLE]))


@pytest.mark.parametrize(("make", "extra"), [(to_pandas, "pandas"), (to_polars, "polars")])
def test_a_missing_package_names_its_extra(make, extra, monkeypatch):
    monkeypatch.setitem(sys.modules, extra, None)
    with pytest.raises(MissingExtra, match=rf"pip install 'newsextract\[{extra}\]'"):
        make([ARTICLE])
