"""The page as a reader's eye takes it: each block-level element as inline runs and block children, in order.

A run is unbroken inline content directly inside one block-level element; a block child or two line breaks end it. An
inline element that holds a block (`<a><div>…`, `<span><p>…`) counts as a block. Elements that `label.cut` removed, and
those that never show, are in no run.

`locate` decides run by run what belongs to the body; `content` walks the same parts and reads the kept ones. Both
must see the same runs, which is why they are made here, once.
"""

from typing import TypeAlias

import attrs

from newsextract.page.document import Document, Element
from newsextract.page.text import BLOCK_TAGS, INVISIBLE, fold, fold_source, pieces


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


Part: TypeAlias = Run | Element


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
        return self._parts.get(element.index, [])

    def is_block(self, element: Element) -> bool:
        """Whether the element is laid out as a block, or holds one."""
        return bool(self._blockish[element.index])

    def runs_in(self, element: Element) -> list[Run]:
        """The runs inside an element, in order."""
        return [r for r in self.runs if element.index <= r.element.index < element.end]

    def _read(self, element: Element, *, inside_link: bool) -> None:
        parts: list[Part] = []
        self._parts[element.index] = parts
        inline: list[Element | str] = []
        breaks = 0
        for child in element.children:
            if isinstance(child, str):
                if child.isspace():
                    if inline:
                        inline.append(child)
                    continue
            elif child.removed is not None or child.tag in INVISIBLE:
                continue
            elif self._blockish[child.index]:
                self._end(element, inline, parts, inside_link=inside_link)
                inline, breaks = [], 0
                parts.append(child)
                self._read(child, inside_link=inside_link or child.tag == "a")
                continue
            elif child.tag == "br":
                breaks += 1
                if breaks > 1:
                    self._end(element, inline, parts, inside_link=inside_link)
                    inline = []
                    continue
                inline.append(child)
                continue
            breaks = 0
            inline.append(child)
        self._end(element, inline, parts, inside_link=inside_link)

    def _end(self, element: Element, inline: list[Element | str], parts: list[Part], *, inside_link: bool) -> None:
        text = fold("".join(p for n in inline for p in _text(n)))
        if not text:
            return
        run = Run(len(self.runs), element, inline, text, len(text) if inside_link else _linked(inline))
        self.runs.append(run)
        parts.append(run)


def _text(node: Element | str) -> list[str]:
    return [fold_source(node)] if isinstance(node, str) else pieces(node, " ")


def _linked(nodes: list[Element | str]) -> int:
    total = 0
    for node in nodes:
        if not isinstance(node, str):
            if node.tag == "a":
                total += len(fold("".join(pieces(node, " "))))
            else:
                total += _linked(node.children)
    return total


def _blockish(document: Document) -> bytearray:
    """Per element: whether it is a block or holds one."""
    flags = bytearray(len(document.elements))
    for element in reversed(document.elements):
        if flags[element.index] or element.tag in BLOCK_TAGS:
            flags[element.index] = 1
            if element.parent is not None:
                flags[element.parent.index] = 1
    return flags
