"""Related posts: every teaser of another article on the page, and the articles before and after this one."""

import re
from collections import Counter

import attrs

from newsextract.cards.teaser import Teaser, Teasers
from newsextract.evidence import RAW_LIMIT, Evidence
from newsextract.label import LabelledPage
from newsextract.page.card import Card, CardBlock, CardRelation
from newsextract.page.document import css_path
from newsextract.records import RelatedPost

CONFIDENCE = {"title": 0.95, "rel": 0.95, "class": 0.85, "words": 0.85, "place": 0.7}
"""How sure the relation of a block is, by what decided it; to be replaced by what annotated pages say."""

OFTEN, BRIEF = 3, 30
"""Posts from which on a title up to so many characters is what their buttons say: "See the rating"."""

SLUG = 16
"""Characters from which on a step of an address is one article's own."""

_COPY = re.compile(r"-\d{1,2}$")
"""What is put behind the address of an article that was published twice."""

_BESIDE = frozenset({"most-read", "sidebar", "ticker"})
"""Labels of what stands beside the entries of a listing."""

_NEIGHBOURS: tuple[str, ...] = ("previous", "next")
_TEASED: tuple[str, ...] = ("related", "read-more", "recommended")
_ORDER: tuple[str, ...] = ("listed", *_TEASED, *_NEIGHBOURS)
"""Where one article is teased several times, the first of these is its relation."""


def read(page: LabelledPage) -> tuple[tuple[RelatedPost, ...], Evidence] | None:
    """The posts in page order, one an address, though one that is related may be a neighbour, too; None where there is
    none."""
    found = _found(page)
    often = Counter(p.title for _, p in found.values() if p.relation in _TEASED and len(p.title) <= BRIEF)
    rare = (f for f in found.values() if f[1].relation not in _TEASED or often[f[1].title] < OFTEN)
    posts = tuple(p for _, p in sorted(rare, key=lambda f: f[0]))
    if not posts:
        return None
    titles = "; ".join(dict.fromkeys(b.title for b in page.cards if b.title))
    return posts, Evidence(
        source="dom",
        locator=css_path(page.cards[0].elements[0]),
        raw=titles[:RAW_LIMIT] or None,
        confidence=round(sum(CONFIDENCE[b.reason] for b in page.cards) / len(page.cards), 3),
    )


def _found(page: LabelledPage) -> dict[str, tuple[int, RelatedPost]]:
    """The posts with their places, by what tells them apart."""
    teasers = Teasers(page)
    found: dict[str, tuple[int, RelatedPost]] = {}
    named: dict[tuple[str, str, str], str] = {}
    neighbours: dict[str, str] = {}
    for block in page.cards:
        for card in block.cards:
            said = teasers.read(card, block)
            if said is None:
                continue
            post = _post(block.relation, said)
            key = _key(card, post, named)
            if post.relation in _NEIGHBOURS:
                neighbours[key] = key = f"{post.relation} {key}"
            known = found.get(key)
            found[key] = (card.start, post) if known is None else (known[0], _merged(known[1], post))
    for key, neighbour in neighbours.items():
        if key in found and found[key][1].relation == "recommended":
            place, post = found[neighbour]
            found[neighbour] = place, _filled(post, found.pop(key)[1])
    return found


def _key(card: Card, post: RelatedPost, named: dict[tuple[str, str, str], str]) -> str:
    """What tells a post from the others: its address; of two that have one title and one slug that of the first. The
    same article is linked with several queries, in several folders, by its last answer."""
    where = card.address
    slug = _COPY.sub("", max(where.segments, key=len, default=""))
    if post.relation == "listed" or len(slug) < SLUG:
        return where.key
    return named.setdefault((post.title, where.site, slug), where.key)


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
    return _filled(first, second)


def _filled(post: RelatedPost, other: RelatedPost) -> RelatedPost:
    """A post with what only another teaser of it says."""
    return attrs.evolve(
        post,
        title=post.title or other.title,
        date=post.date or other.date,
        category=post.category or other.category,
        author=post.author or other.author,
        image=post.image or other.image,
    )
