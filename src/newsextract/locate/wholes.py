"""Tables, lists and boxes: kept whole, or not at all; quotes, code and paragraphs where text goes on around them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from newsextract.page.document import Element, outermost
from newsextract.page.flow import Run
from newsextract.page.text import COLONS

CELLS = frozenset({"td", "th"})
ITEMS = frozenset({"li", "dt", "dd"})
CODE = "pre"
QUOTE = "blockquote"
PARAGRAPH = "p"
LISTS = frozenset({"ul", "ol", "dl"})

LONGEST_PART = 300
"""Characters of a cell or an item; tables and lists with longer ones lay out the page."""
FEWEST = {"table": 4}
"""Runs of a table of data; of a list, `FEWEST_ITEMS`."""
FEWEST_ITEMS = 2
LONGEST_BOX = 400
"""Words up to which a box is kept whole or not at all; what is longer and named so may hold a part of the text."""
BETWEEN = 0.2
"""Chance from which on a table or a list between kept runs, or a list behind a line that announces it, is kept."""
SENTENCE = 5
"""Words from which on a paragraph between kept runs beside it is kept so, too; lines of chrome are mostly shorter."""
LINKED = 0.2
"""Part of such a paragraph that may be links."""


class Wholes:
    """The tables of data, the lists and the boxes of a page, each as the numbers of its runs."""

    def __init__(self, runs: Sequence[Run], boxes: Iterable[Element] = ()) -> None:
        """`boxes` are what rules name as boxes beside the text, in document order."""
        self._runs = runs
        self._wholes = list(_found(runs))
        self._boxes = list(_boxed(runs, outermost(boxes)))
        self._codes = [r for r in runs if r.element.tag == CODE]
        self._quotes = [r for r in runs if _is_quote(r)]

    def level(self, chances: list[float], sizes: Sequence[int]) -> None:
        """Give all runs of a whole the mean of their chances, by words; so too those of a short box."""
        boxes = (b for b in self._boxes if sum(sizes[i] for i in b) <= LONGEST_BOX)
        for whole in chain(self._wholes, boxes):
            together = sum(chances[i] * sizes[i] for i in whole) / sum(sizes[i] for i in whole)
            for i in whole:
                chances[i] = together

    def take(self, taken: list[bool], chances: Sequence[float], threshold: float) -> None:
        """Take what reaches the threshold, and what stands where the text goes on around it with a lower chance; so
        too quotes and paragraphs, and code among what is taken: annotators leave it out, and so the model doubts it."""
        for whole in self._wholes:
            chance = chances[whole[0]]
            if chance >= threshold or (
                chance >= BETWEEN and not self._leads_away(whole) and self._belongs(whole, taken)
            ):
                for i in whole:
                    taken[i] = True
        for run in self._quotes:
            if chances[run.number] >= BETWEEN and 2 * run.link_length <= len(run.text):
                taken[run.number] |= self._is_amid(run.number, taken)
        if self._codes:
            self._take_code(taken, chances)
        self._fill(taken, chances)

    def _take_code(self, taken: list[bool], chances: Sequence[float]) -> None:
        """Take code that kept text surrounds or, at its end, announces, and likely code beside kept text."""
        texts = {r.element.parent for r in self._runs if taken[r.number]}
        for run in self._codes:
            taken[run.number] |= chances[run.number] >= BETWEEN and run.element.parent in texts
        for first, last in _stretches([r.number for r in self._codes]):
            if first > 0 and taken[first - 1]:
                announced = self._runs[first - 1].text.endswith(COLONS)
                if announced or (last + 1 < len(taken) and taken[last + 1]):
                    taken[first : last + 1] = [True] * (last + 1 - first)

    def _fill(self, taken: list[bool], chances: Sequence[float]) -> None:
        """Take the paragraphs in doubt between two kept runs that all stand side by side: a text has no holes."""
        left = [number for number, kept in enumerate(taken) if not kept and chances[number] >= BETWEEN]
        for first, last in _stretches(left):
            if first > 0 and last + 1 < len(taken) and taken[first - 1] and taken[last + 1]:
                around = {r.element.parent for r in self._runs[first - 1 : last + 2]}
                inside = self._runs[first : last + 1]
                if len(around) == 1 and all(r.link_length <= LINKED * len(r.text) for r in inside):
                    for run in inside:
                        taken[run.number] |= run.element.tag == PARAGRAPH and run.words >= SENTENCE

    def _is_amid(self, number: int, taken: Sequence[bool]) -> bool:
        return 0 < number < len(taken) - 1 and taken[number - 1] and taken[number + 1]

    def _leads_away(self, whole: Sequence[int]) -> bool:
        """Whether it is made of links: more likely of related posts than of the text."""
        runs = [self._runs[i] for i in whole]
        return 2 * sum(r.link_length for r in runs) > sum(len(r.text) for r in runs)

    def _belongs(self, whole: Sequence[int], taken: Sequence[bool]) -> bool:
        before, after = whole[0] - 1, whole[-1] + 1
        if before < 0 or not taken[before]:
            return False
        return (after < len(taken) and taken[after]) or self._runs[before].text.endswith(COLONS)


def _found(runs: Sequence[Run]) -> Iterator[list[int]]:
    parts: dict[int, list[int]] = {}
    fewest: dict[int, int] = {}
    for run in runs:
        holder = _holder(run.element)
        if holder is None:
            continue
        parts.setdefault(holder.index, []).append(run.number)
        if len(run.text) > LONGEST_PART:
            fewest[holder.index] = len(runs) + 1
        else:
            fewest.setdefault(holder.index, FEWEST.get(holder.tag, FEWEST_ITEMS))
    for index, numbers in parts.items():
        if len(numbers) >= fewest[index]:
            yield numbers


def _boxed(runs: Sequence[Run], boxes: Sequence[Element]) -> Iterator[list[int]]:
    """The numbers of the runs in each of the boxes that hold any; none of these stands inside another."""
    if not boxes:
        return
    starts = [box.index for box in boxes]
    parts: dict[int, list[int]] = {}
    for run in runs:
        box = bisect_right(starts, run.element.index) - 1
        if box >= 0 and run.element in boxes[box]:
            parts.setdefault(box, []).append(run.number)
    yield from parts.values()


def _stretches(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of the numbers that follow one another."""
    for place, number in enumerate(numbers):
        if place == 0 or number != numbers[place - 1] + 1:
            first = number
        if place + 1 == len(numbers) or numbers[place + 1] != number + 1:
            yield first, number


def _is_quote(run: Run) -> bool:
    """Whether a run is a quote, or a paragraph of one."""
    element = run.element
    return element.tag == QUOTE or (element.parent is not None and element.parent.tag == QUOTE)


def _holder(element: Element) -> Element | None:
    """The table that a cell is of, the list that an item or what it holds is of."""
    if element.tag in CELLS:
        return next((e for e in element.ancestors if e.tag == "table"), None)
    item = element if element.tag in ITEMS else element.parent
    if item is None or item.tag not in ITEMS:
        return None
    return next((e for e in item.ancestors if e.tag in LISTS), None)
