"""A run's first words in, how much of it is a known line of chrome out: "Read also", "Advertisement", in any language
that the words files know, whatever pages the model was trained on."""

import functools

import attrs

from newsextract.rules.words import Words, fold

KEYS = (
    "share", "search", "load_more", "advertisement", "sponsored", "newsletter", "subscribe", "login", "consent",
    "paywall", "comments", "read_also", "read_more", "related", "recommended", "previous", "next", "tags",
    "categories", "published", "updated", "minutes_read", "by_photo", "author_about", "photo_credit",
)  # fmt: skip
"""Keys of the words files whose phrases open lines that are no body text."""

LOOKED_AT = 60
"""Characters of a text that are looked at."""

_EDGES = " \t:.,;!?…|-–—>»›→«‹<←()[]#*•·/"


@attrs.frozen
class Openings:
    """The phrases, by their first three characters (two, of a phrase that has no more), longest first."""

    by_start: dict[str, list[str]]

    def share(self, text: str) -> float:
        """The part of a text that the phrase it opens with makes up; 0 where it opens with none."""
        head = fold(text[:LOOKED_AT]).lstrip(_EDGES)
        for phrase in (*self.by_start.get(head[:3], ()), *self.by_start.get(head[:2], ())):
            if head.startswith(phrase) and not head[len(phrase) : len(phrase) + 1].isalnum():
                return len(phrase) / len(text)
        return 0.0


@functools.lru_cache(maxsize=4)
def openings(words: Words) -> Openings:
    """The openings that words know; made once for each."""
    by_start: dict[str, list[str]] = {}
    stopwords = words.phrases("stopwords")  # "the" is a tag in Vietnamese
    for phrase in {p for key in KEYS for p in words.phrases(key) if len(p) > 1} - stopwords:
        by_start.setdefault(phrase[:3], []).append(phrase)
    for several in by_start.values():
        several.sort(key=lambda p: (-len(p), p))
    return Openings(by_start)
