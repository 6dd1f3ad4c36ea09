"""The people and organisations who made the article.

Metadata and print are asked; where they name others, the more reliable kind of place wins, and a name that only some
give is kept as far as those who leave it out allow. The site's own name loses against any person. What the winning
name's card, entity and link say of it goes into the record.
"""

import re
from collections.abc import Iterable, Iterator

import attrs

from newsextract.evidence import Candidate, Evidence
from newsextract.locate.authorcards import AuthorCard, portrait, profile
from newsextract.locate.consensus import UNPRINTED, Names, agreed, key_of
from newsextract.locate.people import People
from newsextract.locate.printedbyline import Place
from newsextract.page import schema
from newsextract.page.document import css_path
from newsextract.page.text import text_of, whole_text_of
from newsextract.page.urls import absolute, same_site
from newsextract.records import Author
from newsextract.rules.bylines import stated_name
from newsextract.rules.personnames import EDGES, PAPERS, Named
from newsextract.rules.usernames import is_account, is_made
from newsextract.rules.vocabulary import vocabulary

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
_ODD = ("author", "authors", "authorname", "author_name", "author-name", "byline")
"""Ends of other meta names that speak of authors: "articleAuthor", "shareaholic:article_author_name"."""
_MAKERS = ("smartbanner:", "app:", "app-", "theme", "template", "web_author", "web-author")
"""How those begin that speak of who made the page, or an app."""
_ODD_META = 0.65
_TWITTER = 0.85
_ENTITY = {"author": 0.88, "creator": 0.8}
_MARKED_UP = 0.8
"""Microdata, whose values are printed texts with whatever stands beside the name."""
_PRINTED: dict[tuple[Place, bool], float] = {
    ("name", True): 0.86,
    ("byline", True): 0.75,
    ("line", True): 0.72,
    ("link", True): 0.8,
    ("name", False): 0.5,
    ("byline", False): 0.35,
    ("link", False): 0.4,
    ("text", True): 0.34,
    ("text", False): 0.3,
    ("date", True): 0.37,
}
"""(what told a printed byline, whether it stands near the headline) -> belief."""
_BYLINES = frozenset({"name", "byline", "line", "link"})
"""Places that are bylines by their markup or wording."""
_CARD = 0.4
_SHADOW = 0.36
"""How far the belief in an organisation goes: the site's name stands where nobody was named."""
_NAMESAKE = 0.38
"""The same where the metadata calls the bearer of the site's name a person: a writer's own site."""
_ACCOUNT = 0.45
"""How far the belief in metadata goes that names an account of the CMS ("jlind") rather than a person."""
_INVERTED = frozenset({"citation_author", "dc.creator", "dcterms.creator"})
"""Meta names of catalogues, which put the family name first: "Lind, Rosa"."""
_AGENCY = 0.7
_ADDRESS = re.compile(r"(?<!\S)(?:https?://)?(www\.[\w-]+(?:\.[\w-]+)+)(?!\S)")
"""The address of a site's home page."""

_SHORT_FORM = re.compile(r"(?<!\w)[A-Z]{3,}(?!\w)")
"""A firm's or a region's initials beside other words of a name: "LNT Bank"."""

_NO_CARD = AuthorCard(named=Named(name=""))


def read(people: People) -> tuple[tuple[Author, ...], Evidence] | None:
    """The authors in the order of the byline, and the evidence."""
    sources = _Sources(people)
    chosen = agreed(sources.doubted([c for c in sources.candidates() if c.value]))
    if chosen is None:
        return None
    named, evidence = chosen
    return tuple(sources.author(n) for n in _unique((*named, *sources.helpers()))), evidence


