"""Links to the article before and after this one: by `rel`, by class, by words, by arrows."""

import re
from collections.abc import Iterator
from itertools import chain

import attrs

from newsextract.cards.anchors import link_text, names_other
from newsextract.cards.neighbourwords import ARROWS, LONGEST_LABEL, NeighbourWords
from newsextract.label import LabelledPage
from newsextract.page.address import Address, address, article_likeness, page_number
from newsextract.page.card import Card, CardBlock, CardRelation
from newsextract.page.document import Element
from newsextract.page.headlines import WIDE, is_headline
from newsextract.page.links import relations
from newsextract.page.text import COLONS, HEADINGS, INVISIBLE, text_of
from newsextract.rules.names import parts_of
from newsextract.rules.words import fold

_SURE = 2
"""Likeness from which on an address is an article's though all that a link to it says is "Back", which may lead to a
list."""
_LARGEST = 40
"""Elements around one such link; what is larger is a column, whatever its class says."""
_PAGE = re.compile(r"(?:^|/)(?:page|seite|pagina|p|s)?[-/=]?\d{1,3}/?$|[?&](?:page|p|pg|seite|pagina)=\d{1,3}(?:&|$)")
_INLINE = frozenset({"b", "strong", "span", "em", "i"})
_LABELS = _INLINE | HEADINGS | {"div", "p", "small", "label"}
_SEVERAL = frozenset({"body", "main", "ul", "ol", "tr", "tbody"})
"""Elements of several parts, none of which heads the next."""
_UPWARDS = frozenset({"parent", "up", "contents", "index"})
"""What `rel` says of links to the list that a page stands in."""
_LABEL_SIZE = 3
"""Elements in a label before a link."""
_TITLE_DEPTH = 3
"""Elements around a title that hold nothing else."""
_PARTING = ":_-"
"""What parts class names."""


@attrs.frozen(eq=False)
class _Found:
    link: Element
    address: Address
    relation: CardRelation
    top: Element
    reason: str


def neighbours(page: LabelledPage, own: Address | None) -> list[CardBlock]:
    """The links to the previous and the next article, one block each, as far as the page has them."""
    words = NeighbourWords.in_force()
    best: dict[CardRelation, _Found] = {}
    for found in _hopefuls(page, own, words):
        known = best.get(found.relation)
        if known is None and all(found.address.key != f.address.key for f in best.values()):
            best[found.relation] = found
        elif known is not None and known.address.key == found.address.key and not link_text(page, known.link):
            best[found.relation] = found  # a picture's link before that of the title
        if len(best) == 2 and all(link_text(page, f.link) for f in best.values()):
            break
    return [_block(page, f) for f in best.values()]


def _hopefuls(page: LabelledPage, own: Address | None, words: NeighbourWords) -> Iterator[_Found]:
    base = page.base or (own.url if own else None)
    for link, relation, top, reason in chain(_by_rel(page), _by_class(page, words), _by_words(page, words)):
        where = address(link.get("href"), base)
        if where is None or where.is_home or where.is_file or _is_page(where, own):
            continue
        if own is not None and (where.key == own.key or where.site != own.site):
            continue
        if not _UPWARDS.isdisjoint(relations(link)):
            continue
        text = link_text(page, link)
        if reason == "words" and not _is_article(where, own, is_bare=words.is_bare(text)):
            continue
        if words.leads_on(text) or _leads_back(page, text, where, own):
            continue
        said = words.spoken(text) if reason == "class" else None
        yield _Found(link, where, said or relation, top, reason)


def _is_article(where: Address, own: Address | None, *, is_bare: bool) -> bool:
    """Whether an address may be that of a neighbour that words tell of: an article's, or, where they name it, one in
    the folder of the page."""
    if article_likeness(where, own) >= (_SURE if is_bare else 1):
        return True
    return not is_bare and own is not None and own.segments[:-1] == where.segments[:-1] != ()


def _leads_back(page: LabelledPage, text: str, where: Address, own: Address | None) -> bool:
    """Whether a link leads to the list that the article stands in, by what it says, "Back to the list", and by its
    address: an article may be called "Back to the sea"."""
    phrase = page.rules.words.starts_with("back", text)
    if phrase is None or " " not in phrase:
        return False
    above = own is not None and own.path.startswith(f"{where.path}/")
    return above or not article_likeness(where, own) or page.rules.words.equals("goes_back", text)


