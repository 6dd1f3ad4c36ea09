"""The kept runs in, and with them the headings that the model took for something else: those made like several others
of the article, above text that is kept. A short name above a list of facts looks like the title of a box.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence, Set

from newsextract.label import LabelledPage
from newsextract.page.flow import Run
from newsextract.page.text import HEADINGS

ALIKE = 3
"""Kept headings made alike from which on others of that make, between them, are the article's too: of 190 such on pages
of sites that the model had not seen, 160 were."""


def shown(page: LabelledPage, kept: Iterable[Run]) -> list[Run]:
    """The kept runs but headings for screen readers alone: "Main content"."""
    return [r for r in kept if r.element.tag not in HEADINGS or not page.labels.has(r.element, "hidden")]


def with_headings(runs: Sequence[Run], kept: list[Run]) -> list[Run]:
    """The kept runs and the headings in doubt among them, in order."""
    made = Counter(_make(run) for run in kept if run.element.tag in HEADINGS)
    usual = {make for make, count in made.items() if count >= ALIKE}
    if not usual:
        return kept
    numbers = {run.number for run in kept}
    between = (r for r in runs[kept[0].number : kept[-1].number] if r.element.tag in HEADINGS)
    found = {r.number for r in between if r.number not in numbers and _make(r) in usual and _is_above(runs, r, numbers)}
    return [r for r in runs if r.number in numbers or r.number in found] if found else kept


def _make(run: Run) -> Hashable:
    """How the element of a run is made, and what it stands in."""
    element, parent = run.element, run.element.parent
    around = (parent.tag, parent.get("class")) if parent is not None else None
    return element.tag, element.get("class"), around


def _is_above(runs: Sequence[Run], heading: Run, kept: Set[int]) -> bool:
    """Whether kept text comes before the next heading."""
    for number in range(heading.number + 1, len(runs)):
        if runs[number].element.tag in HEADINGS:
            return False
        if number in kept:
            return True
    return False
