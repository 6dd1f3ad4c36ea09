"""Fact boxes in, Aside blocks out: kept apart from the running text."""

from newsextract.content.context import Context, Heading, Piece, Pieces
from newsextract.page.document import Element
from newsextract.records import Aside, Block, Embed, Image, Paragraph

MOST = 0.4
"""Part of the body's text above which what is marked as an aside is the article."""

MOST_HEADINGS = 3
"""Headings of a box; what has more is a part of the article in a frame: questions and their answers, say."""


def read(context: Context, element: Element) -> Pieces | None:
    """A box that has a heading and text; None, or ordinary blocks, where it is part of the running text."""
    if context.kept.length(element) > MOST * context.kept.length(context.body.container):
        return None
    pieces = context.read(element)
    first = pieces[0].block if pieces else None
    heading = first.text if isinstance(first, Heading) else None
    if heading is None:
        return pieces
    if sum(isinstance(p.block, Heading) for p in pieces) > MOST_HEADINGS:
        return pieces
    blocks = tuple(b for p in pieces[1:] for b in _blocks(p))
    if all(isinstance(b, Image | Embed) for b in blocks):
        return pieces
    return [Piece(Aside(heading=heading, blocks=blocks, path=context.path(element)), element)]


def _blocks(piece: Piece) -> tuple[Block, ...]:
    """A box has one heading, and none inside it: their headings are paragraphs of its text."""
    match piece.block:
        case Heading(text=text):
            return (Paragraph(text=text),)
        case Aside(heading=heading, blocks=blocks):
            return (Paragraph(text=heading), *blocks) if heading else blocks
        case block:
            return (block,)
