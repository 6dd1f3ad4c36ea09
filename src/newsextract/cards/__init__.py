"""Teasers of other articles, found by how they are built: repeated elements that link to what looks like articles.

A block's printed title, in any language, says what it is before its class does, and its class before its place.
Menus, footers, tags, authors and sponsored blocks are left out.
"""

import attrs

from newsextract.cards.find import find
from newsextract.label import LabelledPage, Labels
from newsextract.page.document import Element
from newsextract.rules.load import Rule

__all__ = ["find", "with_cards"]

KINDS = {"related": "related", "recommended": "recommended", "read-more": "read-more"}
"""Relation of a block -> kind of the label it gets; the others are links between articles."""


def with_cards(page: LabelledPage) -> LabelledPage:
    """The page with its teaser blocks found, and labelled as rules label them, so that the cut takes them out."""
    blocks = find(page)
    by_kind = {kind: {e.index: e for e in elements} for kind, elements in page.labels.by_kind.items()}
    by_element = dict(page.labels.by_element)
    for block in blocks:
        rule = _rule(KINDS.get(block.relation, "prev-next"))
        for element in block.elements:
            by_element[element.index] = [rule, *by_element.get(element.index, ())]
            by_kind.setdefault(rule.kind, {})[element.index] = element
    labels = Labels({k: _in_order(es) for k, es in by_kind.items()}, by_element)
    return attrs.evolve(page, cards=blocks, labels=labels)


def _rule(kind: str) -> Rule:
    return Rule(id=f"cards.{kind}", kind=kind, selectors=(), cut=True, keeps_prose=True, soft=kind != "read-more")


def _in_order(elements: dict[int, Element]) -> list[Element]:
    return [elements[i] for i in sorted(elements)]
