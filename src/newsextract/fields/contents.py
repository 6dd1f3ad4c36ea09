"""The page's own table of contents: links to places of the article, with their anchors."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice
from operator import attrgetter
from urllib.parse import unquote

from newsextract.cards.anchors import own_address
from newsextract.evidence import Evidence
from newsextract.label import LabelledPage
from newsextract.page.address import Address, address
from newsextract.page.document import Element, css_path
from newsextract.page.masthead import squash
from newsextract.page.text import HEADINGS, fold, text_of
from newsextract.records import Link

FEWEST = 2
"""Links of a table of contents; one alone is a link to a footnote or to the comments."""

SECTIONS = ("h2", "h3", "h4")
"""Headings of an article's parts."""

_CHROME = ("navigation", "search", "header", "footer")
"""Labels of what links to skip lead to: "Jump to navigation, search"."""

_PLACE = attrgetter("index")

_NEAR = 6
"""Elements from an anchor to the heading it stands for, and from one entry to the next."""

_BESIDE = 3
"""Elements between entries that are cards of several elements each, or whose lists stand in one another."""

_BELOW = 12
"""Elements behind the title of a table of contents among which its list stands."""

_MOST_TITLED = 3
"""Titles of contents that are looked at."""

_LONGEST_TITLE = 50
"""Characters of such a title."""

_CUT = " .…"
"""Ends of an entry that is cut: "How to widen a q..."."""


def read(page: LabelledPage) -> tuple[tuple[Link, ...], Evidence] | None:
    """The entries in order, as absolute URLs where the page's own is known."""
    own = own_address(page)
    best: list[Element] = []
    for group in _groups(_fragment_links(page, own)):
        if len(group) > len(best) and _is_contents(page, group):
            best = group
    base = own.url if own else ""
    links = tuple(Link(text=_entry(page, a), url=_target(a, page, base)) for a in best)
    where = (best[0].parent or best[0]) if best else None
    if where is None:
        where, links = next(_unlinked(page, base), (None, ()))
    if where is None:
        return None
    raw = "; ".join(link.text for link in links)
    return links, Evidence(source="dom", locator=css_path(where), raw=raw[:300], confidence=0.9)


def _entry(page: LabelledPage, link: Element) -> str:
    """What an entry says; where it is cut, the heading that it leads to."""
    said = text_of(link)
    if not said.endswith(("...", "…")):
        return said
    heading = _same_heading(page, link)
    return text_of(heading) if heading is not None else said


def _unlinked(page: LabelledPage, base: str) -> Iterator[tuple[Element, tuple[Link, ...]]]:
    """Lists below a title of contents, or labelled so, whose entries scripts link: all of them, or all but one, are
    headings below, in order. The entries with the anchors of those."""
    for held in islice(_titled(page), _MOST_TITLED):
        places: dict[str, list[int]] = {}
        for heading in sorted((h for t in SECTIONS for h in page.document.by_tag.get(t, ())), key=_PLACE):
            places.setdefault(_unnumbered(heading), []).append(heading.index)
        entries = [said for e in page.document.within(held, "li") if (said := _unnumbered(e))]
        found = [held.end - 1]
        for said in entries:
            same = places.get(said, [])
            found += same[(after := bisect_right(same, found[-1])) : after + 1]
        headings = [page.document.elements[p] for p in found[1:]]
        if len(headings) >= max(FEWEST, len(entries) - 1):
            yield held, tuple(Link(text=text_of(h), url=_anchored(h, base)) for h in headings)


def _unnumbered(element: Element) -> str:
    return squash(text_of(element)).lstrip("0123456789")


def _titled(page: LabelledPage) -> Iterator[Element]:
    """Lists that a title calls the contents."""
    words, elements = page.rules.words, page.document.elements
    for title in (h for t in (*SECTIONS, "h5", "h6") for h in page.document.by_tag.get(t, ())):
        said = text_of(title)
        if len(said) <= _LONGEST_TITLE and words.equals("contents", said.rstrip(" :")):
            behind = elements[title.end : title.end + _BELOW]
            yield from [e for e in behind if e.tag in ("ul", "ol")][:1]
    for labelled in page.labels.of("contents"):
        if labelled.tag in ("ul", "ol"):
            yield labelled


