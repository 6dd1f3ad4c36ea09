"""List elements in, List blocks out."""

import re
from collections.abc import Iterator
from itertools import dropwhile, takewhile

import attrs

from newsextract.content import figures, inline
from newsextract.content.context import Context, Piece, Pieces, rejoined
from newsextract.page.document import Element
from newsextract.page.flow import Run
from newsextract.page.urls import absolute, same_page
from newsextract.records import Link, List, ListItem

LISTS = frozenset({"ul", "ol", "menu", "dir"})

NEST_LIMIT = 20
"""Lists nested deeper are read as part of their item's text."""

SINGLE = 1
"""Items of a list that is a piece of one: `<ul><li>…</ul><ul><li>…</ul>`."""

LAYOUT_TAGS = frozenset("h1 h2 h3 h4 h5 h6 table figure blockquote article section pre".split())
"""Inside an item they say that it is a part of the article, not a line of a list."""

LINKED = 0.7
"""Linked part of an item's text from which on it is a link: a number may stand before it."""

LABEL_LENGTH = 80
"""Characters of the longest label: longer leads are sentences."""

BOLD = frozenset({"b", "strong"})
SETTING_OFF = (":", "：", ".", "–", "—", "-")
"""How a label in bold ends."""

_LABEL = re.compile(rf"([^:：\n]{{1,{LABEL_LENGTH}}})(?:[:：]\s|\s[–—]\s|[:：]$)")
_NUMBER = re.compile(r"(\d{1,3})(?:[.)]\s+|\n)(?=\S)")
_NUMBER_APART = re.compile(r"(\d{1,3})[.)]?\n(?=\S)")
"""The number that an item prints before what it says; in an element of its own where nothing else counts the items:
"1. Liga" is a name."""
COUNTED = 2
"""Items from which on numbers before them count."""
_SENTENCE_END = re.compile(r"[.!?。！？…]\s")


def read(context: Context, element: Element) -> Pieces | None:
    """The list, and behind it the pictures in it; None where its items are parts of the article in their own right."""
    if any(e.tag in LAYOUT_TAGS for e in context.page.document.within(element)):
        return None
    if is_contents(context, element):
        return []
    if _is_gallery(context, element):
        return None
    items = _items(context, element, 0)
    if not items:
        return None
    uncounted = _uncounted(items, _NUMBER if element.tag == "ol" else _NUMBER_APART)
    ordered = element.tag == "ol" or uncounted is not items
    block = List(ordered=ordered, items=tuple(uncounted), path=context.path(element))
    shown = (p for media in context.media.within(element) for p in figures.read_media(context, media))
    return [Piece(block, element), *shown]


def _is_gallery(context: Context, element: Element) -> bool:
    """Whether all that its items say is said of pictures."""
    captions = context.captions.outermost(element)
    return bool(captions) and context.kept.length(element) <= sum(map(context.kept.length, captions))


def is_contents(context: Context, element: Element) -> bool:
    """Whether it is a list of links to places on this page, or labelled so: the table of contents is a field."""
    anchors = context.links.within(element) if element.tag in LISTS else []
    if not anchors or any(r.link_length < len(r.text) * LINKED for r in inline.runs_of(context.flow, element)):
        return False
    if all(_leads_inside(a.get("href") or "", context) for a in anchors):
        return True
    return context.page.labels.around(element, "contents") is not None


def _leads_inside(href: str, context: Context) -> bool:
    page, mark, place = href.partition("#")
    return bool(mark and place) and (not page or same_page(absolute(page, context.page.base), context.page.url))


def read_definitions(context: Context, element: Element) -> Pieces | None:
    """A <dl>: each definition is an item, the term its label; of several definitions of one term, the first's."""
    items: list[ListItem] = []
    term: list[Run] = []
    sense: list[Run] = []
    for child in _entries(element):
        runs = list(inline.runs_of(context.flow, child))
        if sense:
            items += _definition(context, term, sense)
            term, sense = [], []
        (term if child.tag == "dt" else sense).extend(runs)
    items += _definition(context, term, sense)
    kept = items and context.kept.share(element) >= 0.5
    return [Piece(List(items=tuple(items), path=context.path(element)), element)] if kept else None


def _entries(element: Element) -> Iterator[Element]:
    for child in element.elements:
        if child.removed is None:
            yield from [child] if child.tag in {"dt", "dd"} else (e for e in child.elements if e.tag in {"dt", "dd"})


def _definition(context: Context, term: list[Run], sense: list[Run]) -> Iterator[ListItem]:
    label = " ".join(map(inline.lines, term)).rstrip(":： ") or None
    meaning = "\n".join(map(inline.lines, sense))
    text = f"{label}: {meaning}" if label and meaning else label or meaning
    if text:
        yield ListItem(text=text, label=label, links=inline.links([*term, *sense], context.page.base))


