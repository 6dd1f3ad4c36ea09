"""What a group of cards is to the article: its printed title says, else its class, else its place."""

import attrs

from newsextract.cards.anchors import TEASING_KINDS
from newsextract.cards.calls import names_nothing
from newsextract.cards.prose import Prose
from newsextract.cards.titles import CLIMB, LONGEST_TITLE, TITLE_SIZE, Words, nearest_before, printed_title
from newsextract.label import LabelledPage
from newsextract.page.card import Card, CardRelation
from newsextract.page.document import Element
from newsextract.page.headlines import is_headline
from newsextract.page.text import BLOCK_TAGS, COLONS, INVISIBLE, fold, text_of
from newsextract.page.urls import site
from newsextract.rules.vocabulary import vocabulary

FEWEST_IN_SERIES = 3
"""Cards of one make that are taken for entries without any other sign."""

FEWEST_LED_IN = 2
"""Cards that a sentence leads over to."""

_LONGEST_LEAD_IN = 250
"""Characters of a sentence that does."""

_LINES = frozenset({"p", "li", "td", "dd"})
"""Tags of elements whose text is one line of the running text."""

_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})

_LONG = 32
"""Characters of a headline that no menu has; a bare list of links that nothing names must have such."""

_PLAIN = 20
"""Characters of a headline in a block whose title says that it holds articles."""

_WORD = 3
"""Characters beside a card's links up to which they are marks."""

_LABELS = (":", "：", "?", "!", "|", "+", "»", "›", ">", "–", "-")
"""Ends of a label before a link."""

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


def verdict(page: LabelledPage, group: tuple[Card, ...], text: Prose, words: Words) -> Verdict | None:
    """The verdict on a group of cards; None where it is no teaser block."""
    first, last = group[0], group[-1]
    inside = text.around(first.start, last.end)
    title, element = printed_title(page, group, words)
    if title is not None and _is_name_of_value(page, group, title, element):
        title, element = None, None
    said, reason = _said(page, group, title, words, text)
    if inside and said == "recommended" and reason == "title" and not any(_is_own_site(page, c) for c in group):
        return None  # what the text recommends: courses, books
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
        relation = "recommended" if words.is_vague(title or "") else "related"
    return Verdict(
        relation=relation,
        title=title if words.kind(title or "") else None,
        title_element=element if words.kind(title or "") else None,
        inside=inside,
        reason=reason,
    )


def _is_name_of_value(page: LabelledPage, group: tuple[Card, ...], title: str, element: Element | None) -> bool:
    """Whether what stands before links in one paragraph says what of something they are, not that they tease articles:
    "Recommended reducer: …", with a link to a shop."""
    before = element or group[0].parts[0]
    if not title.endswith(COLONS) or (element is not None and element.tag in BLOCK_TAGS) or before.parent is None:
        return False
    return before.parent.tag in _LINES and not any(_is_own_site(page, c) for c in group)


def _is_led_in(page: LabelledPage, group: tuple[Card, ...]) -> bool:
    """Whether a paragraph right before cards that are nothing but links says that they are articles to read."""
    first = group[0].parts[0]
    if len(group) < FEWEST_LED_IN or first.tag not in _LINES or first.parent is None:
        return False
    if any(text_of(part) != text_of(c.links[0]) for c in group for part in c.parts[:1]):
        return False
    top = first if first.tag == "p" else first.parent
    before = next(nearest_before(top, top.parent), None) if top.parent is not None else None
    if before is None or isinstance(before, str) or before.tag != "p":
        return False
    said = text_of(before)
    return len(said) <= _LONGEST_LEAD_IN and vocabulary("teasers").holds("lead_in", said.casefold())


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
    if said is None and _is_led_in(page, group):
        return "related", "title"
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
        boxed = [c for c in boxed if _says(page, c)]
        boxed = [c for c in boxed if c in rich or (len(c.text) >= _LONG and not _is_told(page, c))]
        return len(group) == len(boxed) and not _is_announced(page, group[0])
    headline = page.document.by_tag.get("h1", ())
    if headline and group[-1].start < headline[0].index and group[-1].end < text.start:
        return False
    if _is_series(page, group):
        return True
    if len(group) == 1:
        return bool(rich) and _has_heading(page, rich[0]) and not _opens(page, rich[0], text)
    if rich and len(rich) * 2 >= len(group):
        return True
    long = [c for c in likely if c.likeness > 1 and len(c.text) >= _LONG]
    return len(long) > 1 and len(long) * 3 >= len(group) * 2


