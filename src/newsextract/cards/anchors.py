"""Links that can lead to other articles: off the chrome, to another page that is no section, tag or author."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import attrs

from newsextract.cards.lines import Lines
from newsextract.label import LabelledPage
from newsextract.page.address import Address, address, article_likeness, slug_words
from newsextract.page.document import Document, Element
from newsextract.page.headlines import LONGEST, is_headline
from newsextract.page.text import HEADINGS, fold, text_of
from newsextract.rules.names import parts_of
from newsextract.rules.vocabulary import vocabulary
from newsextract.rules.words import Words

CHROME_KINDS = (
    "ad author-box breadcrumbs byline calendar caption comments consent contents footer header login navigation "
    "newsletter search share sponsored subscribe tags tools"
).split()
"""Labels of elements whose links tease nothing."""

TEASING_KINDS = frozenset({"related", "recommended", "read-more", "most-read", "latest"})
"""Labels of teaser blocks; they win over the tag they stand on (`<nav class="related-posts">`)."""

_CHROME_TAGS = ("nav", "footer", "header", "dialog", "form")
_CHROME_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "menu", "menubar", "dialog"})
_CONTENT_TAGS = frozenset({"article", "main", "section", "li", "aside"})
_NUMBERED = re.compile(r"([a-z]+)(\d+)")
"""A query that is a name with a number, as SPIP writes it."""

_WHOLE = 0.8
"""Share of a page's elements in one that holds the page."""

_BEHIND_TITLE = 4
"""Elements between the title of a block and the element that it heads."""

_ARCHIVE = re.compile(r"(?:/[a-z]{1,16}){0,2}/(?:19|20)\d\d(?:/\d{1,2}){1,2}")
"""The path of all that a site, or its blog, published in a month or on a day: some articles end so, behind a slug."""

_POST = re.compile(r"(?:[a-z]+[-_]?\d+|latest|unread|last)$")
"""The step below a thread that is one post of it: "post-1234"."""

_NUMBER = re.compile(r"\d{5,}")
"""The last step of an address that is an article's number."""

_ENDS_IN_NUMBER = re.compile(r"[-_]\d{5,}(?:\.\w{3,5})?$")
"""The end of an article's step, where it is the only one below a folder."""

_SCRIPT = re.compile(r"\.\w{2,4}$")
"""The path of a program, which shows one page for each query."""

_DEEP = 3
"""Steps below a folder from which on a document is a page of a tree, whatever the folder is called."""

_DOCUMENT = re.compile(r"\.(?:s?html?|php|aspx?|jsp)(?:;\w+=\S*)?$")
"""The end of the address of a page, not of a list."""

_SURELY = 5
"""Words of an address's last step, or that before a number, from which on it is an article's in any folder."""

_SCRIPTED = ("data-href", "data-url", "data-link")
"""Attributes that scripts read an address from."""
_BOXES = frozenset({"div", "article", "li", "section"})
_LARGEST_BOX = 60
"""Elements in a card that a script makes a link."""

_LONGEST_NAMED = 150
"""Characters of what an element named a title holds, where it is no heading."""
_TEXT_LINES = frozenset({"p", "li"})


@attrs.frozen(eq=False)
class Anchor:
    """A link that can be a teaser's."""

    element: Element
    address: Address
    likeness: int
    text: str
    """Longest text of any link of the page to that address; "" where all its links are pictures or empty."""


def own_address(page: LabelledPage) -> Address | None:
    """The address of the page itself: as given, else as it says."""
    canonical = page.meta.links.get("canonical", (None,))[0]
    for url in (page.url, canonical, page.meta.first("og:url")):
        if url and (found := address(url, None)) is not None:
            return found
    return None


