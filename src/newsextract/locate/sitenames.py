"""A labelled page in, the names of its site out: those that are stated, and those that its first headings print."""

from collections.abc import Set

import attrs

from newsextract.label import LabelledPage
from newsextract.locate.homelinks import home_links
from newsextract.page.document import Element
from newsextract.page.masthead import Masthead, squash
from newsextract.page.text import text_of
from newsextract.rules.addresses import steps

MOST = 200
"""First headings that are looked at."""


def with_printed_names(page: LabelledPage, stated: Set[str]) -> Masthead:
    """The site's names, with what first headings call it that are links to the home page and no more, or are named
    after it where the page has others; `stated` is what the metadata calls the page, squashed."""
    first = page.document.by_tag.get("h1", ())[:MOST]
    if not first:
        return page.site
    others = len({squash(text_of(e)) for e in first} - {""}) > 1
    roots = frozenset(e.index for e in home_links(page)) if steps(page.url or "") else frozenset[int]()
    named = {squash(text_of(e)) for e in first if others and page.labels.has(e, "site-name")}
    linked = ((squash(text_of(e)), link) for e in first if (link := _only_link(page, e)) is not None)
    named |= {n for n, link in linked if _says_home(link) or (link.index in roots and n not in stated)}
    return attrs.evolve(page.site, forms=page.site.forms | (named - {""})) if named else page.site


def _only_link(page: LabelledPage, heading: Element) -> Element | None:
    """The link that a heading is, and nothing else."""
    links = page.document.within(heading, "a")
    return links[0] if len(links) == 1 and text_of(links[0]) == text_of(heading) else None


def _says_home(link: Element) -> bool:
    return "home" in (link.get("rel") or "").split()