@attrs.frozen
class _Sources:
    """The places that name authors."""

    people: People

    def candidates(self) -> Iterator[Candidate[Names]]:
        """One candidate a source, the most reliable kinds first."""
        yield from (self._unmade(c) for c in (*self._from_entities(), *self._from_metas()))
        yield from self._from_printed()
        yield from self._from_cards()

    def _unmade(self, candidate: Candidate[Names]) -> Candidate[Names]:
        """A candidate without the accounts that a machine named, where the page prints them nowhere."""
        made = [n for n in candidate.value if is_made(n.name)]
        if not made:
            return candidate
        text = whole_text_of(self.people.page.document.body)
        return attrs.evolve(candidate, value=tuple(n for n in candidate.value if n not in made or n.name in text))

    def helpers(self) -> Iterator[Named]:
        """Those whom a line of their own thanks for contributing: they stand beside the authors, whoever these are."""
        return (n for b in self.people.printed if b.place == "thanks" for n in b.named)

    def doubted(self, candidates: list[Candidate[Names]]) -> list[Candidate[Names]]:
        """The candidates; metadata with less belief where its people are printed nowhere and a byline names others."""
        bylines = [b for b in self.people.printed if b.place in _BYLINES]
        signed = frozenset(n.key for b in bylines if b.near for n in b.named)
        elsewhere = frozenset(n.key for b in bylines for n in b.named)
        signed = signed or (elsewhere if len(elsewhere) == 1 else signed)
        rivals = [c for c in candidates if c.source != "dom" and signed and not signed & key_of(c.value)]
        if not rivals:
            return candidates
        text = whole_text_of(self.people.page.document.body).casefold()
        unprinted = [c for c in rivals if not any(key in text for key in key_of(c.value))]
        is_repeated = any(c.source != "dom" and key_of(c.value) == signed for c in candidates)
        doubt = UNPRINTED**2 if is_repeated else UNPRINTED
        return [attrs.evolve(c, weight=c.weight * doubt) if c in unprinted else c for c in candidates]

    def author(self, named: Named) -> Author:
        """The record of a person: the name, and what entity, card and link add."""
        stated = next((p for p in self.people.stated if p.name and _same(named.name, p.name)), schema.Person(name=None))
        cards = [c for c in self.people.cards if _same(named.name, c.named.name)]
        card = _joined(cards)
        places = [b.element for b in self.people.printed if any(n.key == named.key for n in b.named)]
        linked = (profile(self.people.page, e, named.name) for e in places)
        holding = [*places, *(c.element for c in cards if c.element is not None)]
        pictured = (portrait(self.people.page, e, named.name) for e in holding)
        return Author(
            name=named.name,
            url=absolute(stated.url, self.people.page.base) or next((u for u in linked if u), None) or card.url,
            role=named.role,
            job_title=named.job_title or stated.job_title or card.named.job_title or self._job(named),
            bio=card.bio or stated.description,
            image=self._image(stated.image, card.image, pictured),
            kind="person" if self._is_own_site(named, stated) else named.kind,
        )

    def _image(self, stated: str | None, beside: str | None, shown: Iterable[str | None]) -> str | None:
        """The stated picture, else that of the card, else one of those shown with the name; these are better than what
        a service has for any address of mail."""
        stated = absolute(stated, self.people.page.base)
        if stated is None:
            return beside or next(filter(None, shown), None)
        if not _is_stand_in(stated):
            return stated
        return next((url for url in shown if url and not _is_stand_in(url)), stated)

    def _job(self, named: Named) -> str | None:
        """The job that any byline near the headline gives a person."""
        said = (n for b in self.people.printed if b.near for n in b.named if n.key == named.key)
        titles = (n.job_title.strip(EDGES) for n in said if n.job_title)
        return next((t for t in titles if self._is_job(t)), None)

    def _is_job(self, title: str) -> bool:
        """Whether a text beside a name is its bearer's job, and no link to more of hers and no newsroom's name."""
        speech = self.people.speech
        if speech.starts_with("author_about", title):
            return speech.equals("roles", title)
        if speech.equals("newsroom", title.rpartition(" ")[2]):
            return speech.equals("roles", title)
        is_sentence = title.split()[0] in speech.phrases("stopwords")
        return title[:1].isupper() or (speech.finds("roles", title) is not None and not is_sentence)

    def _is_own_site(self, named: Named, stated: schema.Person) -> bool:
        """Whether a site has the name of the person who writes it: one that the metadata calls a person, and perhaps an
        organisation too, or that the host alone has, and that has no newsroom's word in it."""
        is_person = "Person" in stated.types or (
            not (stated.types or self.people.masthead.names) and not _SHORT_FORM.search(named.name)
        )
        if named.kind != "organization" or not is_person or not self.people.is_site(_as_person(named)):
            return False
        speech = self.people.speech
        read = stated_name(named.name, speech)
        if any(n.kind != "person" for n in read) or speech.under(*PAPERS).within(named.name):
            return False
        is_alone = " " in named.name and not self.people.masthead.is_organization(named.name)
        return len(read) == 1 and (is_alone or len(stated.types) > 1)

    def _from_entities(self) -> Iterator[Candidate[Names]]:
        for source, entity in self.people.page.entities.articles:
            for key, weight in _ENTITY.items():
                stated = schema.people(entity.get(key))
                people = _unique(n for p in stated for n in self._named(p))
                believed = min(weight, _MARKED_UP) if source == "microdata" else weight
                yield self._candidate(people, believed, source, key, ", ".join(p.name or "" for p in stated))

    def _named(self, person: schema.Person) -> Names:
        if not person.name:
            return ()
        if person.types and "Person" not in person.types:
            return (Named(name=person.name, kind="agency" if self._is_agency(person.name) else "organization"),)
        site = frozenset[str]() if person.types else self.people.site
        return stated_name(person.name, self.people.speech, site)

    def _is_agency(self, name: str) -> bool:
        return self.people.speech.equals("agencies", name)

    def _from_metas(self) -> Iterator[Candidate[Names]]:
        site = self.people.site
        metas = (n for n in self.people.page.meta.values if n.endswith(_ODD) and not n.startswith(_MAKERS))
        odd = (n for n in metas if n not in _METAS)
        for name, weight in (*_METAS.items(), *((n, _ODD_META) for n in odd)):
            if values := tuple(v for v in self.people.page.meta.all(name) if not self._is_makers(v)):
                if name in _INVERTED:
                    values = tuple(map(_upright, values))
                people = _unique(n for v in values for n in stated_name(v, self.people.speech, site))
                yield self._candidate(people, weight, "meta", name, ", ".join(values))
        if self.people.speech.equals("by", self.people.page.meta.first("twitter:label1") or ""):
            value = self.people.page.meta.first("twitter:data1") or ""
            named = stated_name(value, self.people.speech, site)
            yield self._candidate(named, _TWITTER, "meta", "twitter:data1", value)

    def _is_makers(self, value: str) -> bool:
        """Whether a value is that of who made the site: with the address of another one behind a name."""
        address, url = _ADDRESS.search(value), self.people.page.url
        if address is None or not address.start() or url is None:
            return False
        return not same_site(f"https://{address[1]}", url)

    def _from_printed(self) -> Iterator[Candidate[Names]]:
        printed = [b for b in self.people.printed if b.place != "thanks"]
        for place in dict.fromkeys((b.place, b.near) for b in printed):
            mine = [b for b in printed if (b.place, b.near) == place]
            mine = mine if place[1] else mine[:1]
            people = _unique(n for b in mine for n in b.named)
            people = tuple(n for n in people if n.joined) or people
            yield self._candidate(people, _PRINTED[place], "dom", css_path(mine[0].element), mine[0].text)

    def _from_cards(self) -> Iterator[Candidate[Names]]:
        first = self.people.cards[0].element if self.people.cards else None
        if first is not None:
            people = _unique(c.named for c in self.people.cards if c.named.role != "editor")
            yield self._candidate(people, _CARD, "dom", css_path(first), text_of(first))

    def _candidate(self, people: Names, weight: float, source: str, locator: str, raw: str) -> Candidate[Names]:
        """People without editors where a writer is named, organisations where a person is."""
        namesake = source not in {"dom", "meta"} and any(self.people.is_site(n) for n in people)
        people = tuple(attrs.evolve(n, kind="organization") if self.people.is_site(n) else n for n in people)
        makers = tuple(n for n in people if n.role != "editor") or people
        if not any(n.role == "photographer" for n in makers):
            makers = tuple(attrs.evolve(n, role=None) if n.role == "writer" else n for n in makers)
        if any(n.kind == "person" for n in makers):
            makers = tuple(n for n in makers if n.kind != "organization")
            weight *= _ACCOUNT if source != "dom" and all(is_account(n.name) for n in makers) else 1.0
        else:
            weight *= _AGENCY if any(n.kind == "agency" for n in makers) else _NAMESAKE if namesake else _SHADOW
        return Candidate(value=makers, source=source, locator=locator, raw=raw, weight=weight)


