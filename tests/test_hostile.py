"""Whatever a page holds, extraction gives a record and no error."""

import json

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsextract
from newsextract.export import schema
from newsextract.records import Article
from tests import hostile

URL = "https://harbour.example/berth"

each_page = pytest.mark.parametrize("page", hostile.PAGES, ids=lambda p: p.__name__)


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(schema.document())


@each_page
def test_a_hostile_page_gives_a_record_that_is_valid_and_reads_back(
    page: hostile.Page, validator: jsonschema.Draft202012Validator
) -> None:
    article = newsextract.extract(page(), URL)
    written = json.loads(article.to_json())
    validator.validate(written)
    assert Article.from_dict(written) == article
    assert {name: why.raw for name, why in article.evidence.items() if why.source == "error"} == {}


@each_page
def test_a_hostile_page_is_read_without_an_address(page: hostile.Page) -> None:
    assert newsextract.extract(page()).url is None


def test_an_empty_address_is_none() -> None:
    assert newsextract.extract(hostile.ARTICLE, "").url is None


@pytest.mark.parametrize("url", ["no address", "http://[::1", "//host", "mailto:a@b.example", "http://h:99999/"])
def test_an_odd_address_of_the_page_does_no_harm(url: str) -> None:
    assert newsextract.extract(hostile.ARTICLE, url).url == url


@given(st.binary(max_size=400))
def test_any_bytes_give_a_record(page: bytes) -> None:
    newsextract.extract(page, URL)


TAGS = "a b p br h1 h2 ul li ol dl dt dd table tr td th caption figure img blockquote pre aside time div".split()


@given(st.lists(st.one_of(st.sampled_from(TAGS), st.sampled_from([f"/{t}" for t in TAGS]), st.just("")), max_size=60))
def test_any_order_of_tags_gives_a_record_that_reads_back(tags: list[str]) -> None:
    page = "".join(f"<{tag}>" if tag else hostile.SENTENCE for tag in tags)
    article = newsextract.extract(page, URL)
    assert Article.from_dict(json.loads(article.to_json())) == article
