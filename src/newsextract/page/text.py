"""Visible text of elements: white space folded as CSS does it, a `<br>` as a newline, words never glued."""

import re

from newsextract.page.document import Element

BLOCK_TAGS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option optgroup p pre "
    "search section summary table tbody td tfoot th thead tr ul".split()
)
"""Tags that a browser lays out as blocks (HTML standard, section 15.3), and table parts."""

INVISIBLE = frozenset(
    "script style template noscript head title meta link base svg math iframe object embed video audio canvas map area "
    "select datalist textarea input param source track".split()
)
"""Tags whose content no reader sees as text."""

_SPACES = re.compile(r"[ \t\n\r\f\v\xa0]+")
_SPACES_BUT_NEWLINE = re.compile(r"[ \t\r\f\v\xa0]+")
_AROUND_BREAK = re.compile(r" *\n *")
_BREAKS = re.compile(r"\n{2,}")
_UNSEEN = str.maketrans({"\u00ad": None, "\u200b": None, "\ufeff": None, "\u2060": None})
"""Soft hyphen, zero-width space, byte order mark, word joiner: in the markup, not on the screen."""


def text_of(element: Element) -> str:
    """The element's visible text on one line: white space folded, blocks and breaks parted by one space.

    What `label.cut` removed, and what never shows (scripts, styles, forms' fields), is left out.
    """
    return fold("".join(pieces(element, " ")))


def lines_of(element: Element) -> str:
    """As `text_of`, with a newline for each `<br>` and between blocks."""
    return fold_lines("".join(pieces(element, "\n")))


def fold(text: str) -> str:
    """White space folded to single spaces, ends stripped, unseen characters dropped."""
    return " ".join(text.translate(_UNSEEN).split()) if not text.isascii() else " ".join(text.split())


def fold_source(text: str) -> str:
    """The markup's own white space as single spaces, ends kept: a newline in the source is no line break."""
    return _SPACES.sub(" ", text)


def fold_lines(text: str) -> str:
    """White space folded, "\\n" kept as single line breaks, ends stripped; the source's newlines are folded before."""
    text = _SPACES_BUT_NEWLINE.sub(" ", text.translate(_UNSEEN))
    return _BREAKS.sub("\n", _AROUND_BREAK.sub("\n", text)).strip()


def pieces(element: Element, line: str) -> list[str]:
    """Text pieces in order, unfolded, with `line` for breaks and at the edges of blocks."""
    out: list[str] = []
    stack: list[Element | str] = [element]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            out.append(node)
        elif node.tag == "br":
            out.append(line)
        elif node is element or (node.removed is None and node.tag not in INVISIBLE):
            edge = line if node.tag in BLOCK_TAGS else ""
            if edge:
                out.append(edge)
                stack.append(_Edge(edge))
            stack.extend(_source_text(c) for c in reversed(node.children))
    return out


class _Edge(str):
    """An edge of a block: a string that is not the page's own text."""

    __slots__ = ()


def _source_text(child: Element | str) -> Element | str:
    return fold_source(child) if isinstance(child, str) else child
