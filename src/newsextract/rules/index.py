"""Rules arranged by what they look for, so that a page is asked only about names it has.

A rule's selector waits under one of its conditions: an id, a class, the beginning of either, a word, an attribute or a
tag. The names of a page meet those of the index in set operations; what is left is checked one by one.
"""

from collections.abc import Iterable, Iterator
from itertools import product

import attrs

from newsextract.page.document import Document, Element
from newsextract.page.text import HEADINGS
from newsextract.rules.names import NAME_ATTRIBUTES, WordPattern, Words, words_of_all
from newsextract.rules.selector import OPERATORS, STEM, Selector


@attrs.frozen(eq=False)
class Entry:
    """A selector of a rule, waiting under one of its conditions."""

    rule: int
    """Number of the rule."""
    rest: Selector | None
    """What it asks for besides the condition it waits under; None where that is all."""
    inside: str | None = None
    """Set where it waits under what surrounds it: the tag to look for inside."""


LONG_CLASS = 2000
"""Characters of a class attribute above which the capitals of its tokens are not looked for."""

Pairs = Iterator[tuple[Entry, list[Element]]]

START, END, FREE_PAIR = 1, 2, 4
"""What the code of a pattern says besides its number: tied to the first word, to the last, two words anywhere."""
BITS, PAIR = 3, 2

_END = "\n"
"""Parts the values of an attribute where they are searched together."""


class _Attribute:
    """Selectors that wait under one attribute."""

    def __init__(self) -> None:
        self.any: list[Entry] = []
        self.values: dict[str, list[Entry]] = {}
        self.parts: list[tuple[str, str, str, Entry]] = []
        """(operator, what the values together must hold, value, entry)"""

    def add(self, operator: str, value: str, entry: Entry) -> None:
        """Let a selector wait."""
        if operator == "":
            self.any.append(entry)
        elif operator == "=":
            self.values.setdefault(value, []).append(entry)
        else:
            needle = (_END if operator == "^=" else "") + value + (_END if operator == "$=" else "")
            self.parts.append((operator, needle, value, entry))

    def pairs(self, elements: list[Element], by_value: dict[str, list[Element]]) -> Pairs:
        """What waits for the attribute itself, and for the values it has on a page."""
        for entry in self.any:
            yield entry, elements
        for value in by_value.keys() & self.values.keys():
            for entry in self.values[value]:
                yield entry, by_value[value]
        together = _END + _END.join(by_value) + _END
        for operator, needle, value, entry in self.parts:
            if needle in together:
                holds = OPERATORS[operator]
                yield entry, [e for have, es in by_value.items() if holds(have, value) for e in es]


