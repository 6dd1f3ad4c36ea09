"""Words by which links to the article before and after this one are known."""

import functools
import re

import attrs

from newsextract.cards.labels import labels
from newsextract.page.card import CardRelation
from newsextract.rules.load import bundled
from newsextract.rules.vocabulary import vocabulary
from newsextract.rules.words import PLAIN, fold

LONGEST_LABEL = 40
"""Characters of a label: no phrase is longer, and few links are as short."""

ARROWS = " \n←«‹<⟵◀❮→»›>⟶▶❯"
_MARK = re.compile(r"[:：|·•–—←→«»‹›]")


@attrs.frozen
class NeighbourWords:
    """The words by which such links are known."""

    labels: dict[str, CardRelation]
    names: dict[CardRelation, frozenset[str]]
    """Parts of class names."""
    parts: tuple[str, ...]
    slides: frozenset[str]
    starts: frozenset[str]
    """The first two letters of the labels."""
    beginnings: frozenset[str]
    """The first four."""
    posts: frozenset[str]
    """Parts of class names that say that it is an article which comes before or after."""
    read_also: frozenset[str]
    bare: frozenset[str]
    """Whole labels that say which page comes before or after and name none, those for pages of lists among them."""

    @staticmethod
    @functools.cache
    def in_force() -> "NeighbourWords":
        """The words that ship with the package."""
        words = vocabulary("teasers")
        previous, following = words.phrases("class_previous"), words.phrases("class_next")
        said: dict[str, CardRelation] = dict.fromkeys(labels("next"), "next")
        said |= dict.fromkeys(labels("previous"), "previous")
        turning = (bundled().words.phrases(key) for key in ("goes_back", "goes_on", "read_more"))
        return NeighbourWords(
            labels=said,
            starts=frozenset(label[:2] for label in said),
            beginnings=frozenset(label[:PLAIN] for label in said),
            names={"previous": previous, "next": following},
            parts=tuple(sorted(previous | following)),
            slides=words.phrases("class_slide"),
            posts=words.phrases("class_post"),
            read_also=labels("read_also").difference(said),
            bare=frozenset().union(said, *turning),
        )

    def may_begin(self, text: str) -> bool:
        """Whether a text can begin with a label, by its first letters: told without folding, as most cannot."""
        start = text[:2].lower()
        if not (start.isascii() and start.isalnum()):
            start = text.lstrip(ARROWS)[:2].lower()
        return not (start.isascii() and start.isalnum()) or start in self.starts

    def spoken(self, text: str) -> CardRelation | None:
        """Which neighbour a text names: a label alone, or before a mark and the title."""
        start = text[:PLAIN].lower()
        if len(start) == PLAIN and start.isascii() and start.isalnum():
            if start not in self.beginnings:
                return None
        elif not text or not self.may_begin(text):
            return None
        head = _MARK.split(text.strip(ARROWS), maxsplit=1)[0].strip(ARROWS)
        return self.labels.get(fold(head)) if len(head) <= LONGEST_LABEL else None

    def leads_on(self, text: str) -> bool:
        """Whether a link says "Read also: …": to a related article, whatever its `rel` is."""
        head, mark, _ = text.partition(":")
        return bool(mark) and len(head) <= LONGEST_LABEL and fold(head) in self.read_also

    def is_label(self, text: str) -> bool:
        """Whether a text is a label and no more."""
        label = text.strip(ARROWS)
        return len(label) <= LONGEST_LABEL and fold(label) in self.labels

    def is_bare(self, text: str) -> bool:
        """Whether a title is no more than "Previous", "Next story": it names no article."""
        label = text.strip(ARROWS)
        return len(label) <= LONGEST_LABEL and fold(label) in self.bare

    def without_label(self, text: str) -> str:
        """A title without the label and the arrows around it; "" where it is no more than a label."""
        text = text.strip(ARROWS)
        mark = _MARK.search(text)
        head, rest = (text[: mark.start()], text[mark.end() :].strip(ARROWS)) if mark else (text, "")
        labels = self.labels
        if relation := labels.get(fold(head.strip(ARROWS))):
            title, _, end = rest.rpartition(" ")
            return title if labels.get(fold(end)) == relation else rest  # "Previous article: … Prev"
        words = text.split(" ")
        if len(words) > 4 and fold(words[-1]) in labels:
            return " ".join(words[:-1])
        for count in (3, 2, 1):
            if len(words) > count + 1 and fold(" ".join(words[:count])) in labels:
                return " ".join(words[count:]) if count > 1 else text
        return text
