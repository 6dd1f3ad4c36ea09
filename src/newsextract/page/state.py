"""Article bodies out of the state that a page hands its scripts: for pages whose markup does not hold the text.

Frameworks ship what they will draw as JSON (Next.js, Nuxt, Fusion, Apollo, Redux and their like). No two agree on
names, so bodies are found by form: a long string of prose or of paragraphs in HTML, or a list most of whose items hold
a sentence. Reading it costs a pass over every script; ask only when the markup failed.
"""

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from newsextract.page.document import Document, Element
from newsextract.page.entities import Entities
from newsextract.page.jsonld import encodable
from newsextract.page.schema import plain


@attrs.frozen(kw_only=True)
class StateText:
    """A body that is not in the markup."""

    source: str
    """"json-ld" (`articleBody`), or "state"."""
    paragraphs: tuple[str, ...]
    """In order; each plain text or a fragment of HTML, see `markup`."""
    titled: bool = False
    """Whether the object that holds it names the page's title too."""

    @property
    def length(self) -> int:
        """Characters of text."""
        return sum(len(plain(p)) for p in self.paragraphs)

    @property
    def markup(self) -> str:
        """The body as a page that `Document` reads."""
        return "<article>" + "".join(map(_as_paragraph, self.paragraphs)).replace("</ul><ul>", "") + "</article>"


def _as_paragraph(text: str) -> str:
    return text if _is_html(text) else f"<p>{html.escape(text)}</p>"


SHORTEST = 400
"""Characters below which no text is taken for a body."""
SENTENCE = 40
"""Characters below which an item of a list is no paragraph by itself."""
VALUES = 200_000
"""JSON values that are looked at in a script."""
DEPTH = 40
TITLE_FORMS = 6
"""Values of an object that holds nothing but the forms of a title."""
TITLED_LEVELS = 3
"""Levels between a body and the object that names its title."""

_ASSIGNED = re.compile(r"[\w$.\]\"']\s*=\s*(?=[{\[]\s*[\"{\[])")
_LONG_STRING = re.compile(rf'(?<!\\)"((?:[^"\\\n]|\\.){{{SHORTEST},}}+)"')
_ROW = re.compile(r"(?:\A|\n)(?:[0-9a-f]{1,4}:)?(?=[{\[])")
"""Where a JSON value starts in a string: at once, or after the number of a row that React streams."""
_PARAGRAPH = re.compile(r"<p[\s>]", re.I)
_MARKUP = re.compile(r"</?(?:p|div|h[1-6]|ul|ol|li|br|a|strong|em|b|i|figure|blockquote)\b[^<>]*>", re.I)
_CODE = re.compile(r"function\s*\(|=>|\bvar\s|\breturn\b|[{};]\s*[{};]|^\s*(?:data:|https?:)|@media")
_TAG_NAME = re.compile(r"[a-z][a-z0-9:\-]{0,12}")
_PROSE_SPACING = re.compile(r"\S\s++\S++\s++\S|[\u3040-\u30ff\u4e00-\u9fff\u0e00-\u0e7f]{12}")
_TEXT_NAMES = (
    "text",
    "content",
    "value",
    "html",
    "body",
    "copy",
    "paragraph",
    "children",
    "data",
    "model",
    "blocks",
    "items",
)
"""Names under which block formats (Arc, Portable Text, Slate, Editor.js) keep a block's text, or what holds it."""

_KIND_NAMES = ("type", "_type", "style", "tag", "listItem", "__typename")
"""Names under which they say what a block is."""
_HEADING = re.compile(r"\bh([1-6])\b|\bhead(?:er|ing)|sub-?head")
_LISTED = re.compile(r"\b(?:bulleted-|numbered-|un|un-)?(?:ordered_?-?)?list\b|\b[uo]l\b")
_ITEM = re.compile(r"\bbullet\b|\bnumber\b|\bli\b|list-?item")
_QUOTE = re.compile(r"\b(?:block|pull)?-?_?quote\b")
_LINKING = re.compile(r"interstitial|related|read_?-?more|advert|newsletter")

