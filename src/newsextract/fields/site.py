"""Who publishes the page: name, home page, logo."""

from collections.abc import Iterator

from newsextract.evidence import Candidate, Evidence, choose
from newsextract.label import LabelledPage
from newsextract.page import masthead
from newsextract.page.document import Element
from newsextract.page.masthead import Masthead, squash
from newsextract.page.schema import nodes, pictures, url
from newsextract.page.urls import absolute
from newsextract.records import Site

_WEIGHTS = {"og:site_name": 0.85, "WebSite.name": 0.8, "publisher.name": 0.8, "application-name": 0.6}
_OTHER_WEIGHT = 0.5
LONGEST = 60
"""Characters above which a stated name is a slogan or a title."""
_PUBLISHERS = ("NewsMediaOrganization", "Organization", "Corporation", "Newspaper")


def read(page: LabelledPage) -> tuple[Site, Evidence] | None:
    """The site and the evidence of its name."""
    names = masthead.read(page.meta, page.entities, page.url)
    home = _home(page)
    logo = next(_logos(page), None)
    chosen = choose(_candidates(page, names), key=squash)
    if chosen is None:
        return None
    name, evidence = chosen
    return Site(name=name, url=home, logo=logo), evidence


def _candidates(page: LabelledPage, site: Masthead) -> Iterator[Candidate[str]]:
    title = squash(page.title or "")
    for name in site.names:
        if len(name.text) <= LONGEST and squash(name.text) != title and not name.text.startswith(("@", "http")):
            yield Candidate(
                value=name.text,
                source=name.source,
                locator=name.locator,
                raw=name.text,
                weight=_WEIGHTS.get(name.locator, _OTHER_WEIGHT),
            )
    if page.meta.title and (trailing := site.trailing(page.meta.title)):
        yield Candidate(value=trailing, source="meta", locator="title", raw=page.meta.title, weight=0.55)
    if site.host:
        yield Candidate(value=site.host, source="url", locator="host", raw=page.url, weight=0.2)


def _home(page: LabelledPage) -> str | None:
    """The root of the page's host, in the page's own scheme."""
    return absolute("/", page.url or page.meta.first("og:url"))


def _logos(page: LabelledPage) -> Iterator[str]:
    publishers = [p for _, e in page.entities.articles for p in nodes(e.get("publisher"))]
    publishers += [e for _, e in page.entities.of_type(*_PUBLISHERS)]
    for publisher in publishers:
        stated = next((p.url for p in pictures(publisher.get("logo"))), None) or url(publisher.get("logo"))
        if found := absolute(stated, page.base):
            yield found
    for element in page.labels.of("logo"):
        images = [element] if element.tag == "img" else page.document.within(element, "img")
        yield from (found for i in images if (found := _picture(page, i)))


def _picture(page: LabelledPage, image: Element) -> str | None:
    return absolute(image.get("src") or image.get("data-src"), page.base)
