"""What an element inherits: the columns that speak of it and everything it stands in.

Each is derived from the parent's, so a page costs one step an element, however deep it is. Runs come in document order,
so that only the elements around the last one need be kept.
"""

import math
import re
import sys
from bisect import bisect_right

from newsextract.label import LabelledPage
from newsextract.locate.sums import Sums
from newsextract.page.document import Element

ANCESTORS = (
    "article", "main", "nav", "header", "footer", "aside", "form", "figure", "table", "li", "blockquote", "section",
    "a", "button",
)  # fmt: skip
"""Ancestors that say something of what they hold."""

LABELS = {
    "body": ("body",),
    "byline": ("byline", "date", "entry-meta", "category", "kicker"),
    "caption": ("caption", "credit"),
    "card": ("card",),
    "comments": ("comments",),
    "contents": ("contents",),
    "fact-box": ("fact-box", "pull-quote", "footnote", "correction"),
    "media": ("player", "gallery", "embed"),
    "header": ("header",),
    "hidden": ("hidden",),
    "related": ("related", "recommended", "read-more", "sponsored", "prev-next"),
    "sidebar": ("sidebar",),
    "standfirst": ("standfirst", "headline"),
    "widget": ("widget", "tools", "rating", "search", "shop", "login", "paywall", "consent"),
    "author-bio": ("author-bio",),
}
"""Column -> kinds of labels that a run or what it stands in may have; those that mean the like share one, for some are
rare. Chrome that is cut before is not among them."""

STEPS_UP = (1, 2, 3, 5)
"""How many levels up the elements are whose sums are columns, beside the element's own."""

FEW = 8
"""Children that are counted anew for each of them."""

NAMES = (
    "depth", "own_low", "own_high", "parent_low", "parent_high", "grand_low", "grand_high", "min_low", "max_high",
    "sum_odds", "hidden", "low_share", "low_levels", "high_share", "high_levels",
    *(f"in_{t}" for t in ANCESTORS), "body_entity",
    *(f"{n}_{k}" for k in (0, *STEPS_UP) for n in ("text", "density", "prose", "share", "runs", "prose_share")),
    "group_size", "group_length", "group_density", "group_spread", "group_share",
    "in_best", "best_place", "best_levels", "best_common", "best_side", "best_prose", "with_headline", "article_order",
    "images_near", "list_items", *(f"label_{k}" for k in LABELS), "teaser_card",
)  # fmt: skip

_PLACES = {kind: i for i, kinds in enumerate(LABELS.values()) for kind in kinds}
_BITS = {tag: 1 << i for i, tag in enumerate(ANCESTORS)}
_BODY_ENTITY = 1 << len(ANCESTORS)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class Link:
    """What one element passes on to those it holds."""

    __slots__ = (
        "article", "bits", "common", "depth", "element", "headed", "hidden", "high", "labels", "low", "odds", "sum",
        "sums", "up",
    )  # fmt: skip

    element: Element
    up: "list[Link]"
    """The links of the five elements above it, the nearest first."""
    odds: tuple[float, float]
    """(lowest, highest) log odds of the element's own names."""
    sums: tuple[float, ...]
    """The columns of `Sums.of`."""
    depth: int
    """Elements in the chain, itself included."""
    bits: int
    hidden: bool
    low: tuple[float, int, int]
    """(lowest log odds of the chain, depth and place of the nearest element that has it)"""
    high: tuple[float, int, int]
    sum: float
    common: int
    """Depth of the nearest element that holds the best container too."""
    headed: int
    """Depth of the nearest element that holds the headline too; 0 where there is none."""
    article: int
    """Place of the nearest `<article>` among all; -1 where there is none."""
    labels: list[float]


def _top() -> Link:
    """What the topmost element has above it."""
    link = Link()
    link.up, link.depth, link.bits, link.hidden = [], 0, 0, False
    link.low, link.high, link.sum = (math.inf, 0, 0), (-math.inf, 0, 0), 0.0
    link.common = link.headed = 0
    link.article, link.labels = -1, [-1.0] * len(LABELS)
    return link


_TOP = _top()


