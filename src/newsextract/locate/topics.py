"""A labelled page in, lists of short links out that no markup names: topics, by the label before them, by a hash or by
the article that speaks of them.
"""

import re
from collections.abc import Iterator

from newsextract.label import LabelledPage
from newsextract.locate.standing import PROSE, sibling_before
from newsextract.page.document import Element
from newsextract.page.links import relations
from newsextract.page.masthead import squash
from newsextract.page.text import fold, text_of
from newsextract.page.urls import absolute, same_site
from newsextract.records import Link
from newsextract.rules.addresses import steps
from newsextract.rules.vocabulary import vocabulary
from newsextract.rules.words import Phrases

FEWEST, MOST = 2, 12
"""Links of such a list."""
LONGEST = 30
"""Characters of such a link."""
SPOKEN_OF = 0.75
"""Share of its links that the article must speak of: one may be a section or a spelling of its own."""
AFTER = 60
"""Elements behind such a list among which no paragraph stands: it is no list of the article's text."""
OPENING = 5
"""Paragraphs that open a page."""
LABEL = 45
"""Characters of the label before a list: "Topics in this article:"."""
SHORTEST_LABEL = 3
"""Letters up to which a label is an article or a conjunction in some language."""
SMALL = 6
"""Elements of such a label."""
LONGEST_MARK = 5
"""Characters of what parts the links of a line: commas, "and"."""
_HASH = re.compile(r"[#＃]\w[\w '’&.-]{0,40}")
_HASHES = frozenset("#＃")
_MARKS = " \n\t:：-–|·"
"""What stands between a label and its links."""
_EDGES = " ,.;:："
"""What is no letter of a label."""
_ROWS = frozenset({"li", "span"})
"""What may stand around each link of a list."""

_NO_TOPICS = frozenset({"author", "bookmark"})
"""What `rel` says of links that stand beside tags."""
_NAME = re.compile(r"[^\W\d_]{2}")


def titled(page: LabelledPage, key: str = "tags", *, fewest: int = FEWEST) -> Iterator[Element]:
    """The groups of links below the headline that a label of topics (or of `key`) stands before, in any language."""
    if page.headline is None:
        return
    labels, others = page.rules.words.of((key,)), page.rules.words.of(("tags",) if key != "tags" else ())
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
        links = page.document.within(group, "a")
        if len(links) < fewest:
            continue
        text = _before(page, group, link)
        if text and labels.equal(text) and not others.equal(text) and _lead_away(links):
            yield group


def _lead_away(links: list[Element]) -> bool:
    """Whether links lead to other pages: those of a table of contents stay on this one."""
    return not any((a.get("href") or "#").startswith("#") for a in links)


def lined(page: LabelledPage) -> Iterator[tuple[Element, list[Element]]]:
    """The links below the headline that follow a label of topics in one line, "Topics: harbour, ferries", and what
    holds the line."""
    if page.headline is None:
        return
    labels = page.rules.words.of(("tags",))
    seen: set[int] = set()
    for link in page.links.all:
        around = link.parent
        if link.index > page.headline.end and around is not None and around.index not in seen:
            seen.add(around.index)
            if len(around.children) == 1:
                continue
            if found := _behind_label(page, around, labels):
                yield around, found


def _behind_label(page: LabelledPage, element: Element, labels: Phrases) -> list[Element]:
    """The links of an element that a label stands before, up to where the line ends or runs on."""
    found: list[Element] = []
    before: Element | str = ""
    for child in element.children:
        links = [] if isinstance(child, str) else _links_in(page, child)
        if found and any(leads_on(a) or a.index in page.ways.to("author") for a in links):
            break
        if links and (found or _is_label(before, labels)):
            found += links
        elif found and _ends_line(child):
            break
        elif not isinstance(child, str) or child.strip(_MARKS):
            before = child
    return found if _lead_away(found) else []


