"""List elements, and paragraphs that are typed as lists, in; List blocks out."""

import re
from collections.abc import Iterable, Iterator
from itertools import dropwhile, takewhile

import attrs

from newsextract.content import figures, inline
from newsextract.content.context import Context, Piece, Pieces
from newsextract.page.document import Element
from newsextract.page.flow import Run
from newsextract.page.urls import absolute, same_page
from newsextract.records import Link, List, ListItem, Paragraph

LISTS = frozenset({"ul", "ol", "menu", "dir"})

NEST_LIMIT = 20
"""Lists nested deeper are read as part of their item's text."""

LAYOUT_TAGS = frozenset("h1 h2 h3 h4 h5 h6 table figure blockquote article section pre".split())
"""Inside an item they say that it is a part of the article, not a line of a list."""

DASHES = frozenset("-–—")
"""Typed bullets only where a colon leads in: many languages set speech so."""

LINKED = 0.7
"""Linked part of an item's text from which on it is a link: a number may stand before it."""

LABEL_LENGTH = 80
"""Characters of the longest label: longer leads are sentences."""

BOLD = frozenset({"b", "strong"})
SETTING_OFF = (":", "：", ".", "–", "—", "-")
"""How a label in bold ends."""
LONG_ITEM = 500
"""Characters of numbered paragraphs, on average, above which they are no list: a judgment's, a statute's."""

_LABEL = re.compile(rf"([^:：\n]{{1,{LABEL_LENGTH}}})(?:[:：]\s|\s[–—]\s|[:：]$)")
_SENTENCE_END = re.compile(r"[.!?。！？…]\s")

_TYPED = re.compile(
    r"(?P<bullet>[•●▪■◦‣⁃·○►▶➤➢✓✔✅🔹🔸]|[-–—*](?=\s))\s*(?=\S)"
    r"|(?P<number>\d{1,3})[.)]\s+(?=\S)|(?P<bracket>\(\d{1,3}\))\s+(?=\S)|(?P<letter>[a-z])\)\s+(?=\S)"
)


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
    block = List(ordered=element.tag == "ol", items=tuple(items), path=context.path(element))
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
                last = items.pop()
                items.append(ListItem(text=last.text, label=last.label, links=last.links, items=(*last.items, *nested)))
            else:
                items += nested
        elif whole or context.kept.any(part):
            runs, nested_lists = _own(context, part, depth)
            nested = [i for n in nested_lists for i in _items(context, n, depth + 1)]
            items += [_item(context, runs, tuple(nested))] if runs else nested
    return items


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
    named = None if is_link else label(text, _bold_lead(runs))
    return ListItem(text=text, label=named, links=links, items=nested)


def label(text: str, bold: str | None = None) -> str | None:
    """The lead of "Energy corridors: new pipelines": what stands before the colon or dash, or in bold."""
    if bold and len(bold) < len(text) - 1:
        return bold.rstrip(":：.–— -") or None
    lead = _LABEL.match(text)
    if lead is None or lead.end() >= len(text) or _SENTENCE_END.search(lead[1]) or lead[1].strip().isdigit():
        return None
    return lead[1].strip() or None if lead[1].count("(") == lead[1].count(")") else None


def _bold_lead(runs: list[Run]) -> str | None:
    """The text in bold that an item begins with, linked or not, where it is short and sets a label off."""
    if not runs:
        return None
    nodes = runs[0].nodes
    lead = [n for n in takewhile(_is_bold, dropwhile(_is_blank, nodes)) if isinstance(n, Element)]
    if not lead:
        return None
    text = inline.fold_nodes(lead)
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


def typed(pieces: Pieces, context: Context) -> Pieces:
    """Neighbouring paragraphs, and lines of one, that begin with typed bullets, or count 1) 2) 3), as lists."""
    out: Pieces = []
    group: list[tuple[Piece, re.Match[str]]] = []
    for piece in (part for whole in pieces for part in _by_line(whole, context)):
        mark = _TYPED.match(piece.block.text) if isinstance(piece.block, Paragraph) else None
        if group and (mark is None or not _follows(group, mark)):
            out += _group(group, context, led_in=_leads_in(out))
            group = []
        if mark is None:
            out.append(piece)
        else:
            group.append((piece, mark))
    return out + _group(group, context, led_in=_leads_in(out))


def _by_line(piece: Piece, context: Context) -> Pieces:
    """A paragraph; where its last lines are typed as a list, what stands before them and that list."""
    block = piece.block
    if not isinstance(block, Paragraph) or "\n" not in block.text:
        return [piece]
    lines = block.text.split("\n")
    first = next((n for n, line in enumerate(lines) if _TYPED.match(line)), len(lines))
    group: list[tuple[Piece, re.Match[str]]] = []
    for line in lines[first:]:
        mark = _TYPED.match(line)
        if mark is None or (group and not _follows(group, mark)):
            return [piece]
        group.append((_part(piece, block, line), mark))
    lead = [_part(piece, block, "\n".join(lines[:first]))] if first else []
    read = _group(group, context, led_in=_leads_in(lead))
    return [*lead, *read] if len(read) == 1 else [piece]


def _part(piece: Piece, block: Paragraph, text: str) -> Piece:
    links = tuple(link for link in block.links if link.text in text)
    return attrs.evolve(piece, block=attrs.evolve(block, text=text, links=links))


def _leads_in(pieces: Pieces) -> bool:
    block = pieces[-1].block if pieces else None
    return isinstance(block, Paragraph) and block.text.endswith((":", "："))


def _follows(group: list[tuple[Piece, re.Match[str]]], mark: re.Match[str]) -> bool:
    return group[-1][1].lastgroup == mark.lastgroup and (
        mark.lastgroup != "bullet" or group[-1][1]["bullet"] == mark["bullet"]
    )


def _group(group: list[tuple[Piece, re.Match[str]]], context: Context, *, led_in: bool) -> Pieces:
    bulleted = group[:1] and group[0][1].lastgroup == "bullet"
    speech = bulleted and group[0][1]["bullet"] in DASHES and not led_in
    numbered = not bulleted and sum(len(m.string) for _, m in group) > LONG_ITEM * len(group)
    if len(group) < 2 or speech or numbered or not _counts(m for _, m in group):
        return [piece for piece, _ in group]
    items = []
    for piece, mark in group:
        block = piece.block
        assert isinstance(block, Paragraph)
        text = block.text[mark.end() :].strip()
        items.append(ListItem(text=text, label=label(text), links=block.links))
    element = group[0][0].element
    ordered = group[0][1].lastgroup != "bullet"
    return [Piece(List(ordered=ordered, items=tuple(items), path=context.path(element)), element)]


def _counts(marks: Iterable[re.Match[str]]) -> bool:
    """Whether numbered marks go up one by one from 1; bullets always do."""
    for place, mark in enumerate(marks, 1):
        if mark.lastgroup == "number" and int(mark["number"]) != place:
            return False
        if mark.lastgroup == "bracket" and int(mark["bracket"][1:-1]) != place:
            return False
        if mark.lastgroup == "letter" and ord(mark["letter"]) - 96 != place:
            return False
    return True
