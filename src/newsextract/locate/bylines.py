"""A labelled page in, the places that print who wrote it out.

Labels tell of bylines, names and author cards; a line that opens with "By" tells of itself. Those inside teasers,
comments and other chrome belong to other texts.
"""

import itertools
import re
from collections.abc import Iterator
from urllib.parse import unquote

import attrs

from newsextract.label import LabelledPage
from newsextract.locate import degrees
from newsextract.locate.besidedates import SMALL, beside_date
from newsextract.locate.foreign import is_foreign
from newsextract.locate.linetext import FULL_NAME, LONGEST_LABEL, LONGEST_LINE, is_amid_prose, is_worded, line, segments
from newsextract.locate.printedbyline import Place, PrintedByline, is_full
from newsextract.page.document import Element
from newsextract.page.masthead import squash
from newsextract.page.text import BLOCK_TAGS, INVISIBLE, fold, text_of, whole_text_of
from newsextract.rules.addresses import leads_to
from newsextract.rules.bylabels import label_at_end
from newsextract.rules.bylines import names, stated_name
from newsextract.rules.personnames import Named, Role
from newsextract.rules.speech import Speech
from newsextract.rules.vocabulary import vocabulary

ABOVE, BELOW = 45, 130
"""Elements before and after the headline within which a byline stands near it."""
OVER = 15
"""Elements above the headline among which a bar may name the author."""
LINES = 80
"""Elements after the headline that are looked at for a line that opens with "By"."""
LINK_UP = 3
"""Elements above a name that may be the link it stands in."""
_BY_PARAMETER = re.compile(r"[?&]author=")
LARGEST = 60
"""Elements of a byline; larger ones are columns."""
APART = 14
"""Elements between two authors of one byline."""
LINKED = 3
"""The same between two names that nothing but their links tells."""
MOST = 6
"""Places of one kind that can all speak of the article; where there are more, they are cards."""
_KINDS: tuple[tuple[str, Place], ...] = (("author", "name"), ("byline", "byline"))


def bylines(page: LabelledPage, speech: Speech, site: frozenset[str]) -> list[PrintedByline]:
    """The places in document order, names first, then lines; chrome and other articles' left out."""
    found: list[PrintedByline] = []
    for kind, place in _KINDS:
        found += _of_kind(page, (kind, place), speech, site)
    if not any(b.near for b in found):
        found += _by_address(page, speech, site) or _by_agency(page, speech)
    found += _by_first_word(page, speech, site)
    if not found and page.headline is not None:
        found += _by_degrees(page, page.headline, speech)
    if not any(b.near for b in found):
        found += beside_date(page, speech, site)
    return found


def _heads_article(page: LabelledPage, element: Element, speech: Speech) -> bool:
    """Whether a label in a bar right above the headline reads "By" and links to the author's page."""
    headline = page.headline
    if headline is None or not 0 < headline.index - element.index <= OVER:
        return False
    return speech.starts_with("by", text_of(element)) is not None and _leads_to_author(page, element)


def _leads_to_author(page: LabelledPage, element: Element) -> bool:
    """Whether a name is a link, or is in one, or holds one, to a page about its bearer: user names are told by nothing
    else."""
    around = (e for e in (element, *itertools.islice(element.ancestors, LINK_UP)) if e.tag == "a")
    link = next(around, None) or next(iter(page.document.within(element, "a")), None)
    address = (link.get("href") if link is not None else None) or ""
    return leads_to("author", address) or bool(_BY_PARAMETER.search(address))


def _listed(page: LabelledPage, element: Element, named: tuple[Named, ...], speech: Speech) -> tuple[Named, ...]:
    """The people of a byline whose names stand in a row of elements alike; else those that were read."""
    if len(named) < 2 or all(n.joined for n in named):
        return named
    rows: dict[tuple[int, str, str], list[Element]] = {}
    for node in page.document.within(element):
        if node.tag not in INVISIBLE and node.parent is not None:
            rows.setdefault((node.parent.index, node.tag, node.get("class") or ""), []).append(node)
    for row in rows.values():
        people = [_only(node, speech) for node in row] if len(row) > 1 else [None]
        if all(people):
            return _in_row(named, [p for p in people if p is not None])
    return named


