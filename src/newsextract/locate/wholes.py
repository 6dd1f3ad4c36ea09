"""Tables of data and lists: kept whole, or not at all; quotes where the text goes on around them."""

from collections.abc import Iterator, Sequence

from newsextract.page.document import Element
from newsextract.page.flow import Run

CELLS = frozenset({"td", "th"})
ITEMS = frozenset({"li", "dt", "dd"})
CODE = "pre"
QUOTE = "blockquote"
LISTS = frozenset({"ul", "ol", "dl"})

LONGEST_PART = 300
"""Characters of a cell or an item; tables and lists with longer ones lay out the page."""
FEWEST = {"table": 4}
"""Runs of a table of data; of a list, `FEWEST_ITEMS`."""
FEWEST_ITEMS = 2
BETWEEN = 0.2
"""Chance from which on a table or a list between kept runs, or a list behind a line that announces it, is kept."""


class Wholes:
    """The tables of data and the lists of a page, each as the numbers of its runs."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self._runs = runs
        self._wholes = list(_found(runs))
        self._codes = [r for r in runs if r.element.tag == CODE]
        self._quotes = [r for r in runs if _is_quote(r)]

    def level(self, chances: list[float], sizes: Sequence[int]) -> None:
        """Give all runs of a whole the mean of their chances, by words."""
        for whole in self._wholes:
            together = sum(chances[i] * sizes[i] for i in whole) / sum(sizes[i] for i in whole)
            for i in whole:
                chances[i] = together

    def take(self, taken: list[bool], chances: Sequence[float], threshold: float) -> None:
        """Take what reaches the threshold, and what stands where the text goes on around it with a lower chance; so
        too quotes, and code among paragraphs that are taken."""
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
            texts = {r.element.parent.index for r in self._runs if r.element.parent is not None and taken[r.number]}
            for run in self._codes:
                if chances[run.number] >= BETWEEN and run.element.parent is not None:
                    taken[run.number] |= run.element.parent.index in texts

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
        return (after < len(taken) and taken[after]) or self._runs[before].text.endswith(ANNOUNCING)


ANNOUNCING = (":", "：")
"""How a line ends that announces a list."""


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
