"""What a group of cards is to the article: its printed title says, else its class, else its place."""

import functools
import re

import attrs

from newsextract.cards.anchors import TEASING_KINDS
from newsextract.cards.prose import Prose
from newsextract.cards.stems import Stems
from newsextract.label import LabelledPage
from newsextract.page.card import Card, CardRelation
from newsextract.page.document import Element
from newsextract.page.headlines import is_headline
from newsextract.page.text import INVISIBLE, fold, text_of
from newsextract.page.urls import site
from newsextract.rules.vocabulary import vocabulary

LONGEST_TITLE = 70
"""Characters of a block's printed title."""

FEWEST_IN_SERIES = 3
"""Cards of one make that are taken for entries without any other sign."""

_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})

_CLIMB = 6
"""How many levels above the cards a title is looked for."""

_TITLE_SIZE = 16
"""Elements in a title with its icons and its "more" link."""

_LONG = 32
"""Characters of a headline that no menu has; a bare list of links that nothing names must have such."""

_PLAIN = 20
"""Characters of a headline in a block whose title says that it holds articles."""

_EDGES = re.compile(r"^[\W_]+|[\W_]+$")

_KINDS = ("sponsored", "related", "recommended", "more")
"""What printed titles can say, the strongest first; "more" promises more and says no more than that."""

_BY_KIND: dict[str, CardRelation] = {
    "related": "related",
    "read-more": "read-more",
    "recommended": "recommended",
    "most-read": "recommended",
    "latest": "recommended",
}


@attrs.frozen(kw_only=True)
class Verdict:
    """What a group is."""

    relation: CardRelation
    title: str | None = None
    title_element: Element | None = None
    inside: bool = False
    reason: str


@attrs.frozen
class Words:
    """The words of block titles, ready to match."""

    stems: Stems
    read_also: frozenset[str]
    other: tuple[str, ...]
    """Openings of titles of blocks that tease nothing: "Categories", "Recent comments"."""

    @staticmethod
    @functools.cache
    def in_force() -> "Words":
        """The words that ship with the package."""
        words = vocabulary("teasers")
        return Words(
            Stems.of((kind, words.phrases(f"block_{kind}")) for kind in _KINDS),
            words.phrases("read_also"),
            tuple(words.phrases("block_other")),
        )

    def kind(self, title: str) -> str | None:
        """What a printed title says: one of `_KINDS`, "read-more", "other", or nothing."""
        if not 0 < len(title) <= LONGEST_TITLE:
            return None
        folded = _EDGES.sub("", title.casefold())
        if folded.startswith(self.other):
            return "other"
        said = self.stems.kind(folded)
        return "read-more" if said in {None, "more"} and folded in self.read_also else said

    def is_title(self, element: Element) -> bool:
        """Whether an element prints the title of a block, and is no card's own title."""
        if element.end - element.index > _TITLE_SIZE:
            return False
        text = text_of(element)
        return 0 < len(text) <= LONGEST_TITLE and self.kind(text) is not None and not _is_linked(element, text)

    def is_lead(self, text: str) -> bool:
        """Whether a line's beginning says that what follows is another article: "Read also:"."""
        return len(text) <= LONGEST_TITLE and _EDGES.sub("", text.casefold()) in self.read_also

    def without_lead(self, text: str) -> str:
        """A title without "Read also:" before it."""
        head, mark, rest = text.partition(":")
        return rest.strip() if mark and rest.strip() and self.is_lead(head) else text


def verdict(page: LabelledPage, group: tuple[Card, ...], text: Prose, words: Words) -> Verdict | None:
    """The verdict on a group of cards; None where it is no teaser block."""
    first, last = group[0], group[-1]
    inside = text.around(first.start, last.end)
    title, element = _printed_title(page, group, words)
    said, reason = _said(page, group, title, words, text)
    if said in {"sponsored", "other"}:
        return None
    if said is None:
        if not _stands_alone(page, group, text, inside=inside):
            return None
        said, reason = ("read-more" if inside else "recommended"), "place"
    relation = _BY_KIND[said]
    if inside and (relation == "related" or (title and words.is_lead(title))):
        relation = "read-more"
    elif relation == "read-more" and not inside and (len(group) > 1 or _is_rich(page, first)):
        relation = "related"
    return Verdict(
        relation=relation,
        title=title if words.kind(title or "") else None,
        title_element=element if words.kind(title or "") else None,
        inside=inside,
        reason=reason,
    )


def _said(
    page: LabelledPage, group: tuple[Card, ...], title: str | None, words: Words, text: Prose
) -> tuple[str | None, str]:
    """What a block's printed title, its lead, its name and its class say, in this order, and which of them it was."""
    said = words.kind(title) if title else None
    if said is None and any(_has_lead(c, words) for c in group):
        said = "read-more"
    if said is None or said == "more":
        said = _named(group[0], words) or said
    if said is not None and said != "more":
        return said, "title"
    labelled = _labelled(page, group[0], text)
    if labelled is not None:
        return labelled, "class"
    return ("recommended", "title") if said else (None, "place")


def _stands_alone(page: LabelledPage, group: tuple[Card, ...], text: Prose, *, inside: bool) -> bool:
    """Whether cards that nothing names are teasers all the same: by their addresses, number and make-up."""
    likely = [c for c in group if c.likeness and is_headline(c.text) and _is_own_site(page, c)]
    rich = [c for c in likely if c.likeness > 1 and _is_rich(page, c)]
    if inside:
        boxed = [c for c in likely if c.likeness > 1 and not any(p.tag in _HEADINGS for p in c.parts)]
        return len(group) == sum(c in rich or len(c.text) >= _LONG for c in boxed)
    headline = page.document.by_tag.get("h1", ())
    if headline and group[-1].start < headline[0].index and group[-1].end < text.start:
        return False
    if _is_series(page, group):
        return True
    if len(group) == 1:
        return bool(rich) and _has_heading(page, rich[0])
    if rich and len(rich) * 2 >= len(group):
        return True
    long = [c for c in likely if c.likeness > 1 and len(c.text) >= _LONG]
    return len(long) > 1 and len(long) * 3 >= len(group) * 2


