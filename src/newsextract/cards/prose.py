"""Where the running text of a page is, roughly, before anything is cut: enough to tell inside from after."""

import attrs

from newsextract.label import LabelledPage
from newsextract.page.document import Element
from newsextract.page.text import BLOCK_TAGS

SHORTEST = 70
"""Characters of its own that make a paragraph count as running text."""


@attrs.frozen(eq=False)
class Prose:
    """The paragraphs of the densest container, and the stretch of the page they span."""

    paragraphs: tuple[Element, ...]
    start: int
    end: int

    def around(self, first: int, last: int) -> bool:
        """Whether running text stands before one place and after the other."""
        return self.start < first and last <= self.end


def prose(page: LabelledPage) -> Prose:
    """Find it: paragraphs by their own text outside links, summed over parent and grandparent."""
    sized = [(p, own_length(p)) for p in page.document.by_tag.get("p", ())]
    long = [(p, n) for p, n in sized if n >= SHORTEST]
    sums: dict[int, int] = {}
    for p, n in long:
        for depth, node in zip(range(2), p.ancestors, strict=False):
            sums[node.index] = sums.get(node.index, 0) + (n if depth == 0 else n * 3 // 4)
    if not sums:
        return Prose((), 0, 0)
    best = page.document.elements[max(sums, key=lambda i: (sums[i], i))]
    own = tuple(p for p, _ in long if p in best)
    return Prose(own, own[0].index, own[-1].index)


def own_length(element: Element) -> int:
    """Characters of text that an element holds itself, outside links and blocks within it."""
    total = 0
    stack = [element]
    while stack:
        for child in stack.pop().children:
            if isinstance(child, str):
                total += len(child.strip())
            elif child.tag not in BLOCK_TAGS and child.tag != "a":
                stack.append(child)
    return total