_decoder = json.JSONDecoder(strict=False)


def state_texts(
    document: Document, entities: Entities | None = None, titles: Iterable[str | None] = ()
) -> list[StateText]:
    """Bodies that the page's data holds: those beside the page's title first, longest first.

    `titles` are the headline, og:title and the like.
    """
    names = {plain(t).casefold() for t in titles if t}
    found = list(_from_entities(entities)) if entities else []
    for script in document.by_tag.get("script", ()):
        found += _from_script(script, document.script_text(script), names)
    unique = {s.paragraphs: s for s in found if s.length >= SHORTEST}
    return sorted(unique.values(), key=lambda s: (not s.titled, -s.length))


def _from_entities(entities: Entities) -> Iterator[StateText]:
    for _, entity in entities.articles:
        body = entity.get("articleBody")
        if isinstance(body, str):
            yield StateText(source="json-ld", paragraphs=_split(body), titled=True)


def _from_script(script: Element, text: str, titles: set[str]) -> Iterator[StateText]:
    kind = (script.get("type") or "").lower()
    if len(text) < SHORTEST or "ld+json" in kind:
        return
    text = encodable(text.strip())
    values = list(_json_values(text, [0] if "json" in kind else (m.end() for m in _ASSIGNED.finditer(text))))
    for value in values:
        yield from _bodies(value, titles)
    if not values:
        yield from _from_strings(text, titles)


def _json_values(text: str, starts: Iterable[int]) -> Iterator[Any]:
    """The JSON values that begin at these places."""
    end = 0
    for start in starts:
        if start < end:
            continue  # inside a value that is read already
        try:
            value, end = _decoder.raw_decode(text, start)
        except (ValueError, RecursionError):
            continue
        yield value


def _from_strings(text: str, titles: set[str]) -> Iterator[StateText]:
    """Long strings of a script that is no JSON: functions that return state, JSON in a string, streamed rows."""
    for match in _LONG_STRING.finditer(text):
        try:
            string = encodable(json.loads(f'"{match[1]}"', strict=False))
        except ValueError:
            continue
        values = list(_json_values(string, (m.end() for m in _ROW.finditer(string))))
        for value in values:
            yield from _bodies(value, titles)
        if not values and _PARAGRAPH.search(string):
            yield StateText(source="state", paragraphs=_split(string))


def _bodies(value: Any, titles: set[str]) -> Iterator[StateText]:
    """Bodies in a JSON value, each with whether an object around it names a title."""
    waiting: list[tuple[Any, int, int]] = [(value, 0, TITLED_LEVELS + 1)]
    seen = 0
    while waiting and seen < VALUES:
        item, depth, since_title = waiting.pop()
        seen += 1
        if isinstance(item, str):
            if len(item) < SHORTEST or depth > DEPTH:
                continue
            if item[0] in "{[" and item[-1] in "}]":
                waiting += [(v, depth + 1, since_title) for v in _json_values(item, [0])]
            if _is_prose(item):
                yield StateText(source="state", paragraphs=_split(item), titled=since_title <= TITLED_LEVELS)
        elif depth > DEPTH:
            continue
        elif isinstance(item, list):
            paragraphs = _paragraphs(item)
            if paragraphs:
                yield StateText(source="state", paragraphs=paragraphs, titled=since_title <= TITLED_LEVELS)
            else:
                waiting += [(v, depth + 1, since_title) for v in item]
        elif isinstance(item, dict):
            since_title = 0 if _names_title(item, titles) else since_title + 1
            waiting += [(v, depth + 1, since_title) for v in item.values()]


def _names_title(entity: dict[str, Any], titles: set[str]) -> bool:
    """Whether one of its values is a title, or a small object of texts that holds one (`{"basic": "…"}`)."""
    values = list(entity.values())
    for value in entity.values():
        if isinstance(value, dict) and len(value) <= TITLE_FORMS and not any(_is_large(v) for v in value.values()):
            values += value.values()
    return any(isinstance(v, str) and len(v) < SHORTEST and plain(v).casefold() in titles for v in values)


