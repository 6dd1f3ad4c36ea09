"""The topics of an article: those printed with it first, those its metadata names where none are printed.

A printed group of tags is a block of short links (or unlinked pills) that is labelled as one, whose links are rel=tag
or lead into a tag folder, or whose texts the metadata repeats. Trending bars, clouds and the tags on cards of other
articles look the same: where a block stands, and how often its like stands in the page, tells them apart.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

import attrs

from newsextract.evidence import Candidate, Evidence, choose
from newsextract.label import LabelledPage
from newsextract.locate import keywords
from newsextract.locate.filing import is_filing, stands_over_headline
from newsextract.locate.keywords import LONGEST, MOST, Tags
from newsextract.locate.pills import pills
from newsextract.locate.standing import belongs, is_elsewhere, is_menu
from newsextract.locate.topics import hashed, heads_index, is_marked, leads_on, lined, mentioned, titled
from newsextract.page.document import Element, css_path, outermost
from newsextract.page.links import relations
from newsextract.page.masthead import squash
from newsextract.page.schema import texts
from newsextract.page.text import COLONS, text_of
from newsextract.page.urls import absolute
from newsextract.records import Link
from newsextract.rules.addresses import leads_to, steps
from newsextract.rules.vocabulary import vocabulary

LONGEST_TAG = 90
"""The same for a link that leads to a tag's page."""
PROSE = 60
"""Characters beside its links from which a block is running text."""
MARKED_PROSE = 150
"""The same where the markup calls several of its links tags: "This entry was posted in … and tagged …"."""
MARKED_MOST = 120
"""Tags above which a labelled block is an index though the markup calls all of its links tags."""
ALIKE = 3
"""Blocks of one form from which on they belong to cards of other articles."""
TITLE_WORDS, SHORTEST_TITLE = 5, 25
"""Words and characters of a headline."""
_MENU = 4
"""Links from which on a block that a menu repeats is no list of topics."""
_LINED = 0.85
"""Belief in links behind a label in their line, and in words with a hash."""
_MENTIONED = 0.4
"""Belief in a list of short links that nothing names."""
_TAGS = frozenset({"article:tag", "parsely-tags", "sailthru.tags"})
"""Meta names of tags, as against those of keywords."""
_ARROWS = "←⟵↩‹«<→›»"
"""How links to lists and neighbours begin, and tags never."""
_OPENING, _CLOSING = '"“„«»‹›「『', '"”“»«›‹」』'
"""Quotation marks of many languages, those that open and those that close."""
_QUOTES = re.compile(r"[\"“”„«»‹›「」『』]")
_SCHEMES = ("http://", "https://")
"""Beginnings of addresses, which stand in boxes to share a page and in messages from networks."""
_COUNT = re.compile(r"\(?\d[\d.,]*\)?")


@attrs.frozen(kw_only=True)
class _Block:
    """A printed group of links or pills."""

    element: Element
    tags: Tags
    score: float


def read(page: LabelledPage) -> tuple[Tags, Evidence] | None:
    """The tags and their evidence."""
    stated = list(keywords.stated(page))
    printed = list(_printed(page, stated)) or list(_from_lines(page)) or list(keywords.printed(page))
    found = [*printed, *stated] or list(_from_mentions(page))
    chosen = choose(found, key=lambda tags: tuple(sorted(squash(t.text) for t in tags)))
    if chosen is None:
        return None
    return keywords.addressed(page, _completed(chosen[0], stated)), chosen[1]


def _completed(tags: Tags, stated: list[Candidate[Tags]]) -> Tags:
    """Printed tags with those that the metadata adds where it calls them tags and holds the printed ones."""
    names = {squash(t.text) for t in tags}
    for candidate in (c for c in stated if c.locator in _TAGS):
        others = [t for t in candidate.value if squash(t.text) not in names]
        if len(candidate.value) - len(others) >= max(2, len(tags) - 1) and len(others) <= len(tags):
            return (*tags, *others)
    return tags


