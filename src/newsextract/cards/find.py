"""A labelled page in, its blocks of cards out."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator

from newsextract.cards.anchors import Anchor, anchors, link_text, own_address
from newsextract.cards.neighbours import neighbours
from newsextract.cards.prose import SHORTEST, Prose, own_length, prose
from newsextract.cards.siblings import with_siblings
from newsextract.cards.titles import Words
from newsextract.cards.verdict import Verdict, teasing, verdict
from newsextract.label import LabelledPage
from newsextract.page.card import Card, CardBlock
from newsextract.page.document import Element
from newsextract.page.headlines import is_headline
from newsextract.page.text import text_of

LARGEST_CARD = 90
"""Elements in a card; the richest seen (picture sources, icons, meta lines) have about sixty."""

LONGEST_BARE = 160
"""Characters of text that a card holds itself, in no element: a summary, no more."""

_ANNOUNCING = frozenset({"related", "recommended", "read-more"})
"""What the title of a block says where its links are articles, though they are marked up as a menu."""

MOST_LABELS = 3
"""Links between picture and title of a card."""

LONGEST_NAME = 30
"""Characters of a name, with a title and a degree."""

SURE = 2
"""Likeness from which on an address is taken for an article's."""

SLUG = 16
"""Characters from which on a step of an address is one article's own."""

ALIKE = 3
"""Headings without links from which on one made like them that is a link heads a section too."""

LONGEST_OVERLAID = 600
"""Characters of a card that a link lies over."""

BESIDE = 12
"""Elements between the label of a neighbouring article and its title, where each is a link of its own."""


def find(page: LabelledPage) -> tuple[CardBlock, ...]:
    """The teaser blocks of a page, in document order."""
    own = own_address(page)
    blocks = neighbours(page, own)
    taken = {c.address.key: c for b in blocks for c in b.cards}
    words = Words.in_force()
    text = prose(page)
    titles = _titles(page, words)
    barriers = sorted([*page.document.by_tag.get("h1", ()), *text.paragraphs, *titles], key=lambda e: e.index)
    heads = [t for t, kind in titles.items() if kind in _ANNOUNCING]
    firm = [b for b in barriers if b not in titles or not _leads_menu(page, b)]
    found = [a for a in anchors(page, own, firm, heads) if not _is_taken(a, taken)]
    own_headings = _own_headings(page, text)
    found = [a for a in found if not _heads(a.element, own_headings)] if own_headings else found
    if not found:
        return tuple(blocks)
    for group in _groups(_cards(_without_labels(page, _without_overlaid(page, found)), barriers)):
        judged = verdict(page, group, text, words)
        if judged is not None and (cards := teasing(page, group, judged)):
            blocks.append(_block(with_siblings(page, cards, own), judged))
    return tuple(sorted(blocks, key=lambda b: b.cards[0].start))


def _leads_menu(page: LabelledPage, title: Element) -> bool:
    """Whether a title above the headline is a link: that of a menu's section, "Latest", which holds no teasers."""
    is_above = page.headline is not None and title.index < page.headline.index
    return is_above and bool(page.document.within(title, "a"))


def _own_headings(page: LabelledPage, text: Prose) -> frozenset[int]:
    """Places of the headings amid the running text that are links, made like several there that are none."""
    headings = [h for tag in ("h2", "h3", "h4") for h in page.document.by_tag.get(tag, ())]
    headings = [h for h in headings if text.around(h.index, h.end)]
    linked = {h.index for h in headings if page.document.within(h, "a")}
    made = Counter(_make(h) for h in headings if h.index not in linked) if linked else Counter()
    return frozenset(h.index for h in headings if h.index in linked and made[_make(h)] >= ALIKE)


def _make(element: Element) -> tuple[str, str | None, int]:
    return element.tag, element.get("class"), element.parent.index if element.parent is not None else 0


def _heads(link: Element, headings: frozenset[int]) -> bool:
    return any(around.index in headings for around, _ in zip(link.ancestors, range(2), strict=False))


def _is_taken(anchor: Anchor, taken: dict[str, Card]) -> bool:
    """Whether a link is the one to the article before or after, here or beside it; elsewhere it teases as any."""
    card = taken.get(anchor.address.key)
    return card is not None and abs(anchor.element.index - card.start) <= BESIDE


def _titles(page: LabelledPage, words: Words) -> dict[Element, str]:
    """The headings that print a title of a block of teasers, with what they say, in order. No card holds one."""
    headings = (h for tag in ("h2", "h3", "h4", "h5", "h6") for h in page.document.by_tag.get(tag, ()))
    found = {h: kind for h in headings if (kind := words.kind_of(h)) is not None}
    return dict(sorted(found.items(), key=lambda pair: pair[0].index))


def _without_overlaid(page: LabelledPage, found: list[Anchor]) -> list[Anchor]:
    """The links without those to sections in a card that an empty link, its first element or its last, lies over."""
    boxes = sorted({box.index: (box, a.address.key) for a in found if (box := _overlaid(page, a))}.values(), key=_place)
    if not boxes:
        return found
    kept: list[Anchor] = []
    for anchor in found:
        at = bisect_right(boxes, anchor.element.index, key=_place) - 1
        box, key = boxes[at] if at >= 0 else (None, "")
        if box is None or anchor.element.index >= box.end or anchor.address.key == key:
            kept.append(anchor)
    return kept


def _place(box: tuple[Element, str]) -> int:
    return box[0].index


