"""A block of tags that are no links in, the elements out that each print one."""

import re

from newsextract.label import LabelledPage
from newsextract.page.document import Element
from newsextract.page.text import text_of
from newsextract.rules.names import parts_of
from newsextract.rules.vocabulary import vocabulary

_PILLS = frozenset({"li", "span", "div", "p", "button"})
_DIGIT = re.compile(r"\d")


def pills(page: LabelledPage, element: Element) -> list[Element]:
    """The unlinked tags of a block, without the label of the list and what says how long the article takes to read."""
    leaves = [e for e in page.document.within(element) if not any(True for _ in e.elements)]
    found = [e for e in leaves if e.tag in _PILLS and not page.labels.has(e, "hidden") and text_of(e)]
    if len(found) > 1 and _is_label(page, *found[:2]):
        found = found[1:]
    return [e for e in found if not (_DIGIT.search(said := text_of(e)) and page.speech.finds("minutes_read", said))]


def _is_label(page: LabelledPage, first: Element, second: Element) -> bool:
    """Whether the first of several pills names the list: by its words, or by a class that the second has not."""
    if page.rules.words.equals("tags", text_of(first)):
        return True
    names = vocabulary("filed").phrases("class_label")
    is_named = any(not names.isdisjoint(parts_of(c)) for c in first.classes)
    return is_named and first.classes != second.classes