def _from_mentions(page: LabelledPage) -> Iterator[Candidate[Tags]]:
    for element, tags in islice(mentioned(page), 1):
        if belongs(page, element):
            raw = text_of(element)
            yield Candidate(value=tags, source="dom", locator=css_path(element), raw=raw, weight=_MENTIONED)


def _from_lines(page: LabelledPage) -> Iterator[Candidate[Tags]]:
    """The links that follow a label in their line, else words with a hash."""
    for element, marked in (*lined(page), *hashed(page)):
        topics = [e for e in marked if e.index in page.ways.to("tag") or not is_filing(page, e)]
        tags = _named((text_of(e), absolute(e.get("href"), page.base)) for e in topics)
        if 0 < len(tags) <= MOST and 2 * sum(map(_is_title, tags)) <= len(tags) and belongs(page, element):
            raw = ", ".join(t.text for t in tags)
            yield Candidate(value=tags, source="dom", locator=css_path(element), raw=raw, weight=_LINED)
            return


def _printed(page: LabelledPage, stated: list[Candidate[Tags]]) -> Iterator[Candidate[Tags]]:
    known = {squash(t.text) for c in stated for t in c.value}
    sections = {squash(n) for n in _sections(page)}
    filed = sections - known
    blocks = [b for b in _blocks(page, known) if b.score > 0]
    if len(known) > len(sections):
        blocks = [b for b in blocks if not all(_is_filed(t, sections, alone=False) for t in b.tags)]
    forms = Counter(_form(b.element) for b in blocks if len(b.tags) < ALIKE)
    own = [b for b in blocks if len(b.tags) >= ALIKE or forms[_form(b.element)] < ALIKE]
    trail = {squash(text_of(a)) for e in page.labels.of("breadcrumbs") for a in page.document.within(e, "a")}
    own = [b for b in own if not all(squash(t.text) in trail for t in b.tags)] or own
    for block in sorted(own, key=lambda b: -b.score)[:1]:
        alone = len(block.tags) == 1
        topics = tuple(t for t in block.tags if not ((known or alone) and _is_filed(t, filed, alone=alone)))
        if alone and not topics:
            continue
        yield Candidate(
            value=topics or block.tags,
            source="dom",
            locator=css_path(block.element),
            raw=text_of(block.element),
            weight=0.9,
        )


def _is_filed(tag: Link, sections: set[str], *, alone: bool) -> bool:
    """Whether a tag is a section of the article: one that leads to a tag's page is both, but where it stands alone."""
    return squash(tag.text) in sections and (alone or not leads_to("tag", tag.url or ""))


def _sections(page: LabelledPage) -> Iterator[str]:
    """What the metadata calls the article's sections: in a list of topics, one that no keyword repeats files it."""
    yield from page.meta.all("article:section")
    for _, entity in page.entities.articles:
        yield from texts(entity.get("articleSection"))


def _form(element: Element) -> tuple[str, ...]:
    return (element.tag, *element.classes)


def _blocks(page: LabelledPage, known: set[str]) -> Iterator[_Block]:
    called = [e for e in titled(page) if not _is_elsewhere(page, _beside_label(e))]
    labelled = outermost(e for e in page.labels.of("tags") if e.tag != "a")
    grouped: dict[int, Element] = {e.index: e for e in (*labelled, *called)}
    for link in _tag_links(page, known):
        if not any(link in e for e in labelled) and not _files(page, link):
            group = _group_of(page, link)
            grouped.setdefault(group.index, group)
    named = {i for e in labelled for i in (e.index, e.parent.index if e.parent is not None else 0)}
    for element in _joined(grouped):
        is_named = element.index in named or element in called
        links = page.document.within(element, "a") or ([element] if element.tag == "a" else [])
        mixed = not is_named or (element not in called and _are_sections(page, links))
        tags = _tags_of(page, element, links, mixed=mixed)
        agreed = sum(squash(t.text) in known for t in tags)
        is_sure = agreed or not known or element not in called or page.labels.has(element, "tags")
        most = MARKED_MOST if is_named and all(map(is_marked, links)) else MOST
        if 0 < len(tags) <= most and is_sure:
            yield _Block(element=element, tags=tags, score=_score(page, element, tags, agreed, is_named=is_named))


