"""The located body in, sections of blocks out."""

from itertools import chain

import attrs

from newsextract.content import headings, live, quotes, repeats, walk
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
    return tuple(_sections(context, pieces))


def _context(page: LabelledPage, body: Body, *, locators: bool) -> Context:
    document, labels, known = page.document, page.labels, providers.bundled()
    captions = chain(document.by_tag.get("figcaption", ()), labels.of("caption"))
    return Context(
        page=page,
        body=body,
        kept=Kept(body, document.elements),
        media=Media(document, body.flow, body.container, {*PICTURES, *PLAYERS, *known.by_element}),
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


@attrs.define
class _Open:
    """A section while its blocks are being collected."""

    heading: Heading | None = None
    entry: live.Entry | None = None
    blocks: list[Block] = attrs.field(factory=list)

    def closed(self) -> Section:
        section = Section(blocks=tuple(self.blocks))
        if self.heading is not None:
            heading = self.heading
            section = attrs.evolve(section, heading=heading.text, level=heading.level, anchor=heading.anchor)
        if self.entry is not None:
            section = attrs.evolve(section, published=self.entry.published, authors=self.entry.authors)
        return section


def _sections(context: Context, pieces: Pieces) -> list[Section]:
    """Pieces parted at the headings, and at the entries of a live blog."""
    entries = live.find(context, pieces)
    found = [_Open()]
    inside: live.Entry | None = None
    for piece in pieces:
        entry = entries.of(piece)
        if entry is not inside:
            found.append(_Open(entry=entry))
            inside = entry
        if entry is not None and live.is_time(context, piece):
            continue
        if isinstance(piece.block, Heading):
            if found[-1].entry is None or found[-1].heading is not None or found[-1].blocks:
                found.append(_Open())
            found[-1].heading = piece.block
        else:
            found[-1].blocks.append(piece.block)
    return [s.closed() for s in found if s.heading is not None or s.blocks]