def anchors(
    page: LabelledPage, own: Address | None, kept: Sequence[Element] = (), titles: Sequence[Element] = ()
) -> list[Anchor]:
    """The links of a page that can be teasers', in document order.

    `kept` are elements that no chrome holds (the headline, the running text, titles of teaser blocks), in document
    order: a label on what is around one of them is a mistake. `titles` are those that announce articles: a list
    right behind one is no menu, though it is marked up as one.
    """
    words = vocabulary("teasers")
    other, asking = words.phrases("url_other"), words.phrases("query_other")
    base = page.base or (own.url if own else None)
    known: dict[str, tuple[Address, int] | None] = {}
    hopefuls: list[tuple[Element, Address, int]] = []
    texts: dict[str, str] = {}
    for element in _outside_chrome(page, kept, titles):
        href = href_of(element)
        if not href or "download" in element.attrs:
            continue
        if href not in known:
            known[href] = _judged(href, base, own, other, asking)
        found = known[href]
        if found is None:
            continue
        where, likeness = found
        if _is_permalink(element) and not texts.get(where.key):
            continue
        text = link_text(page, element) if not says_line(element) else fold(element.attrs["title"] or "")
        if text.endswith(")") and _enlarges(text, page.rules.words):
            continue
        if len(text) > LONGEST:
            text = _heading(page, element) or text
        if (element.children and len(text) > len(texts.get(where.key, ""))) or where.key not in texts:
            texts[where.key] = text
        hopefuls.append((element, where, likeness))
    lines = Lines()
    return [
        Anchor(e, w, n, texts[w.key])
        for e, w, n in hopefuls
        if (is_headline(texts[w.key]) or (not texts[w.key] and n > 1)) and (not lines.runs_on(e) or says_line(e))
    ]


def says_line(link: Element, line: Element | None = None) -> bool:
    """Whether a link that opens a line names all of the line as its `title`: "Kicker Headline", where it shows the
    kicker."""
    line = line or link.parent
    title = link.attrs.get("title")
    return bool(title) and line is not None and line.tag in _TEXT_LINES and fold(title or "") == text_of(line)


def link_text(page: LabelledPage, element: Element) -> str:
    """The text of a link on one line; what it says to a screen reader where it shows none."""
    shown = page.links.text(element) if element.tag == "a" else text_of(element)
    return shown or fold(element.attrs.get("aria-label") or element.attrs.get("title") or "")


def _is_permalink(element: Element) -> bool:
    """Whether all that a link shows is when something was posted: an entry, an answer, a comment."""
    shown = [c for c in element.children if not isinstance(c, str) or not c.isspace()]
    return len(shown) == 1 and not isinstance(shown[0], str) and shown[0].tag == "time"


def _enlarges(text: str, words: Words) -> bool:
    """Whether all that a link says is that it shows a picture larger, and whose it is: "enlarge (Photo: Rosa Lind)"."""
    button, _, bracket = text.partition(" (")
    return words.equals("caption", button) and words.starts_with("photo_credit", bracket) is not None


def _heading(page: LabelledPage, element: Element) -> str | None:
    """The first heading in a link that wraps a whole card and reads like a headline, else the first of all, or what is
    named a title there: its summary may be long."""
    inside = page.document.within(element)
    headings = [text for e in inside if e.tag in HEADINGS and (text := text_of(e))]
    if headings:
        return next(filter(is_headline, headings), headings[0])
    names = vocabulary("teasers").phrases("class_title")
    titled = (e for e in inside if e.classes and any(not names.isdisjoint(parts_of(c)) for c in e.classes))
    return next((text for e in titled if is_headline(text := text_of(e)) and len(text) <= _LONGEST_NAMED), None)


def judged(href: str, base: str | None, own: Address | None) -> tuple[Address, int] | None:
    """Where a link leads, and how much that looks like an article's address; None where it can be no article's."""
    words = vocabulary("teasers")
    return _judged(href, base, own, words.phrases("url_other"), words.phrases("query_other"))