class Index:
    """Selectors by id, class, word, attribute and tag. Never changes once built."""

    def __init__(self, selectors: Iterable[tuple[int, Selector]]) -> None:
        """Index (rule number, selector) pairs."""
        self._ids: dict[str, list[Entry]] = {}
        self._classes: dict[str, list[Entry]] = {}
        self._id_stems: dict[str, list[tuple[str, Entry]]] = {}
        self._class_stems: dict[str, list[tuple[str, Entry]]] = {}
        self._patterns: list[WordPattern] = []
        self._waiting: list[Entry] = []
        """What waits under each pattern."""
        self._alone: dict[str, tuple[int, ...]] = {}
        """Word -> codes of the patterns that it fulfils by itself, those written as one word included. Numbers, since
        there are 20,000 such words, and the garbage collector looks at every object but numbers and strings."""
        self._opening: dict[str, dict[str, tuple[int, ...]]] = {}
        """First word -> second -> codes of the patterns of several words that open with them."""
        self._attributes: dict[tuple[str, str | None], _Attribute] = {}
        """By attribute and tag; None where any tag will do."""
        self._tags: dict[str, list[Entry]] = {}
        self._rules = 1
        """One more than the highest number of a rule."""
        for number, selector in selectors:
            self._add(number, selector)
            self._rules = max(self._rules, number + 1)
        self._add_words()

    def hits(self, document: Document) -> list[tuple[int, int]]:
        """(element index, rule number) of every rule that fires inside the page's body element, sorted."""
        found: set[int] = set()
        first, rules = document.body.index, self._rules
        for entry, elements in list(self._pairs(document)):
            number = entry.rule
            if entry.inside is not None:
                elements = [e for around in elements for e in document.within(around, entry.inside)]
            if entry.rest is not None:
                matches = entry.rest.matches
                elements = [e for e in elements if matches(e)]
            found.update([e.index * rules + number for e in elements if e.index > first])
        return [divmod(hit, rules) for hit in sorted(found)]

    def _pairs(self, document: Document) -> Pairs:
        yield from _of_names(document.by_id, self._ids, self._id_stems)
        yield from _of_names(document.by_class, self._classes, self._class_stems)
        yield from self._worded(document)
        yield from self._attributed(document)
        for tag in document.by_tag.keys() & self._tags.keys():
            for entry in self._tags[tag]:
                yield entry, document.by_tag[tag]

    def _attributed(self, document: Document) -> Pairs:
        for (attribute, tag), waiting in self._attributes.items():
            if tag is None:
                elements = document.with_attribute(attribute)
            else:
                elements = [e for e in document.by_tag.get(tag, ()) if attribute in e.attrs]
            if elements:
                yield from waiting.pairs(elements, _values(elements, attribute))

    def _worded(self, document: Document) -> Pairs:
        named = _named(document)
        spelled = words_of_all([name for name, _ in named])
        known = {words: self._entries(words) for words in set(spelled)}
        for words, (_, elements) in zip(spelled, named, strict=True):
            for entry in known[words]:
                yield entry, elements

    def _entries(self, words: Words) -> list[Entry]:
        found: list[Entry] = []
        alone, opening, waiting, last = self._alone, self._opening, self._waiting, len(words) - 1
        for at, word in enumerate(words):
            if word in alone:
                for code in alone[word]:
                    if (code & START and at) or (code & END and at < last):
                        continue
                    found.append(waiting[code >> BITS])
            if at < last and word in opening:
                for code in opening[word].get(words[at + 1], ()):
                    if not code & FREE_PAIR and not self._patterns[code >> BITS].holds_at(words, at):
                        continue
                    found.append(waiting[code >> BITS])
        return found

    def _add(self, number: int, selector: Selector) -> None:
        target = selector.target
        entry = Entry(number, selector.rest)
        if not (target.ids or target.classes or target.words or target.attributes) and selector.around:
            around = selector.around[0][1]
            if around.ids or around.classes or around.words or around.attributes:
                target, entry = around, Entry(number, selector, inside=target.tag)
        if target.ids:
            self._add_name(target.ids[0], entry, self._ids, self._id_stems)
        elif target.classes:
            self._add_name(target.classes[0], entry, self._classes, self._class_stems)
        elif target.words:
            self._patterns.append(target.words[0])
            self._waiting.append(entry)
        elif target.attributes:
            name, operator, value = target.attributes[0]
            self._attributes.setdefault((name, target.tag), _Attribute()).add(operator, value, entry)
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

    def _add_words(self) -> None:
        """Let each pattern wait under what it is written as one word, one of several words under its first two."""
        for number, pattern in enumerate(self._patterns):
            free = not pattern.start and not pattern.end and len(pattern.steps) == PAIR
            own = (number << BITS | START * pattern.start | END * pattern.end | FREE_PAIR * free,)
            for word in map("".join, product(*pattern.steps)):
                self._alone[word] = self._alone.get(word, ()) + own
            for first, second in product(*pattern.steps[:2]) if len(pattern.steps) > 1 else ():
                seconds = self._opening.setdefault(first, {})
                seconds[second] = seconds.get(second, ()) + own


def _of_names(
    names: dict[str, list[Element]], whole: dict[str, list[Entry]], stems: dict[str, list[tuple[str, Entry]]]
) -> Pairs:
    for name in names.keys() & whole.keys():
        for entry in whole[name]:
            yield entry, names[name]
    for name in [n for n in names if n[:STEM] in stems]:
        for stem, entry in stems[name[:STEM]]:
            if name.startswith(stem):
                yield entry, names[name]


def _values(elements: list[Element], attribute: str) -> dict[str, list[Element]]:
    """The attribute's values as they are compared, with the elements that have them."""
    by_value: dict[str, list[Element]] = {}
    for element in elements:
        by_value.setdefault((element.attrs[attribute] or "").strip().lower(), []).append(element)
    return by_value


def _named(document: Document) -> list[tuple[str, list[Element]]]:
    """Every name on the page, as written, with the elements that have it."""
    named = [(_written(n, es[0].attrs["class"] or ""), es) for n, es in document.by_class.items()]
    for elements in document.by_id.values():
        parts = [e for e in elements if e.tag not in HEADINGS]
        if parts:
            named.append((parts[0].attrs["id"] or "", parts))
    for attribute in NAME_ATTRIBUTES:
        by_value: dict[str, list[Element]] = {}
        for element in document.with_attribute(attribute):
            by_value.setdefault(element.attrs[attribute] or "", []).append(element)
        named += by_value.items()
    return named


def _written(token: str, names: str) -> str:
    """A class token as the page writes it: capitals part its words."""
    if len(names) > LONG_CLASS or token in names:
        return token
    return next((n for n in names.split() if n.lower() == token), token)