_Hit = tuple[Element, CardRelation, Element, str]


def _by_rel(page: LabelledPage) -> Iterator[_Hit]:
    for element in page.document.with_attribute("rel"):
        if element.tag == "a" and not _turns_pages(page, element):
            rel = relations(element)
            if "prev" in rel or "previous" in rel:
                yield element, "previous", element, "rel"
            elif "next" in rel:
                yield element, "next", element, "rel"


def _turns_pages(page: LabelledPage, link: Element) -> bool:
    """Whether a link stands among the numbers of pages."""
    pages = page.labels.around(link, "pagination")
    return pages is not None and any(page.links.text(a).isdigit() for a in page.document.within(pages, "a"))


def _by_class(page: LabelledPage, words: NeighbourWords) -> Iterator[_Hit]:
    document = page.document
    hits: dict[int, tuple[Element, CardRelation]] = {}
    plain: set[int] = set()
    for token in _lines_with(words, "\n".join((*document.by_class, ""))):
        parts = set(parts_of(token))
        named = [r for r, names in words.names.items() if not names.isdisjoint(parts)]
        if len(named) == 1:
            turns = not words.slides.isdisjoint(parts)
            hits.update((e.index, (e, named[0])) for e in document.by_class[token] if not turns or _is_ruled(page, e))
            plain.update(e.index for e in document.by_class[token] if not turns and not words.posts.isdisjoint(parts))
    for _, (element, relation) in sorted(hits.items(), key=lambda h: h[0]):
        if element.end - element.index > _LARGEST:
            continue
        links = [element] if element.tag == "a" else [e for e in document.within(element) if e.tag == "a"]
        links = links or [a for a in element.ancestors if a.tag == "a"][:1]
        targets = {a.get("href") for a in links}
        if len(targets) == 1 and (element.index in plain or not _slides(element, words) or _is_ruled(page, element)):
            yield max(links, key=lambda a: len(link_text(page, a))), relation, element, "class"


def _is_ruled(page: LabelledPage, element: Element) -> bool:
    """Whether a rule says that an element, or what it stands in, leads to a neighbour, whose title it prints as a
    heading, or as a link of a menu of its own: such turn no slides."""
    if not any(page.labels.has(e, "prev-next") for e in (element, element.parent) if e is not None):
        return False
    if any(e.tag in HEADINGS for e in page.document.within(element)):
        return True
    is_menu = element.tag == "a" and element.parent is not None and element.parent.tag == "nav"
    return is_menu and is_headline(link_text(page, element))


def _lines_with(words: NeighbourWords, text: str) -> dict[str, None]:
    """The lines of a text that are such class names, in order; each ends in a newline."""
    places = sorted(at for part in words.parts if part in text for at in _places(part, text))
    return dict.fromkeys(text[text.rfind("\n", 0, at) + 1 : text.index("\n", at)] for at in places)


def _places(part: str, text: str) -> Iterator[int]:
    """Where a part of a class name stands by itself in a text that ends in a newline."""
    at = text.find(part)
    while at >= 0:
        before, behind = text[at - 1] if at else "-", text[at + len(part)]
        if (before in _PARTING or before.isspace()) and (behind in _PARTING or behind.isspace()):
            yield at
        at = text.find(part, at + 1)


def _slides(element: Element, words: NeighbourWords) -> bool:
    """Whether what is around the element turns slides or pages."""
    around = (element, *(a for a, _ in zip(element.ancestors, range(3), strict=False)))
    return any(not words.slides.isdisjoint(parts_of(t)) for e in around for t in e.classes if "post" not in t)


def _by_words(page: LabelledPage, words: NeighbourWords) -> Iterator[_Hit]:
    headline = page.headline or next(iter(page.document.by_tag.get("h1", ())), page.document.root)
    for link in page.links.all:
        if link.index < headline.index:
            continue
        href = link.attrs.get("href")
        if not href or href[0] == "#" or link.end - link.index > _LARGEST:
            continue
        text = link_text(page, link)
        if len(text) >= 300:
            continue
        label, relation = _label(link, text, words)
        if relation is not None and (_names_article(label, text) or not _slides(link, words)):
            yield link, relation, link, "words"


