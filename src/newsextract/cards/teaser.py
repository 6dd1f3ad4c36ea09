"""One card in, what it prints out: title, date, category, author, picture."""

import re
from collections.abc import Iterator
from datetime import date, datetime

import attrs

from newsextract.cards.anchors import link_text, own_address
from newsextract.cards.calls import leads_to_list, names_nothing, tells_of_owner
from newsextract.cards.cardtitles import title_of
from newsextract.cards.neighbourwords import NeighbourWords
from newsextract.cards.parts import CardParts, ClassNames
from newsextract.cards.titles import Words
from newsextract.label import LabelledPage
from newsextract.page import dates
from newsextract.page.address import address, article_likeness
from newsextract.page.card import Card, CardBlock
from newsextract.page.document import Element
from newsextract.page.headlines import is_headline
from newsextract.page.links import relations
from newsextract.page.masthead import squash
from newsextract.page.text import fold, fold_lines, lines_of, pieces, text_of
from newsextract.page.urls import absolute, site
from newsextract.rules.names import parts_of
from newsextract.rules.vocabulary import vocabulary

LONGEST_LABEL = 60
"""Characters of a category, an author or a date line."""

SURE = 2
"""Likeness above which an address is an article's."""

LONGEST_BUTTON = 40
"""Characters of what a button says."""

_PRICE = re.compile(r"(?:[A-Z]{2,3} ?)?[$€£¥₹] ?\d[\d.,]*|\d[\d.,]* ?(?:[$€£]|USD|EUR)")
_NUMBERS = re.compile(r"\d+")

LABEL_SIZE = 4
"""Elements in a badge."""

_BESIDE_NAME = " |/·•–—-,:»›"
"""What parts a name from a date."""

_LABEL_MARKS = " |/·•–—-,"
"""What parts labels."""

_DIGIT = re.compile(r"\d")
_QUOTED = re.compile(r"^\w{1,6} [\"“„«](.{1,50})[\"”“»]$")
"""What Jetpack prints of a section: In "Local"."""

_FEED = re.compile("rss|atom|json")
"""The kind of what a page is linked to in its head that is no page."""


@attrs.frozen(kw_only=True)
class Teaser:
    """What a card says."""

    title: str
    """Empty for a neighbour that nothing names."""
    url: str
    date: date | datetime | None = None
    category: str | None = None
    author: str | None = None
    image: str | None = None


class Teasers:
    """The cards of a page read one after the other; what classes say of parts is told once for all cards alike."""

    def __init__(self, page: LabelledPage) -> None:
        self.page = page
        self._names = ClassNames()
        self._title = None if page.title is None else squash(page.title)

    def read(self, card: Card, block: CardBlock) -> Teaser | None:
        """What a card of a block says; None where it prints no title, is paid for, or teases this article itself. A
        neighbour that is called "Next post" and no more has an address without a title."""
        parts = CardParts(self.page, card, self._names)
        reader = _Reader(parts, block)
        is_other = reader.is_paid() or leads_to_list(self.page, card) or tells_of_owner(self.page, card)
        title = None if is_other else title_of(parts, block.relation)
        if not title or self._is_own(title, card) or self.page.rules.words.equals("load_more", title):
            return None
        if block.relation in {"previous", "next"}:
            words = NeighbourWords.in_force()
            whole = link_text(self.page, card.links[0])
            if words.is_bare(title) or (title in whole and words.is_bare(whole)):
                elsewhere = _said_elsewhere(self.page, card)
                if elsewhere is None and words.spoken(whole) not in {None, block.relation}:
                    return None
                title = elsewhere or ""
            return Teaser(title=title, url=card.address.url, date=reader.date(title), image=reader.image())
        if _is_block_title(title) or self._is_button(title, card):
            return None
        if block.relation != "listed" and reader.is_product():
            return None
        return Teaser(
            title=title,
            url=card.address.url,
            date=reader.date(title),
            category=reader.category(title),
            author=reader.author(title),
            image=reader.image(),
        )

    def _is_own(self, title: str, card: Card) -> bool:
        """Whether a card teases the article of the page, by its title: under another address, or in the place of the
        right one. Parts of a series that have one title have addresses that differ in their numbers."""
        if self._title is None or squash(title) != self._title:
            return False
        own = own_address(self.page)
        one, other = (a.segments[-1] if a is not None and a.segments else "" for a in (own, card.address))
        return one == other or _NUMBERS.sub("", one) != _NUMBERS.sub("", other)

    def _is_button(self, title: str, card: Card) -> bool:
        """Whether a title is what a button says, and names nothing."""
        if names_nothing(self.page, title, card.address):
            return True
        if Words.in_force().is_lead(title):
            return True
        return vocabulary("teasers").opens("shop", title.casefold()) and len(title) <= LONGEST_BUTTON


