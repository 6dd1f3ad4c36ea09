"""A printed trail in, its steps out that lead to sections of the site, and what tells a trail from a row of folders."""

import re

from newsextract.label import LabelledPage
from newsextract.locate.filing import is_sharing
from newsextract.page.document import Element
from newsextract.page.text import text_of
from newsextract.page.urls import absolute, same_site
from newsextract.rules.addresses import lie_beside, steps

ROW = 5
"""Steps of one folder from which on a trail is a row of folders."""
WAYS_BACK = ("previous", "goes_back", "next", "goes_on", "load_more", "read_more", "home")
"""Keys of what links to a folder say that do not name it: "Back", "All news"."""
_NO_STEPS = (*WAYS_BACK, "search")
_LANGUAGE = re.compile(r"[a-z]{2}(?:[-_][a-z]{2})?")
"""A folder that all pages of a language lie in."""
_YEAR = re.compile(r"\d{4}$")


def steps_of(page: LabelledPage, trail: Element) -> list[Element]:
    """The links of a trail that lead to sections of the site: not home, nor those of a menu or a row of accounts."""
    return [a for a in page.document.within(trail, "a") if _is_step(page, a)]


def _is_step(page: LabelledPage, link: Element) -> bool:
    target, name = absolute(link.get("href"), page.base), text_of(link)
    if target is None or not steps(target) or (page.url is not None and not same_site(target, page.url)):
        return False
    return not (is_sharing(page, link) or page.rules.words.of(_NO_STEPS).equal(name))


def is_archive(link: Element) -> bool:
    """Whether a link leads to the articles of a month: /2024/may; a number at the end is any number."""
    return any(_YEAR.fullmatch(step) for step in steps(link.get("href") or "")[:-1])


def is_root_of(page: LabelledPage, link: Element) -> bool:
    """Whether the first step of a trail is the site, or what it has in a language: "Lantern home", /de."""
    name, path = text_of(link), steps(link.get("href") or "")
    if page.site.is_known(name) or (len(path) == 1 and _LANGUAGE.fullmatch(path[0])):
        return True
    return page.rules.words.equals("home", name.rpartition(" ")[2])


def is_row(page: LabelledPage, trail: Element, links: list[Element]) -> bool:
    """Whether what is called a trail does not begin at home and leads to folders that lie beside each other."""
    if len(links) < ROW or len(page.document.within(trail, "a")) > len(links):
        return False
    return lie_beside(absolute(a.get("href"), page.base) or "" for a in links)
