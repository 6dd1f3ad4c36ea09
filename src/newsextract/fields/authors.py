"""The people and organisations who made the article.

Metadata and print are asked; where they name others, the more reliable kind of place wins, and a name that only some
give is kept as far as those who leave it out allow. The site's own name loses against any person. What the winning
name's card, entity and link say of it goes into the record.
"""

from collections.abc import Iterable, Iterator

import attrs

from newsextract.evidence import Candidate, Evidence, choose
from newsextract.label import LabelledPage
from newsextract.locate.authorcards import AuthorCard, cards, profile
from newsextract.locate.body import Body
from newsextract.locate.bylines import Place, PrintedByline, bylines
from newsextract.locate.signatures import signatures
from newsextract.page import masthead, schema
from newsextract.page.document import css_path
from newsextract.page.text import text_of
from newsextract.page.urls import absolute
from newsextract.records import Author
from newsextract.rules.bylines import stated_name
from newsextract.rules.personnames import Named
from newsextract.rules.speech import Speech

_METAS = {
    "parsely-author": 0.85,
    "sailthru.author": 0.85,
    "byl": 0.85,
    "cxenseparse:author": 0.85,
    "article:author_name": 0.85,
    "author": 0.75,
    "article:author": 0.8,
    "og:article:author": 0.8,
    "citation_author": 0.8,
    "dc.creator": 0.6,
    "dcterms.creator": 0.6,
    "mediator_author": 0.8,
    "rnews:author": 0.8,
    "authors": 0.7,
    "creator": 0.5,
}
"""Meta name -> share of pages on which it named the right people; measured, as all of these."""
_TWITTER = 0.85
_ENTITY = {"author": 0.88, "creator": 0.8}
_MARKED_UP = 0.8
"""Microdata, whose values are printed texts with whatever stands beside the name."""
_PRINTED: dict[tuple[Place, bool], float] = {
    ("name", True): 0.86,
    ("byline", True): 0.75,
    ("line", True): 0.72,
    ("name", False): 0.5,
    ("byline", False): 0.35,
    ("text", True): 0.34,
    ("date", True): 0.33,
}
"""(what told a printed byline, whether it stands near the headline) -> belief."""
_CARD = 0.4
_SHADOW = 0.4
"""How far the belief in an organisation goes: the site's name stands where nobody was named."""
_AGENCY = 0.7
_OMISSION = 0.25
"""How far a source that leaves a name out speaks against it: metadata often names the first author alone."""
_EVEN = 0.5

_NO_CARD = AuthorCard(named=Named(name=""))

People = tuple[Named, ...]


def read(page: LabelledPage, body: Body) -> tuple[tuple[Author, ...], Evidence] | None:
    """The authors in the order of the byline, and the evidence."""
    sources = _Sources.of(page, body)
    candidates = list(_one_shadow([c for c in sources.candidates() if c.value]))
    chosen = choose(candidates, key=_key)
    if chosen is None:
        return None
    people, evidence = chosen
    return tuple(sources.author(n) for n in _completed(people, candidates)), evidence


def _key(people: People) -> frozenset[str]:
    return frozenset(n.name.casefold() for n in people)


def _one_shadow(candidates: list[Candidate[People]]) -> Iterator[Candidate[People]]:
    """The candidates; of those that name organisations alone the best, for they repeat the site's name."""
    best = max((c for c in candidates if _is_shadow(c)), key=lambda c: c.weight, default=None)
    return (c for c in candidates if c is best or not _is_shadow(c))


def _is_shadow(candidate: Candidate[People]) -> bool:
    return all(n.kind == "organization" for n in candidate.value)


def _completed(people: People, candidates: list[Candidate[People]]) -> People:
    """The chosen people without those that other sources leave out, with those that better ones add."""
    chosen = _key(people)
    overlapping = [c for c in candidates if chosen & _key(c.value)]
    named: dict[str, Named] = {}
    for candidate in sorted(overlapping, key=lambda c: -len(c.value)):
        for each in candidate.value:
            named.setdefault(each.name.casefold(), each)
    return tuple(n for key, n in named.items() if _net(key, overlapping) >= _EVEN) or people


def _net(name: str, candidates: list[Candidate[People]]) -> float:
    """Belief in one name: what kinds of source give it, against those that name others and leave it out."""
    given: dict[str, float] = {}
    for candidate in candidates:
        if name in _key(candidate.value):
            given[candidate.source] = max(given.get(candidate.source, 0.0), candidate.weight)
    doubt, against = 1.0, 1.0
    for weight in given.values():
        doubt *= 1 - weight
    for source in {c.source for c in candidates} - given.keys():
        against *= 1 - _OMISSION * max(c.weight for c in candidates if c.source == source)
    return (1 - doubt) * against


