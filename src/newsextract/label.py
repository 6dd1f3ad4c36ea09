"""Rules and a parsed page in, labels out.

Boilerplate holds facts (a related widget *is* the related list), so labelling removes nothing: the field readers see
the whole page with its labels. What a reader of the article would not call part of it, `cutting` takes out after them.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING

import attrs

from newsextract.page import masthead
from newsextract.page.card import CardBlock
from newsextract.page.document import Document, Element
from newsextract.page.entities import Entities
from newsextract.page.links import Links
from newsextract.page.meta import Meta
from newsextract.page.pictures import Pictures
from newsextract.rules.load import Rule, Rules
from newsextract.rules.renditions import Stems
from newsextract.rules.speech import Speech
from newsextract.rules.ways import Ways

if TYPE_CHECKING:
    from newsextract.rules.sites import Ruling

_KIND = attrgetter("kind")


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
        return map(_KIND, self.by_element.get(element.index, ()))

    def has(self, element: Element, *kinds: str) -> bool:
        """Whether an element itself is labelled with one of the kinds."""
        for rule in self.by_element.get(element.index, ()):  # noqa: SIM110 - as `any` it takes twice as long
            if rule.kind in kinds:
                return True
        return False

    def around(self, element: Element, *kinds: str) -> Element | None:
        """The nearest of an element and its ancestors that is labelled with one of the kinds."""
        if self.by_kind.keys().isdisjoint(kinds):
            return None
        node: Element | None = element
        while node is not None and not self.has(node, *kinds):
            node = node.parent
        return node


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
    ruling: "Ruling | None" = None
    """What a user's rules for the site found; None where there are none."""
    links: Links = attrs.Factory(lambda page: Links(page.document), takes_self=True)
    """The links of the document."""
    ways: Ways = attrs.Factory(lambda page: Ways(page.links), takes_self=True)
    """Where they lead."""
    pictures: Pictures = attrs.Factory(lambda page: Pictures(page.base), takes_self=True)
    """Its pictures."""
    stems: Stems = attrs.Factory(Stems)
    """Which of them are the same in another size."""
    speech: Speech = attrs.Factory(lambda page: Speech.of(page.rules.words, page.meta.language), takes_self=True)
    """The words of its language and of English."""
    site: masthead.Masthead = attrs.Factory(lambda p: masthead.read(p.meta, p.entities, p.url), takes_self=True)
    """The names of the site."""


def label(document: Document, rules: Rules, ruled: Iterable[tuple[int, Rule]] = ()) -> Labels:
    """Fire every rule; `ruled` are labels of a user's rules, (place of the element, rule).

    The page's html and body elements, and what stands before them, get no label.
    Empty elements that are line breaks by their name are `<br>` from here on, what is bold by its name `<strong>`.
    """
    by_element: dict[int, list[Rule]] = {}
    alone: dict[Rule, list[Rule]] = {}
    """Shared by the elements that one rule labels, and no other; never changed."""
    by_kind: dict[str, list[Element]] = {}
    elements = document.elements
    fired: Iterable[tuple[int, Rule]] = ((index, rules.rules[number]) for index, number in rules.index.hits(document))
    for index, rule in sorted((*ruled, *fired), key=itemgetter(0)) if ruled else fired:
        if index in by_element:
            by_element[index] = [*by_element[index], rule]
        elif rule in alone:
            by_element[index] = alone[rule]
        else:
            by_element[index] = alone[rule] = [rule]
        same = by_kind.get(rule.kind)
        if same is None:
            by_kind[rule.kind] = [elements[index]]
        elif same[-1].index != index:
            same.append(elements[index])
    for element in by_kind.get("line-break", ()):
        if not element.children:
            element.tag = "br"
    for element in by_kind.get("bold", ()):
        element.tag = "strong"
    return Labels(by_kind, by_element)


def spared(labels: Labels, elements: Iterable[Element]) -> Labels:
    """The labels without those that would cut the elements: a user's rule names them as the body."""
    held = {e.index for element in elements for e in (element, *element.ancestors)}
    by_element = {
        index: kept
        for index, rules in labels.by_element.items()
        if (kept := [r for r in rules if not r.cut] if index in held else rules)
    }
    return attrs.evolve(labels, by_element=by_element)
