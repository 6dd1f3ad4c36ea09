"""One card in, what it prints out: title, date, category, author, picture."""

import functools
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime

import attrs

from newsextract.cards.anchors import link_text
from newsextract.cards.neighbours import NeighbourWords, first_words
from newsextract.cards.titles import Words
from newsextract.label import LabelledPage
from newsextract.page import dates
from newsextract.page.card import Card, CardRelation
from newsextract.page.document import Element
from newsextract.page.headlines import is_headline
from newsextract.page.text import HEADINGS, fold, fold_lines, lines_of, pieces, text_of
from newsextract.page.urls import absolute
from newsextract.rules.names import parts_of
from newsextract.rules.vocabulary import vocabulary

PARTING = " :|·•–—"
"""What parts a title from a kicker that is set apart from it: none of the title."""

LONGEST_LABEL = 60
"""Characters of a category, an author or a date line."""

_LABEL_MARKS = " |/·•–—-,"
"""What parts labels."""

_DIGIT = re.compile(r"\d")
_QUOTED = re.compile(r"^\w{1,6} [\"“„«](.{1,50})[\"”“»]$")
"""What Jetpack prints of a section: In "Local"."""

_CLASS_KEYS = frozenset({"class_author", "class_date", "class_kicker", "class_set_apart", "class_title"})
"""Keys of parts of class names that say what an element of a card is."""

LONGEST_TITLE = 110
STOPS = (".", "…", "。")
"""Characters, and the end of a sentence, from which a link's text is a summary."""

LONGEST_KICKER = 25
"""Characters of a label before a headline."""


@attrs.frozen(kw_only=True)
class Teaser:
    """What a card says."""

    title: str
    url: str
    date: date | datetime | None = None
    category: str | None = None
    author: str | None = None
    image: str | None = None


class Teasers:
    """The cards of a page read one after the other; what classes say of parts is told once for all cards alike."""

    def __init__(self, page: LabelledPage) -> None:
        self.page = page
        self._said: dict[str, tuple[str, ...]] = {}

    def read(self, card: Card, relation: CardRelation) -> Teaser | None:
        """What a card says; None where it prints no title."""
        reader = _Reader(self, card)
        title = reader.title(relation)
        if not title or _is_block_title(title) or self.page.rules.words.equals("load_more", title):
            return None
        if relation in {"previous", "next"}:
            title = _printed_elsewhere(self.page, card) or title if NeighbourWords.in_force().spoken(title) else title
            return Teaser(title=title, url=card.address.url, date=reader.date(title), image=reader.image())
        return Teaser(
            title=title,
            url=card.address.url,
            date=reader.date(title),
            category=reader.category(title),
            author=reader.author(title),
            image=reader.image(),
        )

    def said(self, element: Element) -> tuple[str, ...]:
        """The keys of the vocabulary ("class_date") that the class names of an element have parts under."""
        classes = element.attrs["class"] or ""
        known = self._said.get(classes)
        if known is None:
            parts = {part for token in element.classes for part in parts_of(token)}
            known = self._said[classes] = tuple(k for k, names in _class_words() if not names.isdisjoint(parts))
        return known


@functools.cache
def _class_words() -> tuple[tuple[str, frozenset[str]], ...]:
    """The keys of parts of class names, with their phrases."""
    return tuple((key, names) for key, names in vocabulary("teasers").by_key.items() if key in _CLASS_KEYS)


def _printed_elsewhere(page: LabelledPage, card: Card) -> str | None:
    """What another link of the page to the same address calls the article, where the card says "Previous post"."""
    targets = {link.get("href") for link in card.links}
    texts = (page.links.text(a) for a in page.links.all if a.get("href") in targets)
    return next((t for t in texts if is_headline(t) and not NeighbourWords.in_force().spoken(t)), None)


def _is_block_title(text: str) -> bool:
    """Whether a title is that of a block, which leads to a list: "More stories"."""
    return not is_headline(text) and Words.in_force().kind(text) in {"related", "recommended", "more"}


