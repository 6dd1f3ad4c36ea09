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
    by_kind, by_element = dict(page.labels.by_kind), dict(page.labels.by_element)
    found: dict[str, list[Element]] = {}
    for block in blocks:
        rule = _rule(KINDS.get(block.relation, "prev-next"))
        for element in block.elements:
            by_element[element.index] = [rule, *by_element.get(element.index, ())]
            found.setdefault(rule.kind, []).append(element)
    for kind, elements in found.items():
        by_kind[kind] = _in_order([*by_kind.get(kind, ()), *elements])
    return attrs.evolve(page, cards=blocks, labels=Labels(by_kind, by_element))


def _rule(kind: str) -> Rule:
    return Rule(id=f"cards.{kind}", kind=kind, selectors=(), cut=True, keeps_prose=True, soft=kind != "read-more")


def _in_order(elements: list[Element]) -> list[Element]:
    by_place = {e.index: e for e in elements}
    return [by_place[i] for i in sorted(by_place)]