def _is_large(value: Any) -> bool:
    return isinstance(value, (dict, list)) or (isinstance(value, str) and len(value) >= SHORTEST)


def _paragraphs(items: list[Any]) -> tuple[str, ...]:
    """The texts of a list's items where most of them hold a sentence; () elsewhere."""
    if not 2 <= len(items) <= 2_000:
        return ()
    texts = [t for t in map(_block, items) if t]
    sentences = [t for t in texts if len(t) >= SENTENCE and _is_prose(t)]
    if len(sentences) < 2 or len(sentences) * 2 < len(items) or sum(map(len, sentences)) < SHORTEST:
        return ()
    return tuple(texts)


def _block(value: Any) -> str:
    """The text of a block; in its element where the block says that it is a heading, a list or a quotation."""
    kind = _kind(value)
    if _LISTED.search(kind) and not _ITEM.search(kind) and isinstance(value, dict) and (items := _list_items(value)):
        return _element("ul", "".join(_element("li", i) for i in items))
    text = _block_text(value)
    if not text or _LINKING.search(kind):
        return ""
    if heading := _HEADING.search(kind):
        return _element(f"h{heading[1] or _level(value)}", text)
    if _ITEM.search(kind):
        return _element("ul", _element("li", text))
    return _element("blockquote", text) if _QUOTE.search(kind) else text


def _kind(value: Any) -> str:
    """What a block says that it is, in the formats that say so."""
    if isinstance(value, dict):
        return " ".join(v.lower() for n in _KIND_NAMES if isinstance(v := value.get(n), str))
    if isinstance(value, list):
        return " ".join(v.lower() for v in value[: 2 if value[:1] == ["$"] else 1] if isinstance(v, str))
    return ""


def _level(value: Any) -> int:
    for holder in (value, value.get("data")) if isinstance(value, dict) else ():
        level = holder.get("level") if isinstance(holder, dict) else None
        if isinstance(level, int) and 1 <= level <= 6:
            return level
    return 2


def _list_items(value: dict[str, Any]) -> list[str]:
    for holder in (value, value.get("data")):
        for name in ("items", "children", "content"):
            items = holder.get(name) if isinstance(holder, dict) else None
            if isinstance(items, list):
                return [t for t in map(_block_text, items) if t]
    return []


def _element(tag: str, content: str) -> str:
    if content.startswith(f"<{tag}"):
        return content
    return f"<{tag}>{content if _is_html(content) else html.escape(content)}</{tag}>"


def _block_text(value: Any, depth: int = 0) -> str:
    """The text of a block: its own, or that of what it holds."""
    if isinstance(value, str):
        return value if " " in value or depth else ""
    if depth > 5:
        return ""
    if isinstance(value, list):
        if value[:1] == ["$"]:  # React: ["$", "p", null, {"children": …}]
            return _block_text(value[-1], depth + 1)
        named = bool(value) and isinstance(value[0], str) and _TAG_NAME.fullmatch(value[0]) is not None
        return "".join(_block_text(v, depth + 1) for v in value[named:])  # JsonML: ["p", {…}, "text"]
    if isinstance(value, dict):
        return next((t for n in _TEXT_NAMES if n in value and (t := _block_text(value[n], depth + 1))), "")
    return ""


def _split(body: str) -> tuple[str, ...]:
    """A body's paragraphs: HTML as one fragment, text by its lines."""
    if "&lt;" in body and "<" not in body:
        body = html.unescape(body)
    if _is_html(body):
        return (body.strip(),)
    return tuple(line for line in (plain(line) for line in body.splitlines()) if line)


def _is_html(text: str) -> bool:
    return _MARKUP.search(text) is not None


def _is_prose(text: str) -> bool:
    start = text[:2_000]
    if start.lstrip()[:2] in ('{"', '["', "[{", "[["):
        return False
    return _CODE.search(start) is None and _PROSE_SPACING.search(start) is not None