@attrs.frozen(kw_only=True)
class _Sources:
    """All that a page says of its authors."""

    page: LabelledPage
    speech: Speech
    masthead: masthead.Masthead
    printed: list[PrintedByline]
    cards: list[AuthorCard]
    stated: tuple[schema.Person, ...]

    @classmethod
    def of(cls, page: LabelledPage, body: Body) -> "_Sources":
        head = masthead.read(page.meta, page.entities, page.url)
        speech = Speech.of(page.rules.words, page.meta.language)
        site = _site(head)
        return cls(
            page=page,
            speech=speech,
            masthead=head,
            printed=[*bylines(page, speech, site), *signatures(page, body, speech, site)],
            cards=cards(page, speech, site),
            stated=tuple(p for _, e in page.entities.articles for p in schema.people(e.get("author"))),
        )

    def candidates(self) -> Iterator[Candidate[People]]:
        """One candidate a source, the most reliable kinds first."""
        yield from self._from_entities()
        yield from self._from_metas()
        yield from self._from_printed()
        yield from self._from_cards()

    def author(self, named: Named) -> Author:
        """The record of a person: the name, and what entity, card and link add."""
        stated = next((p for p in self.stated if p.name and _same(named.name, p.name)), schema.Person(name=None))
        card = next((c for c in self.cards if _same(named.name, c.named.name)), _NO_CARD)
        linked = (profile(self.page, b.element, named.name) for b in self.printed if named in b.named)
        return Author(
            name=named.name,
            url=absolute(stated.url, self.page.base) or next((u for u in linked if u), None) or card.url,
            role=named.role,
            job_title=named.job_title or stated.job_title or card.named.job_title,
            bio=card.bio or stated.description,
            image=absolute(stated.image, self.page.base) or card.image,
            kind=named.kind,
        )

    def _from_entities(self) -> Iterator[Candidate[People]]:
        for source, entity in self.page.entities.articles:
            for key, weight in _ENTITY.items():
                stated = schema.people(entity.get(key))
                people = _unique(n for p in stated for n in self._named(p))
                believed = min(weight, _MARKED_UP) if source == "microdata" else weight
                yield self._candidate(people, believed, source, key, ", ".join(p.name or "" for p in stated))

    def _named(self, person: schema.Person) -> People:
        if not person.name:
            return ()
        if person.types and "Person" not in person.types:
            return (Named(name=person.name, kind="agency" if self._is_agency(person.name) else "organization"),)
        return stated_name(person.name, self.speech, _site(self.masthead))

    def _is_agency(self, name: str) -> bool:
        return self.speech.equals("agencies", name)

    def _from_metas(self) -> Iterator[Candidate[People]]:
        site = _site(self.masthead)
        for name, weight in _METAS.items():
            if values := self.page.meta.all(name):
                people = _unique(n for v in values for n in stated_name(v, self.speech, site))
                yield self._candidate(people, weight, "meta", name, ", ".join(values))
        if self.speech.equals("by", self.page.meta.first("twitter:label1") or ""):
            value = self.page.meta.first("twitter:data1") or ""
            yield self._candidate(stated_name(value, self.speech, site), _TWITTER, "meta", "twitter:data1", value)

    def _from_printed(self) -> Iterator[Candidate[People]]:
        for place in dict.fromkeys((b.place, b.near) for b in self.printed):
            mine = [b for b in self.printed if (b.place, b.near) == place]
            mine = mine if place[1] else mine[:1]
            people = _unique(n for b in mine for n in b.named)
            people = tuple(n for n in people if n.joined) or people
            yield self._candidate(people, _PRINTED[place], "dom", css_path(mine[0].element), mine[0].text)

    def _from_cards(self) -> Iterator[Candidate[People]]:
        first = self.cards[0].element if self.cards else None
        if first is not None:
            people = _unique(c.named for c in self.cards)
            yield self._candidate(people, _CARD, "dom", css_path(first), text_of(first))

    def _candidate(self, people: People, weight: float, source: str, locator: str, raw: str) -> Candidate[People]:
        """People without editors where a writer is named, organisations where a person is."""
        people = tuple(attrs.evolve(n, kind="organization") if self._is_site(n) else n for n in people)
        makers = tuple(n for n in people if n.role != "editor") or people
        if not any(n.role == "photographer" for n in makers):
            makers = tuple(attrs.evolve(n, role=None) if n.role == "writer" else n for n in makers)
        if any(n.kind == "person" for n in makers):
            makers = tuple(n for n in makers if n.kind != "organization")
        else:
            weight *= _AGENCY if any(n.kind == "agency" for n in makers) else _SHADOW
        return Candidate(value=makers, source=source, locator=locator, raw=raw, weight=weight)

    def _is_site(self, named: Named) -> bool:
        return named.kind == "person" and self.masthead.is_name(named.name)


def _site(head: masthead.Masthead) -> frozenset[str]:
    return frozenset(n.text.casefold() for n in head.names)


def _same(one: str, other: str) -> bool:
    """Whether two spellings name one person: all words of the shorter are in the longer."""
    words, others = set(one.casefold().split()), set(other.casefold().split())
    return words <= others or others <= words


def _unique(people: Iterable[Named]) -> People:
    found: dict[str, Named] = {}
    for named in people:
        found.setdefault(named.name.casefold(), named)
    return tuple(found.values())
