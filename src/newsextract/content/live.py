"""Entries of a live blog: which elements they are, when each was posted and by whom.

An entry is what a rule labels so, or one of several siblings of one make that each hold a time of their own and
together hold most of the body. What the page states about its entries in JSON-LD (`liveBlogUpdate`) fills in what
the markup leaves out.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date, datetime
from typing import TypeAlias

import attrs

from newsextract.content.context import Context, Heading, Piece, Pieces, Places
from newsextract.page import dates, schema
from newsextract.page.document import Element
from newsextract.page.text import fold
from newsextract.records import Author, Image, Paragraph

Stated: TypeAlias = tuple[date | datetime | None, tuple[Author, ...]]

TIME = frozenset({"live-time"})
"""Kinds of labels."""

ENTRY_TAGS = frozenset({"article", "section", "li", "div"})

FEWEST = 3
"""Siblings of one make from which on they are entries."""

MOST_OF_BODY = 0.6
"""Part of the body's text that entries without a label hold at least."""

STAMPS = ("datetime", "data-datetime", "data-time", "data-timestamp", "data-published")
"""Attributes that state a time, by ISO 8601 or in seconds."""

OPENING = 40
"""Characters of an entry's text that are compared with what the page states of its entries."""

LONGEST_TIME = 40
"""Characters of the longest paragraph that is the time of an entry."""


@attrs.frozen
class Entry:
    """One entry."""

    element: Element
    published: date | datetime | None = None
    authors: tuple[Author, ...] = ()


class Entries:
    """The entries of a page, in order."""

    def __init__(self, entries: list[Entry]) -> None:
        self.all = entries
        self._at = [e.element.index for e in entries]

    def of(self, piece: Piece) -> Entry | None:
        """The entry that a piece stands in."""
        place = bisect_right(self._at, piece.element.index) - 1
        if place < 0 or piece.element.index >= self.all[place].element.end:
            return None
        return self.all[place]


def find(context: Context, pieces: Pieces) -> Entries:
    """The entries of the body; none on an ordinary article."""
    elements = _labelled(context) or _repeated(context)
    if not elements:
        return Entries([])
    entries = Entries([Entry(e, when) for e, when in _posted(context, elements)])
    texts: dict[int, list[str]] = {}
    for piece in pieces:
        entry = entries.of(piece)
        if entry is not None and isinstance(piece.block, Heading | Paragraph):
            texts.setdefault(entry.element.index, []).append(_opening(piece.block.text))
    stated = _stated(context)
    return Entries([_filled(e, texts.get(e.element.index, []), stated) for e in entries.all])


def is_head(context: Context, entry: Entry, piece: Piece, *, opening: bool) -> bool:
    """Whether a piece only says when or by whom its entry was posted; `opening`: no text of it came yet."""
    if isinstance(piece.block, Image):
        return opening and bool(entry.authors)
    if isinstance(piece.block, Paragraph) and any(piece.block.text == a.name for a in entry.authors):
        return True
    return _is_time(context, piece)


def _is_time(context: Context, piece: Piece) -> bool:
    if piece.run is None or len(piece.run.text) > LONGEST_TIME:
        return False
    around = [piece.run.element, *(n for n in piece.run.nodes if not isinstance(n, str))]
    times = [e for e in around if e.tag == "time" or context.labelled(e, TIME)]
    return any(e is piece.run.element or fold(_text(e)) == piece.run.text for e in times)


def _text(element: Element) -> str:
    return " ".join(c for c in element.children if isinstance(c, str))


def _labelled(context: Context) -> list[Element]:
    kept = [e for e in context.page.labels.of("live-entry") if context.kept.any(e) and e in context.body.container]
    out: list[Element] = []
    for element in kept:
        if not out or element not in out[-1]:
            out.append(element)
    return out


def _repeated(context: Context) -> list[Element]:
    """Siblings of one tag and class, each with a <time> inside, that hold most of the body and are no teasers."""
    groups: dict[tuple[int, str, str], dict[int, Element]] = {}
    for time in context.page.document.by_tag.get("time", ()):
        if time.get("datetime") and time in context.body.container:
            for element, parent in _around(context, time):
                make = (parent.index, element.tag, element.classes[0] if element.classes else "")
                groups.setdefault(make, {})[element.index] = element
    wanted = MOST_OF_BODY * context.kept.length(context.body.container)
    teasers = sorted(card.start for block in context.page.cards for card in block.cards)
    for group in groups.values():
        listed = sum(bisect_left(teasers, e.end) > bisect_left(teasers, e.index) for e in group.values())
        if listed * 2 > len(group):
            continue
        if len(group) >= FEWEST and sum(map(context.kept.length, group.values())) >= wanted:
            return [group[i] for i in sorted(group)]
    return []


def _around(context: Context, time: Element) -> Iterator[tuple[Element, Element]]:
    """The elements around a time that may be its entry, each with its parent."""
    for ancestor in time.ancestors:
        if ancestor is context.body.container or ancestor.parent is None:
            return
        if ancestor.tag in ENTRY_TAGS and context.kept.any(ancestor):
            yield ancestor, ancestor.parent


def _posted(context: Context, entries: list[Element]) -> Iterator[tuple[Element, date | datetime | None]]:
    """Each entry with the first time that its markup states."""
    stamps = Places(e for name in STAMPS for e in context.page.document.with_attribute(name))
    for entry in entries:
        values = (stamp.get(name) for stamp in stamps.within(entry) for name in STAMPS)
        yield entry, next((w for w in (dates.iso(v) or dates.epoch(v) for v in values if v) if w is not None), None)


def _stated(context: Context) -> dict[str, Stated]:
    """Opening of headline or text -> what the page states of the entry."""
    found: dict[str, Stated] = {}
    for _, blog in context.page.entities.of_type("LiveBlogPosting"):
        for update in schema.nodes(blog.get("liveBlogUpdate")):
            when = dates.iso(schema.text(update.get("datePublished")))
            people = schema.people(update.get("author"))
            authors = tuple(Author(name=p.name, url=p.url) for p in people if p.name and "Person" in p.types)
            for name in ("headline", "articleBody"):
                text = schema.text(update.get(name))
                if text:
                    found.setdefault(_opening(text), (when, authors))
    return found


def _filled(entry: Entry, texts: list[str], stated: dict[str, Stated]) -> Entry:
    when, authors = next((stated[t] for t in texts if t in stated), (None, ()))
    return attrs.evolve(entry, published=when or entry.published, authors=authors)


def _opening(text: str) -> str:
    return fold(text)[:OPENING].casefold()
