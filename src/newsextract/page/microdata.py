"""Microdata and RDFa Lite in the markup, read into entities of the shape that JSON-LD has.

Property values follow the HTML standard (section 5.2.4), with what pages mean rather than say: `content` counts on any
element, a date abbreviated is the one in full, and a link that is an author is a name with an address. The body text is
left out: the page itself has it.
"""

from collections.abc import Iterable
from typing import Any

import attrs

from newsextract.page.document import Document, Element
from newsextract.page.schema import Entity
from newsextract.page.text import text_of


@attrs.frozen
class Syntax:
    """How a syntax spells its parts: attribute names."""

    source: str
    """As in evidence."""
    scope: str
    """Marks an element as an entity."""
    type: str
    property: str
    name: str
    """The entity's own identifier."""


MICRODATA = Syntax("microdata", "itemscope", "itemtype", "itemprop", "itemid")
RDFA = Syntax("rdfa", "typeof", "typeof", "property", "resource")

ENTITIES = 2_000
"""Entities that are read of one page; a page of that many cards states nothing about its article."""
REFERENCES = 20
"""`itemref` ids that are followed of one entity."""

_BODY = frozenset({"articleBody", "reviewBody", "commentText"})
_READ_AS_TEXT = frozenset(
    "name headline alternativeHeadline articleSection keywords about genre description caption jobTitle title".split()
)
"""Properties whose value on a link is its text; the standard says its address, which no page means."""
_DATES = frozenset({"datePublished", "dateModified", "dateCreated", "uploadDate", "startDate", "endDate"})
"""Properties whose value on an `<abbr>` is its title: "07:42" is printed, the whole moment is meant."""
_NAMED_LINKS = frozenset({"author", "creator", "contributor", "editor", "publisher", "sourceOrganization", "item"})
"""Properties whose value on a link is somebody (or a breadcrumb): text and address both count."""
_VALUE_ATTRIBUTES = {
    "a": "href",
    "area": "href",
    "link": "href",
    "audio": "src",
    "embed": "src",
    "iframe": "src",
    "img": "src",
    "source": "src",
    "track": "src",
    "video": "src",
    "object": "data",
    "data": "value",
    "meter": "value",
    "time": "datetime",
    "meta": "content",
}


def read(document: Document, syntax: Syntax) -> list[Entity]:
    """The top-level entities that the page's markup states, in document order."""
    scopes = document.with_attribute(syntax.scope)[:ENTITIES]
    if not scopes:
        return []
    entities: dict[int, Entity] = {s.index: _entity(s, syntax) for s in scopes}
    top_level = set(entities)
    for element, owner in _owned(document, scopes, syntax):
        names = _property_names(element, syntax)
        value = entities.get(element.index) or (_value(element, names) if names else None)
        for name in names if value is not None else ():
            _put(entities[owner.index], name, value)
            if isinstance(value, dict) and element.index != owner.index:
                top_level.discard(element.index)
    return [entities[i] for i in sorted(top_level)]


def _entity(scope: Element, syntax: Syntax) -> Entity:
    names = (scope.get(syntax.type) or "").split()
    entity: Entity = {"@type": tuple(t for t in (_local(n) for n in names) if t)}
    name = scope.get(syntax.name)
    if name:
        entity["@id"] = name
    return entity


def _owned(document: Document, scopes: Iterable[Element], syntax: Syntax) -> list[tuple[Element, Element]]:
    """(element with a property, element of the entity it describes), in document order."""
    pairs: list[tuple[Element, Element]] = []
    orphans: list[Element] = []
    scopes = list(scopes)
    open_scopes: list[Element] = []
    following = 0
    for element in document.with_attribute(syntax.property):
        while following < len(scopes) and scopes[following].index < element.index:
            open_scopes.append(scopes[following])
            following += 1
        while open_scopes and open_scopes[-1].end <= element.index:
            open_scopes.pop()
        while open_scopes and element not in open_scopes[-1]:
            open_scopes.pop()
        if open_scopes:
            pairs.append((element, open_scopes[-1]))
        else:
            orphans.append(element)
    return pairs + _referenced(document, scopes, orphans)


def _referenced(document: Document, scopes: list[Element], orphans: list[Element]) -> list[tuple[Element, Element]]:
    """Properties outside their entity's element, which names them by `itemref`."""
    if not orphans:
        return []
    pairs = []
    for scope in scopes:
        for name in (scope.get("itemref") or "").split()[:REFERENCES]:
            for part in document.by_id.get(name.lower(), ())[:1]:
                pairs += [(o, scope) for o in orphans if o in part]
    return pairs


def _property_names(element: Element, syntax: Syntax) -> list[str]:
    return [n for n in (_local(n) for n in (element.get(syntax.property) or "").split()) if n]


def _local(name: str) -> str:
    """A type or property name without vocabulary; "" where the vocabulary is not schema.org's or its forerunner's."""
    if "/" in name:
        known = "schema.org" in name or "data-vocabulary.org" in name
        return name.rstrip("/").rpartition("/")[2].rpartition("#")[2] if known else ""
    prefix, colon, local = name.partition(":")
    return name if not colon else local if prefix in ("schema", "s", "v") else ""


def _put(entity: Entity, name: str, value: Any) -> None:
    if name not in entity:
        entity[name] = value
    elif isinstance(entity[name], list):
        entity[name].append(value)
    else:
        entity[name] = [entity[name], value]


def _value(element: Element, names: list[str]) -> Any:
    if not _BODY.isdisjoint(names):
        return None
    stated = element.get("content")
    if stated is not None:
        return stated
    abbreviates = element.tag == "abbr" and not _DATES.isdisjoint(names)
    attribute = "title" if abbreviates else _VALUE_ATTRIBUTES.get(element.tag)
    stated = element.get(attribute) if attribute else None
    if element.tag == "a":
        return _link_value(element, stated, names)
    return stated or (None if element.tag in ("meta", "link", "img") else text_of(element) or None)


def _link_value(element: Element, href: str | None, names: list[str]) -> Any:
    text = text_of(element)
    if not _READ_AS_TEXT.isdisjoint(names):
        return text or None
    if text and not _NAMED_LINKS.isdisjoint(names):
        return {"@type": (), "name": text, "url": href}
    return href or text or None
