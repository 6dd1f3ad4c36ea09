"""schema.org values, and the many ways pages write them, read as plain texts, addresses, people, pictures, crumbs.

An `Entity` is a dict: "@type" is a tuple of type names without prefix, property names have no prefix, nested entities
are entities, several values are a list, references by "@id" within the page are resolved. Values are as written; the
functions here clean them. None of them raises, whatever they are given.
"""

import html
import re
from collections.abc import Iterator
from typing import Any, TypeAlias

import attrs

from newsextract.page.text import fold
from newsextract.page.urls import unreferenced

Entity: TypeAlias = dict[str, Any]

DEPTH = 6
"""Levels of lists and entities that a value is followed into."""

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--.*?(?:-->|\Z)", re.S)
_URL = re.compile(r"(?:https?:){0,2}//[^\s<>\"]+$|/[^\s<>\"]*$", re.I)
_IDENTIFIER = re.compile(r"^(?:https?:)?//[^/?#]+/?#|#/schema/", re.I)
"""An `@id` that leads nowhere: a fragment of the home page, or one that plugins make up."""
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_TRUTH = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}
"""Spellings of a boolean; a fifth of the pages that state isAccessibleForFree write a string."""


def types(entity: Entity) -> tuple[str, ...]:
    """The type names, without prefix."""
    named = entity.get("@type", ())
    return named if isinstance(named, tuple) else ()


def nodes(value: Any) -> list[Entity]:
    """The entities that a value is or lists."""
    return [v for v in _flat(value) if isinstance(v, dict)]


def texts(value: Any) -> tuple[str, ...]:
    """The texts that a value states: a string, a list, an entity's name, `@value`.

    Markup and character references are read, white space folded, empty ones and repetitions dropped. Addresses are
    texts too; see `urls`.
    """
    return tuple(dict.fromkeys(t for v in _flat(value) for t in _texts_of(v) if t))


def text(value: Any) -> str | None:
    """The first text that a value states."""
    return next(iter(texts(value)), None)


def urls(value: Any) -> tuple[str, ...]:
    """The addresses that a value states: strings that look like one, an entity's `url` or `@id`; character references
    read, else as written."""
    return tuple(dict.fromkeys(u for v in _flat(value) if (u := _address(v))))


def _address(value: Any) -> str | None:
    if isinstance(value, str):
        value = unreferenced(value).strip()
        return value if _URL.match(value) else None
    if isinstance(value, dict):
        stated = ((n, unreferenced(v).strip()) for n in _URL_NAMES for v in _flat(value.get(n)) if isinstance(v, str))
        return next((s for n, s in stated if _URL.match(s) and not (n == "@id" and _IDENTIFIER.search(s))), None)
    return None


def url(value: Any) -> str | None:
    """The first address that a value states."""
    return next(iter(urls(value)), None)


def truth(value: Any) -> bool | None:
    """A boolean, however it is spelt: true, "True", "http://schema.org/False"; None where it is none."""
    if isinstance(value, bool):
        return value
    stated = text(value)
    return None if stated is None else _TRUTH.get(stated.rpartition("/")[2].lower())


def number(value: Any) -> int | None:
    """A whole number out of 640, "640", "640px" or a QuantitativeValue."""
    if isinstance(value, dict):
        value = value.get("value", value.get("name"))
    found = _NUMBER.search(str(value)) if isinstance(value, (int, float, str)) else None
    return int(float(found[0])) if found and len(found[0]) < 9 else None


@attrs.frozen(kw_only=True)
class Person:
    """An author, contributor or publisher, as stated."""

    name: str | None
    """As written, white space folded: may hold "By ", a role, or several people ("A and B"). None where only an address
    is given."""
    types: tuple[str, ...] = ()
    """"Person", "Organization", "NewsMediaOrganization", …; () where the page states none."""
    url: str | None = None
    job_title: str | None = None
    image: str | None = None
    description: str | None = None
    same_as: tuple[str, ...] = ()
    email: str | None = None


def people(value: Any) -> list[Person]:
    """The people and organisations that a value names, in order, each name once.

    A string, a list, an entity, an entity with a list of names, one with given and family name alone, one that says
    nothing but its address: each is read. A string that is an address becomes a `Person` without a name.
    """
    found: dict[str | None, Person] = {}
    for item in _flat(value):
        for person in _people_of(item):
            found.setdefault(person.name or person.url, person)
    return list(found.values())


