"""Every golden page gives the record that its article.json states."""

import json
from datetime import UTC

import pytest

from newsextract.records import Article
from tests.golden import FIELDS, FOLDER, PAGES, GoldenPage, comparable, difference

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)

UNSOURCED = frozenset({"url", "kind", "sections", "text", "removed"})
"""Fields that are given, or follow from the page as a whole."""

BY_NAME = {page.name: page for page in PAGES}

COVERED = tuple(tuple(line.split()) for line in (FOLDER / "covered.txt").read_text("utf-8").splitlines())
"""(page, field) pairs that hold; the list grows until it says no more than "all"."""

SOURCED = tuple((name, field) for name, field in COVERED if field not in UNSOURCED and BY_NAME[name].golden.get(field))


@pytest.mark.parametrize(("name", "field"), COVERED, ids=lambda part: part)
def test_the_field_is_as_the_golden_states(name: str, field: str) -> None:
    page = BY_NAME[name]
    expected = comparable(field, page.golden.get(field))
    found = comparable(field, page.extract().to_dict()[field])
    assert found == expected, f"{name}.{field}\n{difference(expected, found)}"


@pytest.mark.parametrize(("name", "field"), SOURCED, ids=lambda part: part)
def test_a_value_says_where_it_came_from(name: str, field: str) -> None:
    assert field in BY_NAME[name].extract().evidence


@each_page
def test_each_piece_of_evidence_names_its_source(page: GoldenPage) -> None:
    assert all(why.source and 0 <= why.confidence <= 1 for why in page.extract().evidence.values())


@each_page
def test_no_field_reader_fails(page: GoldenPage) -> None:
    failed = {name: why.raw for name, why in page.extract().evidence.items() if why.source == "error"}
    assert failed == {}


def test_no_page_leaves_a_trace_in_another() -> None:
    first = {page.name: page.extract().to_json() for page in PAGES}
    assert {page.name: page.extract_anew().to_json() for page in reversed(PAGES)} == first


@each_page
def test_the_page_says_where_and_when_it_was_saved(page: GoldenPage) -> None:
    assert page.url.startswith("https://")
    assert page.captured.astimezone(UTC)


@each_page
def test_the_golden_is_a_record(page: GoldenPage) -> None:
    article = Article.from_dict(page.golden)
    assert article.text == page.golden.get("text", "")
    assert article.url == page.url


@each_page
def test_the_golden_states_known_fields_with_sorted_keys(page: GoldenPage) -> None:
    golden = page.golden
    assert set(golden) <= set(FIELDS)
    written = (page.folder / "article.json").read_text("utf-8")
    assert written == json.dumps(golden, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


@each_page
def test_the_record_reads_back_from_its_json(page: GoldenPage) -> None:
    article = page.extract()
    assert Article.from_dict(json.loads(article.to_json())) == article


def test_every_covered_pair_is_a_field_of_a_page() -> None:
    assert {name for name, _ in COVERED} <= set(BY_NAME)
    assert {field for _, field in COVERED} <= set(FIELDS)