class _Reader:
    """The elements of one card, each looked at once."""

    def __init__(self, teasers: Teasers, card: Card) -> None:
        self.page, self.card = teasers.page, card
        self.elements = [e for p in card.parts for e in self.page.document.elements[p.index : p.end]]
        self._named: dict[str, list[Element]] = {}
        for element in self.elements:
            for key in teasers.said(element) if element.classes else ():
                self._named.setdefault(key, []).append(element)

    def title(self, relation: CardRelation) -> str | None:
        words = Words.in_force()
        neighbour = NeighbourWords.in_force()
        is_neighbour = relation in {"previous", "next"}
        first = first_words(self.card.links[0]) if is_neighbour else ""
        label, whole = (first, link_text(self.page, self.card.links[0])) if neighbour.is_label(first) else ("", "")
        best: str | None = None
        for text in self._titles():
            text = words.without_lead(text).lstrip(PARTING)
            if is_neighbour:
                text = neighbour.without_label(text.removeprefix(label) if text == whole else text)
            if is_headline(text):
                return text
            best = best or text or None
        return best or (self.card.text if is_neighbour else None)

    def _titles(self) -> Iterator[str]:
        """Texts that can be the title, surest first."""
        headings = [e for e in self.elements if e.tag in HEADINGS]
        for element in sorted(headings, key=self._is_kicker):
            if text := self._without_kicker(element):
                yield text
        for link in self.card.links:
            parent = link.parent
            if parent is not None and parent.tag in HEADINGS and (text := text_of(link)):
                yield text
        labelled = [e for key in ("class_date", "class_kicker") for e in self._of_class(key)]
        set_apart = self._of_class("class_set_apart")
        for element in (e for e in self._of_class("class_title") if e.end - e.index < 20):
            glued = [text_of(e) for e in set_apart if e is not element and e in element]
            yield _unglued(text_of(element), glued)
        for link in sorted(self.card.links, key=self._is_no_title):
            glued = [text_of(e) for e in set_apart if e is not link and e in link]
            yield from _lines(link, {text_of(e) for e in labelled}, glued)
        for link in self.card.links:
            yield fold(link.get("aria-label") or "")
            yield fold(link.get("title") or "")
        yield from (fold(e.get("alt") or "") for e in self.elements if e.tag == "img")

    def _is_no_title(self, link: Element) -> tuple[bool, int]:
        """Sorts the links of a card: long ones first, for short ones say "Read more", but summaries last."""
        text = link_text(self.page, link) if link.children else ""
        return len(text) > LONGEST_TITLE and text.endswith(STOPS), -len(text)

    def _is_kicker(self, heading: Element) -> bool:
        """Whether a heading, or what it stands in alone, is named a kicker, or it is named a summary."""
        words = vocabulary("teasers")
        kickers = words.phrases("class_set_apart")
        if any(not words.phrases("class_summary").isdisjoint(parts_of(c)) for c in heading.classes):
            return True
        around = [heading, *([heading.parent] if heading.parent is not None else [])]
        return any(not kickers.isdisjoint(parts_of(c)) for e in around for c in e.classes)

    def _without_kicker(self, heading: Element) -> str:
        """A heading's text without the label set before it: "Politics" in a span of its own, no space between."""
        inner = heading
        while len(inner.children) == 1 and not isinstance(inner.children[0], str):
            inner = inner.children[0]
        children = [c for c in inner.children if not isinstance(c, str) or not c.isspace()]
        first, rest = children[0] if children else "", children[1:]
        if isinstance(first, str) or first.tag == "br" or not rest:
            return text_of(heading)
        label = text_of(first)
        text = fold(" ".join(c if isinstance(c, str) else text_of(c) for c in rest))
        named = first.tag == "time" or any(e is first for e in self._of_class("class_kicker"))
        glued = len(inner.children) == len(children) and 3 <= len(label) <= LONGEST_KICKER
        return text if (named or glued) and is_headline(text) else text_of(heading)

    def date(self, title: str) -> date | datetime | None:
        language, captured = self.page.meta.language, self.page.captured
        for element in self.elements:
            if element.tag == "time":
                stated = dates.parse(element.get("datetime"), language, captured)
                if stated := stated or dates.parse(text_of(element), language, captured):
                    return stated
        for text in self._labels("class_date", title):
            if found := dates.parse(text, language, captured):
                return found
        return next((d for t in self._short_lines(title) if (d := dates.parse(t, language, captured))), None)

    def category(self, title: str) -> str | None:
        section = vocabulary("teasers").phrases("url_section")
        for element in self.elements:
            if element.tag == "a" and element not in self.card.links:
                url = absolute(element.get("href"), self.page.base) or ""
                steps = url.lower().partition("?")[0].rstrip("/").split("/")[3:]
                below = bool(steps) and self.card.address.path.startswith("/" + "/".join(steps) + "/")
                if (below or not section.isdisjoint(steps)) and (text := self._label(element, title)):
                    return text
        kickers = (e for e in self._of_class("class_kicker") if e.tag != "button" and not _is_pressed(e))
        for text in (line for e in kickers for line in self._lines_of(e, title)):
            if not any(c.isdigit() for c in text):
                return _QUOTED.sub(r"\1", text)
        return None

    def author(self, title: str) -> str | None:
        people = vocabulary("teasers").phrases("url_person")
        for element in self.elements:
            if element.tag == "a" and element not in self.card.links:
                steps = (element.get("href") or "").lower().rstrip("/").split("/")
                if not people.isdisjoint(steps) and (text := self._label(element, title)):
                    return self._without_by(text)
        named = sorted(self._of_class("class_author"), key=lambda e: not self._is_name(e))
        by = self.page.rules.words.of(("by",))
        for lines in (self._lines_of(e, title) for e in named):
            name = next((line for line in lines if len(lines) == 1 or not by.equal(line)), "")
            if name and not (any(c.isdigit() for c in name) and self._is_date(name)):
                return self._without_by(name)
        return None

    def _is_name(self, element: Element) -> bool:
        """Whether an element holds a name and no more, by its class or by holding nothing but text."""
        return any("name" in parts_of(c) for c in element.classes) or element.end - element.index == 1

    def _is_date(self, text: str) -> bool:
        return dates.parse(text, self.page.meta.language, self.page.captured) is not None

    def image(self) -> str | None:
        images = (e for e in self.elements if e.tag == "img")
        return next((u for i in images if (u := self.page.pictures.url(i))), None)

    def _of_class(self, key: str) -> list[Element]:
        return self._named.get(key, [])

    def _labels(self, key: str, title: str) -> Iterator[str]:
        for element in self._of_class(key):
            if element.end - element.index < 20 and (text := self._label(element, title)):
                yield text

    def _label(self, element: Element, title: str) -> str | None:
        text = text_of(element).strip(_LABEL_MARKS)
        return text if 0 < len(text) <= LONGEST_LABEL and text != title and title not in text else None

    def _lines_of(self, element: Element, title: str) -> list[str]:
        """The lines of a small label, each a thing of its own: a name and a job, two categories."""
        text = self._label(element, title) if element.end - element.index < 20 else None
        if text is None or element.end - element.index == 1:
            return [text] if text else []
        lines = (line.strip(_LABEL_MARKS) for line in lines_of(element).split("\n"))
        return [line for line in lines if line]

    def _short_lines(self, title: str) -> Iterator[str]:
        for part in self.card.parts:
            text = "".join(pieces(part, "\n"))
            if self.page.captured is None and not _DIGIT.search(text):
                continue  # "yesterday" is no date where it is not known when that was
            for line in fold_lines(text).split("\n"):
                rest = line.replace(title, "")
                if len(rest) <= LONGEST_LABEL:
                    yield rest

    def _without_by(self, text: str) -> str:
        by = self.page.rules.phrases("by")
        first, _, rest = text.partition(" ")
        return rest if rest and first.casefold().rstrip(":") in by else text


