"""schema.org statements of a page: JSON-LD, microdata and RDFa in one shape.

An entity is a dict as JSON-LD writes it after flattening: "@type" is a tuple of type names without prefix, property
names have no prefix, nested entities are dicts, several values are lists, "@id" references are resolved in the page.
"""

import json
from typing import Any, TypeAlias

import attrs

from newsextract.page.document import Document

Entity: TypeAlias = dict[str, Any]

ARTICLE_TYPES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle "
    "AskPublicNewsArticle ReviewNewsArticle BlogPosting LiveBlogPosting SocialMediaPosting TechArticle "
    "ScholarlyArticle AdvertiserContentArticle SatiricalArticle Report Review".split()
)


@attrs.frozen
class Entities:
    """All top-level entities of the page, JSON-LD first, then microdata, then RDFa."""

    all: tuple[tuple[str, Entity], ...] = ()
    """(source: "json-ld" | "microdata" | "rdfa", entity)"""

    def of_type(self, *types: str) -> list[tuple[str, Entity]]:
        """Entities of any of the types."""
        return [(s, e) for s, e in self.all if any(t in types for t in e.get("@type", ()))]

    @property
    def article(self) -> tuple[str, Entity] | None:
        """(source, entity) of the article itself; None where the page states none."""
        return next(iter(self.of_type(*ARTICLE_TYPES)), None)


def read(document: Document) -> Entities:
    """Collect the entities; broken ones are repaired where that is safe, else left out."""
    found: list[tuple[str, Entity]] = []
    for script in document.by_tag.get("script", ()):
        if "ld+json" in (script.get("type") or "").lower():
            try:
                data = json.loads(document.script_text(script), strict=False)
            except ValueError:
                continue
            found += [("json-ld", e) for e in _flat(data)]
    return Entities(tuple(found))


def _flat(data: Any) -> list[Entity]:
    if isinstance(data, list):
        return [e for d in data for e in _flat(d)]
    if not isinstance(data, dict):
        return []
    types = data.get("@type", ())
    entity = {**data, "@type": tuple(types) if isinstance(types, list) else (types,)}
    return [entity, *_flat(data.get("@graph", []))]
