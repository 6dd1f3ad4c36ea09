"""The kept runs in, and with them what their last line announces and the model took for links beside the text: the list
behind "The top brands include:", the addresses behind "Sources:".
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from newsextract.label import LabelledPage
from newsextract.page.document import Element
from newsextract.page.flow import Flow, Run
from newsextract.page.text import HEADINGS

COLONS = (":", "：")
ADDRESSES = ("http://", "https://", "www.")
LISTS = frozenset({"ul", "ol"})

DOUBT = 0.1
"""Chance from which on the likeliest part of what is announced is kept: of 30 such lists on real pages, 27 were the
article's."""
MOST = 60
"""Runs of what a line announces."""

ELSEWHERE = ("read_also", "related", "recommended", "subscribe", "newsletter", "share", "login")
"""Keys of words that announce other articles, or what readers may do."""
BESIDE = ("related", "recommended", "read-more", "navigation", "share", "tags", "promotion", "author-box", "contents")
"""Kinds of lists that are none of the text whatever stands above them."""


def with_announced(page: LabelledPage, flow: Flow, kept: list[Run], chances: Sequence[float]) -> list[Run]:
    """The kept runs and what lines among them announce, in order."""
    numbers = {run.number for run in kept}
    found: set[int] = set()
    for line in kept:
        if line.text.endswith(COLONS) and line.number + 1 not in numbers and line.element.tag not in HEADINGS:
            behind = [*_list_behind(page, flow, line)] or [*_addresses_behind(flow, line)]
            if 0 < len(behind) <= MOST and max(chances[r.number] for r in behind) >= DOUBT:
                found.update(r.number for r in behind)
    return [r for r in flow.runs if r.number in numbers or r.number in found] if found else kept


def _list_behind(page: LabelledPage, flow: Flow, line: Run) -> Sequence[Run]:
    """The runs of the list that stands behind a line, beside it or in the same element."""
    if line.link_length == len(line.text) or page.speech.under(*ELSEWHERE).within(line.text) is not None:
        return ()
    behind = flow.runs[line.number + 1 : line.number + 2 + MOST]
    first = (behind[0].element, *behind[0].element.ancestors) if behind else ()
    found = next((e for e in first if e.tag in LISTS), None)
    if found is None or found.parent not in (line.element, line.element.parent) or _is_beside(page, found):
        return ()
    return [r for r in behind if r.element.index < found.end]


def _is_beside(page: LabelledPage, element: Element) -> bool:
    return page.labels.around(element, *BESIDE) is not None


def _addresses_behind(flow: Flow, line: Run) -> Iterator[Run]:
    """The runs behind a line that are addresses and nothing else, in paragraphs of their own."""
    behind = flow.runs[line.number + 1 : line.number + 2 + MOST]
    return takewhile(lambda r: r.element.parent is line.element.parent and _is_address(r), behind)


def _is_address(run: Run) -> bool:
    """Whether a run is one link that shows where it leads to: a page, or a mailbox."""
    is_mailbox = "@" in run.text and " " not in run.text
    return run.link_length == len(run.text) and (run.text.startswith(ADDRESSES) or is_mailbox)
