"""The kept runs in, and with them what they lead up to and the model took for links beside the text: the list behind
"The top brands include:", the addresses and the documents behind the last words.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile

from newsextract.label import LabelledPage
from newsextract.page.address import is_document
from newsextract.page.document import Element
from newsextract.page.flow import Flow, Run
from newsextract.page.text import COLONS, HEADINGS

_ADDRESS = re.compile(r"\W*+(?:\d{1,3}\W*+)?(?:https?://|www\.)")
"""How a line begins that is an address, numbered or not."""
LISTS = frozenset({"ul", "ol"})

DOUBT = 0.1
"""Chance from which on the likeliest part of what is announced is kept: of 30 such lists on real pages, 27 were the
article's."""
TEXT = 3
"""Kept paragraphs beside one another from which on addresses and documents behind one of them are text, too."""
MOST = 60
"""Runs of what a line announces."""

ELSEWHERE = ("read_also", "related", "recommended", "subscribe", "newsletter", "share", "login")
"""Keys of words that announce other articles, or what readers may do."""
BESIDE = ("related", "recommended", "read-more", "navigation", "share", "tags", "promotion", "author-box", "contents")
"""Kinds of lists that are none of the text whatever stands above them."""


def with_announced(page: LabelledPage, flow: Flow, kept: list[Run], chances: Sequence[float]) -> list[Run]:
    """The kept runs and what lines among them announce, in order."""
    numbers = {run.number for run in kept}
    paragraphs = Counter(_place(run) for run in kept if run.element.tag == "p")
    found: set[int] = set()
    for line in kept:
        if line.number + 1 in numbers or line.element.tag in HEADINGS:
            continue
        announces = line.text.endswith(COLONS)
        behind = _list_behind(page, flow, line) if announces else ()
        if len(behind) <= MOST and max((chances[r.number] for r in behind), default=0.0) >= DOUBT:
            found.update(r.number for r in behind)
        elif announces or paragraphs[_place(line)] >= TEXT:
            found.update(r.number for r in _sources_behind(page, flow, line))
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


def _place(run: Run) -> int:
    """What the element of a run stands in."""
    return run.element.parent.index if run.element.parent is not None else 0


def _sources_behind(page: LabelledPage, flow: Flow, line: Run) -> Iterator[Run]:
    """The runs behind a line that are addresses and nothing else, or links to documents, in paragraphs of their own."""
    behind = flow.runs[line.number + 1 : line.number + 1 + MOST]
    return takewhile(lambda r: _place(r) == _place(line) and (_is_address(r) or _is_document(page, r)), behind)


def _is_address(run: Run) -> bool:
    """Whether a run is one link that shows where it leads to: a page, or a mailbox."""
    if _ADDRESS.match(run.text):
        return 2 * run.link_length > len(run.text)
    return run.link_length == len(run.text) and "@" in run.text and " " not in run.text


def _is_document(page: LabelledPage, run: Run) -> bool:
    """Whether a run is nothing but links to documents."""
    if run.element.tag != "p" or 2 * run.link_length <= len(run.text):
        return False
    links = page.document.within(run.element, "a")
    return bool(links) and all(is_document(a.get("href") or "") for a in links)
