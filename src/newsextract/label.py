"""Rules and a parsed page in, labels out; then the one cut.

Boilerplate holds facts (a related widget *is* the related list), so labelling removes nothing: the field readers see
the whole page with its labels. `cut` then marks what a reader of the article would not call part of it.
"""

from collections.abc import Iterator
from datetime import datetime

import attrs

from newsextract.page.card import CardBlock
from newsextract.page.document import Document, Element
from newsextract.page.entities import Entities
from newsextract.page.meta import Meta
from newsextract.page.text import text_of
from newsextract.rules.load import Rule, Rules


@attrs.frozen
class Labels:
    """What rules say about elements."""

    by_kind: dict[str, list[Element]]
    """Kind -> elements in document order."""
    by_element: dict[int, list[Rule]]
    """`Element.index` -> rules that fired on it."""

    def of(self, kind: str) -> list[Element]:
        """The elements of a kind, in document order."""
        return self.by_kind.get(kind, [])

    def kinds(self, element: Element) -> Iterator[str]:
        """The kinds an element itself is labelled with."""
        return (r.kind for r in self.by_element.get(element.index, ()))


@attrs.frozen(kw_only=True)
class LabelledPage:
    """All that a field reader sees of a page."""

    document: Document
    meta: Meta
    entities: Entities
    labels: Labels
    rules: Rules
    url: str | None = None
    """As given; None where unknown."""
    base: str | None = None
    """What relative URLs are resolved against: `<base href>`, else the page's URL."""
    captured: datetime | None = None
    """When the page was fetched or saved; bounds dates, anchors relative ones."""
    title: str | None = None
    """The headline, once its reader has found it."""
    headline: Element | None = None
    """The element that prints the headline, once found."""
    cards: tuple[CardBlock, ...] = ()
    """Teasers of other articles, once found."""


def label(document: Document, rules: Rules) -> Labels:
    """Fire every rule."""
    by_element: dict[int, list[Rule]] = {}
    by_kind: dict[str, dict[int, Element]] = {}
    for rule in rules.rules:
        for selector in rule.selectors:
            for element in selector.find(document):
                fired = by_element.setdefault(element.index, [])
                if rule not in fired:
                    fired.append(rule)
                    by_kind.setdefault(rule.kind, {})[element.index] = element
    return Labels({k: [es[i] for i in sorted(es)] for k, es in by_kind.items()}, by_element)


PROSE = 600
"""Characters of text outside links above which an element counts as holding running text."""


def cut(document: Document, labels: Labels) -> dict[str, int]:
    """Mark the labelled chrome as removed; the counts by kind. The only place that changes a page."""
    removed: dict[str, int] = {}
    end = 0
    for index in sorted(labels.by_element):
        if index < end:
            continue  # inside something cut already
        element = document.elements[index]
        rule = next((r for r in labels.by_element[index] if r.cut and not _spared(r, element, document)), None)
        if rule is not None and element is not document.body:
            element.removed = rule.kind
            removed[rule.kind] = removed.get(rule.kind, 0) + 1
            end = element.end
    return removed


def _spared(rule: Rule, element: Element, document: Document) -> bool:
    if not rule.keeps_prose:
        return False
    prose = sum(len(text_of(p)) for p in document.within(element, "p"))
    return prose > PROSE
