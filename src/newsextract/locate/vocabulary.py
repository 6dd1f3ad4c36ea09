"""Names and phrases in, log odds out: how much they speak for body text, as learned by `training/vocabulary.py`."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

import attrs

from newsextract.page.document import Element
from newsextract.page.text import spaced

_PARTS = re.compile(r"[a-z]+")
LOOKED_AT = 300
"""Characters of a run that its phrases are looked up for."""
FIRST = 30
"""Words of them: what a boilerplate line is shows in its first words."""
NAME_ATTRIBUTES = ("id", "role", "data-testid", "data-component", "data-module", "data-type", "itemprop")
"""Attributes that name an element, beside its class."""
_NAMING = frozenset(NAME_ATTRIBUTES)

Phrases: TypeAlias = tuple[float, float, float, float]
"""What `Vocabulary.phrase_odds` says of a text."""
_NO_PHRASES: Phrases = (0.0, 0.0, 0.0, 0.0)


@attrs.frozen
class Vocabulary:
    """Log odds by word."""

    names: Mapping[str, float]
    """Words in class names, ids and the like."""
    phrases: Mapping[str, float]
    """Words and word pairs of running text, lower case."""
    _pairs: dict[str, dict[str, float]] = attrs.field(init=False, repr=False)
    """First word of a pair -> second -> log odds: most words open none, so that no pair need be put together."""

    @_pairs.default
    def _by_first(self) -> dict[str, dict[str, float]]:
        pairs: dict[str, dict[str, float]] = {}
        for phrase, odds in self.phrases.items():
            first, _, second = phrase.partition(" ")
            if second:
                pairs.setdefault(first, {})[second] = odds
        return pairs

    def name_odds(self, elements: Iterable[Element]) -> list[tuple[float, float]]:
        """(lowest, highest) log odds of the words that name each element; 0 where none is known."""
        tokens: dict[str, tuple[float, float]] = {}
        known: dict[str | None, tuple[float, float]] = {None: (0.0, 0.0)}
        """What the page's tokens and its class attributes gave so far."""
        found = []
        for element in elements:
            attributes = element.attrs
            if "-" in element.tag or (attributes and not _NAMING.isdisjoint(attributes)):
                found.append(self._odds(_names(element), tokens))
                continue
            classes = attributes.get("class")
            odds = known.get(classes)
            if odds is None:
                odds = known[classes] = self._odds(element.classes, tokens)
            found.append(odds)
        return found

    def _odds(self, names: Sequence[str], cache: dict[str, tuple[float, float]]) -> tuple[float, float]:
        low = high = 0.0
        for token in names:
            known = cache.get(token)
            if known is None:
                odds = [self.names[w] for w in _PARTS.findall(token) if w in self.names]
                known = cache[token] = (min(odds, default=0.0), max(odds, default=0.0))
            if known[0] < low:
                low = known[0]
            if known[1] > high:
                high = known[1]
        return low, high

    def phrase_odds(self, texts: Sequence[str]) -> Iterator[Phrases]:
        """(mean, lowest, highest, share known) log odds of the first words and word pairs of each text of one line."""
        known, pairs = self.phrases, self._pairs
        for first in _first_words(texts):
            odds = [known[w] for w in first if w in known]
            odds += [pairs[a][b] for a, b in pairwise(first) if a in pairs and b in pairs[a]]
            yield (sum(odds) / len(odds), min(odds), max(odds), len(odds) / (2 * len(first))) if odds else _NO_PHRASES


def words_of(element: Element) -> set[str]:
    """The words that name an element."""
    return set(_PARTS.findall(" ".join(_names(element))))


def phrases_of(text: str) -> set[str]:
    """The words and word pairs of a text on one line that `phrase_odds` looks at."""
    [first] = _first_words([text])
    return {*first, *(f"{a} {b}" for a, b in pairwise(first))}


def _first_words(texts: Sequence[str]) -> list[list[str]]:
    """The first words of each text; all are taken apart together, in half the time that they take one by one."""
    heads = "\n".join([text[:LOOKED_AT] for text in texts]).lower()
    return [head.split(maxsplit=FIRST)[:FIRST] for head in spaced(heads).split("\n")] if texts else []


def _names(element: Element) -> tuple[str, ...]:
    attributes = element.attrs
    names = element.classes
    if not _NAMING.isdisjoint(attributes):
        names = (*names, *(value.lower() for name in NAME_ATTRIBUTES if (value := attributes.get(name))))
    return (*names, element.tag) if "-" in element.tag else names
