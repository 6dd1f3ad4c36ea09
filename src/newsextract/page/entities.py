"""schema.org statements of a page: JSON-LD, microdata and RDFa in one shape, and which of them is about its article.

See `page.schema` for what an entity is and for the functions that read its values.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from newsextract.page import jsonld, microdata
from newsextract.page.document import Document
from newsextract.page.schema import Entity, text, types, urls
from newsextract.page.urls import comparable

__all__ = ["ARTICLE_TYPES", "Entities", "Entity", "read"]

ARTICLE_TYPES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle "
    "AskPublicNewsArticle ReviewNewsArticle BlogPosting LiveBlogPosting SocialMediaPosting TechArticle "
    "ScholarlyArticle AdvertiserContentArticle SatiricalArticle Report Review CriticReview".split()
)

DEPTH = 30
"""Levels of a JSON value that are kept."""

_FOLLOWED = ("mainEntity", "mainEntityOfPage", "breadcrumb", "breadcrumbs", "@graph")
"""Properties whose entities speak of this page as much as the one that has them. ItemList entries, related links,
`isPartOf` and comments speak of others."""


@attrs.frozen
class Entities:
    """What the page states about itself and its things."""

    all: tuple[tuple[str, Entity], ...] = ()
    """(source: "json-ld" | "microdata" | "rdfa", entity): those that stand by themselves, and those that say what the
    page is about (`mainEntity`); JSON-LD first, then microdata, then RDFa."""
    articles: tuple[tuple[str, Entity], ...] = ()
    """(source, entity) of the article of this page, at most one a source, in the order of `all`."""

    def of_type(self, *names: str) -> list[tuple[str, Entity]]:
        """Entities of any of the types."""
        return [(s, e) for s, e in self.all if any(t in names for t in types(e))]

    @property
    def article(self) -> tuple[str, Entity] | None:
        """(source, entity) of the article itself; None where the page states none."""
        return self.articles[0] if self.articles else None


def read(document: Document, page_urls: Iterable[str | None] = (), titles: Iterable[str | None] = ()) -> Entities:
    """Collect the entities; broken ones are repaired where that is safe, else left out.

    `page_urls` (the page's own address, canonical, og:url) and `titles` (og:title, `<title>`) tell the article's
    entity from those of other articles.
    """
    found = [("json-ld", e) for e in _from_json_ld(document)]
    for syntax in (microdata.MICRODATA, microdata.RDFA):
        found += [(syntax.source, e) for e in microdata.read(document, syntax)]
    everything = tuple(_with_followed(found))
    page = _Page(frozenset(comparable(u) for u in page_urls if u), tuple(t.casefold() for t in titles if t))
    articles = (_article_of(everything, source, page) for source in ("json-ld", "microdata", "rdfa"))
    return Entities(everything, tuple(a for a in articles if a is not None))


def _from_json_ld(document: Document) -> list[Entity]:
    top: list[Entity] = []
    for script in document.by_tag.get("script", ()):
        if "ld+json" in (script.attrs.get("type") or "").lower():
            for value in jsonld.values(document.script_text(script)):
                normal = _normal(value)
                top += [e for e in (normal if isinstance(normal, list) else [normal]) if isinstance(e, dict)]
    return _resolved(top)


def _normal(value: Any, depth: int = 0) -> Any:
    """A JSON value with names and types without prefix, nested lists flattened."""
    if isinstance(value, dict):
        if depth > DEPTH:
            return None
        entity = {_bare(k): _normal(v, depth + 1) for k, v in value.items() if v is not None and k != "@context"}
        named = entity.get("@type", entity.get("type"))  # schema.org has no property of that name
        entity["@type"] = tuple(_bare(n) for n in (named if isinstance(named, list) else [named]) if isinstance(n, str))
        return entity
    if isinstance(value, list):
        if depth > DEPTH:
            return None
        items: list[Any] = []
        for item in value:
            normal = _normal(item, depth + 1)
            if isinstance(normal, list):
                items += normal
            elif normal is not None:
                items.append(normal)
        return items
    return value


def _bare(name: str) -> str:
    """A type or property name without its vocabulary: `http://schema.org/Person`, `schema:Person` -> `Person`."""
    if ":" not in name and "/" not in name:
        return name
    return name.rstrip("/").rpartition("/")[2].rpartition("#")[2].rpartition(":")[2]


def _resolved(top: list[Entity]) -> list[Entity]:
    """Entities with references replaced by what they refer to; one that would lead back to itself stays a reference.

    What is referred to is shared, not copied, so that the cost is linear in the page.
    """
    named: dict[str, Entity] = {}
    _collect(top, named)
    if named:
        done: set[int] = set()
        for entity in top:
            _resolve(entity, named, done, set(), 0)
    return top


def _collect(value: Any, named: dict[str, Entity]) -> None:
    if isinstance(value, dict):
        name = value.get("@id")
        if isinstance(name, str) and not _is_reference(value):
            known = named.get(name)
            if known is None or len(value) > len(known):
                named[name] = value
        for inner in value.values():
            if isinstance(inner, (dict, list)):
                _collect(inner, named)
    elif isinstance(value, list):
        for item in value:
            if isinstance(item, (dict, list)):
                _collect(item, named)


_SAME = ("@type", "name")
"""What an entity and its fuller namesake must not say differently."""


def _is_reference(entity: Entity) -> bool:
    """Whether an entity says nothing but its name (and perhaps its type)."""
    return len(entity) <= 2  # "@type" is always there


def _resolve(entity: Entity, named: dict[str, Entity], done: set[int], path: set[int], depth: int) -> None:
    if id(entity) in done or depth > DEPTH:
        return
    done.add(id(entity))
    path.add(id(entity))
    for key, value in entity.items():
        if isinstance(value, dict):
            entity[key] = _target(value, named, path)
            _resolve(entity[key], named, done, path, depth + 1)
        elif isinstance(value, list):
            for place, item in enumerate(value):
                if isinstance(item, dict):
                    value[place] = _target(item, named, path)
                    _resolve(value[place], named, done, path, depth + 1)
    path.discard(id(entity))


def _target(entity: Entity, named: dict[str, Entity], path: set[int]) -> Entity:
    """What an entity stands for: the one of its name that says all it does, and more."""
    name = entity.get("@id")
    target = named.get(name) if isinstance(name, str) else None
    if target is None or id(target) in path:
        return entity
    is_less = entity.keys() < target.keys() and all(target[key] == entity[key] for key in _SAME if key in entity)
    return target if is_less or _is_reference(entity) else entity


def _with_followed(found: list[tuple[str, Entity]]) -> Iterator[tuple[str, Entity]]:
    """The entities and those that their `mainEntity` and its like name, each once."""
    seen: set[int] = set()
    waiting = found[::-1]
    while waiting:
        source, entity = waiting.pop()
        if id(entity) in seen:
            continue
        seen.add(id(entity))
        if types(entity) or len(entity) > 2:
            yield source, entity
        inner = [i for name in _FOLLOWED for i in _entities_in(entity.get(name))]
        waiting += [(source, i) for i in reversed(inner)]


def _entities_in(value: Any) -> list[Entity]:
    return [v for v in (value if isinstance(value, list) else [value]) if isinstance(v, dict)]


@attrs.frozen
class _Page:
    """What an article's entity is compared with."""

    urls: frozenset[str]
    """Comparable."""
    titles: tuple[str, ...]
    """Case folded."""


def _article_of(found: Iterable[tuple[str, Entity]], source: str, page: _Page) -> tuple[str, Entity] | None:
    """The entity of a source that is about this page's article.

    A single node is believed unless address and headline both speak against it: addresses change with redirects,
    headlines with search engines in mind. One of several cards in the markup must match.
    """
    nodes = [e for s, e in found if s == source and not ARTICLE_TYPES.isdisjoint(types(e))]
    if not nodes:
        return None
    points = [_match(n, page) for n in nodes]
    best = max(range(len(nodes)), key=lambda i: (points[i], -i))
    single = len(nodes) == 1 or (source == "json-ld" and len(nodes) <= FEW)
    comparing = bool(page.urls or page.titles)
    if comparing and points[best] <= (2 * _AGAINST if single else 0.0):
        return None
    return source, nodes[best]


FEW = 3
"""JSON-LD nodes that state one article between them; more are a list of articles."""
_BY_URL, _BY_HEADLINE, _BY_PART_OF_HEADLINE, _AGAINST = 4.0, 3.0, 2.0, -1.0
_COMPLETE = {"headline": 0.2, "datePublished": 0.2, "author": 0.1, "articleBody": 0.1}
"""What a node that matches no better than another is preferred for having."""


def _match(entity: Entity, page: _Page) -> float:
    points = 0.0
    stated = [u for n in ("mainEntityOfPage", "url", "@id") for u in _addresses(entity, n)]
    if stated and page.urls:
        points += _BY_URL if any(comparable(u) in page.urls for u in stated) else _AGAINST
    headline = (text(entity.get("headline")) or text(entity.get("name")) or "").casefold()
    if headline and page.titles:
        points += _headline_match(headline, page.titles)
    if "Review" in types(entity):
        points -= _BY_PART_OF_HEADLINE / 2  # a product's review beside its article
    if points > 0 or not (page.urls or page.titles):
        points += sum(p for name, p in _COMPLETE.items() if entity.get(name))
    return points


def _addresses(entity: Entity, name: str) -> tuple[str, ...]:
    value = entity.get(name)
    if name == "@id" and isinstance(value, str):
        value = value.partition("#")[0]
    return tuple(u for u in urls(value) if u.startswith("http"))


def _headline_match(headline: str, titles: tuple[str, ...]) -> float:
    if headline in titles:
        return _BY_HEADLINE
    shortest = 12  # letters: a shorter headline may stand in any title
    if len(headline) > shortest and any(headline in t or (len(t) > shortest and t in headline) for t in titles):
        return _BY_PART_OF_HEADLINE
    return _AGAINST