def _is_elsewhere(page: LabelledPage, element: Element) -> bool:
    return any(is_elsewhere(page, around) for around in (element, *element.ancestors))


def _beside_label(group: Element) -> Element:
    """What must stand with the article: a group of links, or what holds it and its label where it is set as a menu."""
    return group.parent if group.tag == "nav" and group.parent is not None else group


def _are_sections(page: LabelledPage, links: list[Element]) -> bool:
    """Whether all links of a block lead to sections, though its class says tags: themes use one for both."""
    return bool(links) and all(a.index in page.ways.to("category") for a in links)


def _joined(grouped: dict[int, Element]) -> list[Element]:
    """Groups of one form that stand side by side, as the element that holds them; not those that have labels each."""
    beside = Counter(
        (e.parent.index, _form(e)) for e in grouped.values() if e.parent is not None and not _opens_with_label(e)
    )
    joined: dict[int, Element] = {}
    for element in grouped.values():
        parent = element.parent
        together = parent is not None and element.tag != "p" and beside[parent.index, _form(element)] > 1
        whole = parent if together and parent is not None else element
        joined.setdefault(whole.index, whole)
    return list(joined.values())


def _opens_with_label(group: Element) -> bool:
    """Whether a group begins with a label: "Topics: …"."""
    first = next((c for c in group.children if not isinstance(c, str) or c.strip()), "")
    said = first if isinstance(first, str) else text_of(first) if first.tag != "a" else ""
    return len(said) <= LONGEST and said.rstrip().endswith(COLONS)


def _tag_links(page: LabelledPage, names: set[str]) -> list[Element]:
    """The links that are marked as tags, lead to one, or are called by one of the names; none marked as categories."""
    places = {a.index for a in page.links.named(names) if a.get("href")} | page.ways.to("tag")
    for link in page.document.with_attribute("rel"):
        if link.tag == "a" and "tag" in (tokens := relations(link)):
            (places.discard if "category" in tokens else places.add)(link.index)
    return [page.document.elements[place] for place in sorted(places)]


def _files(page: LabelledPage, link: Element) -> bool:
    """Whether a link stands in a block of categories."""
    around = page.labels.around(link, "category")
    return around is not None and not page.labels.has(around, "tags")


def _group_of(page: LabelledPage, link: Element) -> Element:
    """The smallest element around a link that holds other links too, at most four levels up."""
    group = link
    for around in islice(link.ancestors, 4):
        is_before = page.headline is not None and link.index < page.headline.index
        if page.headline is not None and page.headline in around and (is_before or is_marked(link)):
            return group
        if len(page.document.within(around, "a")) > 1:
            return around
        group = around if around.tag in {"li", "span", "div", "p"} and group is link else group
    return group


def _tags_of(page: LabelledPage, element: Element, links: list[Element], *, mixed: bool) -> Tags:
    """The tags of a block; where nothing names it, it may be mixed with links that file the article."""
    if links:
        back = page.rules.words.of(("goes_back",))
        filing = page.ways.to("category") | page.ways.to("author") if mixed else frozenset[int]()
        own = [a for a in links if not back.equal(page.links.text(a))]
        own = [a for a in own if a.index not in filing and "category" not in relations(a)]
        own = [a for a in own if not leads_on(a) and not page.labels.has(a, "hidden") and not _stays(a)]
        own = [a for a in own if is_marked(a)] or own if mixed else own
        pairs = [(_uncounted(page, a), absolute(a.get("href"), page.base)) for a in own]
    else:
        pairs = [(text_of(e), None) for e in pills(page, element)]
    return () if any(text.startswith(_SCHEMES) for text, _ in pairs) else _named(pairs)