def _said_elsewhere(page: LabelledPage, card: Card) -> str | None:
    """What the page calls an article where the card says "Previous post": the head's link to it, as WordPress prints
    it, or what another link to the same address shows."""
    heads = page.document.by_tag.get("link", ())
    named = (fold(e.get("title") or "") for e in heads if _leads_to(e, card) and not _FEED.search(e.get("type") or ""))
    words = NeighbourWords.in_force()
    if title := next((t for t in named if t and not words.is_bare(t)), None):
        return title
    texts = (page.links.text(a) for a in page.links.all if _leads_to(a, card))
    named = (t for t in texts if is_headline(t) and not names_nothing(page, t, card.address))
    return next((t for t in named if not words.is_bare(t)), None)


def _leads_to(link: Element, card: Card) -> bool:
    """Whether an element links to the article of a card: compared letter by letter before it is read as an address."""
    href = link.get("href") or ""
    if any(href == a.get("href") for a in card.links):
        return True
    last = card.address.segments[-1:]
    return bool(last) and last[0] in href and address(href, card.address.url) == card.address


def _is_block_title(text: str) -> bool:
    """Whether a title is that of a block, which leads to a list: "More stories"."""
    return not is_headline(text) and Words.in_force().kind(text) in {"related", "recommended", "more"}


