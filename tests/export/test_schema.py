from pathlib import Path

import jsonschema
import pytest
from hypothesis import given

from newsextract.export import convert, describe, reference, schema
from newsextract.records import Article, Section
from tests.export import records

DOCS = Path(__file__).parents[2] / "docs"
validator = jsonschema.Draft202012Validator(schema.document())


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(schema.document())


@pytest.mark.parametrize("path", [schema.BUNDLED, DOCS / schema.BUNDLED.name], ids=["installed", "docs"])
def test_the_kept_schema_is_that_of_the_classes(path):
    assert path.read_text(encoding="utf-8") == schema.text(), "run `make schema`"


def test_the_kept_reference_is_that_of_the_classes():
    assert (DOCS / "record.md").read_text(encoding="utf-8") == reference.text(), "run `make schema`"


@given(records.articles)
def test_the_dict_of_any_article_is_valid(article):
    validator.validate(article.to_dict())


def test_a_dict_with_a_key_too_many_is_not_valid():
    assert not validator.is_valid(Article().to_dict() | {"headline": "x"})


def test_a_dict_with_a_key_too_few_is_not_valid():
    data = Article().to_dict()
    del data["related"]
    assert not validator.is_valid(data)


def test_a_block_of_an_unknown_type_is_not_valid():
    data = Article(sections=(Section(),)).to_dict()
    data["sections"][0]["blocks"] = [{"type": "poll", "text": "x", "links": [], "path": None}]
    assert not validator.is_valid(data)


def test_a_field_is_described_by_the_docstring_under_it():
    assert schema.document()["$defs"]["Author"]["properties"]["url"]["description"] == "Profile page, absolute."


@pytest.mark.parametrize("cls", convert.PARTS, ids=lambda cls: cls.__name__)
def test_every_class_says_what_it_is(cls):
    assert describe.about(cls)
