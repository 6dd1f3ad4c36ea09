"""A page in, the places that print or mark up a date out: short lines with a date in them, and `<time>`.

Prose that mentions a date is no such place. What a line means (published, updated, the date of a teaser) is for its
reader to say, from the label, the markup and where the line stands.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

import attrs

from newsextract.page.calendar import calendar
from newsextract.page.dates import LONGEST, When, epoch, find, iso
from newsextract.page.document import Document, Element
from newsextract.page.text import BLOCK_TAGS, INVISIBLE, fold, pieces, text_of

LONGEST_LINE = 180
"""Characters of a line that prints a date beside byline, section and the like; longer ones are prose."""
MOST_SIBLINGS = 300
"""Parts of an element among which the label before a date is looked for."""
LONGEST_LABEL = 40
"""Characters of a neighbour that may label a date."""
LONGEST_TEXT = 400
"""Characters of a text, indentation included, above which the line it stands in is prose."""
SHORTEST = 4
"""Characters of the shortest text that holds a part of a date worth a look."""
LARGE = 80
"""Elements from which on a block is no line."""
_DIGIT = re.compile(r"\d")
_DATED = re.compile(r"\d(?:\d{3}(?!\d)|\s?[./-]\s?\d|\d?[.,a-z]{0,3}\s+[^\W\d_]{3})|[月월]")
_MONTH_FIRST = re.compile(r"[^\W\d_]{3}\.?\s+\d")
"""What a text must hold to be looked at, one or the other: the engine is fast at what begins with a digit."""
_STAMPS = (
    "datetime",
    "data-datetime",
    "publishdate",
    "data-publish-date",
    "data-published-date",
    "data-published",
    "data-date",
    "data-time",
    "data-timestamp",
    "data-utime",
    "content",
    "title",
)
"""Attributes that state the moment a date element prints, the most exact first."""
_MARKS = ("datetime", "publishdate", "data-publish-date", "data-published-date")
"""Attributes that make any element a date element."""
_WORDED = frozenset({"datetime", "content"})
"""Attributes that some pages fill with a date as it is printed."""


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
    loose: bool = False
    """Whether it stands amid a text that is longer than a line: prose, unless the markup says better."""
    whole: bool = True
    """Whether the year is printed."""


def datelines(document: Document, language: str | None, dated: Iterable[Element] = ()) -> Iterator[Dateline]:
    """The places, in document order; one line may print several dates. `dated` are elements known to hold a date,
    whose attributes may state it."""
    first = document.body.index
    marked = {e.index for name in _MARKS for e in document.with_attribute(name)}
    marked.update(e.index for e in dated)
    marked.update(e.index for e in document.by_tag.get("time", ()) if e.tag == "time")
    holding = {e.index for e, text in document.texts if _is_dated(text) and e.tag not in INVISIBLE}
    seen: set[int] = set()
    for index in sorted(marked | holding):
        element = document.elements[index]
        if index < first:
            continue
        if index in marked and (element.tag == "time" or element.tag not in INVISIBLE):
            yield from _of_markup(element, language)
        if index not in holding:
            continue
        block = _line_block(element, seen)
        if block.index in seen or block.tag in {"script", "style", "option", "textarea"}:
            continue
        seen.add(block.index)
        yield from _of_block(block, element, seen, language)


def _is_dated(text: str) -> bool:
    if not SHORTEST <= len(text) <= LONGEST_TEXT or not _DIGIT.search(text):
        return False
    return bool(_DATED.search(text) or _MONTH_FIRST.search(text))


def _line_block(element: Element, seen: set[int]) -> Element:
    """The block that an element's line fills; the element itself where its block is too large or was found too long."""
    block = _block(element)
    return element if block.end - block.index > LARGE or ~block.index in seen else block


def _of_markup(element: Element, language: str | None) -> Iterator[Dateline]:
    for name in _STAMPS:
        stated = element.get(name)
        value, ambiguous = iso(stated) or epoch(stated), False
        if value is None and stated and name in _WORDED and (worded := next(find(stated, language), None)) is not None:
            value, ambiguous = worded.value, worded.ambiguous
        if value is not None:
            block = _block(element)
            if block.end - block.index >= LARGE:
                block = element
            yield Dateline(
                element=element,
                block=block,
                value=value,
                raw=stated or "",
                before=_before(element, block) or _label_before(element) or _sign_before(element),
                line=line_of(block)[:LONGEST],
                stated=True,
                ambiguous=ambiguous,
            )
            return


