"""Rules arranged by what they look for, so that a page is asked only about names it has.

A rule's selector waits under one of its conditions: an id, a class, the beginning of either, a word, an attribute or a
tag. The names of a page meet those of the index in set operations; what is left is checked one by one.
"""

from collections.abc import Iterable, Iterator
from itertools import product

import attrs

from newsextract.page.document import Document, Element
from newsextract.rules.names import NAME_ATTRIBUTES, WordPattern, split_all
from newsextract.rules.selector import STEM, Selector


@attrs.frozen(eq=False)
class Entry:
    """A selector of a rule, waiting under one of its conditions."""

    rule: int
    """Number of the rule."""
    selector: Selector
    sure: bool
    """Whether the condition it waits under is all it asks for."""


@attrs.frozen(eq=False)
class _Awaited:
    """A word pattern, waiting under one of its words."""

    pattern: WordPattern
    at: int
    """Which step of the pattern the word is."""
    entry: Entry


Pairs = Iterator[tuple[Entry, list[Element]]]


class Index:
    """Selectors by id, class, word, attribute and tag. Never changes once built."""

    def __init__(self, selectors: Iterable[tuple[int, Selector]]) -> None:
        """Index (rule number, selector) pairs."""
        self._ids: dict[str, list[Entry]] = {}
        self._classes: dict[str, list[Entry]] = {}
        self._id_stems: dict[str, list[tuple[str, Entry]]] = {}
        self._class_stems: dict[str, list[tuple[str, Entry]]] = {}
        self._words: dict[str, list[_Awaited]] = {}
        self._attributes: dict[str, list[tuple[str, str, Entry]]] = {}
        self._tags: dict[str, list[Entry]] = {}
        for number, selector in selectors:
            self._add(number, selector)

    def hits(self, document: Document) -> list[tuple[int, int]]:
        """(element index, rule number) of every rule that fires inside the page's body element, sorted."""
        found: set[tuple[int, int]] = set()
        first = document.body.index
        for entry, elements in self._pairs(document):
            number = entry.rule
            if entry.sure:
                found.update([(e.index, number) for e in elements if e.index > first])
            else:
                matches = entry.selector.matches
                found.update([(e.index, number) for e in elements if e.index > first and matches(e)])
        return sorted(found)

    def _pairs(self, document: Document) -> Pairs:
        for index, stems, names in (
            (self._ids, self._id_stems, document.by_id),
            (self._classes, self._class_stems, document.by_class),
        ):
            for name in names.keys() & index.keys():
                for entry in index[name]:
                    yield entry, names[name]
            for name in [n for n in names if n[:STEM] in stems]:
                for stem, entry in stems[name[:STEM]]:
                    if name.startswith(stem):
                        yield entry, names[name]
        yield from self._worded(document)
        yield from self._attributed(document)
        for tag in document.by_tag.keys() & self._tags.keys():
            for entry in self._tags[tag]:
                yield entry, document.by_tag[tag]

    def _worded(self, document: Document) -> Pairs:
        named = _named(document)
        awaited = self._words
        for (_, elements), words in zip(named, split_all([n for n, _ in named]), strict=True):
            if awaited.keys().isdisjoint(words):
                continue
            for at, word in enumerate(words):
                for each in awaited.get(word, ()):
                    if each.pattern.holds_at(words, at - each.at):
                        yield each.entry, elements

    def _attributed(self, document: Document) -> Pairs:
        for name, waiting in self._attributes.items():
            by_value: dict[str, list[Element]] = {}
            for element in document.with_attribute(name):
                by_value.setdefault((element.attrs[name] or "").strip().lower(), []).append(element)
            if not by_value:
                continue
            for operator, value, entry in waiting:
                if operator == "=":
                    if value in by_value:
                        yield entry, by_value[value]
                else:
                    for elements in by_value.values():
                        yield entry, elements

    def _add(self, number: int, selector: Selector) -> None:
        target = selector.target
        entry = Entry(number, selector, sure=target.conditions == 1 and not selector.around)
        if target.ids:
            self._add_name(target.ids[0], entry, self._ids, self._id_stems)
        elif target.classes:
            self._add_name(target.classes[0], entry, self._classes, self._class_stems)
        elif target.words:
            self._add_words(target.words[0], entry)
        elif target.attributes:
            name, operator, value = target.attributes[0]
            sure = entry.sure and operator in {"", "="}
            self._attributes.setdefault(name, []).append((operator, value, Entry(number, selector, sure)))
        else:
            self._tags.setdefault(target.tag or "", []).append(entry)

    @staticmethod
    def _add_name(
        name: str, entry: Entry, whole: dict[str, list[Entry]], stems: dict[str, list[tuple[str, Entry]]]
    ) -> None:
        if name.endswith("*"):
            stems.setdefault(name[:STEM], []).append((name[:-1], entry))
        else:
            whole.setdefault(name, []).append(entry)

    def _add_words(self, pattern: WordPattern, entry: Entry) -> None:
        at = min(range(len(pattern.steps)), key=lambda i: len(pattern.steps[i]))
        for word in pattern.steps[at]:
            self._words.setdefault(word, []).append(_Awaited(pattern, at, entry))
        if len(pattern.steps) > 1:
            for glued in map("".join, product(*pattern.steps)):
                single = WordPattern((frozenset((glued,)),), pattern.start, pattern.end)
                self._words.setdefault(glued, []).append(_Awaited(single, 0, entry))


def _named(document: Document) -> list[tuple[str, list[Element]]]:
    """Every name on the page, as written, with the elements that have it."""
    written = document.written
    named = [(written.get(n, n), es) for n, es in document.by_class.items()]
    named += [(written.get(n, n), es) for n, es in document.by_id.items()]
    for attribute in NAME_ATTRIBUTES:
        by_value: dict[str, list[Element]] = {}
        for element in document.with_attribute(attribute):
            by_value.setdefault(element.attrs[attribute] or "", []).append(element)
        named += by_value.items()
    return named
