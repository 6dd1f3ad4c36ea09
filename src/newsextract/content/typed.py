"""Paragraphs that are typed as lists in, List blocks out."""

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

import attrs

from newsextract.content.context import Context, Heading, Piece, Pieces
from newsextract.content.lists import bold_lead, label
from newsextract.page.text import COLONS
from newsextract.records import List, ListItem, Paragraph

DASHES = frozenset("-–—")
"""Typed bullets only where a colon leads in: many languages set speech so."""
CLAUSES = (";", "；")
NEAR = 40
"""Pieces behind a numbered list among which it may go on."""
LONG_ITEM = 500
"""Characters of numbered paragraphs, on average, above which they are no list: a judgment's, a statute's."""

_TYPED = re.compile(
    r"(?P<bullet>[•●▪■◦‣⁃·○►▶➤➢✓✔✅🔹🔸]|[-–—*](?=\s))\s*(?=\S)"
    r"|(?P<number>\d{1,3})[.)]\s+(?=\S)|(?P<bracket>\(\d{1,3}\))\s+(?=\S)|(?P<letter>[a-z])\)\s+(?=\S)"
)


def read(pieces: Pieces, context: Context) -> Pieces:
    """Neighbouring paragraphs, and lines of one, that begin with typed bullets, or count 1) 2) 3), as lists."""
    out: Pieces = []
    group: list[tuple[Piece, re.Match[str]]] = []
    for place, whole in enumerate(pieces):
        for piece in _by_line(whole, context, pieces[place + 1 : place + 1 + NEAR]):
            mark = _TYPED.match(piece.block.text) if isinstance(piece.block, Paragraph) else None
            if group and (mark is None or not _follows(group, mark)):
                out += _group(group, context, pieces[place : place + NEAR], led_in=_leads_in(out))
                group = []
            if mark is None:
                out.append(piece)
            else:
                group.append((piece, mark))
    return out + _group(group, context, (), led_in=_leads_in(out))


def _by_line(piece: Piece, context: Context, after: Sequence[Piece]) -> Pieces:
    """A paragraph; where its last lines are typed as a list, what stands before them and that list. After it come
    others."""
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
    read = _group(group, context, after, led_in=_leads_in(lead))
    return [*lead, *read] if len(read) == 1 else [piece]


def _part(piece: Piece, block: Paragraph, text: str) -> Piece:
    links = tuple(link for link in block.links if link.text in text)
    return attrs.evolve(piece, block=attrs.evolve(block, text=text, links=links))


def _leads_in(pieces: Pieces) -> bool:
    block = pieces[-1].block if pieces else None
    return isinstance(block, Paragraph) and block.text.endswith(COLONS)


def _follows(group: list[tuple[Piece, re.Match[str]]], mark: re.Match[str]) -> bool:
    return group[-1][1].lastgroup == mark.lastgroup and (
        mark.lastgroup != "bullet" or group[-1][1]["bullet"] == mark["bullet"]
    )


def _group(
    group: list[tuple[Piece, re.Match[str]]], context: Context, after: Sequence[Piece], *, led_in: bool
) -> Pieces:
    bulleted = group[:1] and group[0][1].lastgroup == "bullet"
    speech = bulleted and group[0][1]["bullet"] in DASHES and not (led_in or _are_clauses(group))
    numbered = not bulleted and sum(len(m.string) for _, m in group) > LONG_ITEM * len(group)
    if len(group) < 2 or speech or numbered or not _counts(m for _, m in group) or _goes_on(group[-1][1], after):
        return [piece for piece, _ in group]
    items = []
    for piece, mark in group:
        block = piece.block
        assert isinstance(block, Paragraph)
        text = block.text[mark.end() :].strip()
        bold = bold_lead([piece.run]) if piece.run is not None and piece.run.text == block.text else None
        items.append(ListItem(text=text, label=label(text, bold and bold[mark.end() :].strip()), links=block.links))
    element = group[0][0].element
    ordered = group[0][1].lastgroup != "bullet"
    return [Piece(List(ordered=ordered, items=tuple(items), path=context.path(element)), element)]


def _are_clauses(group: list[tuple[Piece, re.Match[str]]]) -> bool:
    """Whether all lines but the last end as the parts of one sentence do."""
    return len(group) > 1 and all(mark.string.rstrip().endswith(CLAUSES) for _, mark in group[:-1])


def _goes_on(last: re.Match[str], after: Sequence[Piece]) -> bool:
    """Whether numbered paragraphs go on behind what parts them, pictures of the steps perhaps: as a list of the first
    few, with the others left as they are, they would be numbered in two ways."""
    if last["number"] is None:
        return False
    following = str(int(last["number"]) + 1)
    blocks = takewhile(lambda block: not isinstance(block, Heading), (piece.block for piece in after))
    lines = (line for block in blocks if isinstance(block, Paragraph) for line in block.text.split("\n"))
    return any(mark["number"] == following for line in lines if (mark := _TYPED.match(line)))


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
