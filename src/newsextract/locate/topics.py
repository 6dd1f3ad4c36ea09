"""A labelled page in, lists of short links out that no markup names: topics, by the label before them or by the article
that speaks of them.
"""

import re
from collections.abc import Iterator

from newsextract.label import LabelledPage
from newsextract.page.document import Element
from newsextract.page.masthead import squash
from newsextract.page.text import text_of
from newsextract.page.urls import absolute, same_site
from newsextract.records import Link
from newsextract.rules.addresses import steps

FEWEST, MOST = 2, 12
"""Links of such a list."""
LONGEST = 30
"""Characters of such a link."""
SPOKEN_OF = 0.75
"""Share of its links that the article must speak of: one may be a section or a spelling of its own."""
PROSE = 60
"""Characters above which a paragraph is running text."""
AFTER = 60
"""Elements behind such a list among which no paragraph stands: it is no list of the article's text."""
OPENING = 5
"""Paragraphs that open a page."""
LABEL = 45
"""Characters of the label before a list: "Topics in this article:"."""
SMALL = 6
"""Elements of such a label."""
_ROWS = frozenset({"li", "span"})
"""What may stand around each link of a list."""
_NAME = re.compile(r"[^\W\d_]{2}")


def titled(page: LabelledPage) -> Iterator[Element]:
    """The groups of links below the headline that a label of topics stands before, in any language."""
    if page.headline is None:
        return
    labels = page.rules.words.of(("tags",))
    seen: set[int] = set()
    for link in page.links.all:
        group = link.parent
        if link.index < page.headline.end or group is None:
            continue
        if group.tag in _ROWS and group.parent is not None:
            group = group.parent
        if group.index in seen or page.headline in group:
            continue
        seen.add(group.index)
        text = _before(page, group, link)
        if text and labels.equal(text) and _leads_away(page.document.within(group, "a")):
            yield group


def _leads_away(links: list[Element]) -> bool:
    """Whether several links lead to other pages: those of a table of contents stay on this one."""
    return len(links) >= FEWEST and not any((a.get("href") or "#").startswith("#") for a in links)


def _before(page: LabelledPage, group: Element, link: Element) -> str | None:
    """The text of the small element right before a group of links, or before its first link."""
    held = link
    while held.parent is not None and held.parent is not group:
        held = held.parent
    label = _sibling_before(page, held) or _sibling_before(page, group)
    if label is None or label.end - label.index > SMALL or label.tag == "a":
        return None
    text = text_of(label)
    return text if text and len(text) <= LABEL else None


def _sibling_before(page: LabelledPage, element: Element) -> Element | None:
    """The element before one in its parent, found from where it stands: a parent may have 100,000 children."""
    if element.parent is None:
        return None
    before = page.document.elements[element.index - 1]
    while before is not element.parent and before.parent is not None and before.parent is not element.parent:
        before = before.parent
    return before if before is not element.parent else None


def mentioned(page: LabelledPage) -> Iterator[tuple[Element, tuple[Link, ...]]]:
    """The lists behind the text of an article that metadata calls one, with their links."""
    if page.headline is None or not page.entities.articles:
        return
    prose = [p.index for p in page.document.by_tag.get("p", ()) if len(text_of(p)) > PROSE]
    text: str | None = None
    for element in page.document.by_tag.get("ul", ()):
        if element.index < page.headline.index or any(element.end <= at < element.end + AFTER for at in prose):
            continue
        links = _of_items(page, element)
        if FEWEST <= len(links) <= MOST:
            text = told(page) if text is None else text
            if sum(squash(link.text) in text for link in links) >= len(links) * SPOKEN_OF:
                yield element, links


def told(page: LabelledPage, *, opening: bool = False) -> str:
    """The page's headline and paragraphs, squashed; with `opening` the first of them alone."""
    paragraphs = page.document.by_tag.get("p", [])
    return squash(" ".join([page.title or "", *map(text_of, paragraphs[:OPENING] if opening else paragraphs)]))


def _of_items(page: LabelledPage, element: Element) -> tuple[Link, ...]:
    """What the items of a list link to, where each is one short link to this site and nothing else."""
    items = [e for e in element.elements if e.tag == "li"]
    links = page.document.within(element, "a")
    if len(items) != len(links) or any(page.document.within(element, tag) for tag in ("img", "time")):
        return ()
    found = tuple(Link(text=text_of(a), url=absolute(a.get("href"), page.base)) for a in links)
    return found if all(_is_topic(link, page.url) for link in found) else ()


def _is_topic(link: Link, url: str | None) -> bool:
    if len(link.text) > LONGEST or not _NAME.search(link.text) or link.url is None or url is None:
        return False
    return same_site(link.url, url) and bool(steps(link.url))
