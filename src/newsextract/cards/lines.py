"""Whether a link stands in a line of running text: links of sentences tease no articles."""

from collections.abc import Callable, Iterable

from newsextract.page.document import Element
from newsextract.page.text import BLOCK_TAGS

_NEAR = 12
"""Siblings on either side of a link that are looked at."""
_LONGEST_LABEL = 45
"""Characters of what stands before a link as its label."""
_INLINE = frozenset({"span", "b", "strong", "i", "em", "font", "u"})
_IN_TEXT = 24
"""Text around a link, in the same line, above which the link stands in running text."""


class Lines:
    """The lines that links stand in; remembers where among its siblings an element is."""

    def __init__(self) -> None:
        self._places: dict[int, dict[int, int]] = {}

    def runs_on(self, element: Element) -> bool:
        """Whether words stand beside a link in its line, more than a label or a date."""
        around = 0
        node, left, right = element, True, True
        while node.tag not in BLOCK_TAGS and node.parent is not None and (left or right):
            siblings = node.parent.children
            place = self._place(node, node.parent)
            if left:
                words, left = _beside(reversed(siblings[max(0, place - _NEAR) : place]), _leads_in)
                around += words
            if right:
                words, right = _beside(siblings[place + 1 : place + 1 + _NEAR], _goes_on)
                around += words
            if around > _IN_TEXT:
                return True
            node = node.parent
        return False

    def _place(self, element: Element, parent: Element) -> int:
        places = self._places.get(parent.index)
        if places is None:
            places = {c.index: i for i, c in enumerate(parent.children) if not isinstance(c, str)}
            self._places[parent.index] = places
        return places[element.index]


def _beside(siblings: Iterable[Element | str], is_said: Callable[[str], bool]) -> tuple[int, bool]:
    """Characters of bare text up to the end of the line, and whether the line goes on beyond the parent. The text of a
    `<span>` is bare where it stands in one sentence with the link; labels and summaries stand in some, too."""
    words = 0
    for sibling in siblings:
        if isinstance(sibling, str):
            words += len(sibling.strip())
        elif sibling.tag == "br" or sibling.tag in BLOCK_TAGS:
            return words, False
        elif sibling.tag in _INLINE and len(sibling.children) == 1 and isinstance(said := sibling.children[0], str):
            words += len(said) if len(said.strip()) > _IN_TEXT and is_said(said) else 0
    return words, True


def _leads_in(text: str) -> bool:
    """Whether a text before a link breaks off in the middle of a sentence: "… with a tour of"."""
    last = text.split()[-1]
    return len(text) > _LONGEST_LABEL and (last[-1] in ",(" or (last.islower() and last[-1].isalnum()))


def _goes_on(text: str) -> bool:
    """Whether a text behind a link goes on with its sentence: ", which the storm had thrown on the beach"."""
    first = text.lstrip()[:1]
    return first in ".,;:)" or first.islower()
