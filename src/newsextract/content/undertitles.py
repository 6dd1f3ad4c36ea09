"""Blocks in; out, the pictures among them told what paragraphs below them say of them, without those."""

import re
from itertools import zip_longest

import attrs

from newsextract.content.context import Context, Piece, Pieces
from newsextract.locate import captions
from newsextract.page.document import Element
from newsextract.page.masthead import squash
from newsextract.records import Image, Paragraph

LONGEST_CAPTION = 200
"""Characters of a paragraph that is a caption."""

LONGEST_CREDIT = 80
"""Characters of a paragraph that credits the pictures above it."""

MOST_BETWEEN = 8
"""Blocks of an entry of a list between its picture and a line that credits it."""

LEAST_ALIKE = 20
"""Letters of a caption that is known by what it says alone."""

SLANTED = frozenset({"em", "i", "cite"})
WRAPPERS = frozenset({"span", "font", "small", "br"})

_NUMBERED = re.compile(r"\d{1,3}[a-z]?\s*(?:[.:)|–—-]|$)", re.I)
"""The number of a figure behind its name, apart from what is said of it; prose goes on: "Figure 3 shows"."""


def spoken_for(context: Context, pieces: Pieces) -> Pieces:
    """Pictures with what is printed below them as a paragraph: slanted words are a caption, "Photos: Rosa Lind" a
    credit, of all the pictures above it."""
    out: Pieces = []
    first = 0
    for piece, after in zip_longest(pieces, pieces[1:]):
        said = _below(context, piece, out[-1]) if first < len(out) else None
        if said is None and _credits_in_box(context, out, piece):
            continue
        if said is None or (said[0] is not None and _is_slanted(after)):
            out.append(piece)
        elif said[0] is None:
            out[first:] = [_with(p, None, said[1]) for p in out[first:]]
        elif isinstance(out[-1].block, Image) and out[-1].block.caption is None and not _is_above(context, out, said):
            out[-1] = _with(out[-1], *said)
        else:
            out.append(piece)
        if not isinstance(piece.block, Image):
            first = len(out)
    return out


def _credits_in_box(context: Context, out: Pieces, piece: Piece) -> bool:
    """Whether a line credits the one picture of the entry of a list that it ends, text between them; it is told so."""
    run, block = piece.run, piece.block
    around = (run.element, run.element.parent) if run is not None else ()
    box = next((e for e in around if e is not None and e.tag == "li"), None)
    if box is None or not isinstance(block, Paragraph) or len(block.text) > LONGEST_CREDIT:
        return False
    credit = captions.credited(block.text, context.page.rules.words)
    near = range(max(0, len(out) - MOST_BETWEEN), len(out)) if credit is not None else ()
    shown = [n for n in near if isinstance(out[n].block, Image) and out[n].element in box]
    if len(shown) != 1:
        return False
    out[shown[0]] = _with(out[shown[0]], None, credit)
    return True


def _below(context: Context, piece: Piece, before: Piece) -> tuple[str | None, str | None] | None:
    """Caption and credit that a paragraph is, the picture before it given; None for any other."""
    run, block = piece.run, piece.block
    if run is None or not isinstance(block, Paragraph):
        return None
    words = context.page.rules.words
    if run.link_length == 0 and _describes(block.text, before):
        return captions.parted(block.text, words)
    if len(block.text) > LONGEST_CAPTION or "\n" in block.text:
        return None
    credit = captions.credited(block.text.strip("()"), words)
    if credit is not None and len(block.text) <= LONGEST_CREDIT:
        return None, credit
    is_caption = run.link_length == 0 and (_is_slanted(piece) or captions.is_signed(block.text))
    is_caption = is_caption or _is_numbered(context, block.text)
    return captions.parted(block.text, words) if is_caption else None


def _describes(text: str, before: Piece) -> bool:
    """Whether a paragraph says what is said in the place of the picture before it to those who do not see it."""
    said = squash(before.block.alt or "") if isinstance(before.block, Image) else ""
    return len(said) >= LEAST_ALIKE and squash(text) == said


def _is_above(context: Context, out: Pieces, said: tuple[str | None, str | None]) -> bool:
    """Whether numbered captions stand above their pictures: the line before the last one is such a line, too."""
    before = out[-2].block if len(out) > 1 else None
    numbered = isinstance(before, Paragraph) and _is_numbered(context, before.text)
    return numbered and _is_numbered(context, said[0] or "")


def _is_numbered(context: Context, text: str) -> bool:
    """Whether a line begins with the number of a figure: "Figure 3. The wheel"."""
    return bool(_NUMBERED.match(context.page.rules.words.after("caption", text) or ""))


def _is_slanted(piece: Piece | None) -> bool:
    """Whether all of a paragraph is set in italics; where its neighbours are too, the text is set so."""
    return piece is not None and piece.run is not None and _all_slanted(piece.run.nodes)


def _all_slanted(nodes: list[Element | str]) -> bool:
    return any(not isinstance(n, str) for n in nodes) and all(
        not n.strip() if isinstance(n, str) else n.tag in SLANTED or (n.tag in WRAPPERS and _all_slanted(n.children))
        for n in nodes
    )


def _with(piece: Piece, caption: str | None, credit: str | None) -> Piece:
    image = piece.block
    if not isinstance(image, Image):
        return piece
    said = attrs.evolve(image, caption=image.caption or caption, credit=image.credit or credit)
    return attrs.evolve(piece, block=said)
