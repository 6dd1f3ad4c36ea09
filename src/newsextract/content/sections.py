"""The located body in, sections of blocks out."""

from newsextract.content import headings, lists, tables, walk
from newsextract.content.context import Context, Heading, Kept, Pieces
from newsextract.label import LabelledPage
from newsextract.locate.body import Body
from newsextract.records import Block, Section


def read(page: LabelledPage, body: Body, *, locators: bool = False) -> tuple[Section, ...]:
    """The body as sections in reading order; () where there is no body."""
    kept = Kept(body, page.document.elements)
    context = Context(page=page, body=body, kept=kept, locators=locators, walk=walk.read)
    pieces = walk.read(context, body.container)
    pieces = lists.typed(pieces, context)
    pieces = tables.joined(pieces)
    pieces = headings.bold(headings.lead_set_right(context, pieces))
    return tuple(_sections(pieces))


def _sections(pieces: Pieces) -> list[Section]:
    """Pieces parted at the headings."""
    found: list[tuple[Heading | None, list[Block]]] = [(None, [])]
    for piece in pieces:
        if isinstance(piece.block, Heading):
            found.append((piece.block, []))
        else:
            found[-1][1].append(piece.block)
    if not found[0][1]:
        del found[0]
    return [_section(heading, blocks) for heading, blocks in found]


def _section(heading: Heading | None, blocks: list[Block]) -> Section:
    if heading is None:
        return Section(blocks=tuple(blocks))
    return Section(heading=heading.text, level=heading.level, anchor=heading.anchor, blocks=tuple(blocks))