def _judged(
    href: str, base: str | None, own: Address | None, other: frozenset[str], asking: frozenset[str]
) -> tuple[Address, int] | None:
    where = address(href, base)
    if where is None or where.is_home or where.is_file or _ARCHIVE.fullmatch(where.path) or _is_shop(where, own):
        return None
    if _is_other(where, own, other) or _acts(where) or _is_post(where, own):
        return None
    if where.query and _asks(where.query, asking) and not _SCRIPT.search(where.path):
        return None
    if own is not None and where.host == own.host and where.path == own.path and not names_other(where, own):
        return None
    return where, article_likeness(where, own)


def _is_shop(where: Address, own: Address | None) -> bool:
    """Whether an address is on a host for what the site sells, another than the page's own."""
    name = where.host.partition(".")[0]
    is_other = own is None or own.host != where.host
    return is_other and "." in where.host and name in vocabulary("teasers").phrases("url_shop")


def _asks(query: str, asking: frozenset[str]) -> bool:
    """Whether all that a query says is which articles to list."""
    return asking.issuperset(part.partition("=")[0].lower() for part in query.split("&"))


def _folders_around(own: Address | None, where: Address) -> frozenset[str]:
    """The folders of the page itself, where an address stands in the last of them or below it: articles do."""
    folders = own.segments[:-1] if own is not None and own.host == where.host else ()
    if where.segments[: len(folders)] != folders or len(where.segments) <= len(folders):
        return frozenset()
    is_beside = len(where.segments) == len(folders) + 1
    return frozenset(folders) if is_beside else frozenset(folders) - vocabulary("teasers").phrases("url_service")


def _acts(where: Address) -> bool:
    """Whether an address does something with an article: edits it, prints it, shows who likes it."""
    return where.segments[-1] in vocabulary("teasers").phrases("url_act") if where.segments else False


def _is_post(where: Address, own: Address | None) -> bool:
    """Whether an address is that of a post of the thread which the page shows."""
    if own is None or where.host != own.host or not where.path.startswith(f"{own.path}/"):
        return False
    return _POST.match(where.path, len(own.path) + 1) is not None and article_likeness(own, None) > 0


def _is_other(where: Address, own: Address | None, other: frozenset[str]) -> bool:
    """Whether a folder says that an address is no article's: one above a long step and another step says nothing."""
    segments = where.segments
    if other.isdisjoint(segments):
        return False
    other = other.difference(_folders_around(own, where))
    if slug_words(segments[-1]) >= _SURELY:
        other = other.difference(vocabulary("teasers").phrases("url_brief"))
    named = [at for at, segment in enumerate(segments, 1) if segment in other]
    if not named:
        return False
    below = segments[named[-1] :]
    if len(below) >= _DEEP and _DOCUMENT.search(below[-1]):
        return False
    slug = below[-2] if len(below) > 1 and _NUMBER.fullmatch(below[-1]) else segments[-1]
    if len(below) == 1 and _ENDS_IN_NUMBER.search(slug):
        services = vocabulary("teasers").phrases("url_service")
        return slug_words(slug) <= _SURELY or not services.isdisjoint(segments)  # the number is a word
    return not (len(below) > 1 and slug_words(slug) >= _SURELY)


def names_other(where: Address, own: Address) -> bool:
    """Whether the query alone names another article: `?id=17` (or `?article17`), where the page's own address has
    `?id=16`."""
    mine = dict(_parameters(own.query))
    if (one := _NUMBERED.fullmatch(where.query)) and (other := _NUMBERED.fullmatch(own.query)):
        return one[1] == other[1] and one[2] != other[2]
    return any(value != mine.get(name, value) and not value.isalpha() for name, value in _parameters(where.query))


def _parameters(query: str) -> Iterator[tuple[str, str]]:
    for part in query.split("&") if query else ():
        name, _, value = part.partition("=")
        yield name, value


def _outside_chrome(page: LabelledPage, kept: Sequence[Element], titles: Sequence[Element]) -> Iterator[Element]:
    chrome = _chrome(page, [e.index for e in kept], [e.end for e in titles])
    at, end = 0, 0
    for element in _links(page):
        index = element.index
        while at < len(chrome) and chrome[at].index <= index:
            end = max(end, chrome[at].end)
            at += 1
        if index >= end:
            yield element