def _in_row(named: tuple[Named, ...], row: list[Named]) -> tuple[Named, ...]:
    """The people of a row, with what was read of them, and those beside it that a label names."""
    known = {n.key: n for n in named}
    keys = {n.key for n in row}
    beside = [n for n in named if n.key not in keys and n.labelled]
    return (*(attrs.evolve(known.get(n.key, n), joined=True) for n in row), *beside)


def _only(element: Element, speech: Speech) -> Named | None:
    """The one person whose full name is all of an element's text."""
    text = text_of(element)
    named = names(text, speech) if len(text) <= LONGEST_LABEL * 2 else ()
    return named[0] if len(named) == 1 and is_full(named[0]) and named[0].name == text else None


def _of_kind(page: LabelledPage, kind: tuple[str, Place], speech: Speech, site: frozenset[str]) -> list[PrintedByline]:
    found: list[PrintedByline] = []
    end = 0
    trails = {e.index for e in page.labels.of("breadcrumbs")}
    for element in page.labels.of(kind[0]):
        if element.index < end or element.end - element.index > LARGEST:
            continue
        if is_foreign(page, element) and not _heads_article(page, element, speech):
            continue
        text, said = line(element, speech, trails)
        if not text or len(text) > LONGEST_LINE or speech.starts_with("updated", text):
            continue
        if element is page.headline or squash(text) == squash(page.title or ""):
            continue  # what a recipe is called
        if page.labels.has(element, "author-bio"):
            continue
        end = element.end
        named = _listed(page, element, _named(page, element, text, speech, site), speech)
        if not named and text.islower() and _leads_to_author(page, element):
            named = stated_name(text, speech, site)
        if not named and text[:1].isupper() and " " not in text and speech.equals("newsroom", text):
            named = _newsroom(page, element, text)
        if named:
            near = _is_near(page, element)
            found.append(PrintedByline(element=element, place=kind[1], near=near, text=said, named=named))
    near_ones = [b for b in found if b.near]
    return _together(near_ones) or (found if len(found) <= MOST else found[:1])


def _newsroom(page: LabelledPage, element: Element, text: str) -> tuple[Named, ...]:
    """The newsroom that one word names ("Newsdesk") as a link to its page; no account of who runs the site."""
    is_account = text.casefold() in vocabulary("people").phrases("accounts")
    return () if is_account or not _leads_to_author(page, element) else (Named(name=text, kind="organization"),)


def _named(page: LabelledPage, element: Element, text: str, speech: Speech, site: frozenset[str]) -> tuple[Named, ...]:
    """The people of a labelled element, in the role that a label before it gives them."""
    parts = text.split(" | ")
    if is_worded(parts):
        text = " ".join(parts)  # each word of a name in an element of its own
    named = _of_links(page, element, names(text, speech, site) or names(_unopened(text, speech), speech, site))
    role = _role_before(element, speech) if named and not any(n.labelled for n in named) else None
    return named if role is None else tuple(attrs.evolve(n, role=n.role or role) for n in named)


def _unopened(text: str, speech: Speech) -> str:
    """A labelled text without one word in lower case before its capitals: any "by" of any language; else ""."""
    first, _, rest = text.partition(" ")
    is_opened = first.isalpha() and first.islower() and first not in speech.particles
    words = rest.split()
    return rest if is_opened and 1 < len(words) <= FULL_NAME and all(w[0].isupper() for w in words) else ""


def _of_links(page: LabelledPage, element: Element, named: tuple[Named, ...]) -> tuple[Named, ...]:
    """The people without what stands behind the one of them that a link's address names: "Rosa Lind, New Haven"."""
    if len(named) < 2:
        return named
    elsewhere: set[str] = set()
    for link in (element, *page.document.within(element, "a")):
        here = [n for n in named if n.name in text_of(link)] if link.tag == "a" else []
        address = squash(unquote(link.get("href") or ""))
        told = [n.key for n in here if squash(n.name) in address]
        if len(here) > 1 and told == [here[0].key]:
            elsewhere |= {n.key for n in here[1:] if not n.labelled}
    return tuple(n for n in named if n.key not in elsewhere)


def _role_before(element: Element, speech: Speech) -> Role | None:
    """What a short text right before an element makes of those it names: an editor after "Fact checked by"."""
    node: Element | None = element
    for _ in range(2):
        if node is None or node.parent is None or node.tag in BLOCK_TAGS:
            return None
        siblings = node.parent.children
        at = next(i for i, c in enumerate(siblings) if c is node)
        for sibling in reversed(siblings[max(0, at - 2) : at]):
            before = fold(sibling) if isinstance(sibling, str) else text_of(sibling) if _is_small(sibling) else "?"
            if before:
                return label_at_end(before[-LONGEST_LABEL:], speech)
        node = node.parent
    return None


