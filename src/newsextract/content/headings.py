"""What is a heading: heading elements, and paragraphs wholly in bold that stand where a heading would."""

import re

from newsextract.content import inline
from newsextract.content.context import Context, Heading, Piece, Pieces
from newsextract.page.document import Element
from newsextract.page.flow import Run
from newsextract.page.text import fold
from newsextract.records import Paragraph

TAGS = {f"h{n}": n for n in range(1, 7)}

LONG_HEADING = 250
"""Characters above which a heading element holds a paragraph set large."""

LONG_BOLD = 120
"""Characters of the longest paragraph in bold taken for a heading."""

_MARKS = re.compile(r"(?:\s*[#¶🔗§])+$|^[#¶🔗§]\s+")
"""Signs of a heading's own link."""

_SENTENCE = re.compile(r"[.!?。！？][\"”’)»]?\s+\S")
"""One sentence ends and another begins."""

_NO_HEADING_END = (".", ",", ";", "。", "，", "…", ":")

BOLD = frozenset({"b", "strong"})


def read(context: Context, element: Element) -> Pieces | None:
    """The heading; None where the element holds a paragraph, [] where it prints the article's own title."""
    runs = [r for r in inline.runs_of(context.flow, element) if context.body.keeps(r)]
    text = _MARKS.sub("", fold(" ".join(r.text for r in runs)))
    if is_title(context, text) or not text:
        return []
    if len(text) > LONG_HEADING or (len(text) > LONG_BOLD and _SENTENCE.search(text)):
        return None
    return [Piece(Heading(text=text, level=TAGS.get(element.tag) or _level(element), anchor=_anchor(element)), element)]


def is_title(context: Context, text: str) -> bool:
    """Whether a text is the article's own title."""
    title = context.page.title
    return title is not None and fold(text).casefold() == fold(title).casefold()


def _level(element: Element) -> int:
    level = element.get("aria-level") or ""
    return int(level) if level in {"1", "2", "3", "4", "5", "6"} else 2


def _anchor(element: Element) -> str | None:
    if element.get("id"):
        return element.get("id")
    for inside in inline.elements([element]):
        name = inside.get("id") or (inside.get("name") if inside.tag == "a" else None)
        if name:
            return name
    return None


def bold(pieces: Pieces) -> Pieces:
    """Paragraphs wholly in bold as headings, where running text follows them."""
    level = min((p.block.level for p in pieces if isinstance(p.block, Heading)), default=2)
    marks = [_is_bold(p) for p in pieces]
    out: Pieces = []
    for number, piece in enumerate(pieces):
        after = pieces[number + 1] if number + 1 < len(pieces) else None
        alone = number > 0 and after is not None and not marks[number + 1] and not isinstance(after.block, Heading)
        if marks[number] and alone and isinstance(piece.block, Paragraph):
            text = _MARKS.sub("", piece.block.text.replace("\n", " "))
            out.append(Piece(Heading(text=text, level=level, anchor=_anchor(piece.element)), piece.element))
        else:
            out.append(piece)
    return out


def _is_bold(piece: Piece) -> bool:
    run = piece.run
    if run is None or len(run.text) > LONG_BOLD or run.text.endswith(_NO_HEADING_END):
        return False
    if run.link_length == len(run.text) or not any(c.isalpha() for c in run.text):
        return False
    return run.element.tag in BOLD or in_bold(run)


def in_bold(run: Run) -> bool:
    """Whether all text of a run is set in bold."""
    return all(_in_bold(n) for n in run.nodes)


def _in_bold(node: Element | str) -> bool:
    if isinstance(node, str):
        return not node.strip()
    if node.tag in BOLD or node.tag == "br" or node.removed is not None:
        return True
    return all(_in_bold(c) for c in node.children)