def _label(link: Element, text: str, words: NeighbourWords) -> tuple[str, CardRelation | None]:
    """What says which neighbour a link leads to, and which that is: all it shows, its name for screen readers, its
    first words, the text before it."""
    if relation := words.spoken(text):
        return text, relation
    if (name := link.attrs.get("aria-label")) and (relation := words.spoken(name)):
        return name, relation
    holds_elements = link.end - link.index > 1
    said = _before(link) if not holds_elements else first_words(link) if words.may_begin(text) else None
    if said and (relation := words.spoken(said)):
        return said, relation
    return _above(link, words) if " " in text or text[:1] >= WIDE else ("", None)


def _above(link: Element, words: NeighbourWords) -> tuple[str, CardRelation | None]:
    """The label in an element of its own right before a title that is a link as a whole, and which neighbour it names:
    "Previous article" over a heading. A word alone, "Next", turns slides as well."""
    node = link
    for _ in range(_TITLE_DEPTH):
        parent = node.parent
        if parent is None or parent.tag in _SEVERAL:
            break
        siblings = parent.children
        if siblings[0] is not node and (before := next(_preceding(node, parent), None)) is not None:
            return _said_by(before, words)
        if len(siblings) > 1 and any(c is not node for c in parent.elements):
            break
        node = parent
    return "", None


def _preceding(node: Element, parent: Element) -> Iterator[Element | str]:
    """What stands before an element in its parent, nearest first."""
    siblings = parent.children
    if siblings[0] is not node and len(siblings) <= _LARGEST:
        before = reversed(siblings[: siblings.index(node)])
        yield from (c for c in before if not isinstance(c, str) or not c.isspace())


def _said_by(before: Element | str, words: NeighbourWords) -> tuple[str, CardRelation | None]:
    if isinstance(before, str) or before.tag not in _LABELS or before.end - before.index > _LABEL_SIZE:
        return "", None
    label = text_of(before)
    if len(label) > LONGEST_LABEL or not (" " in label or label[:1] >= WIDE) or not words.may_begin(label):
        return "", None
    return label, words.labels.get(fold(label.strip(ARROWS)))


def _before(link: Element) -> str | None:
    """The text that stands right before a link, bare or set bold, where it ends in a colon: "上一篇：" """
    said = next(_preceding(link, link.parent), "") if link.parent is not None else ""
    if not isinstance(said, str):
        is_brief = said.tag in _INLINE and said.end - said.index <= _LABEL_SIZE
        said = text_of(said) if is_brief else ""
    return said.strip() if said.rstrip().endswith(COLONS) else None


def first_words(link: Element) -> str:
    """The first text in a link that holds elements: a label before a title."""
    node: Element | str = link
    while not isinstance(node, str):
        shown = (c for c in node.children if not isinstance(c, str) or not c.isspace())
        node = next((c for c in shown if isinstance(c, str) or (c.children and c.tag not in INVISIBLE)), "")
    return " ".join(node.split())


def _names_article(label: str, text: str) -> bool:
    """Whether a label before a title says that it leads to an article: "Previous post", "上一篇", not "Previous"."""
    return label != text and (" " in label or label[:1] >= WIDE)


def _is_page(where: Address, own: Address | None) -> bool:
    """Whether an address is another page of this article or of a list."""
    if own is not None and where.path.startswith(own.path) and _PAGE.search(where.path[len(own.path) :] or "x"):
        return True
    if _PAGE.search(where.path) and re.search(r"/page/?\d+$", where.path):
        return True
    if own is None or not where.query or where.path != own.path:
        return False
    is_numbered = page_number(where.query) is not None and page_number(own.query) is not None
    return is_numbered or not names_other(where, own)


def _block(page: LabelledPage, found: _Found) -> CardBlock:
    card = Card(
        parts=(found.top,) if found.link in found.top else (found.link,),
        links=(found.link,),
        address=found.address,
        likeness=1,
        text=link_text(page, found.link),
    )
    return CardBlock(cards=(card,), relation=found.relation, elements=card.parts, reason=found.reason)
