import json
from datetime import UTC, date, datetime

import attrs
import pytest
from hypothesis import given

from newsextract.errors import RecordError
from newsextract.export import convert
from newsextract.records import Article, Image, List, ListItem, Paragraph, Section, Table
from tests.export import records


@given(records.articles)
def test_any_article_survives_the_way_to_a_dict_and_back(article):
    assert Article.from_dict(article.to_dict()) == article


@given(records.articles)
def test_any_article_survives_the_way_to_json_and_back(article):
    assert Article.from_dict(json.loads(article.to_json())) == article


@pytest.mark.parametrize("cls", convert.PARTS, ids=lambda cls: cls.__name__)
def test_a_dict_holds_every_field_of_its_class(cls):
    wanted = {"name": "x", "text": "x", "title": "x", "url": "x", "source": "x", "raw": "x", "kind": "paywall"}
    required = {a.name: wanted[a.name] for a in attrs.fields(cls) if a.default is attrs.NOTHING}
    assert {a.name for a in attrs.fields(cls)} <= set(convert.unstructure(cls(**required)))


def test_an_empty_article_has_null_and_empty_lists_for_what_is_not_there():
    data = Article().to_dict()
    assert data["title"] is None
    assert data["sections"] == []


def test_an_article_says_its_text():
    article = Article(sections=(Section(heading="Harbour", blocks=(Paragraph(text="Boats stayed in."),)),))
    assert article.to_dict()["text"] == "Harbour\n\nBoats stayed in."


def test_the_text_of_a_dict_is_not_read():
    assert Article.from_dict({"title": "Tide", "text": "whatever"}) == Article(title="Tide")


def test_a_block_says_its_type():
    section = Section(blocks=(Table(header=("Port",), rows=(("Hull",),)), Image(url="https://example.org/a.jpg")))
    types = [b["type"] for b in Article(sections=(section,)).to_dict()["sections"][0]["blocks"]]
    assert types == ["table", "image"]


def test_tuples_are_lists_in_a_dict():
    section = Section(blocks=(Table(header=("Port",), rows=(("Hull",),)),))
    table = Article(sections=(section,)).to_dict()["sections"][0]["blocks"][0]
    assert (table["header"], table["rows"]) == (["Port"], [["Hull"]])


def test_a_date_has_no_time_and_a_datetime_has_one():
    data = Article(published=date(2031, 5, 2), modified=datetime(2031, 5, 2, 9, 30, tzinfo=UTC)).to_dict()
    assert (data["published"], data["modified"]) == ("2031-05-02", "2031-05-02T09:30:00+00:00")


def test_json_keeps_the_pages_own_script():
    assert "Море" in Article(title="Море").to_json()


def test_json_is_one_line_unless_asked():
    article = Article(title="Tide")
    assert ("\n" in article.to_json(), "\n" in article.to_json(indent=2)) == (False, True)


WRONG = {
    "a number for a string": ({"title": 1}, "expected a string, found an integer @ $.title"),
    "true for an integer": (
        {"sections": [{"level": True}]},
        "expected an integer, found a boolean @ $.sections[0].level",
    ),
    "a string for a list": ({"tags": "sea"}, "expected an array, found a string @ $.tags"),
    "a row of a batch": (
        {"id": "9f", "page": {}, "kind": "article"},
        "a row of a batch: leave out its keys 'id' and 'page'",
    ),
    "a failure of a batch": ({"id": "9f", "stage": "read", "error": "corrupt"}, "a failure of a batch: corrupt"),
    "an unknown key": ({"headline": "x"}, "unknown key 'headline' @ $"),
    "a missing key": ({"authors": [{}]}, "'name' is missing @ $.authors[0].name"),
    "a list for an object": ({"removed": []}, "expected an object @ $.removed"),
    "an unknown block": (
        {"sections": [{"blocks": [{"type": "poll"}]}]},
        "'type' is 'poll', expected one of paragraph, list, table, quote, image, code, embed, aside"
        " @ $.sections[0].blocks[0]",
    ),
    "an unknown kind": (
        {"kind": "poem"},
        "expected one of article, live-blog, listing, other, found 'poem' @ $.kind",
    ),
    "no date": ({"published": "soon"}, "Invalid isoformat string: 'soon' @ $.published"),
    "no object at all": ([], "expected an object, found an array @ $"),
}


@pytest.mark.parametrize(("data", "message"), WRONG.values(), ids=WRONG)
def test_a_dict_that_is_no_article_is_refused_with_the_path(data, message):
    with pytest.raises(RecordError) as error:
        Article.from_dict(data)
    assert str(error.value) == f"no Article: {message}"


def test_a_fault_deep_in_a_list_is_named_by_its_path():
    article = Article(sections=(Section(blocks=(List(items=(ListItem(text="a", items=(ListItem(text="b"),)),)),)),))
    data = article.to_dict()
    data["sections"][0]["blocks"][0]["items"][0]["items"][0]["text"] = None
    with pytest.raises(RecordError, match=r"found null @ \$\.sections\[0\]\.blocks\[0\]\.items\[0\]\.items\[0\]\.text"):
        Article.from_dict(data)


def test_a_dict_nested_without_end_is_refused():
    item = {"text": "a", "items": []}
    item["items"].append(item)
    with pytest.raises(RecordError):
        convert.structure(item, ListItem)
