"""Runs in, sums per element out: how much text, link text and running prose each element holds, and which holds most.

All sums come from one pass over the runs and one over the elements, from the last to the first.
"""

from math import log1p

from newsextract.label import LabelledPage
from newsextract.locate.vocabulary import Vocabulary
from newsextract.page.document import Element
from newsextract.page.flow import Flow, Run

PROSE_LENGTH = 80
"""Characters from which a run with few links counts as running text."""

CONTAINERS = frozenset({"div", "article", "section", "td", "main", "body"})
"""Tags that hold paragraphs; a run right inside one is a paragraph of it, not of its parent."""

LEVELS = (1.0, 0.7, 0.5)
"""What a paragraph counts for the element that holds it, its parent and its grandparent."""
SHADY, SHADY_GAIN = -2.5, 0.3
"""Log odds of a name in the chain below which a paragraph counts that much for its containers."""


def is_prose(run: Run) -> bool:
    """Whether a run is running text rather than a label or links."""
    return run.extent >= PROSE_LENGTH and run.link_length * 2 < len(run.text)


class Sums:
    """Sums per element, by `Element.index`."""

    def __init__(self, page: LabelledPage, flow: Flow, vocabulary: Vocabulary) -> None:
        self.elements = page.document.elements
        self.runs = flow.runs
        size = len(self.elements)
        self.text = [0] * size
        self.links = [0] * size
        self.prose = [0] * size
        self.count = [0] * size
        self.prose_runs = [0] * size
        self.prose_flags = [is_prose(run) for run in self.runs]
        self._add_up()
        body = page.document.body
        self.total = max(1, self.text[body.index])
        self.total_prose = max(1, self.prose[body.index])
        self.odds = self._odds(vocabulary)
        self._lowest: list[float | None] = [None] * size
        self.images = self._images(page)
        self.best = self._best(body)

    def of(self, element: Element) -> tuple[float, ...]:
        """Six columns of an element: text, link density, prose density, share of text, runs, share of prose."""
        i = element.index
        text, prose = self.text[i] or 1, self.prose[i]
        return (
            log1p(text), self.links[i] / text, prose / text, text / self.total, log1p(self.count[i]),
            prose / self.total_prose,
        )  # fmt: skip

    def lowest(self, element: Element) -> float:
        """The lowest log odds of the names of an element and of all that it stands in."""
        known = self._lowest[element.index]
        if known is None:
            own, parent = self.odds[element.index][0], element.parent
            known = self._lowest[element.index] = own if parent is None else min(own, self.lowest(parent))
        return known

    def _add_up(self) -> None:
        text, links, prose, count, prose_runs = self.text, self.links, self.prose, self.count, self.prose_runs
        for run, flag in zip(self.runs, self.prose_flags, strict=True):
            i, length = run.element.index, run.extent
            linked = run.link_length and run.link_length * length // len(run.text)
            text[i] += length
            links[i] += linked
            count[i] += 1
            if flag:
                prose[i] += length - linked
                prose_runs[i] += 1
        for element in reversed(self.elements):
            i = element.index
            if count[i] and (parent := element.parent) is not None:
                p = parent.index
                text[p] += text[i]
                links[p] += links[i]
                prose[p] += prose[i]
                count[p] += count[i]
                prose_runs[p] += prose_runs[i]

    def _odds(self, vocabulary: Vocabulary) -> list[tuple[float, float]]:
        """(lowest, highest) log odds of each element's names; (0, 0) for elements without text."""
        odds = [(0.0, 0.0)] * len(self.elements)
        holders = [e for e, n in zip(self.elements, self.count, strict=True) if n]
        for element, pair in zip(holders, vocabulary.name_odds(holders), strict=True):
            odds[element.index] = pair
        return odds

    def _images(self, page: LabelledPage) -> list[int]:
        images = [0] * len(self.elements)
        for image in page.document.by_tag.get("img", ()):
            for ancestor, _ in zip(image.ancestors, LEVELS, strict=False):
                images[ancestor.index] += 1
        return images

    def _best(self, body: Element) -> Element:
        """The element whose paragraphs hold the most prose: theirs counts whole, what is deeper counts less."""
        scores: dict[int, float] = {}
        for run, flag in zip(self.runs, self.prose_flags, strict=True):
            if not flag:
                continue
            holder = run.element
            gain = run.extent * (SHADY_GAIN if self.lowest(holder) < SHADY else 1.0)
            node = holder if holder.tag in CONTAINERS or holder.tag not in PARAGRAPH_TAGS else holder.parent
            for level in LEVELS:
                if node is None:
                    break
                scores[node.index] = scores.get(node.index, 0.0) + gain * level
                node = node.parent
        best = max(scores, key=lambda i: (scores[i], i), default=None)
        return body if best is None else self.elements[best]


PARAGRAPH_TAGS = frozenset(
    "p li h1 h2 h3 h4 h5 h6 th blockquote figcaption dt dd pre a span header footer aside label button center summary "
    "caption address nav form legend details figure font".split()
)
"""Tags of paragraphs and the like: their parent is the container."""
