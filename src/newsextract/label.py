"""Rules and a parsed page in, labels out; then the one cut.

Boilerplate holds facts (a related widget *is* the related list), so labelling removes nothing: the field readers see
the whole page with its labels. `cut` then marks what a reader of the article would not call part of it.
"""

from collections.abc import Container, Iterable, Iterator
from datetime import datetime
from itertools import accumulate
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
from newsextract.page.text import text_of
from newsextract.rules.load import Rule, Rules
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
"""Share of the page's prose above which an element is no chrome: an unclosed tag may nest all in a share button."""

OVERLAYS = frozenset({"consent", "popup"})
"""Kinds that may well hold most of a page's prose: a wall before it. They are cut all the same."""

STRIPPED = "stripped"
"""Kind of what a user's rule takes out of a page, whatever it holds."""

LINKS = frozenset({"navigation", "breadcrumbs", "pagination", "prev-next", "most-read", "tags", "share"})
"""Kinds that are made of links: what holds sentences and next to no links is none of them, whatever its name says."""

LONG_PROSE = 1000
"""Characters of prose from which on an element of a kind made of links is looked at for links."""

LINKED = 0.2
"""Linked characters, as a part of its prose, from which on it may be of that kind."""

NAMED_LINKS = frozenset("tags related read-more recommended navigation most-read category subscribe".split())
"""Kinds that a link of the running text may be named after: "keywords", "related-link"."""

MOST_SAID = 100
"""Parts of a paragraph in which such a link is looked for."""
WORDS = 20
"""Characters of a sentence before such a link."""

FRAMES = frozenset({"share"})
"""Kinds whose buttons some plugins lay over a picture, in an element that holds both."""

PROSE_TAGS = ("p", "div", "span", "li", "td", "dd", "blockquote", "section", "article", "main", "font", "pre", "center")


def cut(document: Document, labels: Labels, headline: Element | None = None) -> Removals:
    """Mark as removed what is chrome on any page. With `cut_rest`, the only place that changes a page.

    An element that holds much of the page's prose is spared where its rule allows it, and always where it holds the
    headline too; what is labelled inside it is still looked at.
    """
    prose = _Prose(document)
    cutting = _Cutting()
    for index in sorted(labels.by_element):
        element, inside = document.elements[index], index < cutting.end
        for rule in labels.by_element[index]:
            if rule.hard and (inside or not prose.spares(element, rule, headline)):
                if not _is_said(element, rule):
                    cutting.take(element, rule)
                break
    return cutting.done()


def cut_rest(document: Document, labels: Labels, body: Container[int], before: Removals) -> Removals:
    """Mark as removed what is chrome where the located body has nothing in it: an article's comments, not a forum's.

    `body` holds the places in `Document.elements` of the elements that hold a part of the body; the removals are those
    of `before` and the new ones.
    """
    cutting, cut_end = _Cutting(), 0
    done_before = {r.element.index for r in before.listed}
    for index in sorted(labels.by_element):
        element = document.elements[index]
        if index in done_before:
            cut_end = element.end
        elif index >= cut_end and index not in body:
            for rule in labels.by_element[index]:
                if rule.cut and not _frames_picture(document, element, rule):
                    if not _is_said(element, rule):
                        cutting.take(element, rule)
                    break
    new = cutting.done()
    counts = {k: before.counts.get(k, 0) + new.counts.get(k, 0) for k in (*before.counts, *new.counts)}
    listed = sorted((*before.listed, *new.listed), key=lambda r: r.element.index)
    return Removals(tuple(listed), counts)


def _is_said(element: Element, rule: Rule) -> bool:
    """Whether an element is a link in the middle of a sentence, whatever its name: "advances in <a class=keywords>"."""
    if element.tag != "a" or rule.kind not in NAMED_LINKS or element.parent is None:
        return False
    siblings = element.parent.children
    if len(siblings) > MOST_SAID:
        return False
    at = next(i for i, c in enumerate(siblings) if c is element)
    before, after = siblings[at - 1 : at], siblings[at + 1 : at + 2]
    if not before or not after or not isinstance(before[0], str) or not isinstance(after[0], str):
        return False
    said, goes_on = before[0].rstrip(), after[0].lstrip()[:1]
    return len(said) > WORDS and (said[-1].isalnum() or said[-1] in ",(") and (goes_on.islower() or goes_on in ",.;)")


def _frames_picture(document: Document, element: Element, rule: Rule) -> bool:
    """Whether an element is a figure's picture with buttons laid over it."""
    if rule.kind not in FRAMES or element.parent is None or element.parent.tag != "figure":
        return False
    return bool(document.within(element, "img"))


class _Cutting:
    """Removals as they are made, in document order."""

    def __init__(self) -> None:
        self.end = 0
        self._ends: list[int] = []
        self._kinds: list[str] = []
        """Where the labelled elements end that a place stands in, and their kinds."""
        self._listed: list[Removal] = []
        self._counts: dict[str, int] = {}

    def take(self, element: Element, rule: Rule) -> None:
        """Cut an element, or count it where it stands inside one that is cut."""
        while self._ends and self._ends[-1] <= element.index:
            self._ends.pop()
            self._kinds.pop()
        if element.index >= self.end:
            element.removed = rule.kind
            self._listed.append(Removal(element, rule))
            self.end = element.end
        if rule.kind not in self._kinds:
            self._counts[rule.kind] = self._counts.get(rule.kind, 0) + 1
        self._ends.append(element.end)
        self._kinds.append(rule.kind)

    def done(self) -> Removals:
        """What was removed."""
        return Removals(tuple(self._listed), self._counts)


class _Prose:
    """How much prose each element holds, from one pass."""

    def __init__(self, document: Document) -> None:
        self._document = document
        own = [0] * (len(document.elements) + 1)
        holders = {e.index for tag in PROSE_TAGS for e in document.by_tag.get(tag, ())}
        for element, text in document.texts:
            if len(text) > SENTENCE and element.index in holders and (length := len(text.strip())) > SENTENCE:
                own[element.index + 1] += length
        self._before = list(accumulate(own))
        self._all = self._before[-1]

    def spares(self, element: Element, rule: Rule, headline: Element | None) -> bool:
        """Whether an element stays although a rule would cut it."""
        if _frames_picture(self._document, element, rule):
            return True
        prose = self._before[element.end] - self._before[element.index]
        if prose <= PROSE or rule.kind == STRIPPED:
            return False
        if prose > MOST * self._all:
            holds_page = element.tag in {"article", "main"} or (headline is not None and headline in element)
            if holds_page or rule.kind not in OVERLAYS:
                return True
        if rule.kind in LINKS and prose > LONG_PROSE:
            linked = sum(len(text_of(a)) for a in self._document.within(element, "a"))
            if linked < LINKED * prose:
                return True
        return rule.keeps_prose and prose > SHARE * self._all