def _says(page: LabelledPage, card: Card) -> bool:
    """Whether a card prints what it teases: a picture amid the text that is a link is one of the article."""
    return not names_nothing(page, card.text, card.address) and not all(map(_is_picture, card.parts))


def _is_picture(part: Element) -> bool:
    """Whether a part of a card is a picture of the text, in a figure or in a paragraph, that is a link."""
    around = (part, *([part.parent] if part.parent is not None else []))
    return any(e.tag in {"figure", "p"} for e in around) and not text_of(part)


def _is_told(page: LabelledPage, card: Card) -> bool:
    """Whether words of the text stand in a card beside its link: "Here is how we …", "… by 17%". A label may stand
    before it, but that of a caption or a source.
    """
    said = " ".join(text_of(p) for p in card.parts)
    before, link, after = said.partition(text_of(card.links[-1]))
    before = before.strip()
    if not link or len(after.strip()) > _WORD:
        return bool(link)
    if len(before) <= _WORD:
        return False
    return not before.endswith(_LABELS) or page.rules.words.of(("caption", "source")).equal(before)


def _is_announced(page: LabelledPage, card: Card) -> bool:
    """Whether the text before a list leads over to it, with a colon: such a list is part of it."""
    part = card.parts[0]
    if part.tag != "li" or part.parent is None:
        return False
    at = part.parent.index - 1
    before = next((e for e in page.document.elements[max(at - TITLE_SIZE, 0) : at + 1][::-1] if e.tag == "p"), None)
    return before is not None and before.end <= part.parent.index and text_of(before).endswith(COLONS)


def _opens(page: LabelledPage, card: Card, text: Prose) -> bool:
    """Whether a card is a heading of the article that is a link: between headline and text, without a picture."""
    if page.headline is None or not page.headline.end <= card.start < card.end <= text.start:
        return False
    return not any(page.document.within(part, "img") for part in card.parts)


def _named(card: Card, words: Words) -> str | None:
    """What the name says that a block has for those who cannot see its title (`aria-label`)."""
    for node, _ in zip(card.parts[0].ancestors, range(CLIMB), strict=False):
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
    if page.url is None or card.address.site == site(page.url):
        return True
    canonical = page.meta.links.get("canonical", (None,))[0]
    return bool(canonical) and card.address.site == site(canonical or "")


def _is_rich(page: LabelledPage, card: Card) -> bool:
    """Whether a card has what prose has not: a heading, or a picture beside its title."""
    if _has_heading(page, card):
        return True
    tags = {e.tag for part in card.parts for e in page.document.within(part)}
    return not tags.isdisjoint({"img", "picture"}) and "figcaption" not in tags


def teasing(page: LabelledPage, group: tuple[Card, ...], judged: Verdict) -> tuple[Card, ...]:
    """The cards of a block that tease articles: sections, services and other sites' front pages stand among them."""
    is_said = judged.relation != "recommended" and judged.reason == "title"
    is_named = judged.relation != "recommended" and judged.reason == "class"
    rich = [c for c in group if _is_rich(page, c)]
    if len(rich) >= FEWEST_IN_SERIES and len(rich) * 4 >= len(group) * 3:
        starts = {c.start for c in rich}
        group = tuple(c for c in group if c.start in starts or c.likeness > 1)
    prompts = page.rules.words.of(("subscribe", "newsletter", "login"))
    return tuple(
        c
        for c in group
        if not (c.likeness == 0 and prompts.starts(c.text))
        if (c.likeness > 1 or (c.likeness and _is_own_site(page, c)))
        or (_is_own_site(page, c) and _may_tease(page, c, is_said=is_said, is_named=is_named))
    )


def _may_tease(page: LabelledPage, card: Card, *, is_said: bool, is_named: bool) -> bool:
    """Whether a link to an address that is like no article's, or hardly so, may tease one: in a block whose title says
    so any, in one that only its class names those with a picture and a long title."""
    if is_named and not card.likeness:
        return _is_rich(page, card) and len(card.text) >= _PLAIN
    return is_said or _is_rich(page, card) or len(card.text) >= _PLAIN


def _labelled(page: LabelledPage, card: Card, text: Prose) -> str | None:
    """What the classes of a card, and of what is around it without the running text, say."""
    for depth, node in enumerate((card.parts[0], *card.parts[0].ancestors)):
        if any(node.index <= p.index < node.end for p in text.paragraphs[:1]):
            break
        for kind in page.labels.kinds(node):
            if kind in TEASING_KINDS or kind == "sponsored":
                return kind
        if depth == CLIMB:
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
