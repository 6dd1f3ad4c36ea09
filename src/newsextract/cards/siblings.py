"""The cards of a block in, with those beside them of the same make that were left out for their short titles."""

from itertools import islice

from newsextract.cards.anchors import judged
from newsextract.cards.titles import Words
from newsextract.label import LabelledPage
from newsextract.page import dates
from newsextract.page.address import Address
from newsextract.page.card import Card
from newsextract.page.document import Element
from newsextract.page.headlines import is_headline
from newsextract.page.text import HEADINGS, text_of

FEWEST = 2
"""Cards of one make that show how the others are made."""
MOST = 100
"""Elements beside the cards that are looked at."""
SHORTEST = 4
"""Characters of a title."""
LARGEST = 90
"""Elements in a card."""
_DIGITS = "0123456789"
_PAID = ("ad", "sponsored")


def with_siblings(page: LabelledPage, cards: tuple[Card, ...], own: Address | None) -> tuple[Card, ...]:
    """The cards, in order, with their siblings: elements of the same tag and classes with a heading, all of whose
    links lead to one address that can be an article's."""
    first = cards[0].parts[0]
    if len(cards) < FEWEST or first.parent is None or any(_make(c.parts[0]) != _make(first) for c in cards):
        return cards
    if not all(_heading(page, c.parts[0]) for c in cards):
        return cards
    starts, known = {c.start for c in cards}, {c.address.key for c in cards}
    beside = (e for e in islice(first.parent.elements, MOST) if e.index not in starts and _make(e) == _make(first))
    found = [card for e in beside if (card := _card(page, e, own)) is not None and card.address.key not in known]
    return tuple(sorted((*cards, *found), key=lambda c: c.start)) if found else cards


def _make(element: Element) -> tuple[str, tuple[str, ...]]:
    """The tag and the classes, without those that count the columns: "col-1"."""
    return element.tag, tuple(c.rstrip(_DIGITS) for c in element.classes)


def _heading(page: LabelledPage, element: Element) -> str:
    headings = (e for e in page.document.within(element) if e.tag in HEADINGS)
    return next((text for e in headings if (text := text_of(e))), "")


def _may_name(page: LabelledPage, title: str) -> bool:
    """Whether a heading too short for a headline may be a title: no date, no price, no title of a block."""
    if len(title) < SHORTEST or is_headline(title) or not any(c.isalpha() for c in title[:2]):
        return False
    is_date = dates.parse(title, page.meta.language, page.captured) is not None
    return not is_date and Words.in_force().kind(title) is None


def _belongs(found: tuple[Address, int] | None, where: Address) -> bool:
    """Whether a link of a card leads where the card does, or to the folder that the article stands in."""
    return found is not None and (found[0].key == where.key or where.path.startswith(f"{found[0].path}/"))


def _card(page: LabelledPage, element: Element, own: Address | None) -> Card | None:
    if element.end - element.index > LARGEST or page.labels.has(element, *_PAID):
        return None
    title = _heading(page, element)
    if not _may_name(page, title):
        return None
    links = tuple(a for a in page.document.within(element, "a") if a.get("href"))
    found = [judged(a.get("href") or "", page.base or (own.url if own else None), own) for a in links]
    named = next((f for f, a in zip(found, links, strict=True) if f is not None and text_of(a) == title), None)
    where, likeness = named or next((f for f in found if f is not None), (None, 0))
    if where is None or not all(_belongs(f, where) for f in found):
        return None
    links = tuple(a for f, a in zip(found, links, strict=True) if f is not None and f[0].key == where.key)
    if own is not None and where.site != own.site:
        return None
    return Card(parts=(element,), links=links, address=where, likeness=likeness, text=title)