def _ends_line(child: Element | str) -> bool:
    if isinstance(child, str):
        return len(child.strip()) > LONGEST_MARK
    return child.tag == "br" or len(text_of(child)) > LONGEST_MARK


def _is_label(child: Element | str, labels: Phrases) -> bool:
    """Whether what stands before a link is a label: a word of two or three letters needs a colon."""
    if not isinstance(child, str) and child.end - child.index > SMALL:
        return False
    text = fold(child) if isinstance(child, str) else text_of(child)
    bare = text.strip(_EDGES)
    if not 0 < len(bare) <= LABEL or (len(bare) <= SHORTEST_LABEL and bare.isascii() and text[-1] != ":"):
        return False
    return labels.equal(text)


def _links_in(page: LabelledPage, element: Element) -> list[Element]:
    """A link, or those of something small that holds nothing else."""
    if element.tag == "a":
        return [element]
    links = page.document.within(element, "a") if element.end - element.index <= SMALL else []
    return links if links and sum(len(text_of(a)) for a in links) + LONGEST_MARK >= len(text_of(element)) else []


def hashed(page: LabelledPage) -> Iterator[tuple[Element, list[Element]]]:
    """The small elements below the headline that stand together and each print a hash before a word, with what holds
    them."""
    if page.headline is None:
        return
    groups: dict[int, list[Element]] = {}
    for tag in ("a", "span", "li"):
        for element in page.document.by_tag.get(tag, ()):
            said = element.children[0] if len(element.children) == 1 else None
            if element.index < page.headline.index or not isinstance(said, str) or _HASHES.isdisjoint(said):
                continue
            if _HASH.fullmatch(said.strip()):
                around = element.parent
                while around is not None and around.tag in _ROWS:
                    around = around.parent
                if around is not None:
                    groups.setdefault(around.index, []).append(element)
    for index, elements in groups.items():
        around = page.document.elements[index]
        if len(elements) >= FEWEST and len(text_of(around)) <= sum(len(text_of(e)) + FEWEST for e in elements):
            yield around, elements


def _before(page: LabelledPage, group: Element, link: Element) -> str | None:
    """The text of the small element right before a group of links, or before its first link."""
    held = link
    while held.parent is not None and held.parent is not group:
        held = held.parent
    label = sibling_before(page, held) or sibling_before(page, group)
    if label is None or label.end - label.index > SMALL or label.tag == "a":
        return None
    text = text_of(label)
    return text if text and len(text) <= LABEL else None


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
    """The page's headline and paragraphs, squashed; with `opening` the first of them alone. Lines parted by breaks are
    paragraphs, too."""
    paragraphs = page.document.by_tag.get("p", [])
    texts = [page.title or "", *map(text_of, paragraphs[:OPENING] if opening else paragraphs)]
    broken = {e.parent.index: e.parent for e in page.document.by_tag.get("br", ()) if e.parent is not None}
    bare = [] if opening else [e for e in broken.values() if e.tag != "p"]
    return squash(" ".join(texts + [c for e in bare for c in e.children if isinstance(c, str)]))


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


def heads_index(page: LabelledPage, element: Element) -> bool:
    """Whether a title before a block, or its first line, says that it holds all topics of the site: "Browse by tag"."""
    before, index = sibling_before(page, element), vocabulary("filed").phrases("index")
    first = next(element.elements, None)
    titles = (e for e in (before, first) if e is not None and e.tag != "a" and e.end - e.index <= SMALL)
    return any(text_of(title).casefold().strip(_EDGES) in index for title in titles)


def is_marked(link: Element) -> bool:
    """Whether a link's `rel` calls it a tag, and not a category, too."""
    tokens = relations(link)
    return "tag" in tokens and "category" not in tokens


def leads_on(link: Element) -> bool:
    """Whether a link's `rel` says that it leads to the author, or to the article itself: "Bookmark the permalink."."""
    return not _NO_TOPICS.isdisjoint(relations(link))