def _as_person(named: Named) -> Named:
    return attrs.evolve(named, kind="person")


def _is_stand_in(address: str) -> bool:
    """Whether a picture is what a service has for any address of mail: a silhouette, more often than not."""
    return any(service in address for service in vocabulary("people").phrases("avatar_services"))


def _upright(name: str) -> str:
    """ "Rosa Lind" of "Lind, Rosa"."""
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family.strip()}" if comma and "," not in given else name


def _joined(cards: list[AuthorCard]) -> AuthorCard:
    """What several cards of one person say: a line with a portrait under the headline, a biography below the text."""
    if len(cards) < 2:
        return cards[0] if cards else _NO_CARD
    return AuthorCard(
        named=next((c.named for c in cards if c.named.job_title), cards[0].named),
        url=next((c.url for c in cards if c.url), None),
        image=next((c.image for c in cards if c.image), None),
        bio=next((c.bio for c in cards if c.bio), None),
    )


def _same(one: str, other: str) -> bool:
    """Whether two spellings name one person: all words of the shorter are in the longer."""
    words, others = ({w.strip(",.;") for w in name.casefold().split()} for name in (one, other))
    return words <= others or others <= words


def _unique(people: Iterable[Named]) -> Names:
    found: dict[str, Named] = {}
    for named in people:
        found.setdefault(named.key, named)
    return tuple(found.values())