class _Reader:
    """What the parts of one card say."""

    def __init__(self, parts: CardParts, block: CardBlock) -> None:
        self.parts, self.page, self.card, self.elements = parts, parts.page, parts.card, parts.elements
        self._block = block

    def is_paid(self) -> bool:
        """Whether a badge or a label of the card says that it is an advertisement, or what `rel` says of its links; the
        label of a slot for one that stands in it does not."""
        words, labels = self.page.rules.words, self.page.labels
        if self._leads_elsewhere() and all("sponsored" in relations(a) for a in self.card.links):
            return True
        badges = [*self.parts.of_class("class_set_apart"), *self._labelled("sponsored")]
        for element in (*badges, *self.parts.of_class("class_kicker")):
            text = text_of(element) if element.end - element.index <= LABEL_SIZE else ""
            if text and words.equals("sponsored", text):
                return True
            is_said = text and words.equals("advertisement", text)
            if is_said and (element in badges or labels.around(element, "ad") is None):
                return True
        return False

    def _leads_elsewhere(self) -> bool:
        """Whether the card leads to another site: some call links to their own pages sponsored, too."""
        return self.page.url is not None and self.card.address.site != site(self.page.url)

    def _labelled(self, kind: str) -> list[Element]:
        if not self.page.labels.of(kind):
            return []
        return [e for e in self.elements if e.classes and self.page.labels.has(e, kind)]

    def is_product(self) -> bool:
        """Whether a link or a button of the card leads to a shop, or is a price, or the card's address is in one, or
        among jobs and dates of events, which that of the page is not."""
        shop, segments = vocabulary("teasers"), self.card.address.segments
        folders = shop.phrases("url_shop").intersection(segments[-2:-1])
        folders |= shop.phrases("url_offer").intersection(segments[-3:-1])
        own = own_address(self.page) if folders else None
        if folders and (own is None or folders.isdisjoint(own.segments)):
            return True
        for element in self.elements:
            if element.tag in {"a", "button"} and element.end - element.index <= LABEL_SIZE:
                said = text_of(element)
                if len(said) <= LONGEST_BUTTON and (shop.opens("shop", said.casefold()) or _PRICE.fullmatch(said)):
                    where = address(element.get("href"), self.page.base)
                    return where is None or where.site == self.card.address.site  # a review may say where to buy
        return False

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
                leads = below or (not section.isdisjoint(steps) and not self._may_tease(url))
                if leads and (text := self._label(element, title)) and self._may_file(text):
                    return text
        kickers = (e for e in self.parts.of_class("class_kicker") if e.tag != "button" and not _is_pressed(e))
        for text in (line for e in kickers for line in self._lines_of(e, title)):
            if not any(c.isdigit() for c in text) and self._may_file(text):
                return _QUOTED.sub(r"\1", text)
        return None

    def _may_tease(self, url: str) -> bool:
        """Whether an address is an article's, not a section's, by all that it is made of."""
        where = address(url, None)
        return where is not None and article_likeness(where, None) > SURE

    def _may_file(self, text: str) -> bool:
        """Whether a label of a card may name its section: not the title of its block, who wrote it, or "More"."""
        words = self.page.rules.words
        if text == self._block.title or text.endswith((":", "：", "...", "…")):
            return False
        if NeighbourWords.in_force().is_label(text):
            return False
        if words.starts_with("by", text) is not None and not words.equals("genre", text):
            return False
        if words.of(("read_more", "load_more", "advertisement", "newsletter", "minutes_read")).equal(text):
            return False
        return " " not in text or Words.in_force().kind(text) not in {"related", "read-more", "more"}

    def author(self, title: str) -> str | None:
        people = vocabulary("teasers").phrases("url_person")
        for element in self.elements:
            if element.tag == "a" and element not in self.card.links:
                steps = (element.get("href") or "").lower().rstrip("/").split("/")
                if not people.isdisjoint(steps) and (text := self._label(element, title)):
                    return self._without_by(_several(element) or text)
        named = sorted(self.parts.of_class("class_author"), key=lambda e: not self._is_name(e))
        by = self.page.rules.words.of(("by",))
        for element, lines in ((e, self._lines_of(e, title)) for e in named):
            name = next((line for line in lines if len(lines) == 1 or not by.equal(line)), "")
            inside = (a for a in self.page.document.within(element, "a") if text_of(element).startswith(text_of(a)))
            name = next(filter(None, map(_several, inside)), name)
            if name := self._without_date(name):
                return self._without_by(name)
        return None

    def _without_date(self, said: str) -> str:
        """A name without the date beside it, "By Rosa Lind on 5 May 2024"; "" where nothing else is said."""
        found = next(dates.find(said, self.page.meta.language, self.page.captured), None)
        if found is None:
            return "" if _DIGIT.search(said) and self._is_date(said) else said
        leads = self.page.rules.words.of(("published", "updated", "weekdays"))
        for part in (said[: found.start], said[found.end :]):
            words = part.strip(_BESIDE_NAME).split()
            while words and any(leads.equal(" ".join(words[-n:]).strip(_BESIDE_NAME)) for n in (3, 2, 1)):
                words.pop()
            if words:
                return " ".join(words).strip(_BESIDE_NAME)
        return ""

    def _is_name(self, element: Element) -> bool:
        """Whether an element holds a name and no more, by its class or by holding nothing but text."""
        return any("name" in parts_of(c) for c in element.classes) or element.end - element.index == 1

    def _is_date(self, text: str) -> bool:
        return dates.parse(text, self.page.meta.language, self.page.captured) is not None

    def image(self) -> str | None:
        images = (e for e in self.elements if e.tag == "img")
        return next((u for i in images if (u := self.page.pictures.url(i))), None)

    def _labels(self, key: str, title: str) -> Iterator[str]:
        for element in self.parts.of_class(key):
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


def _several(link: Element) -> str:
    """The names of several authors that are links, one behind the other, with no word between; "" where one is."""
    shown = [c for c in (link.parent.children if link.parent else []) if not isinstance(c, str) or not c.isspace()]
    names = [text_of(c) for c in shown if not isinstance(c, str) and c.tag == "a"]
    is_row = 1 < len(names) == len(shown) and all(names)
    return ", ".join(names) if is_row and sum(map(len, names)) <= LONGEST_LABEL else ""


def _is_pressed(element: Element) -> bool:
    """Whether an element is what a button says: "Add to trip"."""
    around = element.parent
    if around is None:
        return False
    names, classes = vocabulary("teasers").phrases("class_button"), (*element.classes, *around.classes)
    return around.tag == "button" or any(not names.isdisjoint(parts_of(c)) for c in classes)
