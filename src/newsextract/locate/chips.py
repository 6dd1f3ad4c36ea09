"""A labelled page in, the links right above its headline that lead to a section of the site: one, or several of one
folder side by side."""

from itertools import islice

from newsextract.label import LabelledPage
from newsextract.locate.filing import MENU, OVER, stands_with_headline
from newsextract.page.document import Element
from newsextract.page.text import HEADINGS, text_of
from newsextract.page.urls import absolute, same_site
from newsextract.rules.addresses import lie_beside, steps

DEEPEST = 2
"""Folders of a section's address."""
LIST_DEPTH = 4
"""Elements around a link among which its list is."""
MARKS = 5
"""Characters beside a link that is all of its heading."""
_NO_SECTIONS = ("recommended", "related", "load_more", "home", "subscribe", "login", "newsletter", "live", "share")
"""Keys of what links above a headline say besides sections."""


def over_headline(page: LabelledPage) -> list[Element]:
    """The links right above the headline that file it; none that opens a line of a headline."""
    headline = page.headline
    above = page.document.elements[max(0, headline.index - OVER) : headline.index] if headline is not None else []
    for link in above:
        if link.tag == "a" and stands_with_headline(page, link) and _leads_to_section(page, link):
            return [] if _opens_line(link) else _listed_with(page, link)
    return []


def _leads_to_section(page: LabelledPage, link: Element) -> bool:
    target = absolute(link.get("href"), page.base)
    if target is None or page.url is None or not same_site(target, page.url) or not {"?", "#"}.isdisjoint(target):
        return False
    return 0 < len(steps(target)) <= DEEPEST and not page.rules.words.of(_NO_SECTIONS).equal(text_of(link))


def _opens_line(link: Element) -> bool:
    """Whether more words stand behind a link in its heading: it is a part of a headline."""
    around = link.parent
    return around is not None and around.tag in HEADINGS and len(text_of(around)) > len(text_of(link)) + MARKS


def _listed_with(page: LabelledPage, link: Element) -> list[Element]:
    """A link with those of its list that lead to the same folder."""
    for around in islice(link.ancestors, LIST_DEPTH):
        links = page.document.within(around, "a")
        if len(links) > 1:
            is_over = page.headline is not None and page.headline not in around
            return links if is_over and _is_list(page, links) else [link]
    return [link]


def _is_list(page: LabelledPage, links: list[Element]) -> bool:
    """Whether a few links name several sections of one folder."""
    targets = {absolute(a.get("href"), page.base) or "" for a in links}
    named = all((text := text_of(a)) and not any(c.isdigit() for c in text) for a in links)
    is_several = 1 < len(targets) == len(links) <= MENU
    return named and is_several and lie_beside(targets) and all(_leads_to_section(page, a) for a in links)
