"""Who publishes the page: name, home page, logo."""

import re
from collections.abc import Iterator

from newsextract.evidence import Candidate, Evidence, choose
from newsextract.label import LabelledPage
from newsextract.locate.homelinks import home, home_links
from newsextract.page.document import Element
from newsextract.page.masthead import SEPARATORS, Masthead, squash
from newsextract.page.schema import nodes, pictures, url
from newsextract.page.text import fold, text_of
from newsextract.page.urls import absolute
from newsextract.records import Site

_WEIGHTS = {"og:site_name": 0.85, "WebSite.name": 0.8, "publisher.name": 0.8, "application-name": 0.6}
_OTHER_WEIGHT = 0.5
LONGEST = 60
"""Characters above which a stated name is a slogan or a title."""
_TRADE = "©®™ "
_ACRONYM = 5
"""Letters of a name that may be the initials of the words beside it."""
_SEPARATING = "-–—|_:/•·»«> "
_PARTS = re.compile(r"\s[-–—/•·»«>]\s|[|_:]")
_PUBLISHERS = ("NewsMediaOrganization", "Organization", "Corporation", "Newspaper")
PLUGINS = "/wp-content/plugins/"
"""Where WordPress keeps the files of plugins."""


def read(page: LabelledPage) -> tuple[Site, Evidence] | None:
    """The site and the evidence of its name."""
    names = page.site
    root = home(page)
    logo = next(_logos(page), None)
    chosen = choose(_candidates(page, names), key=squash)
    if chosen is None:
        return None
    name, evidence = chosen
    return Site(name=name, url=root, logo=logo), evidence


def _candidates(page: LabelledPage, site: Masthead) -> Iterator[Candidate[str]]:
    title = squash(page.title or "")
    for name in site.names:
        text = _plain(_untitled(name.text, page.title), site)
        if len(text) <= LONGEST and squash(name.text) != title and not name.text.startswith(("@", "http")):
            yield Candidate(
                value=text,
                source=name.source,
                locator=name.locator,
                raw=name.text,
                weight=_WEIGHTS.get(name.locator, _OTHER_WEIGHT),
            )
    if page.meta.title and (trailing := site.trailing(page.meta.title)):
        yield Candidate(value=trailing, source="meta", locator="title", raw=page.meta.title, weight=0.55)
    yield from _beside_the_headline(page)
    if site.host:
        yield Candidate(value=site.host, source="url", locator="host", raw=page.url, weight=0.2)


def _untitled(text: str, title: str | None) -> str:
    """The end of a stated name with the headline before it: some systems put the whole `<title>` there."""
    rest = text.removeprefix(title) if title and " " in title else text
    return SEPARATORS.split(rest)[-1].strip(_SEPARATING) if rest != text and rest[:1] in _SEPARATING else text


def _plain(text: str, site: Masthead) -> str:
    """A stated name without marks of a trade and without the slogan beside it, where a part of it is what the site's
    host or another name of it says; an acronym stands for the words beside it."""
    text = text.rstrip(_TRADE)
    name, _, slogan = text.partition(": ")
    if len(text) > LONGEST and slogan and squash(name):
        text = name
    parts = [p for p in SEPARATORS.split(text) if p]
    named = (p for p in parts if len(parts) > 1 and site.is_known(p) and not (p.isupper() and len(p) <= _ACRONYM))
    return next(named, text)


def _beside_the_headline(page: LabelledPage) -> Iterator[Candidate[str]]:
    """What stands before or behind the headline in the title, where a link to the home page shows the same."""
    title = fold(page.meta.title or "")
    before, found, after = title.partition(page.title or "\n")
    if not found:
        return
    shown: set[str] | None = None
    for end, part in ((-1, after), (0, before)):
        whole = part.strip(_SEPARATING)
        names = [n for n in dict.fromkeys((_PARTS.split(whole)[end].strip(), whole)) if 0 < len(n) <= LONGEST]
        if names:
            shown = _shown_at_home_links(page) if shown is None else shown
            for name in [n for n in names if squash(n) in shown][:1]:
                yield Candidate(value=name, source="meta", locator="title", raw=title, weight=0.6)


def _shown_at_home_links(page: LabelledPage) -> set[str]:
    """What links to the home page show: their text, or the alternative text of their picture; squashed."""
    links = home_links(page)
    images = [i for a in links for i in page.document.within(a, "img")]
    return {squash(t) for t in (*map(text_of, links), *(i.get("alt") or "" for i in images)) if t}


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
    for link in home_links(page):
        yield from (found for i in page.document.within(link, "img") if (found := _picture(page, i)))


def _picture(page: LabelledPage, image: Element) -> str | None:
    """The address of a picture; None for those that plugins bring along, as one does that asks for consent."""
    address = absolute(image.get("src") or image.get("data-src"), page.base)
    return None if address is not None and PLUGINS in address else address