def _stays(link: Element) -> bool:
    """Whether a link leads to a place of its page: those of tabs do."""
    href = link.get("href") or ""
    return len(href) > 1 and href[0] == "#"


def _named(pairs: Iterable[tuple[str, str | None]]) -> Tags:
    """The tags that texts name, each once."""
    found: dict[str, Link] = {}
    nothing = vocabulary("filed").phrases("none")
    for text, url in pairs:
        name = _unquoted(text.strip("#＃•·,;| "))
        is_tag = len(name) <= LONGEST or (len(name) <= LONGEST_TAG and url is not None and leads_to("tag", url))
        is_tag = is_tag and name.casefold().rstrip(".") not in nothing
        if name and is_tag and name[-1] not in ":：" and name[0] not in _ARROWS:
            found.setdefault(squash(name), Link(text=name, url=url))
    found.pop("", None)
    return tuple(found.values())


def _unquoted(name: str) -> str:
    """A name without the quotation marks around the whole of it."""
    is_quoted = len(name) > 2 and name[0] in _OPENING and name[-1] in _CLOSING
    return name[1:-1].strip() if is_quoted and not _QUOTES.search(name[1:-1]) else name


def _uncounted(page: LabelledPage, link: Element) -> str:
    """A link's text without the number of articles that an element of its own counts."""
    text = page.links.text(link)
    last = link.children[-1] if len(link.children) > 1 else None
    count = text_of(last) if isinstance(last, Element) else ""
    return text.removesuffix(count).rstrip() if count and _COUNT.fullmatch(count) else text


def _score(page: LabelledPage, element: Element, tags: Tags, agreed: int, *, is_named: bool) -> float:
    """How surely a block holds the tags of this article; not above 0 where it does not."""
    links = page.document.within(element, "a")
    is_told = agreed > 1 and agreed * 2 >= len(tags)
    if not belongs(page, element, is_told=is_told, is_titled=is_named):
        return 0.0
    if _is_chip(page, element, tags) and not agreed:
        return 0.0
    if len(tags) > _MENU and not agreed and heads_index(page, element):
        return 0.0
    if _prose(page, element, tags) > _most_prose(element, links):
        return 0.0
    if any(_is_home(t.url) for t in tags) or (not agreed and len(tags) >= _MENU and is_menu(page, links)):
        return 0.0
    if not agreed and not is_named and 2 * sum(map(_is_title, tags)) > len(tags):
        return 0.0
    score = 2.0 if is_named else 0.0
    score += sum("tag" in (a.get("rel") or "") for a in links) / len(links) if links else 0.0
    score += sum(leads_to("tag", t.url or "") for t in tags) / len(tags)
    score += 2 * agreed / len(tags) if agreed > 1 or is_named else 0.0
    return score if score >= 0.6 else 0.0


def _is_chip(page: LabelledPage, element: Element, tags: Tags) -> bool:
    """Whether a link stands alone right above the headline, and leads to no tag's page: it files the article."""
    return len(tags) == 1 and not leads_to("tag", tags[0].url or "") and stands_over_headline(page, element)


def _most_prose(element: Element, links: list[Element]) -> int:
    """Characters that may stand beside the tags of a block: a line of its own may tell more of the article where its
    links are marked as what they are."""
    return MARKED_PROSE if element.tag != "p" and sum(map(is_marked, links)) > 1 else PROSE


def _is_title(tag: Link) -> bool:
    """Whether what is called a tag is as long as the headline of an article that lies in a folder of topics."""
    return tag.text.count(" ") >= TITLE_WORDS - 1 and len(tag.text) >= SHORTEST_TITLE


def _is_home(url: str | None) -> bool:
    return url is not None and not steps(url)


def _prose(page: LabelledPage, element: Element, tags: Tags) -> int:
    """Characters of a block outside its links, or beside its pills."""
    texts_inside = [page.links.text(a) for a in page.document.within(element, "a")] or [t.text for t in tags]
    return len(text_of(element)) - sum(len(t) + 2 for t in texts_inside)
