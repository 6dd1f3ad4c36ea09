"""Pictures, players and frames of the page, by the block-level element that holds them.

The flow knows text only: an image between two lines is in no run, one alone in a paragraph makes it a part without
runs. Here every such element is found once and given its place among the parts.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from newsextract.page.document import Document, Element
from newsextract.page.flow import Flow, Part, Run

PICTURES = frozenset({"img", "amp-img", "amp-anim"})

PLAYERS = frozenset({"iframe", "video", "audio", "object", "embed", "amp-iframe", "amp-video", "amp-audio"})


class Media:
    """Media elements of the container in document order; one inside another (a fallback) is not counted."""

    def __init__(self, document: Document, flow: Flow, container: Element, tags: Iterable[str]) -> None:
        self._found: list[Element] = []
        found = (e for tag in tags for e in document.by_tag.get(tag, ()) if e in container and not _is_gone(e))
        for element in sorted(found, key=lambda e: e.index):
            if not self._found or element not in self._found[-1]:
                self._found.append(element)
        self._at = [e.index for e in self._found]
        self._directly: dict[int, list[tuple[Element, Element]]] = {}
        for element in self._found:
            child, holder = _held(element, flow)
            self._directly.setdefault(holder.index, []).append((child, element))

    def count(self, element: Element) -> int:
        """How many media elements are inside the element, itself included."""
        return bisect_left(self._at, element.end) - bisect_left(self._at, element.index)

    def within(self, element: Element) -> list[Element]:
        """The media elements inside an element, itself included."""
        return self._found[bisect_left(self._at, element.index) : bisect_left(self._at, element.end)]

    def before(self, element: Element) -> Element | None:
        """The media element before another one."""
        place = bisect_left(self._at, element.index)
        return self._found[place - 1] if place else None

    def merged(self, element: Element, parts: list[Part]) -> Iterator[tuple[Part, bool]]:
        """The parts of a block-level element and the media directly in it, in order; True marks media."""
        held = self._directly.get(element.index)
        if held is None:
            return ((p, False) for p in parts)
        children = {child.index for child, _ in held}
        placed: list[tuple[float, Part, bool]] = []
        after = float("inf")
        for part in reversed(parts):
            after = _place(part, children, after)
            placed.append((after, part, False))
        placed += [(child.index, media, True) for child, media in reversed(held)]
        placed.reverse()
        placed.sort(key=lambda p: p[0])
        return ((part, is_media) for _, part, is_media in placed)


def _is_gone(element: Element) -> bool:
    return element.removed is not None or any(a.removed is not None for a in element.ancestors)


def _held(element: Element, flow: Flow) -> tuple[Element, Element]:
    """The nearest block-level ancestor, and its child that is or holds the element."""
    child = element
    for ancestor in element.ancestors:
        if flow.is_block(ancestor):
            return child, ancestor
        child = ancestor
    return child, child


def _place(part: Part, media: set[int], after: float) -> float:
    """Where a part stands among the elements: media inside a run come after it, unless it begins with them."""
    if not isinstance(part, Run):
        return part.index
    first = next((n for n in part.nodes if not isinstance(n, str)), None)
    if first is None:
        return after - 0.25
    opens = first is next((n for n in part.nodes if not isinstance(n, str) or not n.isspace()), None)
    return first.index + 0.5 if opens and first.index in media else first.index - 0.5