def _is_small(element: Element) -> bool:
    return element.end - element.index < SMALL


def _together(found: list[PrintedByline], apart: int = APART) -> list[PrintedByline]:
    """The first of the places and those right behind it: further ones speak of cards, tags, editors."""
    group = found[:1]
    for each in found[1:]:
        if each.element.index - group[-1].element.end > apart or not all(" " in n.name for n in each.named):
            break
        group.append(each)
    return group


def _by_address(page: LabelledPage, speech: Speech, site: frozenset[str]) -> list[PrintedByline]:
    """Full names that link to a page about their bearer: near the headline, else the only one of the page."""
    found: list[PrintedByline] = []
    for place in sorted(page.ways.to("author")):
        link = page.document.elements[place]
        if is_foreign(page, link) or is_amid_prose(link, speech):
            continue
        text = segments(link)
        named = _named(page, link, text, speech, site) if len(text) <= LONGEST_LABEL * 2 else ()
        named = tuple(n for n in named if n.joined)
        if named and all(map(is_full, named)):
            near = _is_near(page, link)
            found.append(PrintedByline(element=link, place="link", near=near, text=whole_text_of(link), named=named))
    near_ones = [b for b in found if b.near]
    is_only = len({n.key for b in found for n in b.named}) == 1
    return _together(near_ones, LINKED) or (found[:1] if is_only else [])


def _by_agency(page: LabelledPage, speech: Speech) -> list[PrintedByline]:
    """The first agency near the headline that links to a list of its articles."""
    for place in sorted(page.ways.to("agency")):
        link = page.document.elements[place]
        text = whole_text_of(link)
        if not _is_near(page, link) or not speech.equals("agencies", text):
            continue
        if not is_foreign(page, link) and not is_amid_prose(link, speech):
            return [PrintedByline(element=link, place="link", near=True, text=text, named=names(text, speech))]
    return []


def _by_first_word(page: LabelledPage, speech: Speech, site: frozenset[str]) -> Iterator[PrintedByline]:
    if page.headline is None:
        return
    start = page.headline.index
    by = speech.under("by")
    for element in page.document.elements[max(0, start - ABOVE) : start + LINES]:
        if element.end - element.index > LARGEST or element in page.headline or not _holds_line(element):
            continue
        if by.starts(_opening(element)) is None or is_foreign(page, element) or is_amid_prose(element, speech):
            continue
        text = segments(element)
        if len(text) > LONGEST_LINE or _is_sentence(by.after(text) or "", speech):
            continue
        read = names(text, speech, site)
        if any(n.labelled for n in read):
            named = tuple(n for n in _listed(page, element, read, speech) if n.labelled or n.joined)
            said = whole_text_of(element)
            yield PrintedByline(element=element, place="line", near=True, text=said, named=named)
            return


def _by_degrees(page: LabelledPage, headline: Element, speech: Speech) -> Iterator[PrintedByline]:
    """The line of names with degrees under the headline."""
    for element, text, named in degrees.lines(page.document, headline, speech):
        if not is_foreign(page, element):
            yield PrintedByline(element=element, place="line", near=True, text=text, named=named)
            return


def _is_sentence(rest: str, speech: Speech) -> bool:
    """Whether what follows "By" goes on in lower case: "By handling routine tasks …"; a name may begin "von", a user's
    is one word."""
    word, *more = rest.split(maxsplit=1) or [""]
    return (
        bool(more)
        and word[:1].islower()
        and word not in speech.particles
        and not speech.under("newsroom", "roles").starts(rest)
    )


def _opening(element: Element) -> str:
    """The first text inside an element, unfolded."""
    node = element
    while True:
        for child in node.children:
            if not isinstance(child, str):
                node = child
                break
            if not child.isspace():
                return child
        else:
            return ""


def _holds_line(element: Element) -> bool:
    return element.tag in BLOCK_TAGS or any(isinstance(c, str) and not c.isspace() for c in element.children)


def _is_near(page: LabelledPage, element: Element) -> bool:
    return page.headline is not None and -ABOVE <= element.index - page.headline.index <= BELOW
