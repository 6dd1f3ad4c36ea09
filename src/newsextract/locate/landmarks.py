"""What a run stands behind: share buttons, comments, related posts, bylines, what was cut.

An article ends where they begin; what comes after them on the page is another's, or a word of the site's.
"""

import math
from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain

from newsextract.label import LabelledPage
from newsextract.locate.sums import Sums
from newsextract.page.document import Element

KINDS = {
    "share": ("share", "tools"),
    "comments": ("comments",),
    "related": ("related", "recommended", "most-read", "prev-next"),
    "newsletter": ("newsletter", "subscribe", "paywall", "login"),
    "byline": ("byline", "date", "entry-meta", "author"),
}
"""Name of a landmark -> the kinds of labels that make one."""

NAMES = tuple(f"{n}_{k}" for k in (*KINDS, "h1", "cut") for n in ("behind", "since"))

FAR = 60
"""Runs from which on a distance makes no difference."""
_LOGARITHMS = tuple(math.log1p(n) for n in range(FAR + 1))
_NEVER = (0.0, _LOGARITHMS[FAR])
"""Of a landmark that does not stand before a run."""


def columns(page: LabelledPage, sums: Sums, start: int) -> Iterator[Iterator[float]]:
    """One row a run, as `NAMES`; what stands before run number `start`, the headline's, is not counted.

    Of each landmark, how many stand before a run and how many runs ago the last did.
    """
    runs = sums.runs
    places = [r.element.index for r in runs]
    first = places[start] if runs else 0
    found = [[e.index for e in page.labels.of(*kinds) if e.index >= first] for kinds in KINDS.values()]
    found.append([p for p, r in zip(places, runs, strict=True) if r.element.tag == "h1" and p >= first])
    found.append([e.end for e in page.document.elements if e.removed is not None and e.index >= first])
    return map(chain.from_iterable, zip(*(_behind(marks, places) for marks in found), strict=True))


def _behind(marks: list[int], places: list[int]) -> list[tuple[float, float]]:
    """Per run: (landmarks before it, runs since the last), as logarithms."""
    if not marks:
        return [_NEVER] * len(places)
    out = []
    first = marks[0]
    last = since = 0
    for i, at in enumerate(places):
        if at < first:
            out.append(_NEVER)
            continue
        count = bisect_right(marks, at)
        if count > last:
            last, since = count, bisect_right(places, marks[count - 1], hi=i)
        ago = i - since
        many = _LOGARITHMS[count] if count <= FAR else math.log1p(count)
        out.append((many, _LOGARITHMS[ago if ago < FAR else FAR]))
    return out


def usual_depth(sums: Sums) -> float:
    """The depth at which most of the prose stands."""
    weight: dict[float, int] = {}
    depths: dict[Element | None, float] = {None: 0.0}
    for run, flag in zip(sums.runs, sums.prose_flags, strict=True):
        if flag:
            parent = run.element.parent
            if parent not in depths:
                depths[parent] = 1.0 + sum(1 for _ in parent.ancestors) if parent is not None else 0.0
            depth = 1.0 + depths[parent]
            weight[depth] = weight.get(depth, 0) + run.extent
    return max(weight, key=lambda d: (weight[d], d), default=0.0)
