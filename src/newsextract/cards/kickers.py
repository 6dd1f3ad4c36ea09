"""Kickers of cards: the labels over their titles, "Politics", and headings that are no more."""

import functools

from newsextract.cards.parts import CardParts
from newsextract.page.document import Element
from newsextract.page.headlines import is_headline
from newsextract.page.text import fold, text_of
from newsextract.rules.names import parts_of
from newsextract.rules.vocabulary import vocabulary

LONGEST_KICKER = 25
"""Characters of a label before a headline."""


def is_kicker(heading: Element) -> bool:
    """Whether a heading, or what it stands in alone, is named a kicker, or it is named a summary."""
    if any(not vocabulary("teasers").phrases("class_summary").isdisjoint(parts_of(c)) for c in heading.classes):
        return True
    kickers = _kickers()
    around = [heading, *([heading.parent] if heading.parent is not None else [])]
    return any(not kickers.isdisjoint(parts_of(c)) for e in around for c in e.classes)


@functools.cache
def _kickers() -> frozenset[str]:
    """Parts of class names that say that a label is set apart: Drupal's "views" count nothing."""
    words = vocabulary("teasers")
    return words.phrases("class_set_apart") & words.phrases("class_kicker")


def without_kicker(parts: CardParts, heading: Element, whole: str) -> str:
    """A heading's text without the label set before it: "Politics" in a span of its own, no space between."""
    inner = heading
    while len(inner.children) == 1 and not isinstance(inner.children[0], str):
        inner = inner.children[0]
    children = [c for c in inner.children if not isinstance(c, str) or not c.isspace()]
    first, rest = children[0] if children else "", children[1:]
    if isinstance(first, str) or first.tag == "br" or not rest:
        return whole
    label = text_of(first)
    text = fold(" ".join(c if isinstance(c, str) else text_of(c) for c in rest))
    named = first.tag == "time" or any(e is first for e in parts.of_class("class_kicker"))
    glued = len(inner.children) == len(children) and 3 <= len(label) <= LONGEST_KICKER
    return text if (named or glued) and is_headline(text) else whole