def _items(context: Context, element: Element, depth: int) -> list[ListItem]:
    whole = context.kept.share(element) >= 0.5
    items: list[ListItem] = []
    for part in context.flow.parts(element):
        if isinstance(part, Run):
            if context.body.keeps(part):
                items.append(_item(context, [part], ()))
        elif part.tag in LISTS:  # a list directly inside a list belongs to the item before it
            nested = _items(context, part, depth + 1) if depth < NEST_LIMIT else []
            if items and nested:
                items[-1] = attrs.evolve(items[-1], items=(*items[-1].items, *nested))
            else:
                items += nested
        elif whole or context.kept.any(part):
            runs, nested_lists = _own(context, part, depth)
            nested = [i for n in nested_lists for i in _items(context, n, depth + 1)]
            if runs or not items:
                items += [_item(context, runs, tuple(nested))] if runs else nested
            elif nested:  # an item of its own for the list that belongs to the one before it
                items[-1] = attrs.evolve(items[-1], items=(*items[-1].items, *nested))
    return [item for item in items if item.text or item.items]


def _uncounted(items: list[ListItem], printed: re.Pattern[str]) -> list[ListItem]:
    """The items without their own numbers, where each begins with its place: a script or an editor printed them."""
    numbers = [printed.match(item.text) for item in items]
    if len(items) < COUNTED or not all(n and int(n[1]) == place for place, n in enumerate(numbers, 1)):
        return items
    return [_without_number(item, number.end()) for item, number in zip(items, numbers, strict=True) if number]


def _without_number(item: ListItem, end: int) -> ListItem:
    text = item.text[end:]
    lead = item.label.removeprefix(item.text[:end].strip()).strip() if item.label else None
    return attrs.evolve(item, text=text, label=lead if lead and text.startswith(lead) else label(text))


def _own(context: Context, item: Element, depth: int) -> tuple[list[Run], list[Element]]:
    """An item's own runs, and the lists nested in it."""
    runs: list[Run] = []
    nested: list[Element] = []
    stack = [iter(context.flow.parts(item))]
    while stack:
        part = next(stack[-1], None)
        if part is None:
            stack.pop()
        elif isinstance(part, Run):
            runs.append(part)
        elif part.tag in LISTS and depth < NEST_LIMIT:
            nested.append(part)
        else:
            stack.append(iter(context.flow.parts(part)))
    return runs, nested


def _item(context: Context, runs: list[Run], nested: tuple[ListItem, ...]) -> ListItem:
    text = "\n".join(t for t in map(inline.lines, runs) if t)
    links: tuple[Link, ...] = inline.links(runs, context.page.base)
    is_link = len(links) == 1 and len(links[0].text) == len(text)  # whose colon is its title's
    named = None if is_link else label(text, bold_lead(runs))
    return ListItem(text=text, label=named, links=links, items=nested)


def label(text: str, bold: str | None = None) -> str | None:
    """The lead of "Energy corridors: new pipelines": what stands before the colon or dash, or in bold."""
    if bold and len(bold) < len(text) - 1:
        return bold.rstrip(":：.–— -") or None
    lead = _LABEL.match(text)
    if lead is None or lead.end() >= len(text) or _SENTENCE_END.search(lead[1]) or lead[1].strip().isdigit():
        return None
    return lead[1].strip() or None if lead[1].count("(") == lead[1].count(")") else None


def bold_lead(runs: list[Run]) -> str | None:
    """The text in bold that an item begins with, linked or not, where it is short and sets a label off."""
    if not runs:
        return None
    nodes = runs[0].nodes
    begun = list(takewhile(lambda n: _is_bold(n) or _is_blank(n), dropwhile(_is_blank, nodes)))
    lead = [n for n in begun if isinstance(n, Element)]
    if not lead:
        return None
    text = inline.fold_nodes(begun)
    after = runs[0].text[len(text) :].lstrip()
    behind = next(dropwhile(_is_blank, nodes[nodes.index(lead[-1]) + 1 :]), None)
    breaks = any(isinstance(n, Element) and n.tag == "br" for n in (*lead[-1].children[-1:], behind))
    sets_off = breaks or text.endswith(SETTING_OFF) or after.startswith((":", "：", "–", "—", "-"))
    return text if len(text) <= LABEL_LENGTH and sets_off and runs[0].text.startswith(text) else None


def _is_blank(node: Element | str) -> bool:
    return isinstance(node, str) and not node.strip()


def _is_bold(node: Element | str) -> bool:
    """Whether a node is set in bold, or a link that is so as a whole."""
    if isinstance(node, str):
        return False
    return node.tag in BOLD or (node.tag == "a" and bool(node.children) and all(map(_is_bold, node.children)))


def joined(pieces: Pieces) -> Pieces:
    """Lists of one item each, as word processors write them, as the one list that they are."""
    return rejoined(pieces, _goes_on, _whole)


def _goes_on(fragments: Pieces, piece: Piece) -> bool:
    """Whether two lists of one kind, one of them of a single item, stand right behind one another."""
    before, after, first, last = fragments[-1].block, piece.block, fragments[-1].element, piece.element
    if not (isinstance(before, List) and isinstance(after, List)) or first.tag not in LISTS:
        return False
    is_next = first.tag == last.tag and first.parent is last.parent and first.end == last.index
    return is_next and SINGLE in (len(before.items), len(after.items))


def _whole(fragments: Pieces) -> List:
    lists = [p.block for p in fragments if isinstance(p.block, List)]
    return attrs.evolve(lists[0], items=tuple(item for block in lists for item in block.items))
