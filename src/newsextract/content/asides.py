"""Fact boxes in, Aside blocks out: kept apart from the running text."""

from newsextract.content.context import Context, Heading, Piece, Pieces
from newsextract.page.document import Element
from newsextract.records import Aside, Block, Embed, Image, Paragraph

MOST = 0.4
"""Part of the body's text above which what is marked as an aside is the article."""


def read(context: Context, element: Element) -> Pieces | None:
    """A box that has a heading and text; None, or ordinary blocks, where it is part of the running text."""
    if context.kept.length(element) > MOST * context.kept.length(context.body.container):
        return None
    pieces = context.read(element)
    first = pieces[0].block if pieces else None
    heading = first.text if isinstance(first, Heading) else None
    if heading is None:
        return pieces
    blocks = tuple(map(_block, pieces[1:]))
    if all(isinstance(b, Image | Embed) for b in blocks):
        return pieces
    return [Piece(Aside(heading=heading, blocks=blocks, path=context.path(element)), element)]


def _block(piece: Piece) -> Block:
    """A box has one heading; those inside it are paragraphs of its text."""
    return Paragraph(text=piece.block.text) if isinstance(piece.block, Heading) else piece.block

