"""The address that the page itself says it has."""

from collections.abc import Iterator

from newsextract.evidence import Candidate, Evidence, choose
from newsextract.label import LabelledPage
from newsextract.page.schema import url
from newsextract.page.urls import absolute, comparable, same_page, same_site
from newsextract.rules.addresses import steps


def read(page: LabelledPage) -> tuple[str, Evidence] | None:
    """The canonical URL, absolute, and its evidence; the page's own URL where it states none that makes sense."""
    sane = (c for c in _candidates(page) if _leads_here(page, c.value))
    return choose(sane, key=comparable)


def _candidates(page: LabelledPage) -> Iterator[Candidate[str]]:
    stated: list[tuple[str, str, str | None, float]]
    stated = [("meta", "link[rel=canonical]", href, 0.9) for href in page.meta.links.get("canonical", ())]
    stated += [("meta", "og:url", href, 0.75) for href in page.meta.all("og:url")]
    stated += [(s, "url", url(e.get("url")) or url(e.get("mainEntityOfPage")), 0.7) for s, e in page.entities.articles]
    for source, locator, href, weight in stated:
        if found := absolute(href, page.base):
            yield Candidate(value=found.partition("#")[0], source=source, locator=locator, raw=href, weight=weight)
    if found := absolute(page.url, None):
        yield Candidate(value=found.partition("#")[0], source="url", locator=None, raw=page.url, weight=0.5)


def _leads_here(page: LabelledPage, found: str) -> bool:
    """Whether an address can be this page's: on its site, and not the home page where the page is none."""
    if page.url is None or same_page(found, page.url):
        return True
    return same_site(found, page.url) and (bool(steps(found)) or not steps(page.url))
