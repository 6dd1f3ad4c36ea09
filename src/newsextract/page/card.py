"""Teasers of other articles as they stand in a page: cards, and blocks of cards."""

from typing import Literal, TypeAlias

import attrs

from newsextract.page.address import Address
from newsextract.page.document import Element

CardRelation: TypeAlias = Literal["related", "recommended", "read-more", "previous", "next", "listed"]


@attrs.frozen(kw_only=True, eq=False)
class Card:
    """One teaser: the elements that make it, and its links, all to one article."""

    parts: tuple[Element, ...]
    """Mostly one element; several where image, title and summary are siblings without a wrapper."""
    links: tuple[Element, ...]
    """The `<a>` elements in document order."""
    address: Address
    likeness: int
    """How much the address looks like an article's, see `page.address.article_likeness`."""
    text: str
    """The longest text of its links: the title, perhaps with more around it."""

    @property
    def start(self) -> int:
        """Place of the first part in the page."""
        return self.parts[0].index

    @property
    def end(self) -> int:
        """One past the place of the last part's last descendant."""
        return self.parts[-1].end


@attrs.frozen(kw_only=True, eq=False)
class CardBlock:
    """Cards that stand together under one title."""

    cards: tuple[Card, ...]
    relation: CardRelation
    title: str | None = None
    """The printed title: "Related posts"."""
    elements: tuple[Element, ...]
    """What a reader of the article would not call part of it: one element around all, or title and cards apart."""
    inside: bool = False
    """Whether running text of the article stands before and after it."""
    reason: str = ""
    """What decided the relation: "title", "class", "rel" or "place"."""
