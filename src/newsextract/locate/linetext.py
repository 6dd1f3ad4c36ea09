"""A byline's element in, its text out: node by node, for a name and the paper's name beside it are two elements
without a word between."""

import itertools
from collections.abc import Container

from newsextract.page.document import Element
from newsextract.page.text import BLOCK_TAGS, INVISIBLE, fold, text_of, texts_in, whole_text_of
from newsextract.rules.bylabels import label_at_end
from newsextract.rules.speech import Speech

FULL_NAME = 4
"""Most words of a name that nothing labels as one."""
LONGEST_LINE = 220
"""Characters of a byline; longer texts are prose."""
LONGEST_LABEL = 30
"""Characters before a name that may say what its bearer did."""

_LARGE = 60
"""Elements of a paragraph; larger blocks are columns."""


def segments(element: Element) -> str:
    """The visible text of an element with " | " between texts of different elements."""
    return " | ".join(parts_of(element))


def parts_of(element: Element, without: Container[int] = ()) -> list[str]:
    """The texts of an element, one for each node; a name in a link is one text, whatever its words stand in. `without`
    holds the places of elements that are left out."""
    texts: list[str] = []
    stack: list[Element | str] = [element]
    while stack:
        node = stack.pop()
        if isinstance(node, str) or node.tag == "a":
            parts = texts_in(node) if isinstance(node, Element) else [fold(node)]
            texts += [" ".join(parts)] if is_worded(parts) else filter(None, parts)
        elif node.tag not in INVISIBLE and node.index not in without:
            stack.extend(reversed(node.children))
    return texts


def is_worded(parts: list[str]) -> bool:
    """Whether texts are the words of one name, one each and capitalised."""
    return 1 < len(parts) <= FULL_NAME and all(p.isalpha() and p.istitle() for p in parts)


def line(element: Element, speech: Speech, trails: Container[int] = ()) -> tuple[str, str]:
    """(the segments of a byline, the line as printed), without the trails in it; of one that holds its authors' cards
    too, what stands before the first sentence of a card."""
    parts = parts_of(element, trails)
    text = " | ".join(parts)
    if len(parts) < len(parts_of(element)):
        return text, " ".join(parts)
    if len(text) <= LONGEST_LINE or element.tag == "p" or speech.under("by").starts(parts[0]) is None:
        return text, whole_text_of(element)
    head = list(dict.fromkeys(itertools.takewhile(lambda part: len(part) <= 2 * LONGEST_LABEL, parts)))
    return " | ".join(head), " ".join(head)


def is_amid_prose(element: Element, speech: Speech) -> bool:
    """Whether an inline element stands in a sentence: text that is no label goes on to it in a block of prose."""
    if element.tag in BLOCK_TAGS:
        return False
    block = next((a for a in element.ancestors if a.tag in BLOCK_TAGS), None)
    if block is None or block.end - block.index > _LARGE:
        return False
    before = _text_before(element)
    if not before or label_at_end(before[-LONGEST_LABEL:], speech) is not None:
        return False
    return len(text_of(block)) > LONGEST_LINE


def _text_before(element: Element) -> str:
    """The text that an element follows in its line; "" where that begins with it."""
    node = element
    while node.parent is not None and node.tag not in BLOCK_TAGS:
        before = ""
        for child in node.parent.children:
            if child is node:
                break
            before = fold(child) or before if isinstance(child, str) else "" if child.tag == "br" else text_of(child)
        if before:
            return before
        node = node.parent
    return ""
