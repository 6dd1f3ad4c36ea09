"""One card in, its elements by what their class names say they are."""

import functools

from newsextract.label import LabelledPage
from newsextract.page.card import Card
from newsextract.page.document import Element
from newsextract.page.text import HEADINGS, text_of
from newsextract.rules.names import parts_of
from newsextract.rules.vocabulary import vocabulary

RUNNING = 400
"""Characters of paragraphs that are no summary."""

_CLASS_KEYS = frozenset({"class_author", "class_bold", "class_date", "class_kicker", "class_set_apart", "class_title"})
"""Keys of parts of class names that say what an element of a card is."""


class ClassNames:
    """What class names say of the parts of cards, told once for all cards of a page."""

    def __init__(self) -> None:
        self._said: dict[str, tuple[str, ...]] = {}

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


class CardParts:
    """The elements of one card, each looked at once."""

    def __init__(self, page: LabelledPage, card: Card, names: ClassNames) -> None:
        self.page, self.card = page, card
        self.elements = [e for p in card.parts for e in page.document.elements[p.index : p.end]]
        self._named: dict[str, list[Element]] = {}
        for element in self.elements:
            for key in names.said(element) if element.classes else ():
                self._named.setdefault(key, []).append(element)

    def of_class(self, key: str) -> list[Element]:
        """The elements whose class names have a part under a key of the vocabulary, in order."""
        return self._named.get(key, [])

    @functools.cached_property
    def headings(self) -> list[Element]:
        """The headings, but those of running text."""
        return [e for e in self.elements if e.tag in HEADINGS and not self._heads_text(e)]

    def _heads_text(self, heading: Element) -> bool:
        """Whether a heading that is no link stands over running text and, at its end, a link elsewhere: it heads a
        section of this article."""
        links = self.card.links
        if links[-1].index < heading.end:
            return False
        link = next((a for a in links if a.children and text_of(a)), None)
        if link is None or link.index < heading.end or any(a in heading or heading in a for a in links):
            return False
        if self.page.rules.words.starts_with("read_more", text_of(link)) is not None:
            return False
        inside = [e for e in self.page.document.elements[heading.end : link.index] if e.tag == "p"]
        return sum(len(text_of(p)) for p in inside if link not in p) >= RUNNING
