"""A 64-bit SimHash of the body: near-duplicates differ in few bits.

Charikar 2002; features as Manku, Jain and Das Sarma 2007 found to work for web pages: overlapping runs of letters, so
that it needs no words and works in scripts without spaces.
"""

import re
from collections.abc import Iterator
from hashlib import blake2b
from itertools import islice

from newsextract.evidence import Evidence
from newsextract.label import LabelledPage
from newsextract.locate.body import Body
from newsextract.page.text import words

BYTES = 8
SHINGLE = 3
"""Words of a feature."""
LETTERS = 6
"""Letters of a feature in texts without spaces."""
LONGEST = 10_000
"""Words of the body that count; the cost is linear, and a book is not news."""
SHORT = 2 * LONGEST
"""Letters that hold no more words than that, so that they need not be counted off, which takes twice as long."""

_WORD = re.compile(r"\w+")


def read(page: LabelledPage, body: Body) -> tuple[str, Evidence | None] | None:
    """The fingerprint, 16 hex digits; nothing where there is no body."""
    found = of(" ".join(r.text for r in body.runs))
    return (found, None) if found else None


def of(text: str) -> str:
    """The fingerprint of a text; "" where it has no words."""
    found = _words(text.casefold())
    return simhash(found) if found else ""


def _words(text: str) -> list[str]:
    return words(text) if len(text) <= SHORT else [m[0] for m in islice(_WORD.finditer(text), LONGEST)]


def simhash(words: list[str]) -> str:
    """The SimHash of a sequence of words."""
    if len(words) > SHINGLE and sum(map(len, words)) < LETTERS * 2 * len(words):
        coded = " ".join(words).encode().split(b" ")
        features = list(map(b" ".join, zip(*(coded[start:] for start in range(SHINGLE)), strict=False)))
    else:
        letters = "".join(words)[: LONGEST * LETTERS]
        features = [letters[i : i + LETTERS].encode() for i in range(max(1, len(letters) - LETTERS + 1))]
    hashes = b"".join(_digests(features))
    return bytes(_majority(hashes[place::BYTES]) for place in range(BYTES)).hex()


def _digests(features: list[bytes]) -> Iterator[bytes]:
    """The hash of each feature; a copy of the empty state is made faster than a new one."""
    empty = blake2b(digest_size=BYTES)
    for feature in features:
        state = empty.copy()
        state.update(feature)
        yield state.digest()


def _majority(column: bytes) -> int:
    """The byte each of whose bits is as most bytes of a column have it."""
    number, ones = int.from_bytes(column, "big"), int.from_bytes(b"\1" * len(column), "big")
    return sum(1 << bit for bit in range(8) if 2 * (number >> bit & ones).bit_count() > len(column))
