"""Rules of a user: what is known of one site, or of all, as records; and which of them hold for a page."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, Final

import attrs

from newsextract.page.document import Document, Element
from newsextract.page.hit import Hit
from newsextract.rules.load import Rule
from newsextract.rules.selector import Selector
from newsextract.rules.xpath import Finder, XPath

FIELDS: Final = {
    "title": "the headline",
    "subtitle": "the standfirst",
    "description": "the summary",
    "byline": "the line that names who wrote it",
    "authors": "each element one author, or a line that names several; a link is the author's page",
    "source": "who published first",
    "published": "the date of publication, printed or in an attribute",
    "modified": "the date of the last change",
    "language": "its language, as BCP 47",
    "canonical_url": "its address",
    "site": "the name of the site",
    "categories": "each element one section it is filed under",
    "breadcrumbs": "each element one step from the home page",
    "tags": "each element one tag",
    "lead_image": "the picture at its head: an image, an element that holds one, or an address",
    "body": "the elements that hold the text; what rules cut inside them stays out",
    "strip": "what is no part of the article",
    "pagination": "links to the other pages of the article",
}
"""What a rule can say where it stands, and what its selectors select."""


@attrs.frozen(kw_only=True, eq=False)
class FieldRule:
    """Where a field stands on the pages of a site."""

    id: str
    field: str
    """One of FIELDS."""
    selectors: tuple[Selector | XPath, ...]
    """Tried in order; the first that finds something gives the value."""
    attribute: str | None = None
    """Attribute that holds the value; None for the text, or what usually holds it (`datetime`, `content`)."""
    fires: str = ""
    """A fragment that it must read; "" where the format has none."""
    spares: str = ""
    """A fragment that it must not read."""
    gives: Any = None
    """What it must read in `fires`."""


@attrs.frozen(kw_only=True, eq=False)
class Example:
    """A whole page, and what its record must hold."""

    page: str | None = None
    """The page's file, relative to the rule file."""
    html: str | None = None
    """The page itself, where it is short."""
    url: str | None = None
    captured: datetime | None = None
    expect: Mapping[str, Any]
    """Field -> its plain value: a text, a list of texts, a date in ISO 8601."""
    has: tuple[str, ...] = ()
    """Texts that the body must hold."""
    lacks: tuple[str, ...] = ()
    """Texts that the body must not hold."""


@attrs.frozen(kw_only=True, eq=False)
class SiteRules:
    """One file of a user's rules."""

    name: str
    """The file, relative to its folder."""
    sites: tuple[str, ...] = ()
    """Hosts it holds for: "example.org" (and www.example.org), "*.example.org" (all hosts under it); () for all."""
    valid_from: date | None = None
    """First day of capture it holds for."""
    valid_until: date | None = None
    """Last day of capture it holds for. A page without a day of capture is taken for a page of today."""
    labels: tuple[Rule, ...] = ()
    fields: tuple[FieldRule, ...] = ()
    examples: tuple[Example, ...] = ()
    notices: tuple[str, ...] = ()
    """What the file says that has no meaning here, each with its line."""

    def holds_on(self, day: date | None) -> bool:
        """Whether it holds for pages captured on a day; None for a page of today."""
        if day is None:
            return self.valid_until is None
        return (self.valid_from or day) <= day <= (self.valid_until or day)


class Sites:
    """All files of a user, by host. Never changes once built."""

    def __init__(self, files: Iterable[SiteRules]) -> None:
        self.files = tuple(files)
        self._by_site: dict[str, list[SiteRules]] = {}
        for file in self.files:
            for site in file.sites or ("",):
                self._by_site.setdefault(site, []).append(file)

    def of(self, host: str, captured: date | None) -> list[SiteRules]:
        """What holds for a page: old layouts first, then what names the host, then its domains, then all sites."""
        day = captured.date() if isinstance(captured, datetime) else captured
        bare = host.removeprefix("www.")
        labels = bare.split(".")
        names = (bare, *("*." + ".".join(labels[at:]) for at in range(1, len(labels))), "")
        found = [f for name in names for f in self._by_site.get(name, ()) if f.holds_on(day)]
        return sorted(found, key=lambda f: f.valid_until or date.max)

    def ruling(self, document: Document, host: str, captured: date | None) -> "Ruling | None":
        """What the rules that hold for a page find there; None where none holds."""
        files = self.of(host, captured)
        return ruling(document, files) if files else None


@attrs.frozen
class Saying:
    """What one rule says of a field on a page."""

    rule: FieldRule
    hits: tuple[Hit, ...]


@attrs.frozen
class Ruling:
    """What the rules of a user say of one page."""

    fields: Mapping[str, tuple[Saying, ...]]
    """Field -> what rules say of it, the first to be believed first."""
    labelled: tuple[tuple[int, Rule], ...]
    """(place of an element, rule that labels it), in document order."""


def ruling(document: Document, files: Iterable[SiteRules]) -> Ruling:
    """Ask a page what the rules that hold for it find there."""
    finder = Finder(document)
    fields: dict[str, list[Saying]] = {}
    labelled: list[tuple[int, Rule]] = []
    for file in files:
        for rule in file.labels:
            labelled += [(e.index, rule) for s in rule.selectors for e in s.find(document) if _in_body(document, e)]
        for said in file.fields:
            if said.field == "strip":
                kind = Rule(id=said.id, kind="stripped", selectors=())
                hits = [h for s in said.selectors for h in finder.find(s)]
                labelled += [(h.element.index, kind) for h in hits if h.text is None and _in_body(document, h.element)]
            elif hits := next((hits for s in said.selectors if (hits := finder.find(s))), []):
                fields.setdefault(said.field, []).append(Saying(said, tuple(hits)))
    return Ruling(
        fields={name: tuple(sayings) for name, sayings in fields.items()},
        labelled=tuple(sorted(labelled, key=lambda found: found[0])),
    )


def _in_body(document: Document, element: Element) -> bool:
    return element.index > document.body.index
