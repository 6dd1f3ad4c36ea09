"""Related posts: every teaser of another article on the page, and the articles before and after this one."""

from collections import Counter

import attrs

from newsextract.cards.teaser import Teaser, Teasers
from newsextract.evidence import RAW_LIMIT, Evidence
from newsextract.label import LabelledPage
from newsextract.page.card import CardBlock, CardRelation
from newsextract.page.document import css_path
from newsextract.records import RelatedPost

CONFIDENCE = {"title": 0.95, "rel": 0.95, "class": 0.85, "words": 0.85, "place": 0.7}
"""How sure the relation of a block is, by what decided it; to be replaced by what annotated pages say."""

OFTEN, BRIEF = 3, 30
"""Posts from which on a title up to so many characters is what their buttons say: "See the rating"."""

_BESIDE = frozenset({"most-read", "sidebar", "ticker"})
"""Labels of what stands beside the entries of a listing."""

_ORDER: tuple[str, ...] = ("listed", "related", "read-more", "recommended")
"""Where one article is teased several times, the first of these is its relation."""


def read(page: LabelledPage) -> tuple[tuple[RelatedPost, ...], Evidence] | None:
    """The posts in page order, one a relation and address; None where there is none."""
    teasers = Teasers(page)
    found: dict[str, tuple[int, RelatedPost]] = {}
    neighbours: list[tuple[int, RelatedPost]] = []
    for block in page.cards:
        for card in block.cards:
            said = teasers.read(card, block)
            if said is None:
                continue
            post = _post(block.relation, said)
            if block.relation in {"previous", "next"}:
                neighbours.append((card.start, post))
                continue
            known = found.get(card.address.key)
            found[card.address.key] = (card.start, post) if known is None else (known[0], _merged(known[1], post))
    often = Counter(p.title for _, p in found.values() if p.relation != "listed" and len(p.title) <= BRIEF)
    named = (f for f in found.values() if often[f[1].title] < OFTEN)
    posts = tuple(p for _, p in sorted([*neighbours, *named], key=lambda f: f[0]))
    if not posts:
        return None
    titles = "; ".join(dict.fromkeys(b.title for b in page.cards if b.title))
    return posts, Evidence(
        source="dom",
        locator=css_path(page.cards[0].elements[0]),
        raw=titles[:RAW_LIMIT] or None,
        confidence=round(sum(CONFIDENCE[b.reason] for b in page.cards) / len(page.cards), 3),
    )


def _post(relation: CardRelation, said: Teaser) -> RelatedPost:
    return RelatedPost(
        title=said.title,
        url=said.url,
        relation=relation,
        date=said.date,
        category=said.category,
        author=said.author,
        image=said.image,
    )


def read_listed(page: LabelledPage) -> tuple[tuple[RelatedPost, ...], Evidence] | None:
    """The entries of a page that is a listing, in order; what is most read or recommended beside them stays that."""
    blocks = tuple(
        b if b.relation == "recommended" and _is_beside(page, b) else attrs.evolve(b, relation="listed")
        for b in page.cards
        if b.relation not in {"previous", "next"}
    )
    return read(attrs.evolve(page, cards=blocks))


def _is_beside(page: LabelledPage, block: CardBlock) -> bool:
    """Whether a block stands in a column beside the entries."""
    first = block.elements[0]
    around = (first, *first.ancestors)
    return any(e.tag == "aside" or not _BESIDE.isdisjoint(page.labels.kinds(e)) for e in around)


def _merged(one: RelatedPost, other: RelatedPost) -> RelatedPost:
    """One article teased twice: the closer relation, and what either says."""
    first, second = sorted((one, other), key=lambda p: _ORDER.index(p.relation))
    return attrs.evolve(
        first,
        date=first.date or second.date,
        category=first.category or second.category,
        author=first.author or second.author,
        image=first.image or second.image,
    )
