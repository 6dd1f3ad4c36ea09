"""A page in, the places that print or mark up a date out: short lines with a date in them, and `<time>`.

Prose that mentions a date is no such place. What a line means (published, updated, the date of a teaser) is for its
reader to say, from the label, the markup and where the line stands.
"""

import re
from collections.abc import Iterator

import attrs

from newsextract.page.dates import LONGEST, When, epoch, find, iso
from newsextract.page.document import Document, Element
from newsextract.page.text import BLOCK_TAGS, INVISIBLE, text_of

LONGEST_LINE = 180
"""Characters of a line that prints a date beside byline, section and the like; longer ones are prose."""
LONGEST_LABEL = 40
"""Characters of a neighbour that may label a date."""
LONGEST_TEXT = 400
"""Characters of a text, indentation included, above which the line it stands in is prose."""
SHORTEST = 4
"""Characters of the shortest text that holds a part of a date worth a look."""
_DIGIT = re.compile(r"\d")
_DATED = re.compile(r"\d(?:\d{3}(?!\d)|\s?[./-]\s?\d|\d?[.,a-z]{0,3}\s+[^\W\d_]{3})|[月월]")
_MONTH_FIRST = re.compile(r"[^\W\d_]{3}\.?\s+\d")
"""What a text must hold to be looked at, one or the other: the engine is fast at what begins with a digit."""
_STAMPS = (
    "datetime",
    "data-datetime",
    "data-date",
    "data-time",
    "data-timestamp",
    "data-utime",
    "data-published",
    "title",
)
"""Attributes that state the moment a date element prints, the most exact first."""


@attrs.frozen(kw_only=True)
class Dateline:
    """One place that prints a date."""

    element: Element
    """The smallest element that holds the whole date."""
    block: Element
    """The block-level element the line stands in."""
    value: When
    raw: str
    """The date as printed or stated."""
    before: str
    """What stands before the date in its line; where nothing does, a short text before the line."""
    line: str
    stated: bool = False
    """Whether an attribute states it (`<time datetime>`)."""
    ambiguous: bool = False
    alone: bool = False
    """Whether the line holds little besides the date."""
    whole: bool = True
    """Whether the year is printed."""


def datelines(document: Document, language: str | None, day_first: bool | None = None) -> Iterator[Dateline]:
    """The places, in document order; one line may print several dates."""
    seen: set[int] = set()
    for element in document.elements[document.body.index :]:
        if element.tag == "time" or "datetime" in element.attrs:
            yield from _of_markup(element)
        if not _holds_date(element):
            continue
        block = _block(element)
        if block.index in seen or block.tag in {"script", "style", "option", "textarea"}:
            continue
        seen.add(block.index)
        yield from _of_block(block, element, language, day_first)


def _holds_date(element: Element) -> bool:
    for text in element.children:
        if not isinstance(text, str) or not SHORTEST <= len(text) <= LONGEST_TEXT:
            continue
        if _DIGIT.search(text) and (_DATED.search(text) or _MONTH_FIRST.search(text)):
            return element.tag not in INVISIBLE
    return False


def _of_markup(element: Element) -> Iterator[Dateline]:
    for name in _STAMPS:
        stated = element.get(name)
        value = iso(stated) or epoch(stated)
        if value is not None:
            block = _block(element)
            line = text_of(block) if block.end - block.index < 60 else text_of(element)
            printed = text_of(element)
            at = line.find(printed) if printed else 0
            before = line[: max(0, at)] or _label_before(element)
            yield Dateline(
                element=element,
                block=block,
                value=value,
                raw=stated or "",
                before=before,
                line=line[:LONGEST],
                stated=True,
            )
            return


def _of_block(block: Element, element: Element, language: str | None, day_first: bool | None) -> Iterator[Dateline]:
    if block.end - block.index > 80:
        block = element
    line = text_of(block)
    if len(line) > LONGEST_LINE and block is not element:
        block, line = element, text_of(element)
    if len(line) > LONGEST_LINE:
        return
    end = 0
    dates = list(find(line, language, None, day_first))
    if not dates and block is not element:
        block, line = element, text_of(element)  # a date may stand glued to the name before it
        dates = list(find(line, language, None, day_first))
    for found in dates:
        before, is_first, end = line[end : found.start], end == 0, found.end
        yield Dateline(
            element=element,
            block=block,
            value=found.value,
            raw=line[found.start : found.end],
            before=before if before.strip(" ,;|·•-–—") or not is_first else _label_before(block),
            line=line,
            ambiguous=found.ambiguous,
            whole=found.whole,
            alone=len(line) - (found.end - found.start) < 12,
        )


def _label_before(element: Element) -> str:
    """A short text right before an element: "Published" in `<dt>Published</dt><dd>3 May</dd>`."""
    node: Element | None = element
    for _ in range(2):
        if node is None or node.parent is None:
            return ""
        siblings = node.parent.children
        at = next(i for i, c in enumerate(siblings) if c is node)
        for sibling in reversed(siblings[max(0, at - 3) : at]):
            text = sibling.strip() if isinstance(sibling, str) else text_of(sibling) if _is_small(sibling) else "…" * 50
            if text:
                return text if len(text) <= LONGEST_LABEL else ""
        node = node.parent
    return ""


def _is_small(element: Element) -> bool:
    return element.end - element.index < 12


def _block(element: Element) -> Element:
    node: Element | None = element
    while node is not None and node.tag not in BLOCK_TAGS:
        node = node.parent
    return node or element
