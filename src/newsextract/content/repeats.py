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
    """The pieces without copies of earlier ones, and without the headings set again above nothing but those."""
    copies = _copies(pieces)
    if copies:
        first: dict[str, int] = {}
        for place, piece in enumerate(pieces):
            if isinstance(piece.block, Heading):
                first.setdefault(piece.block.text, place)
        heads_copies = False
        for place in range(len(pieces) - 1, -1, -1):
            block = pieces[place].block
            if isinstance(block, Heading):
                if heads_copies and first[block.text] < place:
                    copies.add(place)
                else:
                    heads_copies = False
            else:
                heads_copies = place in copies and (heads_copies or _ends_section(pieces, place))
    return [piece for place, piece in enumerate(pieces) if place not in copies]


def _ends_section(pieces: Pieces, place: int) -> bool:
    """Whether a heading follows a piece, or nothing."""
    return place + 1 == len(pieces) or isinstance(pieces[place + 1].block, Heading)


def _copies(pieces: Pieces) -> set[int]:
    """The places of pieces that are the same as an earlier one: a list, under no heading that was first set since. What
    two things have in common is said of each."""
    seen: dict[object, int] = {}
    copies: set[int] = set()
    before: Piece | None = None
    above: list[Heading] = []
    first: dict[str, int] = {}
    for place, piece in enumerate(pieces):
        block = piece.block
        if isinstance(block, Heading):
            above = [*(h for h in above if h.level < block.level), block]
            first.setdefault(block.text, place)
        key = _key(piece)
        earlier = seen.get(key) if key is not None else None
        is_new = isinstance(block, List) and earlier is not None and any(first[h.text] > earlier for h in above)
        if (earlier is not None and not is_new) or (before is not None and _is_heading_again(before, piece)):
            copies.add(place)
            continue
        seen[key] = place
        before = piece
    return copies


def headed(pieces: Pieces) -> Pieces:
    """The pieces without headings at their end: what those head is no part of the article. Many of them are what the
    page lists, but for those that are set again."""
    last = next((n for n in range(len(pieces), 0, -1) if not isinstance(pieces[n - 1].block, Heading)), 0)
    if last > 0 and len(pieces) - last > TRAILING:
        said = {p.block.text for p in pieces[:last] if isinstance(p.block, Heading)}
        trailing = [p for p in pieces[last:] if not (isinstance(p.block, Heading) and p.block.text in said)]
        pieces = [*pieces[:last], *trailing]
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