@attrs.frozen(kw_only=True)
class Crumb:
    """A step of a breadcrumb trail."""

    name: str
    url: str | None = None
    """As written."""


def crumbs(entity: Entity) -> list[Crumb]:
    """The steps of a BreadcrumbList, by position where each has one, else in order."""
    steps: list[tuple[int, int, Crumb]] = []
    for place, element in enumerate(nodes(entity.get("itemListElement"))):
        item = element.get("item")
        inner = item if isinstance(item, dict) else {}
        name = text(element.get("name")) or text(inner.get("name")) or text(inner.get("title"))
        position = number(element.get("position"))
        if name:
            href = url(item) or url(inner.get("@id")) or url(element.get("url"))
            steps.append((place if position is None else position, place, Crumb(name=name, url=href)))
    return [crumb for _, _, crumb in sorted(steps, key=lambda s: s[:2])]


@attrs.frozen(kw_only=True)
class Picture:
    """An image, as stated."""

    url: str
    """As written."""
    caption: str | None = None
    credit: str | None = None
    width: int | None = None
    """Pixels."""
    height: int | None = None


def pictures(value: Any) -> list[Picture]:
    """The images that a value names: addresses, ImageObjects, lists of them, each address once."""
    found: dict[str, Picture] = {}
    for item in _flat(value):
        stated = item if isinstance(item, dict) else {}
        place = url(stated.get("contentUrl")) or url(item) if stated else url(item)
        if place:
            picture = Picture(
                url=place,
                caption=text(stated.get("caption")) or text(stated.get("description")),
                credit=next((c for n in _CREDITS if (c := text(stated.get(n)))), None),
                width=number(stated.get("width")),
                height=number(stated.get("height")),
            )
            found.setdefault(place, picture)
    return list(found.values())


_URL_NAMES = ("url", "@id", "contentUrl", "embedUrl", "sameAs")
_CREDITS = ("creditText", "copyrightNotice", "author", "creator")


def _flat(value: Any, depth: int = 0) -> Iterator[Any]:
    """Values out of nested lists, and out of `@list` and `@set`; None left out."""
    if value is None or depth > DEPTH:
        return
    if isinstance(value, dict):
        inner = value.get("@list", value.get("@set"))
        if inner is not None:
            yield from _flat(inner, depth + 1)
        else:
            yield value
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _flat(item, depth + 1)
    else:
        yield value


def _texts_of(value: Any, depth: int = 0) -> Iterator[str]:
    if isinstance(value, str):
        yield plain(value)
    elif isinstance(value, dict) and depth < DEPTH:
        for name in ("@value", "name", "headline", "title", "text"):
            if value.get(name) is not None:
                for item in _flat(value[name]):
                    yield from _texts_of(item, depth + 1)
                return
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield str(value)


def plain(value: str) -> str:
    """A string of metadata as a reader would see it: character references and tags read, white space folded."""
    if "&" in value:
        value = html.unescape(value)
    if "<" in value:
        value = html.unescape(_TAG.sub(" ", value))
    return fold(value)


def _people_of(value: Any) -> Iterator[Person]:
    if isinstance(value, str):
        stated = plain(value)
        if _URL.match(stated):
            yield Person(name=None, url=stated)
        elif stated:
            yield Person(name=stated)
    elif isinstance(value, dict):
        names: tuple[str | None, ...] = texts(value.get("name")) or _from_parts(value) or (None,)
        about = url(value) if len(names) == 1 else None
        for name in names:
            if name is not None or about is not None:
                yield Person(
                    name=name,
                    types=types(value),
                    url=about,
                    job_title=text(value.get("jobTitle")),
                    image=url(value.get("image")),
                    description=text(value.get("description")),
                    same_as=urls(value.get("sameAs")),
                    email=text(value.get("email")),
                )


def _from_parts(value: Entity) -> tuple[str, ...]:
    parts = [text(value.get(n)) for n in ("givenName", "additionalName", "familyName")]
    name = " ".join(p for p in parts if p) or text(value.get("legalName")) or text(value.get("alternateName"))
    return (name,) if name else ()
