"""A page as a React server streams it in, the page as its scripts put it together out.

What is ready late comes in hidden elements at the end, and a script of one line moves each to its placeholder:
`<template id="B:3"></template>` is the place of `<div hidden id="S:3">…</div>`. Here the same is done to the text
before it is parsed, so that what a reader sees in one place stands in one place.
"""

import re

PLACES = ("B:", "P:")
"""How the ids of placeholders begin."""
DEEPEST = 40
"""Segments inside segments; what nests deeper stays where it is."""

_SEGMENT = re.compile(r'<div hidden(?:="")? id="S:([0-9a-f]+)">')
_DIV = re.compile(r"<(/?)div\b[^<>]*>")
_PLACE = re.compile(r'<template id="([BP]):([0-9a-f]+)"[^<>]*></template>')
"""Of a boundary (B), which holds what is shown meanwhile, too, or of a part of a segment (P)."""
_COMMENT = re.compile(r"<!--(/?)\$[?!~]?-->")
"""Begins or ends a boundary."""


def settled(html: str | bytes) -> str:
    """The page with each segment in its place, without what was shown there meanwhile; bytes are UTF-8."""
    if isinstance(html, bytes):
        html = html.decode("utf-8", "replace")
    segments: dict[str, str] = {}
    rest: list[str] = []
    at = 0
    while (opened := _SEGMENT.search(html, at)) is not None:
        closed = _closed(html, opened.end())
        if closed is None:
            break
        rest.append(html[at : opened.start()])
        segments.setdefault(opened[1], html[opened.end() : closed.start()])
        at = closed.end()
    rest.append(html[at:])
    page = _Filled(segments).text("".join(rest))
    left = (f'<div hidden id="S:{name}">{segment}</div>' for name, segment in segments.items())
    return page + "".join(left)


def _closed(html: str, at: int) -> re.Match[str] | None:
    """The end of the element whose content begins there."""
    depth = 1
    for tag in _DIV.finditer(html, at):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return tag
    return None


class _Filled:
    """Fills the places of segments, each of which is used once."""

    def __init__(self, segments: dict[str, str]) -> None:
        self._segments = segments
        self._are_closed = True

    def text(self, html: str, depth: int = 0) -> str:
        """A text with the segments in their places."""
        parts: list[str] = []
        at = 0
        for place in _PLACE.finditer(html) if depth < DEEPEST else ():
            if place.start() < at or (segment := self._segments.pop(place[2], None)) is None:
                continue
            parts += [html[at : place.start()], self.text(segment, depth + 1)]
            at = self._shown_meanwhile(html, place.end()) if place[1] == "B" else place.end()
        return "".join([*parts, html[at:]])

    def _shown_meanwhile(self, html: str, at: int) -> int:
        """Where what is shown in a boundary until it is filled ends. One that has no end is not looked for again."""
        depth = 1
        for comment in _COMMENT.finditer(html, at) if self._are_closed else ():
            depth += -1 if comment[1] else 1
            if depth == 0:
                return comment.start()
        self._are_closed = False
        return at
