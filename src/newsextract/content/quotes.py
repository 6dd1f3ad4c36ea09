"""Block and pull quotes in, Quote blocks out."""

import re
from itertools import islice

import attrs

from newsextract.content import inline, paragraphs
from newsextract.content.context import Context, Piece, Pieces
from newsextract.page.document import Element
from newsextract.page.flow import Run
from newsextract.page.text import fold
from newsextract.records import Paragraph, Quote

MOST = 0.5
"""Part of the body's text above which a quotation element is the page's way to indent."""

LAYOUT_TAGS = frozenset("h1 h2 h3 table figure article section blockquote pre ul ol".split())
"""Inside a quotation element they say that it frames a part of the article."""

ATTRIBUTION = 150
"""Characters of the longest line that names who is quoted."""

PULL = frozenset({"pull-quote"})
"""Kinds of labels."""

SHORTEST_PULL = 20
"""Characters from which on words found in the running text are no coincidence."""

REPEATED = 0.4
"""Part of a labelled pull quote's phrases of three words that the running text has. What says something new is
a quotation, whatever its class."""

WORD = re.compile(r"\w+")

DASHES = ("—", "–", "―", "-", "~")


def read(context: Context, element: Element) -> Pieces | None:
    """A <blockquote>; None where it is no quotation."""
    if context.kept.length(element) > MOST * context.kept.length(context.body.container):
        return None
    if any(e.tag in LAYOUT_TAGS for e in context.page.document.within(element)):
        return None
    said: list[Run] = []
    cites: list[str] = []
    for run in inline.runs_of(context.flow, element):
        if _cites(run, element):
            cites.append(run.text)
        else:
            said += paragraphs.parted(run)
    texts = [t for t in map(inline.lines, said) if paragraphs.says(context, t)]
    cites = cites or _last_line(texts) or _cited(element)
    if not texts:
        return []
    cite = " ".join(cites).strip(" —–―-") or None
    pull = _is_pull(context, element)
    return [Piece(Quote(text="\n\n".join(texts), cite=cite, pull=pull, path=context.path(element)), element)]


def _cites(run: Run, quote: Element) -> bool:
    """Whether a run is a <cite> or <footer>, whole."""
    for holder in [run.element, *run.element.ancestors]:
        if holder is quote:
            break
        if holder.tag in {"cite", "footer", "figcaption"}:
            return True
    shown = [n for n in run.nodes if not isinstance(n, str) or not n.isspace()]
    return len(shown) == 1 and not isinstance(shown[0], str) and shown[0].tag == "cite"


def _last_line(texts: list[str]) -> list[str]:
    """A last line that begins with a dash, taken off."""
    if not texts:
        return []
    before, newline, last = texts[-1].rpartition("\n")
    if not last.startswith(DASHES) or len(last) > ATTRIBUTION or (len(texts) < 2 and not newline):
        return []
    texts[-1:] = [before] if before else []
    return [last]


def _cited(element: Element) -> list[str]:
    return [inline.fold_nodes([e]) for e in inline.elements(element.children) if e.tag == "cite"][:1]


def _is_pull(context: Context, element: Element) -> bool:
    return any(context.labelled(e, PULL) for e in [element, *islice(element.ancestors, 2)])


def pulled(pieces: Pieces) -> Pieces:
    """Quotes that repeat what a paragraph says are pull quotes; what is labelled so may say it in part."""
    if not any(isinstance(p.block, Quote) for p in pieces):
        return pieces
    running = "\n".join(_plain(p.block.text) for p in pieces if isinstance(p.block, Paragraph))
    said = _phrases(running) if any(isinstance(p.block, Quote) and p.block.pull for p in pieces) else frozenset[str]()
    return [_marked(p, running, said) for p in pieces]


def _marked(piece: Piece, running: str, said: frozenset[str]) -> Piece:
    quote = piece.block
    if not isinstance(quote, Quote):
        return piece
    text = _plain(quote.text)
    pull = len(text) >= SHORTEST_PULL and text in running
    if quote.pull and not pull:
        phrases = _phrases(text)
        pull = not phrases or len(phrases & said) >= REPEATED * len(phrases)
    return attrs.evolve(piece, block=attrs.evolve(quote, pull=pull))


def _phrases(text: str) -> frozenset[str]:
    words = WORD.findall(text)
    return frozenset(" ".join(words[n : n + 3]) for n in range(len(words) - 2))


def _plain(text: str) -> str:
    return fold(text).casefold().strip("\"'“”„«»‘’‹›「」『』.… ")
