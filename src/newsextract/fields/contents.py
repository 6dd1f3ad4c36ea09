"""The page's own table of contents: links to places of the article, with their anchors."""

from collections.abc import Iterator
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

_NEAR = 6
"""Elements from an anchor to the heading it stands for, and from one entry to the next."""

_BESIDE = 2
"""Elements between entries that are cards of several elements each."""


def read(page: LabelledPage) -> tuple[tuple[Link, ...], Evidence] | None:
    """The entries in order, as absolute URLs where the page's own is known."""
    own = own_address(page)
    best: list[Element] = []
    for group in _groups(_fragment_links(page, own)):
        if len(group) > len(best) and _is_contents(page, group):
            best = group
    if not best:
        return None
    base = own.url if own else ""
    links = tuple(Link(text=_entry(a), url=_target(a, page, base)) for a in best)
    where = best[0].parent or best[0]
    raw = "; ".join(link.text for link in links)
    return links, Evidence(source="dom", locator=css_path(where), raw=raw[:300], confidence=0.9)


def _entry(link: Element) -> str:
    return text_of(link)


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
    """Runs of such links that stand close together."""
    group: list[Element] = []
    for link in links:
        if group and link.index - group[-1].index > _NEAR and link.index - group[-1].end > _BESIDE:
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
    same = sum(_says_the_same(page, a) for a in group)
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


def _says_the_same(page: LabelledPage, link: Element) -> bool:
    """Whether the heading at the target says what the link says, numbers before it aside."""
    place = _place(page, link)
    if place is None:
        return False
    elements = page.document.elements
    target = elements[place]
    around = (a for a, _ in zip(target.ancestors, range(2), strict=False))
    near = [target, *elements[place + 1 : place + 1 + _NEAR], *around]
    text = text_of(link).casefold()
    for heading in (e for e in near if e.tag in HEADINGS):
        said = text_of(heading).casefold()
        if said and (said in text or text in said):
            return True
    return False
