"""The page as a reader's eye takes it: each block-level element as inline runs and block children, in order.

A run is unbroken inline content directly inside one block-level element; a block child or two line breaks end it. An
inline element that holds a block (`<a><div>…`, `<span><p>…`) counts as a block. Elements that `cutting.cut` removed,
and those that never show, are in no run.

`locate` decides run by run what belongs to the body; `content` walks the same parts and reads the kept ones. Both
must see the same runs, which is why they are made here, once.
"""

import re
from typing import TypeAlias

import attrs

from newsextract.page.document import Document, Element
from newsextract.page.text import BLOCK_TAGS, INVISIBLE, extent, fold, text_of, word_count

_DATA = re.compile(r"""\[?\{\s?["'][\w-]{1,60}["']\s?:""")
"""How data for scripts begin that stand in the page as text."""

NOSCRIPT_PAGE = 250
"""Characters in paragraphs of a `<noscript>` from which it is the page itself: "Enable JavaScript" is shorter."""


@attrs.define(slots=True, eq=False)
class Run:
    """Unbroken inline content."""

    number: int
    """Place in `Flow.runs`, document order."""
    element: Element
    """The block-level element that directly holds it."""
    nodes: list[Element | str]
    """Inline elements and text, in order."""
    text: str
    """Folded to one line; never empty."""
    link_length: int
    """Characters of `text` that are inside links."""
    extent: int
    """Length of `text` to a reader, as `page.text.extent`."""

    words: int = attrs.Factory(lambda run: word_count(run.text, run.extent), takes_self=True)
    """Words of `text`; in scripts that do not part them, as many as would say as much."""


Part: TypeAlias = Run | Element


_NO_PARTS: list[Part] = []
"""Shared by the elements that have none, never changed: what the garbage collector need not count."""


class Flow:
    """All runs of a page, and the parts of each block-level element."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._blockish = _blockish(document)
        self._parts: dict[int, list[Part]] = {}
        self.runs: list[Run] = []
        self._read(document.body, inside_link=False)

    def parts(self, element: Element) -> list[Part]:
        """Runs and block-level (or void: img, iframe, hr) children of a block-level element, in order."""
        return self._parts.get(element.index, _NO_PARTS)

    def is_block(self, element: Element) -> bool:
        """Whether the element is laid out as a block, or holds one."""
        return bool(self._blockish[element.index])

    def runs_in(self, element: Element) -> list[Run]:
        """The runs inside an element, in order."""
        return [r for r in self.runs if element.index <= r.element.index < element.end]

    def _read(self, element: Element, *, inside_link: bool) -> None:
        parts: list[Part] = []
        inline: list[Element | str] = []
        blockish = self._blockish
        breaks = 0
        for child in element.children:
            if isinstance(child, str):
                is_blank = child.isspace()
                if inline or not is_blank:
                    inline.append(child)
                breaks = breaks if is_blank else 0
                continue
            tag = child.tag
            if child.removed is not None or (tag in INVISIBLE and not self._stands_in(child)):
                continue
            if blockish[child.index]:
                if inline:
                    self._end(element, inline, parts, inside_link=inside_link)
                    inline = []
                breaks = 0
                parts.append(child)
                self._read(child, inside_link=inside_link or (tag == "a" and _leads(child)))
                continue
            breaks = breaks + 1 if tag == "br" else 0
            if breaks < 2:
                inline.append(child)
            elif inline:
                self._end(element, inline, parts, inside_link=inside_link)
                inline = []
        if inline:
            self._end(element, inline, parts, inside_link=inside_link)
        self._parts[element.index] = parts or _NO_PARTS

    def _stands_in(self, element: Element) -> bool:
        """Whether a `<noscript>` holds the page itself, for readers without scripts, rather than a word to them."""
        if element.tag != "noscript":
            return False
        return sum(len(text_of(p)) for p in self._document.within(element, "p")) > NOSCRIPT_PAGE

    def _end(self, element: Element, inline: list[Element | str], parts: list[Part], *, inside_link: bool) -> None:
        texts: list[str] = []
        linked = 0
        for node in inline:
            if isinstance(node, str):
                texts.append(node)
            else:
                linked += _gather(node, texts, inside_link=inside_link)
        text = fold("".join(texts))
        if not text or (text[0] in "{[" and element.tag != "pre" and _DATA.match(text)):
            return
        run = Run(len(self.runs), element, inline, text, len(text) if inside_link else linked, extent(text))
        self.runs.append(run)
        parts.append(run)


def _gather(element: Element, texts: list[str], *, inside_link: bool) -> int:
    """Add the texts of an inline element; the characters of them that are inside links."""
    if element.tag == "br":
        texts.append(" ")
        return 0
    is_link = not inside_link and element.tag == "a" and _leads(element)
    inside_link = inside_link or is_link
    start, linked = len(texts), 0
    for child in element.children:
        if isinstance(child, str):
            texts.append(child)
        elif child.removed is None and child.tag not in INVISIBLE:
            linked += _gather(child, texts, inside_link=inside_link)
    return len(fold("".join(texts[start:]))) if is_link else linked


def _leads(anchor: Element) -> bool:
    """Whether an anchor leads somewhere, by an address or a script: `<a name=costs>` is a place to be led to."""
    return "href" in anchor.attrs or not ("name" in anchor.attrs or "id" in anchor.attrs)


def _blockish(document: Document) -> bytearray:
    """Per element: whether it is a block or holds one."""
    flags = bytearray(len(document.elements))
    for element in document.elements:
        if element.tag in BLOCK_TAGS:
            node: Element | None = element
            while node is not None and not flags[node.index]:
                flags[node.index] = 1
                node = node.parent
    return flags
