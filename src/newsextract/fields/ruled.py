"""What a user's rules say of a field, as its value: it wins over what the page's markup and metadata suggest."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final

import attrs

from newsextract.evidence import RAW_LIMIT, Evidence, Losing
from newsextract.label import LabelledPage
from newsextract.page.dates import When, parse
from newsextract.page.document import Element, css_path
from newsextract.page.hit import Hit
from newsextract.page.pictures import picture_url
from newsextract.page.text import fold, text_of
from newsextract.page.urls import absolute
from newsextract.records import Author, Image, Link, Pagination, Site
from newsextract.rules.bylines import stated_name

if TYPE_CHECKING:
    from newsextract.rules.sites import Saying

SOURCE: Final = "rule:"
"""What `Evidence.source` begins with; the id of the rule follows."""

BELIEF: Final = 0.98
"""Confidence in a rule that somebody wrote for the site and that found something; not measured."""

MOST: Final = 300
"""Finds of one rule that are read for a field: a selector that fits everything must not cost a large page its time."""

_HOLDERS: Final = ("content", "datetime")
"""Attributes that hold the value of an element that prints none: of meta and time."""

Read = tuple[Any, Evidence | None] | None


def over(page: LabelledPage, field: str, read: Read) -> Read:
    """What a rule says of a field, with what was read otherwise as agreeing or losing; else what was read."""
    sayings = page.ruling.fields.get(field, ()) if page.ruling is not None else ()
    for saying in sayings:
        value = _VALUES[field](page, saying)
        if value:
            return value, evidence(saying, value, read)
    return read


def evidence(saying: "Saying", value: object, read: Read = None) -> Evidence:
    """Evidence of a value that a rule gave, which names the rule and the place, and what was read otherwise."""
    other, why = read or (None, None)
    first = saying.hits[0]
    said = Evidence(
        source=SOURCE + saying.rule.id,
        locator=css_path(first.element),
        raw=_text(saying, first)[:RAW_LIMIT] or None,
        confidence=BELIEF,
    )
    if why is None:
        return said
    if _alike(other) == _alike(value):
        return attrs.evolve(said, agreeing=(why.locator or why.source, *why.agreeing), losing=why.losing)
    lost = Losing(source=why.locator or why.source, raw=why.raw or str(other)[:RAW_LIMIT])
    return attrs.evolve(said, losing=(lost, *why.losing))


def _alike(value: Any) -> Any:
    """What is compared of a value: names of people and texts of links, without their addresses."""
    if isinstance(value, tuple):
        return [getattr(v, "name", None) or getattr(v, "text", None) for v in value]
    return value.name if isinstance(value, Site) else value


def _text(saying: "Saying", hit: Hit) -> str:
    """The text of what a rule selected: of its attribute, of the element, or of what holds the value of one without."""
    if hit.text is not None:
        return fold(hit.text)
    if saying.rule.attribute is not None:
        return fold(hit.element.get(saying.rule.attribute) or "")
    return text_of(hit.element) or fold(next((v for a in _HOLDERS if (v := hit.element.get(a))), ""))


def _texts(saying: "Saying") -> Iterator[str]:
    return (text for hit in saying.hits[:MOST] if (text := _text(saying, hit)))


def _first(page: LabelledPage, saying: "Saying") -> str | None:
    return next(_texts(saying), None)


def _address(page: LabelledPage, saying: "Saying") -> str | None:
    stated = [hit.text or hit.element.get("href") or _text(saying, hit) for hit in saying.hits[:MOST]]
    return next((url for s in stated if (url := absolute(s, page.base))), None)


def _site(page: LabelledPage, saying: "Saying") -> Site | None:
    name = _first(page, saying)
    return Site(name=name, url=absolute("/", page.url)) if name else None


def _when(page: LabelledPage, saying: "Saying") -> When | None:
    for hit in saying.hits[:MOST]:
        own = "" if hit.text or saying.rule.attribute else hit.element.get("datetime") or ""
        for stated in (own, _text(saying, hit)):
            if when := parse(stated, page.meta.language, page.captured):
                return when
    return None


def _authors(page: LabelledPage, saying: "Saying") -> tuple[Author, ...]:
    speech = page.speech
    found: dict[str, Author] = {}
    for hit in saying.hits[:MOST]:
        text = _text(saying, hit)
        named = stated_name(text, speech)
        url = None if hit.text or len(named) > 1 else _link(page, hit.element)
        authors = [Author(name=n.name, role=n.role, job_title=n.job_title, kind=n.kind, url=url) for n in named]
        for author in authors or ([Author(name=text, url=url)] if text else []):
            found.setdefault(author.name.casefold(), author)
    return tuple(found.values())


def _links(page: LabelledPage, saying: "Saying") -> tuple[Link, ...]:
    found: dict[str, Link] = {}
    for hit in saying.hits[:MOST]:
        if text := _text(saying, hit):
            url = None if hit.text else _link(page, hit.element)
            found.setdefault(text.casefold(), Link(text=text, url=url))
    return tuple(found.values())


def _link(page: LabelledPage, element: Element) -> str | None:
    """Where an element leads: itself a link, inside one, or holding one."""
    links = [e for e in (element, *element.ancestors) if e.tag == "a"] or page.document.within(element, "a")
    return absolute(links[0].get("href"), page.base) if links else None


def _image(page: LabelledPage, saying: "Saying") -> Image | None:
    for hit in saying.hits[:MOST]:
        stated = hit.text or (hit.element.get(saying.rule.attribute) if saying.rule.attribute else None)
        if url := absolute(stated or hit.element.get("content"), page.base):
            return Image(url=url)
        images = [hit.element] if hit.element.tag == "img" else page.document.within(hit.element, "img")
        for image in images:
            if url := picture_url(image, page.base):
                return Image(url=url, alt=image.get("alt"))
    return None


def _pagination(page: LabelledPage, saying: "Saying") -> Pagination | None:
    stated = (hit.text or hit.element.get("href") for hit in saying.hits[:MOST])
    urls = tuple(dict.fromkeys(url for s in stated if (url := absolute(s, page.base))))
    return Pagination(urls=urls) if urls else None


_VALUES: Final[dict[str, Callable[[LabelledPage, "Saying"], Any]]] = {
    **dict.fromkeys(("title", "subtitle", "description", "byline", "source", "language"), _first),
    **dict.fromkeys(("published", "modified"), _when),
    **dict.fromkeys(("categories", "breadcrumbs", "tags"), _links),
    "authors": _authors,
    "canonical_url": _address,
    "site": _site,
    "lead_image": _image,
    "pagination": _pagination,
}
"""Fields that rules can name -> how their value is read."""
