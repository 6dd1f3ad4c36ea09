"""What stands above the text of an article and is no heading of it: words over the headline, standfirsts set large."""

from collections import Counter

import attrs

from newsextract.content.context import Context, Heading, Piece, Pieces
from newsextract.content.headings import NO_HEADING_END
from newsextract.page.standfirst import heading_below
from newsextract.records import Paragraph

LONG_OPENING = 50
"""Characters from which on a heading before any text is a standfirst: of 126 annotated articles one opens with a
heading, of 24 characters."""

LONGEST_KICKER = 60
"""Characters of a line right above the headline that is no part of the text."""

NEXT = 2
"""Elements between such a line and the headline: what is around each."""

KICKER = frozenset({"kicker"})

STANDFIRST = frozenset({"standfirst", "subtitle"})
"""Kinds of labels."""


def lead_set_right(context: Context, pieces: Pieces) -> Pieces:
    """Before any text, a standfirst set as a heading is a paragraph, and a kicker is nothing, whatever it is set as."""
    out: Pieces = []
    opening = True
    made = Counter(_make(piece) for piece in pieces if isinstance(piece.block, Heading))
    for piece in pieces:
        block = piece.block
        if opening and isinstance(block, Heading | Paragraph) and _is_kicker(context, piece, block):
            continue
        if isinstance(block, Paragraph):
            opening = False
        alike = made[_make(piece)] > 1
        if opening and isinstance(block, Heading) and _is_standfirst(context, piece, block, alike=alike):
            out.append(attrs.evolve(piece, block=Paragraph(text=block.text, path=context.path(piece.element))))
        else:
            out.append(piece)
    return out


def _is_kicker(context: Context, piece: Piece, block: Heading | Paragraph) -> bool:
    """Whether a heading before the text, or a line that is no sentence, is the words above the headline."""
    headline = context.page.headline
    above = headline is not None and piece.element.index < headline.index
    if isinstance(block, Paragraph):
        is_next = headline is not None and 0 <= headline.index - piece.element.end <= NEXT
        return is_next and len(block.text) <= LONGEST_KICKER and not block.text.endswith(NO_HEADING_END)
    return above or context.labelled(piece.element, KICKER)


def _is_standfirst(context: Context, piece: Piece, heading: Heading, *, alike: bool) -> bool:
    """Whether a heading before any text is one: right below the headline, or long; but a long one that is no sentence
    and made like headings further on is one of them."""
    is_set_as_one = piece.element is heading_below(context.page.document, context.page.headline)
    if is_set_as_one or context.labelled(piece.element, STANDFIRST):
        return True
    return len(heading.text) >= LONG_OPENING and (not alike or heading.text.endswith(NO_HEADING_END))


def _make(piece: Piece) -> tuple[str, str | None, int]:
    """How the element of a heading is made, and where it stands."""
    element = piece.element
    return element.tag, element.get("class"), element.parent.index if element.parent is not None else 0
