"""Text in, the language it is in out, with a score: which of sixty its letters are usual in.

Method and table are those of ELD 1.0.6 (Efficient Language Detector, Nito T.M., Apache License 2.0): words are cut into
pieces of four bytes, and each piece speaks for the languages it is frequent in. ELD itself keeps its table as 105,000
dictionaries, which take 50 MB and which the garbage collector walks through again and again; here it is sorted lines.
`python -m training.languages` makes the table.
"""

import functools
import gzip
import re
from bisect import bisect_left
from collections.abc import Iterator
from importlib.resources import files

LANGUAGES = (
    "am ar az be bg bn ca cs da de el en es et eu fa fi fr gu he hi hr hu hy is it ja ka kn ko ku lo lt lv ml mr ms nl "
    "no or pa pl pt ro ru sk sl sq sr sv ta te th tl tr uk ur vi yo zh"
).split()

DIGIT, BASE = 33, 90
"""A number of the table is written in digits of this base, the first of them this character."""

LONGEST, AT_MOST = 350, 380
"""Bytes of a text that are looked at: up to the first space behind the first number, and up to the second."""
WORD = 70
"""Bytes of a word that are."""
SCALE = 13_200
"""What the share of a piece in the text is multiplied by, to compare with the table's."""
DIVISOR = 3.2

_NO_LETTERS = re.compile(r"[\W\d_]+(?<!['` 19])")
"""What ends in one of the last stays, as in ELD: its pattern says `\\x2019`, and means the apostrophe."""


def detect(text: str) -> tuple[str, float] | None:
    """The likeliest language (ISO 639-1) and its score, seldom above 1; None where no piece of the text is known."""
    pieces = _pieces(_letters(text))
    scores = [0.0] * len(LANGUAGES)
    for piece, share in pieces.items():
        known = _entry(piece)
        relevance = _relevance(len(known) // 3)
        for place in range(0, len(known), 3):
            usual = (known[place + 1] - DIGIT) * BASE + known[place + 2] - DIGIT
            near = usual / share if share > usual else share / usual
            scores[known[place] - DIGIT] += near * relevance + 2
    best = max(scores)
    return (LANGUAGES[scores.index(best)], best / (len(pieces) * DIVISOR)) if best else None


def _letters(text: str) -> bytes:
    """The words of a text: letters in lower case, parted by spaces."""
    odd = [c for c in set(text) if c.isnumeric() and not c.isalpha() and not c.isdecimal()]
    for character in odd:  # "²" is a word's to the expression
        text = text.replace(character, "0")
    words = _NO_LETTERS.sub(" ", text).strip().lower().encode()
    return words[: min(AT_MOST, words.find(b" ", LONGEST))] if len(words) > LONGEST else words


def _pieces(words: bytes) -> dict[bytes, float]:
    """Pieces and their share of the text: four bytes each, at every third; a space marks a word's beginning and end."""
    counts: dict[bytes, int] = {}
    for word in filter(None, words.split(b" ")):
        for piece in _of_word(word, min(len(word), WORD)):
            counts[piece] = counts.get(piece, 0) + 1
    total = sum(counts.values())
    return {piece: count / total * SCALE for piece, count in counts.items()}


def _of_word(word: bytes, length: int) -> Iterator[bytes]:
    for at in range(0, length - 4, 3):
        yield (b"" if at else b" ") + word[at : at + 4]
    yield (b"" if length > 4 else b" ") + word[0 if length == 3 else length - 4 :] + b" "


def _relevance(languages: int) -> float:
    """What a piece counts: the more, the fewer languages have it."""
    return 27 if languages == 1 else (16 - languages) / 2 + 1 if languages < 16 else 1


def _entry(piece: bytes) -> bytes:
    """The languages of a piece, three characters each: number, frequency in two digits."""
    lines, start = _table(), piece + b"\t"
    at = bisect_left(lines, start)
    return lines[at][len(start) :] if at < len(lines) and lines[at].startswith(start) else b""


@functools.cache
def _table() -> tuple[bytes, ...]:
    """The lines of the table, sorted; read when the first text is asked about, never changed."""
    packed = files(__package__).joinpath("languages.tsv.gz").read_bytes()
    return tuple(gzip.decompress(packed).split(b"\n"))
