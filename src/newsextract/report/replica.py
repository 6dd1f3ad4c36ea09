"""A page and its regions in, the page as inert HTML out, its regions marked.

Built from the snapshot tree: tags and attributes are the allowed ones and no others, so no script, event handler, form,
frame, refresh or address is in it. Styles are kept without what would fetch. The frame it is shown in is sandboxed and
has a Content-Security-Policy besides: each of the three is enough alone.
"""

import re
from collections.abc import Iterable
from html import escape

from newsextract.export import safe
from newsextract.page.document import Document, Element
from newsextract.page.flow import Run
from newsextract.report.assets import asset
from newsextract.report.regions import Region

KEPT = frozenset(
    "a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup data dd del "
    "details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd label "
    "legend li main mark menu nav ol p picture pre q rp rt ruby s samp search section small span strike strong sub "
    "summary sup table tbody td tfoot th thead time tr tt u ul var wbr".split()
)
"""Tags that stay. Others become a span, or a div where they hold blocks."""

DROPPED = frozenset(
    "script noscript template head title meta link base svg math object embed applet frame frameset noframes noembed "
    "input select option optgroup datalist textarea canvas map area param source track style iframe video audio".split()
)
"""Tags of which nothing is copied; style, frames and players leave something in their place."""

BLOCKS = frozenset("form fieldset dialog dir body shadow-root marquee".split())
VOID = frozenset("br col hr img wbr".split())

ATTRIBUTES = frozenset(
    "abbr align alt bgcolor border cellpadding cellspacing class color cols colspan datetime dir face height hidden id "
    "lang reversed role rowspan scope size span start style title type valign value width".split()
)
"""Attributes that stay. None is an address, a handler or a name that a script could look up."""

POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

LARGEST_PICTURE = 2_000_000
"""Characters of a picture that stands in the page itself; larger ones are shown by their text."""

_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp|avif|svg\+xml)[;,]", re.I)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.S)
_ESCAPED = re.compile(r"\\(?:[0-9a-fA-F]{1,6}\s?|(?=[g-zG-Z]))")
_IMPORT = re.compile(r"@(?:import|charset|namespace)[^;{}]*;?", re.I)
_FETCH = re.compile(r"url\(\s*+(?![\"']?data:image/)[^)]*+(?:\)|\Z)|(?:-webkit-)?image-set\(|src\(", re.I)
_IMPORTANT = re.compile(r"!\s*important", re.I)


def replica(document: Document, regions: Iterable[Region], runs: Iterable[Run]) -> str:
    """A whole HTML document for a sandboxed frame; `data-ne` on an element lists the regions that it is."""
    writer = _Writer(document, regions, {r.number: r for r in runs})
    body = writer.write()
    root = document.root
    return (
        f'<!DOCTYPE html>\n<html{_attributes(root)}><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f"<style>{asset('replica.css')}</style>{writer.head_styles()}</head>{body}</html>"
    )


class _Writer:
    """Writes one page."""

    def __init__(self, document: Document, regions: Iterable[Region], runs: dict[int, Run]) -> None:
        self._document = document
        self._of_element: dict[int, list[Region]] = {}
        self._of_runs: dict[int, dict[int, list[Region]]] = {}
        self._runs = runs
        for region in regions:
            if region.run is None:
                self._of_element.setdefault(region.element, []).append(region)
            else:
                self._of_runs.setdefault(region.element, {}).setdefault(region.run, []).append(region)
        self._out: list[str] = []

    def head_styles(self) -> str:
        """The style elements of the head."""
        heads = self._document.by_tag.get("head", [])
        found = [s for head in heads[:1] for s in self._document.within(head, "style")]
        return "".join(self._style(s) for s in found)

    def write(self) -> str:
        """The body element."""
        body = self._document.body
        self._out.append(f"<body{_attributes(body) if body.tag == 'body' else ''}{self._marks(body)}>")
        self._children(body)
        self._out.append("</body>")
        return "".join(self._out)

    def _element(self, element: Element) -> None:
        tag = element.tag
        if tag in DROPPED:
            self._out.append(self._instead(element))
            return
        shown = tag if tag in KEPT else "div" if tag in BLOCKS else "span"
        self._out.append(f"<{shown}{_attributes(element)}{_picture(element)}{self._marks(element)}>")
        if shown not in VOID:
            self._children(element)
            self._out.append(f"</{shown}>")

    def _children(self, element: Element) -> None:
        wraps = self._wraps(element)
        for place, child in enumerate(element.children):
            for piece in wraps.get(place, ()):
                self._out.append(piece)
            if isinstance(child, str):
                self._out.append(escape(safe.text(child), quote=False))
            else:
                self._element(child)
        self._out += wraps.get(len(element.children), ())

    def _wraps(self, element: Element) -> dict[int, list[str]]:
        """Tags that mark runs, by the place among the children before which they stand."""
        wraps: dict[int, list[str]] = {}
        after = 0
        for number, regions in sorted(self._of_runs.get(element.index, {}).items()):
            nodes = self._runs[number].nodes
            start = next((i for i in range(after, len(element.children)) if element.children[i] is nodes[0]), None)
            if start is None:
                continue
            after = next(i for i in range(start, len(element.children)) if element.children[i] is nodes[-1]) + 1
            wraps.setdefault(start, []).append(f"<span{_mark(regions)}>")
            wraps.setdefault(after, []).insert(0, "</span>")
        return wraps

    def _marks(self, element: Element) -> str:
        regions = self._of_element.get(element.index)
        return _mark(regions) if regions else ""

    def _instead(self, element: Element) -> str:
        if element.tag == "style":
            return self._style(element)
        marks = self._marks(element)
        if element.tag in {"iframe", "video", "audio", "object", "embed"} or marks:
            name = safe.text(element.get("title") or element.get("src") or element.get("data-src") or "")
            return f'<span class="ne-frame"{marks}>{element.tag} {escape(name[:120], quote=False)}</span>'
        return ""

    def _style(self, element: Element) -> str:
        media = element.get("media") or "all"
        text = styles(self._document.script_text(element)).replace("<", "\\3c ")
        return f'<style data-ne-page media="{escape(safe.text(media))}">{safe.text(text)}</style>' if text else ""


def styles(text: str) -> str:
    """CSS without what fetches: imports, addresses other than pictures written out; without escapes that hide them."""
    plain = _ESCAPED.sub("", _COMMENT.sub("", text))
    return _FETCH.sub("none", _IMPORT.sub("", plain))


def _attributes(element: Element) -> str:
    pieces: list[str] = []
    for name, value in element.attrs.items():
        if name not in ATTRIBUTES:
            continue
        text = value or ""
        if name == "style":
            text = _IMPORTANT.sub("", styles(text))
        pieces.append(f' {name}="{escape(safe.text(text))}"')
    if element.tag == "details":
        pieces.append(" open")
    return "".join(pieces)


def _picture(element: Element) -> str:
    """The source of a picture that stands in the page itself; any other would be fetched."""
    source = (element.get("src") or "") if element.tag == "img" else ""
    if _PICTURE.match(source) and len(source) <= LARGEST_PICTURE:
        return f' src="{escape(safe.text(source))}"'
    return ""


_FIRST = ("removed", "left", "weighed")
"""Families that name an element only where nothing was read from it."""


def _mark(regions: list[Region]) -> str:
    chief = next((r for r in regions if r.family not in _FIRST), regions[0])
    numbers = " ".join(str(r.number) for r in regions)
    labels = " · ".join(dict.fromkeys(r.label for r in regions))
    return f' data-ne="{numbers}" data-ne-f="{chief.family}" data-ne-label="{escape(labels)}"'
