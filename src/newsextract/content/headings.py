"""What is a heading: heading elements, and paragraphs set as one, in bold or as what folds text away."""

import re
from itertools import islice, takewhile

from newsextract.content import figures, inline
from newsextract.content.context import Context, Heading, Piece, Pieces
from newsextract.page.document import Element
from newsextract.page.flow import Run
from newsextract.page.text import COLONS, fold
from newsextract.records import List, Paragraph

TAGS = {f"h{n}": n for n in range(1, 7)}

LOWEST = 6

UNSTATED_LEVEL = 2
"""Of elements that are headings by their role or by folding text away (ARIA's own default)."""

LONG_HEADING = 250
"""Characters above which a heading element holds a paragraph set large."""

LONG_BOLD = 120
"""Characters of the longest paragraph in bold taken for a heading."""

_MARKS = re.compile(r"(?<![\s#¶🔗§])(?:\s*+[#¶🔗§])++$|^[#¶🔗§]\s+")
"""Signs of a heading's own link."""

_SIGN = re.compile(r"[#¶🔗§]?\W*|#[\w-]+")
"""Text of a heading's own link."""

_SENTENCE = re.compile(r"[.!?。！？][\"”’)»]?\s+\S")
"""One sentence ends and another begins."""

_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)

_LABELLED = re.compile(r"^[^\n:]{1,60}:\s*\S", re.MULTILINE)
"""A line of facts: "Price: 20 francs"."""

_NUMBER = re.compile(r"^\W*\d{1,3}[.)]\s+")
"""The number of a heading: its dot ends no sentence."""

_COUNTER = re.compile(r"#?\d{1,3}[.)]?")
"""All that a line says which only counts the headings."""

_COUNTED = re.compile(r"^\d{1,3}[.)]\s?\w.*\w!++$")
"""The name of an entry of a numbered list may end so: "10. You!"."""

NO_HEADING_END = tuple(".,;?!。，；？！…؟،।-–—")
"""Sentences, questions of an interview and lead-ins end so; headings set as paragraphs hardly ever do."""

CLOSING = " \"'”’»“)」』"
"""May stand after a sentence's end."""

LEAD_IN_WORDS = 4
"""Words from which on what ends with a colon leads in what follows, and is no heading. Shorter ones are headings where
there are several, or a list follows: "Note:" alone is none."""

LEADS = ("read_also", "leads_on")
"""Keys of words that open a link to another article."""

BOLD = frozenset({"b", "strong"})
TOGGLES = frozenset({"aria-expanded", "aria-controls"})
"""Attributes of a button that shows and hides what it names."""
NESTED = 4
"""Elements in a line that are asked whether they are one."""


def read(context: Context, element: Element) -> Pieces | None:
    """The heading; None where the element holds a paragraph or leads to another article, [] where it prints the
    article's own title above the text, or an ornament."""
    runs = [r for r in inline.runs_of(context.flow, element) if context.body.keeps(r)]
    text = _MARKS.sub("", fold(" ".join(_without_own_link(element, r) for r in runs)))
    if not text or _is_ornament(context, element, text) or (is_title(context, text) and not _is_amid(context, element)):
        return []
    if len(text) > LONG_HEADING or (len(text) > LONG_BOLD and _SENTENCE.search(_NUMBER.sub("", text))):
        return None
    if _leads_away(context, text, sum(r.link_length for r in runs)) and not _leads_here(runs):
        return None
    level = TAGS.get(element.tag) or _level(element)
    heading = Piece(Heading(text=text, level=level, anchor=_anchor(context, element)), element)
    return [*_pictures(context, element), heading]


def _is_ornament(context: Context, element: Element, text: str) -> bool:
    """Whether a heading is nothing but signs; an operator that a manual explains has an anchor."""
    return not any(map(str.isalnum, text)) and _anchor(context, element) is None


