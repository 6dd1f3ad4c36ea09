"""Blocks that a page shows twice, once each: copies for small screens, spare pictures, a lead set again; and no heading
of nothing at the end.

Conservative: only a long text that is the same to the letter is a copy; refrains, captions and short lines may repeat.
"""

from newsextract.content.context import Heading, Piece, Pieces
from newsextract.page.urls import comparable
from newsextract.records import Embed, Image, List, Paragraph, Table

LONG_TEXT = 100
"""Characters from which on the same paragraph twice is a copy."""
TRAILING = 2
"""Headings at the end of an article that may head what is none of it."""


def dropped(pieces: Pieces) -> Pieces:
    """The pieces without copies of earlier ones."""
    seen: set[object] = set()
    out: Pieces = []
    for piece in pieces:
        key = _key(piece)
        if (key is not None and key in seen) or (out and _is_heading_again(out[-1], piece)):
            continue
        seen.add(key)
        out.append(piece)
    return out


def headed(pieces: Pieces) -> Pieces:
    """The pieces without headings at their end: what those head is no part of the article. Many of them are what the
    page lists."""
    last = next((n for n in range(len(pieces), 0, -1) if not isinstance(pieces[n - 1].block, Heading)), 0)
    return pieces[:last] if last > 0 and len(pieces) - last <= TRAILING else pieces


def _is_heading_again(before: Piece, piece: Piece) -> bool:
    """Whether a heading stands right below itself."""
    above, block = before.block, piece.block
    return isinstance(above, Heading) and isinstance(block, Heading) and above.text == block.text


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