def _anchored(heading: Element, base: str) -> str | None:
    """The address of a heading, by its own name or that of the part which it opens."""
    around = (heading, *(a for a, _ in zip(heading.ancestors, range(2), strict=False)))
    name = next((e.id for e in around if e.id), None)
    return f"{base}#{name}" if name else None


def _target(link: Element, page: LabelledPage, base: str) -> str:
    href = link.get("href") or ""
    if href.startswith("#"):
        return base + href
    found = address(href, page.base or base)
    return found.url + "#" + href.partition("#")[2] if found else href


def _fragment_links(page: LabelledPage, own: Address | None) -> Iterator[Element]:
    """Links to places of this article, this page of it or another, that show words."""
    known: dict[str, bool] = {}
    for link in page.links.all:
        href = link.attrs.get("href") or ""
        path, _, fragment = href.partition("#")
        if not fragment or fragment.startswith(("!", "/")):
            continue
        if path and path not in known:
            where = address(path, page.base)
            known[path] = own is not None and where is not None and where.key.startswith(own.key)
        if (not path or known[path]) and any(c.isalpha() for c in fold("".join(_strings(link)))):
            yield link


def _strings(element: Element) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, str):
            yield child
        else:
            yield from _strings(child)


def _groups(links: Iterator[Element]) -> Iterator[list[Element]]:
    """Runs of such links that stand close together; those of headings to themselves apart."""
    group: list[Element] = []
    for link in links:
        is_near = bool(group) and (link.index - group[-1].index <= _NEAR or link.index - group[-1].end <= _BESIDE)
        if group and (not is_near or _is_in_heading(link) != _is_in_heading(group[-1])):
            yield group
            group = []
        group.append(link)
    yield group


def _is_contents(page: LabelledPage, group: list[Element]) -> bool:
    """Whether links are a table of contents: they lead on, in order, to headings that say the same, or most do; in a
    column behind the text, all of them lead back to such.
    """
    if len(group) < FEWEST:
        return False
    places = [p for a in group if (p := _place(page, a)) is not None]
    if not places or places != sorted(places):
        return False
    if 2 * sum(page.labels.has(page.document.elements[p], *_CHROME) for p in places) >= len(places):
        return False  # for those who cannot see the page
    same = sum(_same_heading(page, a) is not None for a in group)
    if places[0] < group[-1].index:
        return same == len(group) == len(set(places)) and not any(_is_in_heading(a) for a in group)
    labelled = any(e.index <= group[0].index < e.end for e in page.labels.of("contents"))
    return labelled or same * 2 > len(group)


def _is_in_heading(link: Element) -> bool:
    """Whether a link stands in a heading: it leads to itself."""
    return any(a.tag in HEADINGS for a, _ in zip(link.ancestors, range(3), strict=False))


def _place(page: LabelledPage, link: Element) -> int | None:
    """Where a link leads: to the element of that name, else to the heading below that says word by word what it says,
    and that a script names so."""
    fragment = (link.get("href") or "").partition("#")[2]
    target = page.document.by_id.get(fragment.lower()) or page.document.by_id.get(unquote(fragment).lower())
    if target:
        return target[0].index
    said = text_of(link)
    if squash(said) != squash(unquote(fragment)):
        return None
    below = (h for tag in SECTIONS for h in page.document.by_tag.get(tag, ()) if h.index > link.index)
    return next((h.index for h in below if text_of(h) == said), None)


def _same_heading(page: LabelledPage, link: Element) -> Element | None:
    """The heading at the target that says what the link says, numbers before it and a cut end aside."""
    place = _place(page, link)
    if place is None:
        return None
    elements = page.document.elements
    target = elements[place]
    around = (a for a, _ in zip(target.ancestors, range(2), strict=False))
    near = [target, *elements[place + 1 : place + 1 + _NEAR], *around]
    text = text_of(link).casefold().rstrip(_CUT)
    for heading in (e for e in near if e.tag in HEADINGS):
        said = text_of(heading).casefold()
        if said and (said.rstrip(_CUT) in text or text in said):
            return heading
    return None