def _overlaid(page: LabelledPage, anchor: Anchor) -> Element | None:
    """The card that an empty link lies over: what it stands first or last in, with a short text, and other
    links in it, which say what files it."""
    link, box = anchor.element, anchor.element.parent
    if link.children or box is None or box.end - box.index > LARGEST_CARD or box.tag in {"body", "main"}:
        return None
    shown = [e for e in box.elements if e.tag != "a" or e.children]
    is_last = not shown or link.index > shown[-1].index or link.index < shown[0].index
    others = [a for a in page.document.within(box, "a") if a.children]
    if not is_last or not others or len(text_of(box)) > LONGEST_OVERLAID:
        return None
    if any(len(text_of(a)) > LONGEST_NAME for a in others):
        return None
    return box


def _without_labels(page: LabelledPage, found: list[Anchor]) -> list[Anchor]:
    """The links without those between a card's picture and its title that lead to its section or author."""
    kept: list[Anchor] = []
    at = 0
    while at < len(found):
        kept.append(found[at])
        behind = found[at + 1 : at + MOST_LABELS + 2] if found[at].likeness >= SURE else []
        again = next((n for n, a in enumerate(behind) if _is_same(a, found[at])), 0)
        at += 1 + (again if all(_is_label(page, a) for a in behind[:again]) else 0)
    return kept


def _is_label(page: LabelledPage, anchor: Anchor) -> bool:
    """Whether a link says less than a headline, and leads to no article; of an address like none, a name is no more."""
    said = link_text(page, anchor.element)
    is_brief = not is_headline(said) or (anchor.likeness == 0 and " " in said and len(said) <= LONGEST_NAME)
    return anchor.likeness < SURE and bool(said) and is_brief


def _cards(found: list[Anchor], barriers: list[Element]) -> list[Card]:
    """Each anchor's card: the largest element around it that links to nothing else and holds no barrier (the headline,
    the running text, a title)."""
    cards: list[Card] = []
    for bundle, before, after in _bundles(found, barriers):
        tops: list[Element] = []
        for anchor in bundle:
            top = _top(anchor.element, before, after)
            if not tops or top.index >= tops[-1].end:
                tops.append(top)
        first = next((a for a in bundle if a.text), bundle[0])
        cards.append(
            Card(
                parts=tuple(tops),
                links=tuple(a.element for a in bundle),
                address=first.address,
                likeness=first.likeness,
                text=first.text,
            )
        )
    return cards


def _bundles(found: list[Anchor], barriers: list[Element]) -> Iterator[tuple[list[Anchor], int, int]]:
    """Runs of anchors to one address, each with the places it must stay between."""
    events: list[tuple[int, Anchor | None]] = [(b.index, None) for b in barriers]
    events += [(a.element.index, a) for a in found]
    events.sort(key=lambda e: e[0])
    before, bundle = 0, list[Anchor]()
    for place, anchor in events:
        if anchor is not None and bundle and _is_same(anchor, bundle[0]):
            bundle.append(anchor)
            continue
        if bundle:
            yield bundle, before, place
            before = bundle[-1].element.index
        bundle = [anchor] if anchor is not None else []
        if anchor is None:
            before = place
    if bundle:
        yield bundle, before, 1 << 60


def _is_same(anchor: Anchor, first: Anchor) -> bool:
    """Whether a link leads to where the first of a card does; below a picture also by the same last step in another
    folder."""
    one, other = anchor.address, first.address
    if one.key == other.key:
        return True
    is_titled = not first.text and bool(anchor.text) and first.likeness > 1 and one.host == other.host
    step = one.segments[-1] if one.segments else ""
    return is_titled and len(step) >= SLUG and other.segments[-1:] == (step,) and one.query == other.query


def _top(element: Element, before: int, after: int) -> Element:
    node = element
    while (parent := node.parent) is not None:
        if parent.index <= before or parent.end > after or parent.end - parent.index > LARGEST_CARD:
            break
        if parent.tag in {"body", "main", "html"} or _holds_text(parent):
            break
        node = parent
    return node


def _holds_text(element: Element) -> bool:
    """Whether running text stands directly in an element, without a paragraph around it."""
    texts = [c for c in element.children if isinstance(c, str)]
    return sum(map(len, texts)) > LONGEST_BARE and sum(len(t.strip()) for t in texts) > LONGEST_BARE


def _groups(cards: list[Card]) -> Iterator[tuple[Card, ...]]:
    """Neighbouring cards with one parent."""
    group: list[Card] = []
    for card in cards:
        if group and card.parts[0].parent is not group[-1].parts[0].parent:
            yield tuple(group)
            group = []
        group.append(card)
    if group:
        yield tuple(group)


def _block(group: tuple[Card, ...], judged: Verdict) -> CardBlock:
    return CardBlock(
        cards=group,
        relation=judged.relation,
        title=judged.title,
        elements=_around(group, judged.title_element),
        inside=judged.inside,
        reason=judged.reason,
    )


def _around(group: tuple[Card, ...], title: Element | None) -> tuple[Element, ...]:
    """The elements to call the block: title and cards apart, or their parent where it holds nothing but them."""
    parts = [p for c in group for p in c.parts]
    parent = parts[0].parent
    if parent is not None and len(group) > 1 and _holds_only(parent, parts, title):
        return (title, parent) if title is not None and title not in parent else (parent,)
    return (title, *parts) if title is not None and title not in parts[0] else tuple(parts)


def _holds_only(parent: Element, parts: list[Element], title: Element | None) -> bool:
    own = {p.index for p in parts}
    if title is not None:
        own.add(title.index)
    rest = [c for c in parent.children if isinstance(c, str) and not c.isspace()]
    others = any(c.end - c.index > 3 or own_length(c) >= SHORTEST for c in parent.elements if c.index not in own)
    return not rest and not others and parent.tag not in {"body", "main", "html"}