def _pictures(context: Context, heading: Element) -> Pieces:
    """Pictures in blocks of their own that an editor left inside a heading."""
    inside = context.media.within(heading)
    blocks = [m for m in inside if any(map(context.flow.is_block, takewhile(lambda a: a is not heading, m.ancestors)))]
    return [p for media in blocks for p in figures.read_media(context, media)]


def _is_amid(context: Context, element: Element) -> bool:
    """Whether so much text stands above a lower heading that it heads a part of it, though it repeats the title."""
    return element.tag != "h1" and element.index > context.opened


def _without_own_link(heading: Element, run: Run) -> str:
    """The text of a run of a heading without what was cut from it, "[edit]", and what links to the heading itself: "#",
    "#section-2", "Copy the link"."""
    if all(isinstance(n, str) for n in run.nodes):
        return run.text
    own = [n for n in run.nodes if not isinstance(n, str) and n.tag == "a" and _is_own_link(heading, n, len(run.text))]
    shown = inline.fold_nodes([n for n in run.nodes if n not in own])
    return shown if shown or own else run.text


def _is_own_link(heading: Element, anchor: Element, length: int) -> bool:
    """Whether a link leads to its own heading, and its text is a sign, or less than half of `length` characters."""
    mark, place = (anchor.get("href") or " ")[:1], (anchor.get("href") or "")[1:]
    if mark != "#" or not place:
        return False
    text = inline.fold_nodes([anchor])
    return _SIGN.fullmatch(text) is not None or (place in {heading.id, anchor.id} and 2 * len(text) < length)


def _leads_here(runs: list[Run]) -> bool:
    """Whether all links of a heading lead to a place on the page: its own."""
    anchors = [e for r in runs for e in inline.elements(r.nodes) if e.tag == "a"]
    return bool(anchors) and all((a.get("href") or "").startswith("#") for a in anchors)


def _leads_away(context: Context, text: str, linked: int) -> bool:
    """Whether a text is a word such as "Read more:" and a link."""
    return linked * 2 > len(text) and context.page.rules.words.of(LEADS).starts(text) is not None


def read_summary(context: Context, element: Element) -> Pieces | None:
    """A <summary>: the heading of what it folds away; None where nothing of that is kept."""
    folded = element.parent
    if folded is None or context.kept.length(folded) <= context.kept.length(element):
        return None
    return read(context, element)


def is_title(context: Context, text: str) -> bool:
    """Whether a text is the article's own title."""
    title = context.page.title
    if title is None or len(text) > LONGEST_FOLDING * len(title):
        return False
    return fold(text).casefold() == fold(title).casefold()


LONGEST_FOLDING = 3
"""Letters that one becomes at most where case is folded."""


def _level(element: Element) -> int:
    level = element.get("aria-level") or ""
    return int(level) if level in {"1", "2", "3", "4", "5", "6"} else UNSTATED_LEVEL


def _anchor(context: Context, element: Element) -> str | None:
    if element.get("id"):
        return element.get("id")
    for inside in context.page.document.within(element):  # what was cut too: an empty target of the table of contents
        name = inside.get("id") or (inside.get("name") if inside.tag == "a" else None)
        if name:
            return name
    return None


def bold(context: Context, pieces: Pieces) -> Pieces:
    """Paragraphs wholly in bold, or that fold text away, as headings, where text follows and they name no author.

    They stand below the heading element before them; before the first, they are its like.
    """
    level = min((p.block.level for p in pieces if isinstance(p.block, Heading)), default=UNSTATED_LEVEL)
    marks = [_is_set_as_one(p) and not _names_author_or_leads_away(context, p) for p in pieces]
    lead_ins = [n for n, marked in enumerate(marks) if marked and _ends_with_colon(pieces[n])]
    if len(lead_ins) == 1 and not (lead_ins[0] + 1 < len(pieces) and isinstance(pieces[lead_ins[0] + 1].block, List)):
        marks[lead_ins[0]] = False
    out: Pieces = []
    for number, piece in enumerate(pieces):
        if isinstance(piece.block, Heading):
            level = min(piece.block.level + 1, LOWEST)
        after = pieces[number + 1] if number + 1 < len(pieces) else None
        alone = number > 0 and after is not None and not isinstance(after.block, Heading)
        alone = alone and (not marks[number + 1] or (_is_numbered(after) and not _is_numbered(piece)))
        if marks[number] and alone and isinstance(piece.block, Paragraph):
            text = _MARKS.sub("", piece.block.text.replace("\n", " "))
            out.append(Piece(Heading(text=text, level=level, anchor=_anchor(context, piece.element)), piece.element))
        else:
            out.append(piece)
    return out


