"""A run's text as a browser shows it, and its links.

White space is folded, a `<br>` is a newline. Of ruby the base text stays and the reading goes; digits in `<sub>` and
`<sup>` stay where they stand (H2O), as signs of their own behind a digit (10⁶), but a `<sup>` whose link leads to a
note on the page ("[1]") is dropped: it is no part of the sentence.
"""

import re
from collections.abc import Iterable, Iterator

from newsextract.content import raised
from newsextract.page.document import Element
from newsextract.page.flow import Flow, Run
from newsextract.page.text import INVISIBLE, fold_lines, fold_source
from newsextract.page.urls import absolute
from newsextract.records import Link

WIDTHLESS = "\u200b\u200c\u200d\u2060\ufeff"
"""Characters that show nothing; between letters some say how these join."""
_WIDTHLESS = re.compile(f"[{WIDTHLESS}]")

READINGS = frozenset({"rt", "rp", "rtc"})
"""Ruby: pronunciation set above the base text, and brackets for where it is not."""

SHIFTED = frozenset({"sup", "sub"})
"""What is set above or below the line."""

FIRST_SIGN = "\u2190"
"""The first arrow: with arrows the signs begin that pictures stand for."""
LONGEST_SIGN = 8
"""Code points of one sign: flags and families are made of several."""

NOTE_MARK = re.compile(r"[\[(]?\s*(?:\d{1,3}|[a-z]|[*†‡])\s*[\])]?")


def lines(run: Run) -> str:
    """The text of a run, a newline for each line break."""
    if all(isinstance(n, str) for n in run.nodes):
        return _visible(run.text)
    return _visible(fold_lines("".join(_pieces(run.nodes))))


def lines_in(flow: Flow, element: Element) -> str:
    """The text of an element, runs and blocks on lines of their own."""
    if not flow.is_block(element):
        return fold_lines("".join(_pieces([element])))
    return "\n".join(t for t in map(lines, runs_of(flow, element)) if t)


def runs_of(flow: Flow, element: Element) -> Iterator[Run]:
    """The runs inside a block-level element, in reading order."""
    stack = [iter(flow.parts(element))]
    while stack:
        part = next(stack[-1], None)
        if part is None:
            stack.pop()
        elif isinstance(part, Run):
            yield part
        else:
            stack.append(iter(flow.parts(part)))


def links(runs: Iterable[Run], base: str | None) -> tuple[Link, ...]:
    """The links of runs, with an absolute http(s) address, in order."""
    return tuple(found for run in runs if run.link_length for found in _links(run, base))


def _links(run: Run, base: str | None) -> Iterator[Link]:
    around = next((a for a in [run.element, *run.element.ancestors] if a.tag == "a"), None)
    anchors = [around] if around is not None else [e for e in elements(run.nodes) if e.tag == "a"]
    for anchor in anchors:
        url = absolute(anchor.get("href"), base)
        text = run.text if anchor is around else fold_nodes([anchor])
        if url is not None and text:
            yield Link(text=text, url=url)


def elements(nodes: Iterable[Element | str]) -> Iterator[Element]:
    """Every element among inline nodes and inside them, in order; what was removed is left out."""
    stack = [n for n in nodes if not isinstance(n, str)][::-1]
    while stack:
        node = stack.pop()
        if node.removed is None:
            yield node
            stack.extend([c for c in node.children if not isinstance(c, str)][::-1])


def fold_nodes(nodes: Iterable[Element | str]) -> str:
    """The text of inline nodes on one line."""
    return _visible(fold_lines("".join(_pieces(nodes)))).replace("\n", " ").strip()


def _visible(text: str) -> str:
    """The text without joiners and marks of no width that join nothing: at the ends of its lines."""
    if text.isascii() or not _WIDTHLESS.search(text):
        return text
    return "\n".join(line.strip(f" {WIDTHLESS}") for line in text.split("\n")).strip()


def _pieces(nodes: Iterable[Element | str]) -> list[str]:
    out: list[str] = []
    stack = list(nodes)[::-1]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            out.append(fold_source(node))
        elif node.tag == "br":
            out.append("\n")
        elif node.tag == "img":
            out.append(_sign(node))
        elif node.removed is None and node.tag not in INVISIBLE and not _is_aside(node):
            spelt = raised.spelt(node, out[-1], stack) if out and node.tag in SHIFTED else None
            if spelt is None:
                stack.extend(reversed(node.children))
            else:
                out.append(spelt)
    return out


def _sign(image: Element) -> str:
    """What an emoji set as a picture stands for; "" for any other picture."""
    alt = image.attrs.get("alt") or ""
    return alt if alt >= FIRST_SIGN and len(alt) <= LONGEST_SIGN and not any(map(str.isalnum, alt)) else ""


def _is_aside(node: Element) -> bool:
    return node.tag in READINGS or (node.tag == "sup" and _is_note(node))


def _is_note(sup: Element) -> bool:
    anchors = [e for e in elements([sup]) if e.tag == "a"]
    if not anchors or not all("#" in (a.get("href") or "") for a in anchors):
        return False
    mark = "".join(c for e in elements([sup]) for c in e.children if isinstance(c, str))
    return NOTE_MARK.fullmatch(mark.strip()) is not None
