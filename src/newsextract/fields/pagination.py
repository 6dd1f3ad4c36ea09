"""The pages one article, or one list, is spread over."""

import re
from collections.abc import Callable, Iterator

from newsextract.cards.anchors import names_other, own_address
from newsextract.evidence import Evidence
from newsextract.label import LabelledPage
from newsextract.page.address import MOST_PAGES, Address, address, page_number, pages_list
from newsextract.page.document import Element, css_path
from newsextract.page.links import relations
from newsextract.page.text import fold, text_of
from newsextract.records import Pagination
from newsextract.rules.vocabulary import vocabulary

SHORT = 12
"""Characters of a link to another page: a number, an arrow, a word."""

CLIMB = 6
"""Elements around a link among which the list of articles is that it leads on in."""

FEWEST = 2
"""Teasers of such a list."""

_NO_LISTS = frozenset({"previous", "next", "read-more"})
_WHOLE = frozenset({"article", "main", "body"})
_NUMBERED = re.compile(
    r"^(?:/(?:page|seite|pagina|pag|p|s|sayfa|strona|stranka)?[-/]?|[-_,](?:page|seite|p|s)?[-_]?)(\d{1,3})$"
)
_SUFFIX = re.compile(r"(?:/(?:page|seite|pagina|p)?[-/]?|[-_,](?:page|p|s)?)(\d{1,3})$")
_DIGIT = re.compile(r"\d")
_NEIGHBOURS = frozenset({"next", "prev"})
_EXTENSION = re.compile(r"\.(?:s?html?|php|aspx?)$")
_OF = re.compile(
    r"(?<!\d)(\d{1,3})\s*(?:of|von|de|sur|di|da|van|av|af|z|ze|od|из|з|от|din|/|の|／)\s*(\d{1,3})(?!\d)", re.I
)


def read(page: LabelledPage) -> tuple[Pagination, Evidence] | None:
    """Current page, how many there are, and the addresses of the others, in page order."""
    return _read(page, lambda _: False)


def read_article(page: LabelledPage) -> tuple[Pagination, Evidence] | None:
    """The same for a page that lists nothing: without the pages of lists of other articles that stand on it."""
    return _read(page, lambda link: _ends_list(page, link))


def _read(page: LabelledPage, is_another: Callable[[Element], bool]) -> tuple[Pagination, Evidence] | None:
    own = own_address(page)
    if own is None:
        return None
    stem, current = _own(page, own)
    numbered: dict[int, tuple[str, Element]] = {}
    open_ended: list[tuple[str, Element]] = []
    for link, where in ((a, w) for a, w in _candidates(page, own, current) if not is_another(a)):
        number = _number(where, stem)
        if number is None:
            if "next" in relations(link) and where.path == stem and where.query != own.query:
                open_ended.append((where.url, link))
        elif 0 < number <= MOST_PAGES and number != current:
            numbered.setdefault(number, (where.url, link))
    found = [numbered[n] for n in sorted(numbered)] or open_ended[:1]
    if not found or not _is_plausible(numbered, current, found):
        return None
    total = max([*numbered, current], default=current) if numbered else None
    printed = _printed(found[0][1])
    if printed is not None and printed[0] <= printed[1]:
        current, total = printed[0], max(printed[1], total or 0)
    return Pagination(current=current, total=total, urls=tuple(u for u, _ in found)), Evidence(
        source="dom",
        locator=css_path(found[0][1]),
        raw=text_of(found[0][1])[:300] or None,
        confidence=0.9,
    )


def _ends_list(page: LabelledPage, link: Element) -> bool:
    """Whether teasers of articles stand before a link in what holds it, and no headline."""
    cards = [e for b in page.cards if b.relation not in _NO_LISTS for c in b.cards for e in c.parts[:1]]
    for around, _ in zip(link.ancestors, range(CLIMB), strict=False):
        if around.tag in _WHOLE or (page.headline is not None and page.headline in around):
            return False
        if sum(e in around and e.index < link.index for e in cards) >= FEWEST:
            return True
    return False


