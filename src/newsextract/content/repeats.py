"""Blocks that a page shows twice, once each: copies for small screens, spare pictures, a lead set again.

Conservative: only a long text that is the same to the letter is a copy; refrains, captions and short lines may repeat.
"""

from newsextract.content.context import Heading, Piece, Pieces
from newsextract.page.urls import comparable
from newsextract.records import Embed, Image, List, Paragraph, Table

LONG_TEXT = 100
"""Characters from which on the same paragraph twice is a copy."""


def dropped(pieces: Pieces) -> Pieces:
    """The pieces without copies of earlier ones."""
    seen: set[object] = set()
    out: Pieces = []
    for piece in pieces:
        key = _key(piece)
        if key is not None and key in seen:
            continue
        seen.add(key)
        out.append(piece)
    return out


def _key(piece: Piece) -> object:
    """What is equal for copies; None for what may repeat."""
    match piece.block:
        case Heading():
            return None
        case Image(url=url):
            return "image", comparable(url).partition("?")[0]
        case Embed(url=url):
            return "embed", url.partition("#")[0]
        case Paragraph(text=text):
            return ("paragraph", text) if len(text) >= LONG_TEXT else None
        case List(items=items):
            return ("list", items) if sum(len(i.text) for i in items) >= LONG_TEXT else None
        case Table(header=header, rows=rows):
            return ("table", header, rows) if len(rows) > 1 else None
        case _:
            return None