def _named(card: Card, words: Words) -> str | None:
    """What the name says that a block has for those who cannot see its title (`aria-label`)."""
    for node, _ in zip(card.parts[0].ancestors, range(_CLIMB), strict=False):
        name = node.get("aria-label")
        if name and node.tag not in {"a", "li", "article"} and (said := words.kind(name)) in {"related", "recommended"}:
            return said
    return None


def _is_series(page: LabelledPage, group: tuple[Card, ...]) -> bool:
    """Whether cards are entries of a list, whatever their addresses: several, of one make, each with a heading."""
    made = [c for c in group if is_headline(c.text) and _is_own_site(page, c) and _has_heading(page, c)]
    tags = {c.parts[0].tag for c in made}
    return len(made) >= FEWEST_IN_SERIES and len(made) == len(group) and len(tags) == 1


def _has_heading(page: LabelledPage, card: Card) -> bool:
    tags = {part.tag for part in card.parts} | {e.tag for part in card.parts for e in page.document.within(part)}
    return not tags.isdisjoint(_HEADINGS)


def _is_own_site(page: LabelledPage, card: Card) -> bool:
    return page.url is None or card.address.site == site(page.url)


def _is_rich(page: LabelledPage, card: Card) -> bool:
    """Whether a card has what prose has not: a heading, or a picture beside its title."""
    if _has_heading(page, card):
        return True
    tags = {e.tag for part in card.parts for e in page.document.within(part)}
    return not tags.isdisjoint({"img", "picture"}) and "figcaption" not in tags


def teasing(page: LabelledPage, group: tuple[Card, ...], relation: CardRelation) -> tuple[Card, ...]:
    """The cards of a block that tease articles: sections, services and other sites' front pages stand among them."""
    rich = [c for c in group if _is_rich(page, c)]
    if len(rich) >= FEWEST_IN_SERIES and len(rich) * 4 >= len(group) * 3:
        group = tuple(c for c in group if c in rich or c.likeness > 1)
    return tuple(
        c
        for c in group
        if (c.likeness > 1 or (c.likeness and _is_own_site(page, c)))
        or (_is_own_site(page, c) and (relation != "recommended" or _is_rich(page, c) or len(c.text) >= _PLAIN))
    )


def _labelled(page: LabelledPage, card: Card, text: Prose) -> str | None:
    """What the classes of a card, and of what is around it without the running text, say."""
    for depth, node in enumerate((card.parts[0], *card.parts[0].ancestors)):
        if any(node.index <= p.index < node.end for p in text.paragraphs[:1]):
            break
        for kind in page.labels.kinds(node):
            if kind in TEASING_KINDS or kind == "sponsored":
                return kind
        if depth == _CLIMB:
            break
    return None


def _has_lead(card: Card, words: Words) -> bool:
    """Whether the card's first words, before its title, say "Read also"."""
    part = card.parts[0]
    lead: list[str] = []
    stack: list[Element | str] = [part]
    while stack and sum(map(len, lead)) <= LONGEST_TITLE:
        node = stack.pop()
        if isinstance(node, str):
            lead.append(node)
        elif node in card.links:
            text = text_of(node)
            if words.without_lead(text) != text:
                return True
            break
        elif node.tag not in INVISIBLE:
            stack.extend(reversed(node.children))
    return words.is_lead(fold(" ".join(lead)))


def _printed_title(
    page: LabelledPage, group: tuple[Card, ...], words: Words
) -> tuple[str, Element | None] | tuple[None, None]:
    """The nearest short text before the cards, looked for level by level."""
    node = group[0].parts[0]
    for _ in range(_CLIMB):
        parent = node.parent
        if parent is None or parent.tag == "html":
            break
        place = parent.children.index(node)
        for child in reversed(parent.children[:place]):
            if isinstance(child, str):
                if _EDGES.sub("", child):
                    lead = fold(child)
                    return (lead, None) if lead.endswith((":", "：")) or words.is_lead(lead) else (None, None)
                continue
            if child.tag in INVISIBLE or child.tag in {"hr", "br", "button", "img", "svg"}:
                continue
            text = _title_text(page, child)
            if text is None:
                return None, None
            if text:
                return text, child
        if parent.tag in {"main", "body"}:
            break
        node = parent
    return None, None


def _title_text(page: LabelledPage, element: Element) -> str | None:
    """A sibling's text where it can be a title, "" where it shows nothing, None where it is something else."""
    if element.end - element.index > _TITLE_SIZE:
        headings = [e for e in page.document.within(element) if e.tag in {"h2", "h3", "h4", "h5"}]
        return text_of(headings[0]) if len(headings) == 1 and element.end - element.index < 40 else None
    text = text_of(element)
    return None if len(text) > LONGEST_TITLE and element.tag not in {"h2", "h3", "h4"} else text


def _is_linked(element: Element, text: str) -> bool:
    """Whether a heading is a link as a whole to something long: a card's title."""
    inside_link = any(a.tag == "a" for a, _ in zip(element.ancestors, range(3), strict=False))
    return inside_link and len(text) > 25