def _links(page: LabelledPage) -> list[Element]:
    """The links of a page, and what a script makes one: a box with an address, a heading and no link in it."""
    boxes = [e for name in _SCRIPTED for e in page.document.with_attribute(name) if _is_scripted(page, e)]
    return sorted([*page.links.all, *boxes], key=lambda e: e.index) if boxes else page.links.all


def _is_scripted(page: LabelledPage, element: Element) -> bool:
    if element.tag not in _BOXES or element.end - element.index > _LARGEST_BOX:
        return False
    inside = page.document.within(element)
    is_bare = not any(e.tag == "a" or e.tag == "form" for e in inside) and any(e.tag in HEADINGS for e in inside)
    return is_bare and all(a.tag != "a" for a in element.ancestors)


def href_of(link: Element) -> str | None:
    """Where a link leads, or a script takes who clicks on an element."""
    return link.attrs.get("href") or next((link.attrs[n] for n in _SCRIPTED if link.attrs.get(n)), None)


def _chrome(page: LabelledPage, kept: list[int], title_ends: list[int]) -> list[Element]:
    document, labels = page.document, page.labels
    found = [e for tag in _CHROME_TAGS for e in document.by_tag.get(tag, ()) if _is_chrome(e, document)]
    found += [e for e in document.with_attribute("role") if (e.get("role") or "").lower() in _CHROME_ROLES]
    for kind in CHROME_KINDS:
        labelled = (e for e in labels.of(kind) if e.tag not in {"article", "main"} and not _holds_any(e, kept))
        found += labelled if kind != "header" else (e for e in labelled if not _heads_card(e))
    teasing = {e.index for kind in TEASING_KINDS for e in labels.of(kind)}
    teasing.update(_headed_menus(page, title_ends))
    return sorted((e for e in found if e.index not in teasing and e is not document.body), key=lambda e: e.index)


def _heads_card(element: Element) -> bool:
    """Whether what is named a header is that of an entry of the page."""
    return any(a.tag in {"article", "li"} for a in element.ancestors)


def _headed_menus(page: LabelledPage, title_ends: list[int]) -> Iterator[int]:
    """Where the menus below the headline stand that follow the title of a teaser block at once, or begin with it."""
    if not title_ends or page.headline is None:
        return
    for element in page.labels.of("navigation"):
        at = bisect_right(title_ends, element.index)
        if element.index < page.headline.index:
            continue
        ends = title_ends[at] if at < len(title_ends) else element.end
        is_headed = ends - element.index <= _BEHIND_TITLE < element.end - element.index
        if is_headed or (at and element.index - title_ends[at - 1] < _BEHIND_TITLE):
            yield element.index


def _holds_any(element: Element, places: list[int]) -> bool:
    at = bisect_left(places, element.index)
    return at < len(places) and places[at] < element.end


def _is_chrome(element: Element, document: Document) -> bool:
    """Whether a landmark is the page's own: an article's header and footer hold its cards, and some forms hold all."""
    if element.tag == "form":
        return element.end - element.index < len(document.elements) // 2
    if element.tag in {"header", "footer"}:
        if element.tag == "footer" and _ends_article(element):
            return False
        around = (a for a in element.ancestors if a.tag in _CONTENT_TAGS)
        return all(_is_whole(a, document) for a in around) and not document.within(element, "h1")
    return True


def _ends_article(footer: Element) -> bool:
    """Whether a class calls a footer that of an article: `endofarticle`, `post-footer`."""
    posts = vocabulary("teasers").phrases("class_post")
    return any(name in token.lower() for token in footer.classes for name in posts)


def _is_whole(element: Element, document: Document) -> bool:
    """Whether what is marked as the page's content holds all of the page, the site's own footer, too."""
    size = document.body.end - document.body.index
    return element.tag == "main" and element.parent is document.body and element.end - element.index > _WHOLE * size
