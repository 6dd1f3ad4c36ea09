"""A byline's element in, its text out: node by node, for a name and the paper's name beside it are two elements
without a word between."""

import itertools
from collections.abc import Container

from newsextract.page.document import Element
from newsextract.page.text import INVISIBLE, fold, texts_in, whole_text_of
from newsextract.rules.speech import Speech

FULL_NAME = 4
"""Most words of a name that nothing labels as one."""
LONGEST_LINE = 220
"""Characters of a byline; longer texts are prose."""
LONGEST_LABEL = 30
"""Characters before a name that may say what its bearer did."""


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