def _of_block(block: Element, element: Element, seen: set[int], language: str | None) -> Iterator[Dateline]:
    line = line_of(block)
    if len(line) > LONGEST_LINE and block is not element:
        seen.add(~block.index)
        block, line = element, line_of(element)
    dates = list(find(line, language)) if len(line) <= LONGEST_LINE else []
    if not dates and block is not element:
        whole, block, line = line, element, line_of(element)  # a date may stand glued to the name before it
        dates = list(find(line, language)) if line != whole else []
    if len(line) > LONGEST_LINE:
        yield from _of_texts(element, language)
        return
    end = 0
    for found in dates:
        before, is_first, end = line[end : found.start], end == 0, found.end
        raw = line[found.start : found.end]
        element = element if is_first else _printing(block, raw, element.index) or element
        yield Dateline(
            element=element,
            block=block,
            value=found.value,
            raw=raw,
            before=before if before.strip(" ,;|·•-–—") else _untold(element, block if is_first else None),
            line=line,
            ambiguous=found.ambiguous,
            whole=found.whole,
        )


def _printing(block: Element, raw: str, after: int) -> Element | None:
    """The element in a block, behind another one, that prints the whole of a date."""
    for child in block.elements:
        if child.end > after + 1:
            if child.index > after and any(isinstance(c, str) and raw in fold(c) for c in child.children):
                return child
            if (inside := _printing(child, raw, after)) is not None:
                return inside
    return None


def _of_texts(element: Element, language: str | None) -> Iterator[Dateline]:
    """The dates in an element's own texts, each of which is a line or a part of a long one."""
    for at, child in enumerate(element.children):
        if not isinstance(child, str) or not _is_dated(child) or len(line := fold(child)) > LONGEST_LINE:
            continue
        found = next(find(line, language), None)
        if found is not None:
            beside = [c for c in element.children[max(0, at - 1) : at + 2] if not isinstance(c, str)]
            yield Dateline(
                element=element,
                block=element,
                value=found.value,
                raw=line[found.start : found.end],
                before=line[: found.start],
                line=line,
                ambiguous=found.ambiguous,
                whole=found.whole,
                loose=not all(e.tag in BLOCK_TAGS or e.tag == "br" for e in beside),
            )


def line_of(element: Element) -> str:
    """As `text_of`, with a space where the capital of one element's text stands right behind another's."""
    children = element.children
    if len(children) == 1 and isinstance(text := children[0], str):
        return fold(text)
    return fold("".join(_parted(pieces(element, " "))))


def _parted(parts: list[str]) -> Iterator[str]:
    last = ""
    for part in parts:
        if not part:
            continue
        if (
            last
            and part[0].isupper()
            and (last.islower() or last.isdigit() or (last.isupper() and part[1:2].islower()))
        ):
            yield " "
        yield part
        last = part[-1]


def _before(element: Element, block: Element) -> str:
    """What stands in the block before the date of an element, from the last `<time>` on; with what the element itself
    prints before the first digit."""
    parts: list[str] = []
    if element is not block:
        _gather_before(block, element, parts)
    own = text_of(element)
    digit = _DIGIT.search(own)
    words = own[: digit.start()].split() if digit else []
    if words and calendar().month(words[-1], None):
        words.pop()
    return fold("".join(_parted([*parts, " ".join(words)])))


def _gather_before(node: Element, target: Element, parts: list[str]) -> bool:
    """Collect the texts of a node before the target; whether it was reached."""
    for child in node.children:
        if child is target:
            return True
        if isinstance(child, str):
            parts.append(child)
        elif child.tag == "time" and target not in child:
            parts.clear()
        elif child.tag not in INVISIBLE and child.removed is None:
            parts.append(" " if child.tag in BLOCK_TAGS else "")
            if _gather_before(child, target, parts):
                return True
    return False


def _label_before(element: Element) -> str:
    """A short text right before an element: "Published" in `<dt>Published</dt><dd>3 May</dd>`."""
    node: Element | None = element
    for _ in range(2):
        if node is None or node.parent is None:
            return ""
        siblings = node.parent.children
        if len(siblings) > MOST_SIBLINGS:
            return ""
        at = next(i for i, c in enumerate(siblings) if c is node)
        for sibling in reversed(siblings[max(0, at - 3) : at]):
            text = sibling.strip() if isinstance(sibling, str) else text_of(sibling) if _is_small(sibling) else "…" * 50
            if text:
                return text if len(text) <= LONGEST_LABEL else ""
        node = node.parent
    return ""


def _untold(element: Element, block: Element | None) -> str:
    """What tells of a date that nothing stands before in its line: a text before its block, where it opens that; else a
    sign before it."""
    return (_label_before(block) if block is not None else "") or _sign_before(element)


def _sign_before(element: Element) -> str:
    """What a sign without text right before an element says to those who point at it: `<i title="Last update">`."""
    around = element.parent.elements if element.parent is not None else ()
    before = [e for e in islice(around, MOST_SIBLINGS) if e.end <= element.index][-1:]
    if not before or not _is_small(before[0]) or any(map(str.isalnum, text_of(before[0]))):
        return ""
    return (before[0].get("title") or before[0].get("aria-label") or "")[:LONGEST_LABEL]


def _is_small(element: Element) -> bool:
    return element.end - element.index < 12


def _block(element: Element) -> Element:
    node: Element | None = element
    while node is not None and node.tag not in BLOCK_TAGS:
        node = node.parent
    return node or element
