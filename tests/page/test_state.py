"""Bodies out of the data that a page gives its scripts."""

import json
from typing import Any

import pytest

from newsextract.page.document import Document
from newsextract.page.state import state_texts

SENTENCES = [
    f"The {n} boat came in with the evening tide and a hold full of herring for the market." for n in range(1, 8)
]
HTML = "".join(f"<p>{s}</p>" for s in SENTENCES)


def bodies(script: str, title: str = "Boats come in") -> list[tuple[str, ...]]:
    return [s.paragraphs for s in state_texts(Document(f"<body><div id=app></div>{script}</body>"), None, (title,))]


def data(value: Any) -> str:
    return f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(value)}</script>'


@pytest.mark.parametrize(
    "blocks",
    [
        SENTENCES,
        [{"type": "text", "content": s} for s in SENTENCES],
        [{"_type": "block", "children": [{"text": s[:20]}, {"text": s[20:]}]} for s in SENTENCES],
        [{"type": "paragraph", "data": {"text": s}} for s in SENTENCES],
        [["p", s] for s in SENTENCES],
        [["$", "p", None, {"children": s}] for s in SENTENCES],
    ],
)
def test_lists_of_blocks(blocks: list[Any]) -> None:
    assert bodies(data({"props": {"article": {"title": "Boats come in", "body": blocks}}})) == [tuple(SENTENCES)]


@pytest.mark.parametrize(
    "script",
    [
        data({"story": {"html": HTML}}),
        f"<script>var F=window.F||{{}};F.globalContent={json.dumps({'body': HTML})};F.x=1</script>",
        f"<script>window.__APOLLO_STATE__ = {json.dumps({'Article:1': {'body': HTML}})};</script>",
        f"<script>window.__NUXT__=(function(a,b){{return {{body:{json.dumps(HTML)},x:a}}}}(1,2))</script>",
        f"<script>self.__next_f.push([1,{json.dumps('1a:T5e3,' + HTML)}])</script>",
        data({"state": json.dumps({"body": HTML})}),
    ],
)
def test_bodies_in_html(script: str) -> None:
    assert [b[-1][-len(HTML) :] for b in bodies(script)] == [HTML]


def test_the_body_beside_the_title_comes_first() -> None:
    other = {"title": "Another", "body": HTML + HTML}
    assert bodies(data({"list": [other], "main": {"title": "Boats come in", "body": HTML}}))[0] == (HTML,)


def test_text_is_split_at_its_lines_and_becomes_markup() -> None:
    (found,) = state_texts(Document(data({"body": "\n\n".join(SENTENCES)})))
    assert found.paragraphs == tuple(SENTENCES)
    assert found.markup.count("<p>") == len(SENTENCES)


@pytest.mark.parametrize(
    "value",
    [{"css": ".a { color: red; } .b { margin: 0; }" * 30}, {"names": ["Home", "News"] * 50}, [], "", {"a": [1] * 900}],
)
def test_settings_are_no_bodies(value: Any) -> None:
    assert bodies(data(value)) == []


@pytest.mark.parametrize(
    ("block", "markup"),
    [
        ({"type": "heading", "level": 3, "text": "The catch"}, "<h3>The catch</h3>"),
        ({"type": "header", "data": {"text": "The catch", "level": 2}}, "<h2>The catch</h2>"),
        ({"_type": "block", "style": "h4", "children": [{"text": "The catch"}]}, "<h4>The catch</h4>"),
        (["$", "h2", None, {"children": "The catch"}], "<h2>The catch</h2>"),
        ({"type": "list", "items": [{"content": "Two boats"}, {"content": "One net"}]},
         "<ul><li>Two boats</li><li>One net</li></ul>"),
        ({"type": "quote", "content": "We saw it come in"}, "<blockquote>We saw it come in</blockquote>"),
    ],
)  # fmt: skip
def test_a_block_keeps_the_kind_it_says(block: Any, markup: str) -> None:
    (body,) = bodies(data({"title": "Boats come in", "body": [*SENTENCES, block]}))
    assert body[-1] == markup


def test_a_block_that_links_other_stories_is_left_out() -> None:
    linking = {"type": "interstitial_link", "content": "Read how the mill was saved from the flood last year."}
    assert bodies(data({"title": "Boats come in", "body": [*SENTENCES, linking]})) == [tuple(SENTENCES)]
