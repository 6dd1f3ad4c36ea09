"""A run's first words in, how much of it is a known line of chrome out: "Read also", "Advertisement", in any language
that the words files know, whatever pages the model was trained on."""

import functools

import attrs

from newsextract.rules.words import Words, ends_word, fold

KEYS = (
    "share", "search", "load_more", "advertisement", "sponsored", "newsletter", "subscribe", "login", "consent",
    "paywall", "comments", "read_also", "leads_on", "read_more", "related", "recommended", "previous", "goes_back",
    "next", "goes_on", "tags", "categories", "published", "updated", "minutes_read", "by_photo", "author_about",
    "photo_credit",
)  # fmt: skip
"""Keys of the words files whose phrases open lines that are no body text."""

LOOKED_AT = 60
"""Characters of a text that are looked at."""

_EDGES = " \t:.,;!?…|-–—>»›→«‹<←()[]#*•·/"


@attrs.frozen
class Openings:
    """The phrases, and how long those are that begin alike."""

    all: frozenset[str]
    lengths: dict[str, tuple[int, ...]]
    """First three characters (two, of a phrase that has no more) -> lengths, the longest first."""

    def share(self, text: str) -> float:
        """The part of a text on one line that the phrase it opens with makes up; 0 where it opens with none."""
        head = text[:LOOKED_AT]
        head = (head.casefold() if head.isascii() else fold(head)).lstrip(_EDGES)
        is_plain = head.isascii()
        for start in (head[:3], head[:2]):
            for length in self.lengths.get(start, ()):
                if length > len(head) or (is_plain and head[length : length + 1].isalnum()):
                    continue  # in the midst of a word
                if head[:length] in self.all and ends_word(head, length):
                    return length / len(text)
        return 0.0


@functools.lru_cache(maxsize=4)
def openings(words: Words) -> Openings:
    """The openings that words know; made once for each."""
    lengths: dict[str, set[int]] = {}
    stopwords = words.phrases("stopwords")  # "the" is a tag in Vietnamese
    phrases = frozenset(p for key in KEYS for p in words.phrases(key) if len(p) > 1) - stopwords
    for phrase in phrases:
        lengths.setdefault(phrase[:3], set()).add(len(phrase))
    return Openings(phrases, {start: tuple(sorted(several, reverse=True)) for start, several in lengths.items()})