def _is_pressed(element: Element) -> bool:
    """Whether an element is what a button says: "Add to trip"."""
    return element.parent is not None and element.parent.tag == "button"


def _lines(link: Element, labels: set[str], glued: list[str]) -> Iterator[str]:
    """The lines of a link that wraps a card: the first that reads like a headline and is no label, else the longest."""
    lines = [line for line in lines_of(link).split("\n") if line and not _is_labels(line, labels)]
    yield from (text for line in lines if is_headline(text := _unglued(line, glued)))
    if lines:
        yield max(lines, key=len)


def _is_labels(line: str, labels: set[str]) -> bool:
    """Whether a line is a label, or several one behind the other: "Economy" and "7 days ago"."""
    if line in labels:
        return len(line) <= LONGEST_KICKER
    if len(line) > LONGEST_LABEL:
        return False
    found = [label for label in sorted(labels, key=len, reverse=True) if label and label in line]
    for label in found:
        line = line.replace(label, "", 1)
    return len(found) > 1 and not any(c.isalnum() for c in line)


def _unglued(text: str, labels: Iterable[str]) -> str:
    """A title without a label that stands before it in one element; the whole where no headline is left."""
    label = next((label for label in labels if label and text.startswith(label)), "")
    rest = text.removeprefix(label).lstrip(PARTING)
    return rest if is_headline(rest) else text
