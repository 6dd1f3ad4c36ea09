"""Preformatted text in, a Code block out: white space as it stands."""

import re
from bisect import bisect_left
from itertools import islice
from operator import attrgetter

from newsextract.content.context import Context, Piece, Pieces
from newsextract.content.inline import elements
from newsextract.page.document import Element
from newsextract.records import Code

_DIGITS = re.compile(r"(?:\d|[^\S\n])*+\n[\d\s]*+")
DIGITS = 9
"""Digits of a line number that are read."""
BESIDE = 4
"""Levels up to what holds code and the line numbers beside it."""

_LANGUAGE = re.compile(r"(?:lang(?:uage)?|highlight(?:-source)?|brush:?)[-_:](\w[\w+#-]*)")


PARTS_OF_TEXT = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol")
"""Tags that no highlighter writes inside a <pre>; editors do, around a whole text."""

CONTROLS = frozenset({"a", "button"})
"""What stands beside code to run or to copy it."""


def read(context: Context, element: Element) -> Pieces | None:
    """A <pre>, its language where a class names it; None where it holds paragraphs, headings or lists."""
    if any(context.page.document.within(element, tag) for tag in PARTS_OF_TEXT):
        return None
    text = "".join(_source(_without_controls(element))).strip("\n")
    if not text.strip() or _is_gutter(context, element, text):
        return []
    return [Piece(Code(text=text, language=_language(element), path=context.path(element)), element)]


def _without_controls(element: Element) -> Element:
    """The `<code>` of a block that holds links or buttons beside it, and no text: "Run", "Copy"."""
    codes = [e for e in element.elements if e.tag == "code"]
    others = [e for e in element.elements if e.tag != "code"]
    is_bare = all(isinstance(c, Element) or c.isspace() for c in element.children)
    return codes[0] if len(codes) == 1 and others and is_bare and all(e.tag in CONTROLS for e in others) else element


def _is_gutter(context: Context, element: Element, text: str) -> bool:
    """Whether it is the column of line numbers that highlighters set beside the code: they count up one by one."""
    if not _DIGITS.fullmatch(text):
        return False
    numbers = text.split()
    first = int(numbers[0][:DIGITS])
    if any(n != str(first + place) for place, n in enumerate(numbers)):
        return False
    frame = list(islice(element.ancestors, BESIDE))[-1]
    blocks = context.page.document.by_tag["pre"]
    place = bisect_left(blocks, element.index, key=attrgetter("index"))
    return any(other in frame for other in blocks[max(0, place - 1) : place + 2] if other is not element)


def _source(element: Element) -> list[str]:
    out: list[str] = []
    stack: list[Element | str] = [element]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            out.append(node)
        elif node.tag == "br":
            out.append("\n")
        elif node.removed is None:
            stack.extend(reversed(node.children))
    return out


def _language(element: Element) -> str | None:
    around = [element.parent] if element.parent is not None else []
    inside = islice((e for e in elements([element]) if e.tag not in CONTROLS), 2)
    for holder in [*inside, *around]:
        named = holder.get("data-language") or holder.get("data-lang")
        if named:
            return named.lower()
        for token in holder.classes:
            match = _LANGUAGE.fullmatch(token)
            if match is not None:
                return match[1]
    return None
