"""Labels in, what is chrome on any page marked as removed.

`cut` takes out what its rules are sure of, before the body is located; `cut_rest` the rest, once the body is known.
Nothing else changes a page, but for the tags that `label` sets.
"""

from collections.abc import Container
from itertools import accumulate

import attrs

from newsextract.label import Labels
from newsextract.page.document import Document, Element
from newsextract.page.spans import Spans
from newsextract.page.text import text_of
from newsextract.rules.load import Rule


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

LOGIN = "login"
"""Kind of what is no part of the body where it asks for a password: a page of little text may hold most of it there."""
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
"""Characters of a sentence before such a link; fewer, from `OPENING` on, where it goes on as long behind it."""
OPENING = 3

SOURCE = frozenset({"code", "pre", "span", "i", "b", "em", "font", "ins"})
"""Tags of source code and of what a highlighter wraps its parts in: `<span class="token comment">`, `language-*`."""
CONCEALED = frozenset({"hidden", STRIPPED})
"""Kinds that say of source code, too, that readers do not see it."""

FRAMES = frozenset({"share"})
"""Kinds whose buttons some plugins lay over a picture, in an element that holds both."""

PROSE_TAGS = ("p", "div", "span", "li", "td", "dd", "blockquote", "section", "article", "main", "font", "pre", "center")


def cut(document: Document, labels: Labels, headline: Element | None = None) -> Removals:
    """Mark as removed what is chrome on any page. With `cut_rest`, the only place that changes a page.

    An element that holds much of the page's prose is spared where its rule allows it, and always where it holds the
    headline too; what is labelled inside it is still looked at.
    """
    prose = _Prose(document)
    code = Spans.of(document.by_tag.get("pre", ()))
    cutting = _Cutting()
    for index in sorted(labels.by_element):
        element, inside = document.elements[index], index < cutting.end
        for rule in labels.by_element[index]:
            if rule.hard and (inside or not prose.spares(element, rule, headline)):
                if not _is_said(element, rule) and not _is_source(code, element, rule):
                    cutting.take(element, rule)
                break
    return cutting.done()


def cut_rest(document: Document, labels: Labels, body: Container[int], before: Removals) -> Removals:
    """Mark as removed what is chrome where the located body has nothing in it: an article's comments, not a forum's.

    `body` holds the places in `Document.elements` of the elements that hold a part of the body; the removals are those
    of `before` and the new ones.
    """
    cutting, code, cut_end = _Cutting(), Spans.of(document.by_tag.get("pre", ())), 0
    done_before = {r.element.index for r in before.listed}
    for index in sorted(labels.by_element):
        element = document.elements[index]
        if index in done_before:
            cut_end = element.end
        elif index >= cut_end and index not in body:
            for rule in labels.by_element[index]:
                if rule.cut and not _frames_picture(document, element, rule):
                    if not _is_said(element, rule) and not _is_source(code, element, rule):
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
    said, follows = before[0].strip(), after[0].strip()
    if len(said) <= WORDS and (len(said) < OPENING or len(follows) <= WORDS):
        return False
    return (said[-1].isalnum() or said[-1] in ",(") and (follows[:1].islower() or follows[:1] in ",.;)")


def _frames_picture(document: Document, element: Element, rule: Rule) -> bool:
    """Whether an element is a figure's picture with buttons laid over it."""
    if rule.kind not in FRAMES or element.parent is None or element.parent.tag != "figure":
        return False
    return bool(document.within(element, "img"))


def _is_source(code: Spans, element: Element, rule: Rule) -> bool:
    """Whether what a rule takes for chrome is source code, or a part of it, which is named for what it is in a program:
    a comment, a keyword."""
    if element.tag not in SOURCE or rule.kind in CONCEALED:
        return False
    return element.tag == "code" or code.hold(element.index)


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
        if rule.kind == LOGIN and headline is not None and headline not in element and self._asks_password(element):
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

    def _asks_password(self, element: Element) -> bool:
        return any(e.get("type") == "password" for e in self._document.within(element, "input"))
