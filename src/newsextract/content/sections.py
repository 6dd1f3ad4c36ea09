"""The located body in, sections of blocks out."""

from collections.abc import Iterator
from itertools import accumulate, chain, dropwhile, islice, takewhile
from operator import attrgetter

import attrs

from newsextract.content import headings, live, opening, quotes, repeats, walk
from newsextract.content.context import Context, Heading, Kept, Pieces, Places, Reach
from newsextract.content.media import PICTURES, PLAYERS, Media
from newsextract.content.paths import Paths
from newsextract.label import LabelledPage
from newsextract.locate import captions
from newsextract.locate.body import Body
from newsextract.page.document import Element
from newsextract.page.flow import Run
from newsextract.page.standfirst import heading_below
from newsextract.page.text import text_of
from newsextract.records import Block, Image, Section
from newsextract.rules import providers

TEXT_TAGS = frozenset("p h1 h2 h3 h4 h5 h6 li ul ol dl dd dt blockquote table tbody tr td th pre figure".split())
"""Parts of a text: where one holds all that is kept, the body goes on around it."""

OPENING = ("standfirst", "headline", "kicker")
"""Kinds of labels of what stands above the lead picture."""

TITLED = 3
"""Length of a run, in titles, up to which what holds the title is a trail, the title and a standfirst."""

OPENED = 60
"""Words of text above a heading from which on it is one of its parts', whatever it says."""

MOST_BELOW = 50
"""Paragraphs of pictures below the last text that are looked at."""
BELOW = 0.5
"""Part of the text that stands below the standfirst; where less does, the standfirst is the text, of a gallery say."""

LONGEST_CAPTION = 500
"""Characters; credits and a second caption beside it may have half as many."""

SET_APART = frozenset({"em", "i", "small", "font"})
"""Tags of words that may be a caption by how they are set."""

CAPTION_DEPTH = 3
"""Levels up to the element that holds a caption and its picture."""

CAPTION_NEAR = 3
"""Elements between a picture and a caption right after it."""


def read(page: LabelledPage, body: Body, *, locators: bool = False, lead: Image | None = None) -> tuple[Section, ...]:
    """The body as sections in reading order; () where there is no body. `lead` is the picture told as that."""
    if not body.kept:
        return ()
    context = _context(page, attrs.evolve(body, container=_home(body.container)), lead, locators=locators)
    pieces = walk.finished(context, walk.read(context, context.body.container))
    pieces = headings.without_counters(headings.bold(context, opening.lead_set_right(context, pieces)))
    pieces = repeats.dropped(quotes.pulled(pieces))
    if not page.labels.of("paywall"):  # behind which the text that a last heading heads may stand
        pieces = repeats.headed(pieces)
    return tuple(_sections(context, pieces))


def _context(page: LabelledPage, body: Body, lead: Image | None, *, locators: bool) -> Context:
    document, labels, known = page.document, page.labels, providers.bundled()
    posts = [(e, p) for p in known.all for s in p.blocks for e in s.find(document)]
    kept = Kept(body, document.elements)
    media = Media(document, body.flow, body.container, {*PICTURES, *PLAYERS, *known.by_element})
    labelled = (e for e in labels.of("caption") if _is_caption(e, kept, media) and not _shows(page, e, media))
    captions = Places(chain(document.by_tag.get("figcaption", ()), labelled, _set_below(body)))
    return Context(
        page=page,
        body=body,
        kept=kept,
        media=media,
        captions=captions,
        credits=Places(labels.of("credit")),
        links=Places(a for a in document.by_tag.get("a", ()) if not _is_blank(a)),
        teasers=Places(part for block in page.cards for card in block.cards for part in card.parts),
        providers=known,
        posts={e.index: p for e, p in posts},
        posted=Places(e for e, _ in posts),
        reach=_reach(page, body, captions, lead),
        opened=_opened(body),
        paths=Paths() if locators else None,
        walk=walk.read,
    )


def _is_caption(element: Element, kept: Kept, media: Media) -> bool:
    """Whether what a rule takes for a caption is one: short, right after a picture or alone with it in a frame."""
    own = kept.length_of_all(element)
    if own > LONGEST_CAPTION:
        return False
    before = media.before(element)
    if before is not None and 0 <= element.index - before.end < CAPTION_NEAR:
        return True
    frame = next((a for a in islice(element.ancestors, CAPTION_DEPTH) if media.count(a)), None)
    return frame is not None and kept.length_of_all(frame) - own <= LONGEST_CAPTION // 2


def _is_blank(anchor: Element) -> bool:
    """Whether a link's address is left blank: it leads nowhere, and no script waits for it."""
    return "href" in anchor.attrs and not (anchor.attrs["href"] or "").strip()


def _shows(page: LabelledPage, element: Element, media: Media) -> bool:
    """Whether an element holds a picture: what is named after its caption frames both."""
    held = (m for m in media.within(element) if m.tag in PICTURES and not page.labels.has(m, "icon"))
    return any(page.pictures.url(picture) is not None for picture in held)


def _set_below(body: Body) -> Iterator[Element]:
    """Captions of pages older than <figure>: small or slanted words below a picture, on a line of their own."""
    for run in body.runs:
        if len(run.text) > LONGEST_CAPTION // 2:
            continue
        shown = [n for n in run.nodes if not isinstance(n, str) or not n.isspace()]
        if len(shown) <= 2:
            continue
        picture, line_break, *words = shown
        if isinstance(picture, Element) and isinstance(line_break, Element) and picture.tag in PICTURES:
            below = [w for w in words if isinstance(w, Element) and w.tag in SET_APART]
            if line_break.tag == "br" and len(below) == len(words):
                yield from below