def _own(page: LabelledPage, own: Address) -> tuple[str, int]:
    """The path all pages begin with, and the number of this one."""
    path = _EXTENSION.sub("", own.path)
    canonical = page.meta.links.get("canonical", ())
    first = address(canonical[0], own.url) if canonical else None
    match = _SUFFIX.search(path) if not path[1:].isdigit() else None  # the article's number
    if match and (first is None or first.path != own.path or _links_to(page, path[: match.start()], own)):
        return path[: match.start()], int(match[1])
    return path, page_number(own.query) or 1


def _links_to(page: LabelledPage, stem: str, own: Address) -> bool:
    """Whether the page links to the address without its number: then the number is a page's."""
    return any(
        where is not None and where.host == own.host and _EXTENSION.sub("", where.path) == stem
        for where in (address(a.get("href"), own.url) for a in page.document.by_tag.get("a", ()) if a.get("rel"))
    )


def _candidates(page: LabelledPage, own: Address, current: int) -> Iterator[tuple[Element, Address]]:
    """Links that can lead to other pages: a number, an arrow or a word for text, and the head's rel=next and prev.

    From the first page, none leads on without a digit in its address.
    """
    stem, is_page = own.path.rpartition("/")[0], page_number(own.query) is not None
    for link in (*page.links.all, *page.document.by_tag.get("link", ())):
        attributes = link.attrs
        href = attributes.get("href")
        if not href or href[0] == "#" or ("#" in href and _leads_to_comments(href)):
            continue
        rel = (attributes.get("rel") or "").lower() if "rel" in attributes else ""
        if link.tag == "link" and _NEIGHBOURS.isdisjoint(rel.split()):
            continue
        is_neighbour = rel and ("next" in rel or "prev" in rel)
        if not is_neighbour and not (_is_short(page, link) and _may_number(href, current)):
            continue
        where = address(href, page.base or own.url)
        if where is None or where.host != own.host or not where.path.startswith(stem) or pages_list(where.query):
            continue
        if is_page or where.path != own.path or not names_other(where, own):
            yield link, where


def _leads_to_comments(href: str) -> bool:
    """Whether a link leads to the place of the comments: those have pages of their own."""
    return href.partition("#")[2].lower().startswith(tuple(vocabulary("filed").phrases("comments_place")))


def _may_number(href: str, current: int) -> bool:
    return current != 1 or _DIGIT.search(href) is not None


def _is_short(page: LabelledPage, link: Element) -> bool:
    if link.end - link.index == 1:
        return len(page.links.text(link)) <= SHORT
    own = "".join([c for c in link.children if isinstance(c, str)])
    text = fold(own) if own and not own.isspace() else ""
    return len(text or page.links.text(link)) <= SHORT


def _number(where: Address, stem: str) -> int | None:
    path = _EXTENSION.sub("", where.path)
    if path == stem:
        return page_number(where.query) if where.query else 1
    match = _NUMBERED.match(path[len(stem) :]) if path.startswith(stem) else None
    return int(match[1]) if match else None


def _is_plausible(numbered: dict[int, tuple[str, Element]], current: int, found: list[tuple[str, Element]]) -> bool:
    """Pages begin at one and follow each other; a lone number far off is something else."""
    if not numbered:
        return bool(found)
    if set(numbered) == {1}:
        return current > 1
    return min(numbered) <= 2 or current + 1 in numbered or current - 1 in numbered


def _printed(link: Element) -> tuple[int, int] | None:
    """ "1 of 8", printed beside the links."""
    for node, _ in zip(link.ancestors, range(2), strict=False):
        if node.end - node.index > 40:
            break
        match = _OF.search(text_of(node))
        if match:
            return int(match[1]), int(match[2])
    return None