def _is_numbered(piece: Piece | None) -> bool:
    """Whether a line begins with its number: "1. The wheel" below "The five best mills"."""
    return piece is not None and piece.run is not None and _NUMBER.match(piece.run.text) is not None


def _names_author_or_leads_away(context: Context, piece: Piece) -> bool:
    run = piece.run
    if run is None:
        return False
    by = context.page.rules.words.starts_with("by", run.text)
    return by is not None or _leads_away(context, run.text, run.link_length)


def _ends_with_colon(piece: Piece) -> bool:
    return isinstance(piece.block, Paragraph) and piece.block.text.endswith(COLONS)


def _is_set_as_one(piece: Piece) -> bool:
    run = piece.run
    if run is None or len(run.text) > LONG_BOLD or not any(c.isalpha() for c in run.text):
        return False
    if isinstance(piece.block, Paragraph) and len(_LABELLED.findall(piece.block.text)) > 1:
        return False
    if _is_toggle(run):
        return True
    text = run.text.rstrip(CLOSING)
    if text.endswith(NO_HEADING_END) and not _COUNTED.match(text):
        return False
    if text.endswith(COLONS) and text.count(" ") >= LEAD_IN_WORDS:
        return False
    if (text.startswith("(") and run.text.endswith(")")) or run.link_length == len(run.text):
        return False
    return run.element.tag in BOLD or _is_set_bold(run.element) or in_bold(run)


def _is_toggle(run: Run) -> bool:
    """Whether all of a run is a heading by its role, or the button that shows and hides what it names."""
    for element in (*islice(inline.elements(run.nodes), NESTED), run.element, *islice(run.element.ancestors, 1)):
        role = element.attrs.get("role")
        folds = role == "button" or (element.tag == "button" and role is None)
        folds = folds and not TOGGLES.isdisjoint(element.attrs) and "aria-haspopup" not in element.attrs
        if (folds or role == "heading") and len(inline.fold_nodes([element])) == len(run.text):
            return True
    return False


def without_counters(pieces: Pieces) -> Pieces:
    """The pieces without the numbers set above the headings of a list of them: "1", "The mill"."""
    counters = {
        place
        for place, piece in enumerate(pieces[:-1])
        if isinstance(piece.block, Paragraph)
        and isinstance(pieces[place + 1].block, Heading)
        and _COUNTER.fullmatch(piece.block.text)
    }
    return [p for place, p in enumerate(pieces) if place not in counters] if len(counters) > 1 else pieces


def in_bold(run: Run) -> bool:
    """Whether all text of a run is set in bold."""
    return all_bold(run.nodes)


def all_bold(nodes: list[Element | str]) -> bool:
    """Whether all text of inline nodes is set in bold; False where there is none."""
    return any(not isinstance(n, str) for n in nodes) and all(_in_bold(n) for n in nodes)


def _is_set_bold(element: Element) -> bool:
    style = element.get("style")
    return style is not None and _BOLD_STYLE.search(style) is not None


def _in_bold(node: Element | str) -> bool:
    if isinstance(node, str):
        return not node.strip()
    if node.tag in BOLD or node.tag == "br" or node.removed is not None or _is_set_bold(node):
        return True
    return all(_in_bold(c) for c in node.children)
