"""Tags, trails, neighbours, related posts and contents as widespread themes, plugins and systems write them."""

import functools
import tomllib
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from newsextract import Article, extract

TITLE = "Harbour board votes to widen the quay"
CASES = tomllib.loads(Path(__file__).with_name("systems.toml").read_text("utf-8"))
SYSTEMS: dict[str, dict[str, Any]] = {system["name"]: system for system in CASES["system"]}
FIELDS = ("categories", "tags", "breadcrumbs", "authors", "related", "previous", "next", "contents", "related_category")


def prose(number: int) -> str:
    return (
        f"<p>On day {number} the board heard {number + 3} skippers, who spoke of the tides, the fares and the price "
        f"of timber, and the clerk wrote {number + 40} pages about what each had said before the lamps were lit.</p>"
    )


def page_of(system: dict[str, Any]) -> str:
    numbers = count(1)
    parts = system["markup"].replace("{title}", TITLE).split("{prose}")
    body = parts[0] + "".join(prose(next(numbers)) + part for part in parts[1:])
    return f"<!doctype html><html lang=en><head><title>{TITLE} - Lantern</title></head><body>{body}</body></html>"


def said(article: Article, field: str) -> object:
    posts = [p for p in article.related if p.relation not in {"previous", "next"}]
    neighbours = {p.relation: p.title for p in article.related if p.relation in {"previous", "next"}}
    return {
        "categories": [c.text for c in article.categories],
        "tags": [t.text for t in article.tags],
        "breadcrumbs": [c.text for c in article.breadcrumbs],
        "authors": [a.name for a in article.authors],
        "related": sorted(p.title for p in posts),
        "previous": neighbours.get("previous"),
        "next": neighbours.get("next"),
        "contents": len(article.contents),
        "related_category": next(iter({p.category for p in posts}), None),
    }[field]


@functools.cache
def read(name: str) -> Article:
    system = SYSTEMS[name]
    return extract(page_of(system), system["url"])


@pytest.mark.parametrize(("name", "field"), [(n, f) for n, system in SYSTEMS.items() for f in FIELDS if f in system])
def test_a_field_is_read_as_the_system_prints_it(name: str, field: str) -> None:
    wanted = SYSTEMS[name][field]
    assert said(read(name), field) == (sorted(wanted) if field == "related" else wanted)


@pytest.mark.parametrize("name", SYSTEMS)
def test_no_furniture_is_text(name: str) -> None:
    article, system = read(name), SYSTEMS[name]
    assert article.title == TITLE
    assert [t for t in system.get("related", ()) if t in article.text] == []
    assert article.text.count("the lamps were lit") == system["markup"].count("{prose}")
