"""Rules and a parsed page in, labels out; then the one cut.

Boilerplate holds facts (a related widget *is* the related list), so labelling removes nothing: the field readers see
the whole page with its labels. `cut` then marks what a reader of the article would not call part of it.
"""

from collections.abc import Iterator
from datetime import datetime
from itertools import accumulate

import attrs

from newsextract.page.card import CardBlock
from newsextract.page.document import Document, Element
from newsextract.page.entities import Entities
from newsextract.page.meta import Meta
from newsextract.rules.load import Rule, Rules


@attrs.frozen
class Labels:
    """What rules say about elements; the kinds are listed in `rules.kinds`."""

    by_kind: dict[str, list[Element]]
    """Kind -> elements in document order."""
    by_element: dict[int, list[Rule]]
    """`Element.index` -> rules that fired on it."""

    def of(self, *kinds: str) -> list[Element]:
        """The elements of a kind or of several, in document order."""
        if len(kinds) == 1:
            return self.by_kind.get(kinds[0], [])
        found = {e.index: e for kind in kinds for e in self.by_kind.get(kind, ())}
        return [found[i] for i in sorted(found)]

    def kinds(self, element: Element) -> Iterator[str]:
        """The kinds an element itself is labelled with."""
        return (r.kind for r in self.by_element.get(element.index, ()))

    def has(self, element: Element, *kinds: str) -> bool:
        """Whether an element itself is labelled with one of the kinds."""
        return any(r.kind in kinds for r in self.by_element.get(element.index, ()))

    def around(self, element: Element, *kinds: str) -> Element | None:
        """The nearest of an element and its ancestors that is labelled with one of the kinds."""
        return next((e for e in (element, *element.ancestors) if self.has(e, *kinds)), None)


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
    """Fire every rule. The page's html and body elements, and what stands before them, get no label."""
    by_element: dict[int, list[Rule]] = {}
    by_kind: dict[str, list[Element]] = {}
    elements = document.elements
    for index, number in rules.index.hits(document):
        rule = rules.rules[number]
        by_element.setdefault(index, []).append(rule)
        same = by_kind.setdefault(rule.kind, [])
        if not same or same[-1].index != index:
            same.append(elements[index])
    return Labels(by_kind, by_element)


@attrs.frozen
class Removal:
    """One element that was cut, and the rule that says why."""

    element: Element
    rule: Rule


@attrs.frozen
class Removals:
    """What `cut` took out of the body."""

    listed: tuple[Removal, ...]
    """In document order, topmost elements only."""
    counts: dict[str, int]
    """Kind -> elements cut, those of another kind inside them included."""


SENTENCE = 50
"""Characters above which a text of its own, outside links and headings, is counted as prose."""

PROSE = 400
"""Characters of prose above which an element may hold a part of the body."""

SHARE = 0.3
"""Share of the page's prose from which on an element is taken to hold a part of the body, whatever its name says."""

MOST = 0.6
"""Share of the page's prose above which no rule cuts an element that holds the headline, nor an article or main."""

PROSE_TAGS = ("p", "div", "span", "li", "td", "dd", "blockquote", "section", "article", "main", "font", "pre", "center")


def cut(document: Document, labels: Labels, headline: Element | None = None) -> Removals:
    """Mark the labelled chrome as removed. The only place that changes a page.

    An element that holds much of the page's prose is spared where its rule allows it, and always where it holds the
    headline too; what is labelled inside it is still looked at.
    """
    prose = _Prose(document)
    listed: list[Removal] = []
    counts: dict[str, int] = {}
    open_kinds: list[tuple[int, str]] = []
    end = 0
    for index, rules in labels.by_element.items():
        element = document.elements[index]
        while open_kinds and open_kinds[-1][0] <= index:
            open_kinds.pop()
        rule = next((r for r in rules if r.cut and (index < end or not prose.spares(element, r, headline))), None)
        if rule is None:
            continue
        if index >= end:
            element.removed = rule.kind
            listed.append(Removal(element, rule))
            end = element.end
        if all(kind != rule.kind for _, kind in open_kinds):
            counts[rule.kind] = counts.get(rule.kind, 0) + 1
        open_kinds.append((element.end, rule.kind))
    return Removals(tuple(listed), counts)


class _Prose:
    """How much prose each element holds, from one pass."""

    def __init__(self, document: Document) -> None:
        own = [0] * (len(document.elements) + 1)
        for tag in PROSE_TAGS:
            for element in document.by_tag.get(tag, ()):
                for child in element.children:
                    if isinstance(child, str) and len(child) > SENTENCE and len(text := child.strip()) > SENTENCE:
                        own[element.index + 1] += len(text)
        self._before = list(accumulate(own))
        self._all = self._before[-1]

    def spares(self, element: Element, rule: Rule, headline: Element | None) -> bool:
        """Whether an element stays although a rule would cut it."""
        prose = self._before[element.end] - self._before[element.index]
        if prose <= PROSE:
            return False
        if prose > MOST * self._all and (element.tag in {"article", "main"} or (headline and headline in element)):
            return True
        return rule.keeps_prose and prose > SHARE * self._all
