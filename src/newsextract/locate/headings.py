"""The kept runs in, and with them the headings that the model took for something else, and what kept headings head.

A short name above a list of facts looks like the title of a box: headings made like several others of the article,
above text that is kept, are the article's. And a heading heads something: where all below it would go, what is in
doubt stays.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence, Set
from itertools import pairwise

from newsextract.label import LabelledPage
from newsextract.page.flow import Run
from newsextract.page.text import HEADINGS

ALIKE = 3
"""Kept headings made alike from which on others of that make, between them, are the article's too: of 190 such on pages
of sites that the model had not seen, 160 were."""

LONGEST_NAME = 120
"""Characters of a line that heads something without being a heading by its tag."""
NAMED = 0.3
"""Chance from which on such a line is kept where at least half of those made like it are."""

DOUBT = 0.25
"""Chance from which on a paragraph is kept where nothing else below its heading would be."""
BESIDE = 0.1
"""The same for one right behind a heading that is made like others of the text: of 40 such, 35 were the article's."""
SENTENCE = 8
"""Its words at least."""
LINKED = 0.4
"""The part of it that may be links."""
ASKING = ("consent", "login", "promotion", "card", "popup")
"""Kinds of what is headed and asks for something, or is another article's."""


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
    return _joined(runs, kept, found)


def _joined(runs: Sequence[Run], kept: list[Run], found: Set[int]) -> list[Run]:
    """The kept runs and those found beside them, in order."""
    if not found:
        return kept
    numbers = {*found, *(run.number for run in kept)}
    return [r for r in runs if r.number in numbers]


def with_sections(page: LabelledPage, runs: Sequence[Run], kept: list[Run], chances: Sequence[float]) -> list[Run]:
    """The kept runs and the paragraphs in doubt under headings that would head nothing, and right behind one of several
    headings of a make, in order. Headings with links are titles of teasers as often as not."""
    openings = (r for r in _openings(runs, kept) if chances[r.number] >= BESIDE and _says(page, r))
    found = {r.number for r in openings if page.labels.around(r.element, *ASKING) is None}
    for above, below in pairwise(kept):
        first, last = above.element.tag, below.element.tag
        if first in HEADINGS and last in HEADINGS and last <= first and not above.link_length:
            between = runs[above.number + 1 : below.number]
            found.update(r.number for r in between if chances[r.number] >= DOUBT and _is_sentence(page, r))
    return _joined(runs, kept, found)


def _openings(runs: Sequence[Run], kept: list[Run]) -> Iterator[Run]:
    """The run behind each kept heading that is made like others of the text, in a paragraph beside it or in none, where
    text is kept below."""
    made = Counter(_make(run) for run in kept if run.element.tag in HEADINGS)
    for heading in kept[:-1]:
        if heading.element.tag in HEADINGS and made[_make(heading)] >= ALIKE and not heading.link_length:
            first = runs[heading.number + 1]
            if heading.element.parent in (first.element.parent, first.element):
                yield first


def _is_sentence(page: LabelledPage, run: Run) -> bool:
    return run.element.tag == "p" and _says(page, run)


def _says(page: LabelledPage, run: Run) -> bool:
    """Whether a run has some words that are no links, and is no caption."""
    says = run.words >= SENTENCE and run.link_length <= LINKED * len(run.text)
    return says and not page.labels.has(run.element, "caption")



def with_names(runs: Sequence[Run], kept: list[Run], chances: Sequence[float]) -> list[Run]:
    """The kept runs and the lines in doubt that name what is kept below them, in order: made, by a class of their own,
    like several that are kept and no more that are not."""
    lines = [r for r in runs if _may_name(r)]
    numbers = {run.number for run in kept}
    made = Counter(_make(r) for r in lines)
    taken = Counter(_make(r) for r in lines if r.number in numbers)
    usual = {make for make, count in taken.items() if count >= ALIKE and 2 * count >= made[make]}
    if not usual or not kept:
        return kept
    first, last = kept[0].number, kept[-1].number
    found = {
        r.number
        for r in lines
        if first < r.number < last and chances[r.number] >= NAMED and r.number + 1 in numbers and _make(r) in usual
    }
    return _joined(runs, kept, found - numbers)


def _may_name(run: Run) -> bool:
    element = run.element
    return element.tag == "div" and bool(element.classes) and len(run.text) <= LONGEST_NAME and not run.link_length


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
