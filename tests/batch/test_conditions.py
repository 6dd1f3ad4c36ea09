"""Conditions of --where."""

import pytest

from newsextract.batch.conditions import condition
from newsextract.errors import InputError

ROW = {
    "kind": "article",
    "title": "The Ferry is Late",
    "published": "2024-03-05T10:00:00+01:00",
    "modified": "2024-03-06",
    "subtitle": None,
    "authors": [{"name": "Mara Lindqvist"}, {"name": "Ole Brandt"}],
    "sections": [{"level": 2, "blocks": [{"type": "table"}, {"type": "paragraph"}]}],
    "paywall": False,
    "evidence": {"title": {"source": "json-ld"}},
}


@pytest.mark.parametrize(
    "text",
    [
        "kind=article",
        "title~ferry",
        "!subtitle",
        "authors",
        "authors.name=Ole Brandt",
        "authors.name!=Nobody",
        "sections.blocks.type=table",
        "sections.level>=2",
        "evidence.title.source=json-ld",
        "published>=2024",
        "published<=2024",
        "published=2024-03",
        "published<2024-04",
        "published=2024-03-05T10",
        "modified>2024-03-05",
        "modified!=2023",
    ],
)
def test_a_condition_that_holds(text):
    assert condition(text).holds(ROW)


@pytest.mark.parametrize(
    "text",
    ["kind=video", "title~bus", "subtitle", "!authors", "authors.name!=Ole Brandt", "published>2024", "modified<2024"],
)
def test_a_condition_that_does_not_hold(text):
    assert not condition(text).holds(ROW)


@pytest.mark.parametrize("text", ["titel=x", "authors.nam=x", "title.text", "sections.blocks.typ", "=x", "!kind=b", ""])
def test_a_key_that_records_do_not_have_is_refused(text):
    with pytest.raises(InputError):
        condition(text)
