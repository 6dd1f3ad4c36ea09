"""Stretches of a page, each from the place of an element in the document to one past its last descendant."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from newsextract.page.document import Element


class Spans:
    """Stretches of the page, to be asked for a place; they may overlap."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        """(start, end) of each, in any order."""
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))

    @classmethod
    def of(cls, elements: Iterable[Element]) -> "Spans":
        """Those of elements."""
        return cls((e.index, e.end) for e in elements)

    def hold(self, place: int) -> bool:
        """Whether a place lies in one of them."""
        at = bisect_right(self._starts, place)
        return at > 0 and place < self._ends[at - 1]
