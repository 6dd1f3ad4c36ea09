"""The located body in, sections of blocks out."""

from itertools import chain

from newsextract.content import headings, quotes, repeats, walk
from newsextract.content.context import Context, Heading, Kept, Pieces, Places
from newsextract.content.media import PICTURES, PLAYERS, Media
from newsextract.label import LabelledPage
from newsextract.locate.body import Body
from newsextract.records import Block, Section
from newsextract.rules import providers


def read(page: LabelledPage, body: Body, *, locators: bool = False) -> tuple[Section, ...]:
    """The body as sections in reading order; () where there is no body."""
    if not body.kept:
        return ()
    context = _context(page, body, locators=locators)
    pieces = walk.finished(context, walk.read(context, body.container))
    pieces = headings.bold(headings.lead_set_right(context, pieces))
    pieces = repeats.dropped(quotes.pulled(pieces))
    return tuple(_sections(pieces))


def _context(page: LabelledPage, body: Body, *, locators: bool) -> Context:
    document, labels, known = page.document, page.labels, providers.bundled()
    captions = chain(document.by_tag.get("figcaption", ()), labels.of("caption"))
    return Context(
        page=page,
        body=body,
        kept=Kept(body, document.elements),
        media=Media(document, body.flow, {*PICTURES, *PLAYERS, *known.by_element}),
        captions=Places(captions),
        credits=Places(labels.of("credit")),
        providers=known,
        posts={e.index: p for p in known.all for s in p.blocks for e in s.find(document)},
        reach=_reach(body),
        locators=locators,
        walk=walk.read,
    )


def _reach(body: Body) -> tuple[int, int]:
    """From the container's beginning, or the first kept text where that is the whole page, to the last kept text."""
    kept = [r.element for r in body.runs]
    start = body.container.index if body.container.tag != "body" else min(e.index for e in kept)
    return start, max(e.end for e in kept)


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