class Chains:
    """The chains of a page's elements, made when asked for."""

    def __init__(self, page: LabelledPage, sums: Sums, headline: Element | None) -> None:
        self._sums, self._rules = sums, page.labels.by_element
        self._headline = -1 if headline is None else headline.index
        self._articles = {e.index: k for k, e in enumerate(page.document.by_tag.get("article", ()))}
        self._path: list[Link] = []
        """Of the elements around the last one that was asked for, and of itself, the topmost first."""
        self._cards = sorted((c.start, c.end) for block in page.cards for c in block.cards)
        self._by_bits: dict[int, list[float]] = {}
        self._children: dict[int, dict[str, int]] = {}
        self._groups = self._grouped()
        best = sums.best
        self._best_depth = sum(1 for _ in best.ancestors)
        self._best_size = best.end - best.index
        self._best_prose = sums.prose[best.index] / sums.total_prose

    def row(self, element: Element) -> list[float]:
        """The columns of an element that holds runs, as `NAMES`; of one run after the other, in document order."""
        return self._made(element, self._link(element))

    def _link(self, element: Element) -> Link:
        """What an element passes on to those it holds."""
        path, index = self._path, element.index
        while path and not (path[-1].element.index <= index < path[-1].element.end):
            path.pop()
        last = path[-1] if path else _TOP
        missing: list[Element] = []
        node: Element | None = element
        while node is not None and (not path or node is not last.element):
            missing.append(node)
            node = node.parent
        for entry in reversed(missing):
            last = self._extended(last, entry)
            path.append(last)
        return last

    def _extended(self, above: Link, element: Element) -> Link:
        index, end, attributes = element.index, element.end, element.attrs
        link = Link()
        link.element = element
        link.up = [above, *above.up[:4]] if above.depth else []
        low, high = link.odds = self._sums.odds[index]
        link.sums = self._sums.of(element)
        link.depth = depth = above.depth + 1
        link.bits = above.bits | _BITS.get(element.tag, 0)
        link.hidden = above.hidden
        if attributes:
            if attributes.get("itemprop") == "articleBody":
                link.bits |= _BODY_ENTITY
            link.hidden = above.hidden or _is_hidden(attributes)
        link.low = (low, depth, index) if low <= above.low[0] else above.low
        link.high = (high, depth, index) if high >= above.high[0] else above.high
        link.sum = above.sum + low + high
        link.common = depth if index <= self._sums.best.index < end else above.common
        link.headed = depth if index <= self._headline < end else above.headed
        link.article = self._articles.get(index, above.article)
        link.labels = self._labels(above, element) if index in self._rules else above.labels
        return link

    def _labels(self, above: Link, element: Element) -> list[float]:
        """Per kind of label: the share of the page's prose in the nearest element so labelled, -1 where there is none.

        A small element may be believed; one that holds half the page bears a name that lies.
        """
        own = list(above.labels)
        for rule in self._rules[element.index]:
            place = _PLACES.get(rule.kind)
            if place is not None:
                own[place] = self._sums.prose[element.index] / self._sums.total_prose
        return own

    def _made(self, element: Element, link: Link) -> list[float]:
        up, own = link.up, link.odds
        parent = up[0].odds if up else own
        grand = up[1].odds if len(up) > 1 else parent
        low, low_depth, low_index = link.low
        high, high_depth, high_index = link.high
        depth, prose, total = link.depth, self._sums.prose, self._sums.total_prose
        row = [
            float(depth), *own, *parent, *grand, low if low < 0.0 else 0.0, high if high > 0.0 else 0.0, link.sum,
            1.0 if link.hidden else 0.0, prose[low_index] / total, float(depth - low_depth), prose[high_index] / total,
            float(depth - high_depth),
        ]  # fmt: skip
        row += self._flags(link.bits)
        row += link.sums
        size, last = len(up), up[-1] if up else link
        for k in STEPS_UP:
            row += (up[k - 1] if k <= size else last).sums
        row += self._groups[element.index]
        row += self._relations(element, link)
        row += link.labels
        row.append(1.0 if self._cards and self._in_card(element) else 0.0)
        return row

    def _flags(self, bits: int) -> list[float]:
        """A column for each of `ANCESTORS` and the body entity."""
        known = self._by_bits.get(bits)
        if known is None:
            known = self._by_bits[bits] = [float(bits >> i & 1) for i in range(len(ANCESTORS) + 1)]
        return known

    def _relations(self, element: Element, link: Link) -> list[float]:
        """How the element stands to the best container, the headline, articles, images and its list."""
        index, parent, best, images = element.index, element.parent, self._sums.best, self._sums.images
        inside = best.index <= index < best.end
        levels = link.depth - 1 - self._best_depth if inside else -1
        items = self._alike(parent, element.tag) if parent is not None else 0
        near = images[index] + (images[parent.index] if parent is not None else 0)
        return [
            1.0 if inside else 0.0, (index - best.index) / self._best_size, float(levels),
            float(self._best_depth - (link.common - 1)), 0.0 if inside else (-1.0 if index < best.index else 1.0),
            self._best_prose, link.headed / link.depth, float(link.article), math.log1p(near), math.log1p(items),
        ]  # fmt: skip

    def _alike(self, parent: Element, tag: str) -> int:
        """How many children of an element have a tag; remembered of those that have many."""
        if len(parent.children) <= FEW:
            return sum(not isinstance(child, str) and child.tag == tag for child in parent.children)
        known = self._children.get(parent.index)
        if known is None:
            known = self._children[parent.index] = {}
            for child in parent.children:
                if not isinstance(child, str):
                    known[child.tag] = known.get(child.tag, 0) + 1
        return known.get(tag, 0)

    def _in_card(self, element: Element) -> bool:
        place = bisect_right(self._cards, (element.index, sys.maxsize)) - 1
        return place >= 0 and element.index < self._cards[place][1]

    def _grouped(self) -> dict[int, tuple[float, ...]]:
        """Place of an element that holds runs -> (runs, mean length, link density, spread, share of prose) of the runs
        in elements built alike."""
        sums: dict[tuple[str, ...], list[int]] = {}
        signed: dict[int, tuple[str, ...]] = {}
        runs = self._sums.runs
        for i, (run, is_prose) in enumerate(zip(runs, self._sums.prose_flags, strict=True)):
            signature = signed[run.element.index] = _signature(run.element)
            s = sums.get(signature)
            if s is None:
                s = sums[signature] = [0, 0, 0, i, i, 0]
            length = run.extent
            linked = run.link_length and run.link_length * length // len(run.text)
            s[0] += 1
            s[1] += length
            s[2] += linked
            s[4] = i
            if is_prose:
                s[5] += length - linked
        total, total_prose = max(1, len(runs)), self._sums.total_prose
        columns = {
            k: (math.log1p(n), math.log1p(length / n), linked / length, (last - first) / total, prose / total_prose)
            for k, (n, length, linked, first, last, prose) in sums.items()
        }
        return {index: columns[signature] for index, signature in signed.items()}


def _signature(element: Element) -> tuple[str, ...]:
    parent = element.parent
    own = (element.tag, element.attrs.get("class") or "")
    return (*own, parent.tag, parent.attrs.get("class") or "") if parent is not None else own


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    style = attributes.get("style")
    return bool(style) and _HIDDEN.search(style or "") is not None