def _home(container: Element) -> Element:
    """The container, or what is around it where it is a part of a text: its pictures stand beside it."""
    while container.tag in TEXT_TAGS and container.parent is not None:
        container = container.parent
    return container


def _reach(page: LabelledPage, body: Body, captions: Places, lead: Image | None) -> Reach:
    """From the first kept text below headline, standfirst and the first captions on: what stands before it is the lead
    picture, which is a field of its own, and not a captioned figure that shows another. Players are none, and reach up
    to the headline."""
    kept, home = body.runs, body.container
    last = _below_last(page, max((r.element for r in kept), key=lambda e: e.end), body)
    below = tuple(dropwhile(lambda r: _opens(page, r) or _is_captions(r, captions), kept))
    if sum(len(r.text) for r in below) < BELOW * sum(len(r.text) for r in kept):
        below = kept
    first = below[0].element.index
    headline = page.headline
    plays = first if headline is None or headline not in home else min(first, headline.end)
    if lead is not None:
        other = next((f for f in _figures_above(page, home, first) if _shows_other(page, f, captions, lead.url)), None)
        if other is not None and _prints(page, lead.url):
            first = other.index
    return Reach(first=first, plays=plays, last=last, end=last if home.tag == "body" else home.end)


def _figures_above(page: LabelledPage, home: Element, first: int) -> Iterator[Element]:
    """Figures between the headline and the first text, and paragraphs without words beside that of the first text."""
    start = page.headline.end if page.headline is not None else home.index
    beside = page.document.elements[first].parent or home
    wordless = (p for p in takewhile(lambda e: e.index < first, beside.elements) if p.tag == "p" and not text_of(p))
    above = sorted((*page.document.within(home, "figure"), *wordless), key=attrgetter("index"))
    return (f for f in above if start <= f.index < f.end <= first)


def _shows_other(page: LabelledPage, figure: Element, captions: Places, lead: str) -> bool:
    """Whether a captioned figure, or a paragraph with a picture of another name, shows another than the lead."""
    held = [i for tag in PICTURES for i in page.document.within(figure, tag)]
    stems = {page.stems.of(url) for i in held if (url := page.pictures.url(i)) is not None}
    own = page.stems.of(lead)
    if figure.tag == "p":
        return bool(stems) and not any(s.startswith(own) or own.startswith(s) for s in stems)
    return bool(stems) and own not in stems and captions.any(figure)


def _prints(page: LabelledPage, lead: str) -> bool:
    """Whether the page prints the lead picture."""
    urls = filter(None, (page.pictures.url(i) for tag in PICTURES for i in page.document.by_tag.get(tag, ())))
    return any(page.stems.of(url) == page.stems.of(lead) for url in urls)


def _opened(body: Body) -> int:
    """Place of the element with which the first words of the text are read; of the last one where it has no more."""
    words = accumulate(run.words for run in body.runs)
    read = (run.element.index for run, sum_so_far in zip(body.runs, words, strict=True) if sum_so_far >= OPENED)
    return next(read, body.container.end)


def _below_last(page: LabelledPage, element: Element, body: Body) -> int:
    """Where the last text ends, with the pictures below it that stand alone, or with nothing but caption and credit."""
    end = element.end
    if element.parent is None or element is body.container or element.tag != "p":
        return end
    below = (e for e in element.parent.elements if e.index >= end)
    for sibling in islice(below, MOST_BELOW):
        if not _shows_only(page, sibling, body):
            break
        end = sibling.end
    return end


def _shows_only(page: LabelledPage, element: Element, body: Body) -> bool:
    """Whether an element below the last paragraph is a picture, a paragraph without words, or a box with a picture and
    words that say whose it is."""
    if element.tag == "br" or element.tag in PICTURES:
        return True
    said = " ".join(run.text for run in body.flow.runs_in(element))
    if element.tag == "p":
        return bool(element.children) and not said
    if element.tag != "div" or not 0 < len(said) <= LONGEST_CAPTION // 2:
        return False
    shown = [i for tag in PICTURES for i in page.document.within(element, tag)]
    is_linked = any(not _is_blank(a) for a in page.document.within(element, "a"))
    return len(shown) == 1 and not is_linked and captions.parted(said, page.rules.words)[1] is not None


def _is_captions(run: Run, captions: Places) -> bool:
    """Whether a run is a part of a caption, or nothing but captions beside pictures."""
    if any(map(captions.is_one, (run.element, *run.element.ancestors))):
        return True
    return not any(not n.isspace() if isinstance(n, str) else n.children and not captions.is_one(n) for n in run.nodes)


def _opens(page: LabelledPage, run: Run) -> bool:
    """Whether a run stands over the headline, holds that or the title beside little else, or is a standfirst."""
    element, title = run.element, page.title
    if page.headline is not None and element.end <= page.headline.end:
        return True
    if title is not None and len(run.text) <= TITLED * len(title) and title.casefold() in run.text.casefold():
        return True
    return element is heading_below(page.document, page.headline) or page.labels.around(element, *OPENING) is not None


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
            entry = self.entry
            anchor = section.anchor or entry.element.id
            section = attrs.evolve(section, anchor=anchor, published=entry.published, authors=entry.authors)
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
        if entry is not None and live.is_head(context, entry, piece, opening=not found[-1].blocks):
            continue
        if isinstance(piece.block, Heading):
            if found[-1].entry is None or found[-1].heading is not None or found[-1].blocks:
                found.append(_Open())
            found[-1].heading = piece.block
        else:
            found[-1].blocks.append(piece.block)
    return [s.closed() for s in found if s.heading is not None or s.blocks]
