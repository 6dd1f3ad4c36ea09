"""What the texts of runs say by themselves: marks, capitals, known phrases, and how they compare with the page's title,
description and stated body. Asked of many runs at a time: the same step for each is faster than many steps for one.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import repeat

from newsextract.label import LabelledPage
from newsextract.locate.openings import openings
from newsextract.page.flow import Run
from newsextract.page.text import words

TITLE_WORD = 4
"""Letters of the shortest words that are compared with the title's."""

_ENDS = frozenset('.!?…。！？։؟۔”"»:')
_CLOSING = "'’”)]"
_STOPS = re.compile(r"[.!?։؟۔](?=\s|$)|[。！？]")
_RARE_STOP = re.compile(r"[։؟۔。！？]")
_DIGITS = re.compile(r"\d")
_COUNTED = (
    (b",;", re.compile("[،、，；]")),
    (b"|@#", re.compile("[»›→©•·]")),
    (b"0123456789", _DIGITS),
    (b"ABCDEFGHIJKLMNOPQRSTUVWXYZ", re.compile("[À-ÞА-Я]")),
)
"""Commas, marks, digits and capitals: of ASCII, and others."""
_KINDS = (*(ascii for ascii, _ in _COUNTED), b".!?", b" ")
_CLASSES = bytes(next((n for n, ascii in enumerate(_KINDS) if code in ascii), 9) for code in range(256))
_CLASSES = _CLASSES[:10] + b"\n" + _CLASSES[11:]
"""Which of those a byte is, or an end of a sentence or a space, as `bytes.translate` takes it; newlines stay."""
_STOP_AND_SPACE = bytes([4, 5])
_ASCII = bytes(range(128))
_ANY_COUNTED = re.compile("|".join(others.pattern for _, others in _COUNTED))
_LETTER = re.compile("[\u0e00-\u0e7f\u2e80-\u9fff]")
_WORD_OR_LETTER = re.compile("[\u0e00-\u0e7f\u2e80-\u9fff]|[^\\W\u0e00-\u0e7f\u2e80-\u9fff]+")


class Texts:
    """The texts of a page's runs."""

    def __init__(self, page: LabelledPage, runs: Sequence[Run]) -> None:
        self._copies = Counter([run.text for run in runs])
        self._title = (page.title or page.meta.first("og:title") or page.meta.title or "").casefold()
        self._title_words = {w for w in words(self._title) if len(w) >= TITLE_WORD}
        self._description = (page.meta.first("og:description", "description") or "").casefold()
        self._stated = _stated_body(page)
        self._openings = openings(page.rules.words)
        self._earlier: set[str] = set()

    @property
    def has_stated(self) -> bool:
        """Whether the page's data state its body."""
        return bool(self._stated)

    def marks(self, runs: Sequence[Run]) -> Iterator[tuple[float, ...]]:
        """Of each run: words, commas, ends of sentences, an end of one, digits, capitals, marks, letters a word."""
        counted = _characters([run.text for run in runs])
        for run, (commas, marks, digits, capitals, stops) in zip(runs, counted, strict=True):
            text, spoken = run.text, run.words
            length = len(text)
            yield (
                math.log1p(spoken), commas / spoken, math.log1p(stops), 1.0 if _ends_sentence(text) else 0.0,
                digits / length, capitals / length, float(marks), run.extent / spoken,
            )  # fmt: skip

    def likeness(self, runs: Sequence[Run]) -> Iterator[tuple[float, ...]]:
        """Of each run, set beside the page: whether it is the title, the share that is stated, copies, those before it,
        whether it is the description, the shares of the title and of a known opening. To be asked in order."""
        texts = [run.text for run in runs]
        folded = [text.casefold() for text in texts]
        copies = self._copies
        return zip(
            [1.0 if len(f) > 8 and self._is_title(f) else 0.0 for f in folded],
            [_share_stated(f, self._stated) for f in folded] if self._stated else repeat(-1.0),
            [math.log(copies[text]) for text in texts],
            [self._is_copy(text) for text in texts],
            [1.0 if len(f) > 20 and f[:80] in self._description else 0.0 for f in folded],
            [_share_of_title(f, self._title_words) for f in folded] if self._title_words else repeat(0.0),
            map(self._openings.share, texts),
            strict=False,
        )

    def _is_title(self, folded: str) -> bool:
        """Whether a text is the title, a part of it, or little more than it."""
        title = self._title
        return folded in title or (title in folded and len(folded) < 1.5 * len(title))

    def _is_copy(self, text: str) -> float:
        if text in self._earlier:
            return 1.0
        self._earlier.add(text)
        return 0.0


def _characters(texts: Sequence[str]) -> Iterator[tuple[int, ...]]:
    """How many commas, marks, digits, capitals and ends of sentences each text on one line has.

    Bytes are counted ten times as fast as expressions find letters, so those look at what is no ASCII alone.
    """
    lines = "\n".join(texts).encode("ascii", "ignore").translate(_CLASSES).split(b"\n")
    for text, classes in zip(texts, lines, strict=True):
        count = classes.count
        if len(classes) == len(text):
            stops = count(_STOP_AND_SPACE) + (text[-1] in ".!?")
            yield count(0), count(1), count(2), count(3), stops
        else:
            yield _beyond_ascii(text, [count(0), count(1), count(2), count(3)])


def _beyond_ascii(text: str, counts: list[int]) -> tuple[int, ...]:
    """The same of a text that is not all ASCII: `counts` are those of ASCII, but the ends of sentences."""
    stops = text.count(". ") + text.count("! ") + text.count("? ") + (text[-1] in ".!?")
    rest = text.encode(errors="surrogatepass").translate(None, _ASCII).decode(errors="surrogatepass")
    if _ANY_COUNTED.search(rest):
        counts = [n + len(wanted.findall(rest)) for n, (_, wanted) in zip(counts, _COUNTED, strict=True)]
    if _RARE_STOP.search(rest):
        stops = len(_STOPS.findall(text))
    return (*counts, stops)


def _ends_sentence(text: str) -> bool:
    """Whether the last letters of a text are those of a sentence's end, closing quotes and brackets aside."""
    said = text.rstrip(_CLOSING)
    return said[-1:] in _ENDS or (len(said) < len(text) and "”" in text[len(said) :])


def _share_of_title(folded: str, title_words: set[str]) -> float:
    """The part of a run's first words that the title has too."""
    head = folded[:300]
    if not any(map(head.__contains__, title_words)):
        return 0.0
    first = head.split()
    return sum(map(title_words.__contains__, first)) / len(first)


def _stated_body(page: LabelledPage) -> set[tuple[str, ...]]:
    """Four-word sequences of the longest schema.org articleBody of the page; empty where it says little."""
    bodies = [e.get("articleBody") for _, e in page.entities.all]
    longest = max((b for b in bodies if isinstance(b, str)), key=len, default="")
    told = _words(longest.casefold())
    return set(_fours(told)) if len(told) > 60 else set()


def _share_stated(folded: str, stated: set[tuple[str, ...]]) -> float:
    """The part of a run's four-word sequences that the stated body has too."""
    told = _words(folded)
    if len(told) < 4:
        return -0.5
    return sum(map(stated.__contains__, _fours(told))) / (len(told) - 3)


def _words(text: str) -> list[str]:
    """Words of a text; each letter is one in scripts that part none."""
    return words(text) if text.isascii() or not _LETTER.search(text) else _WORD_OR_LETTER.findall(text)


def _fours(told: list[str]) -> Iterator[tuple[str, ...]]:
    return zip(told, told[1:], told[2:], told[3:], strict=False)
