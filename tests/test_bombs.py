"""Pages of some bytes that would be gigabytes or hours: each gives a valid record, and says which limit it hit."""

import functools
import json
from collections.abc import Callable

import pytest

from tests import hostile, properties

STORY = f"<h1>Berth put off</h1>{hostile.PARAGRAPH * 4}"


def data(script: str) -> str:
    return f'<script type="application/ld+json">{script}</script>{STORY}'


def references(count: int) -> str:
    """A graph in which each entity names all others."""
    ids = ",".join(f'{{"@id":"#{n}"}}' for n in range(count))
    entities = (f'{{"@id":"#{n}","@type":"NewsArticle","author":[{ids}],"isPartOf":[{ids}]}}' for n in range(count))
    return f'{{"@graph":[{",".join(entities)}]}}'


BOMBS: dict[str, Callable[[], str]] = {
    "100,000 divisions in one another": lambda: "<div>" * 100_000 + STORY,
    "100,000 lists in one another": lambda: STORY + "<ul><li>x" * 100_000,
    "100,000 tables in one another": lambda: STORY + "<table><tr><td>" * 100_000,
    "100,000 formatting elements in one another": lambda: STORY + "<b><i>" * 50_000 + "x" + "<p>x" * 1000,
    "100,000 vector graphics in one another": lambda: STORY + "<svg><g>" * 50_000,
    "a million attributes": lambda: "<div " + " ".join(f"a{n}" for n in range(1_000_000)) + f">{STORY}</div>",
    "a million siblings": lambda: STORY + "<i></i>" * 1_000_000,
    "a text of 10 MB": lambda: STORY + "<p>" + hostile.SENTENCE * 100_000,
    "a million entities": lambda: STORY + "<p>" + "&amp;&#x41;&CounterClockwiseContourIntegral;" * 300_000,
    "5 MB of data in one entity": lambda: data(f'{{"@type":"NewsArticle","articleBody":"{"x " * 2_500_000}"}}'),
    "a million arrays in one another": lambda: data("[" * 1_000_000),
    "a million objects in one another": lambda: data('{"a":' * 1_000_000),
    "entities that all name one another": lambda: data(references(150)),
    "spans that multiply": lambda: STORY
    + "<table>" + '<tr><td colspan="1000" rowspan="65534">x</td><td rowspan="65534">y</td></tr>' * 500,
    "pictures without end": lambda: STORY
    + f'<figure><img srcset="{",".join(f"/{n}.jpg {n}w" for n in range(200_000))}"></figure>',
    "a base that is a megabyte": lambda: f'<base href="https://a.example/{"a/" * 500_000}">{STORY}<a href="../b">b</a>',
}  # fmt: skip


@functools.cache
def extracted(name):
    return properties.extracts(BOMBS[name](), twice=False)


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_gives_a_valid_record(name):
    article = extracted(name)
    assert len(article.to_json()) < 30_000_000


@pytest.mark.parametrize("name", [name for name in BOMBS if "100,000" in name or "attributes" in name])
def test_what_was_cut_of_a_bomb_is_told(name):
    assert "beyond the limit" in extracted(name).evidence["page"].raw


def test_what_is_in_data_is_read_however_deep_the_rest_of_it_is():
    article = properties.extracts(data('{"@type":"NewsArticle","x":' + "[" * 500 + "]" * 500 + ',"author":"Ann Bell"}'))
    assert json.loads(article.to_json())["title"] == "Berth put off"
