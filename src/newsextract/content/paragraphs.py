"""A run of inline text in, its paragraphs out; a line of stars or dashes between two parts is none.

Most runs are one paragraph. Where line breaks do the work of paragraphs, the run is parted at them: nothing visible
between two breaks, a line in bold alone (a heading), or the end of a sentence where one of the lines is long. Short
lines (verses, addresses) stay together, parted by newlines.
"""

import re
from collections.abc import Iterator

import attrs

from newsextract.content import headings, inline
from newsextract.content.context import Context, Piece, Pieces
from newsextract.page.document import Element
from newsextract.page.flow import Run
from newsextract.page.text import extent
from newsextract.records import Paragraph

LONG_LINE = 100
"""Characters from which on a line that ends a sentence is a paragraph; verses and addresses are shorter."""

LONGEST_RAG, RAG_MARKS = 10, " :;,.|/-–—"
"""Characters of what is left between links that were cut, and what may stand about it."""
LONGEST_RESIDUE = 400
"""Characters of the longest remark of a chatbot: longer paragraphs that begin so are about chatbots."""

LONGEST_CREDIT = 60
"""Characters of what stands beside a picture and its caption in one line, and is no sentence."""

SENTENCE_ENDS = tuple(".!?。！？؟।…:”\"»“’')」』")

_SAYS = re.compile(r"[^\s*_•·—–=~#.+<>◆■●|/\\„“”\"'«»-]")
"""Anything that is no separator and no quotation mark set large."""

_STANDS_IN = re.compile(
    r"(\$\$|%%|##)\w+\1|\{\{[^{}]*\}\}|\[/?[a-z]+(?:[-_][a-z]+)+(?:\s[^\[\]]*)?\]|\[[a-z]+(?:\s[a-z_-]+=[^\[\]]+)\]"
)
"""What a template forgot to fill in, WordPress's shortcodes among them: `[ad-slot id="3"]`."""

WRAPPERS = frozenset({"span", "font", "big", "small"})
"""Inline elements that a whole run may be wrapped in, and that say nothing of it."""


@attrs.frozen
class _Line:
    """What stands between two line breaks."""

    start: int
    end: int
    text: str
    bold: bool


def read(context: Context, run: Run) -> Pieces:
    """The paragraphs of a run; the article's own title and a chatbot's remarks are none."""
    out: Pieces = []
    spoken = _without_captions(context, run)
    for part in parted(spoken) if spoken is not None else ():
        text = _below_title(context, inline.lines(part))
        if says(context, text) and not headings.is_title(context, text) and not _is_residue(context, text):
            links = inline.links([part], context.page.base)
            block = Paragraph(text=text, links=links, path=context.path(run.element))
            out.append(Piece(block, run.element, part))
    return out


def _without_captions(context: Context, run: Run) -> Run | None:
    """The run without the captions that are set in it, beside the picture that stands in the line; None where a credit
    is all that is left."""
    if not context.captions.any(run.element) or not any(map(context.captions.any, _inline(run))):
        return run
    left = _part(run, list(_uncaptioned(context, run.nodes)))
    return left if len(left.text) > LONGEST_CREDIT or left.text.endswith(SENTENCE_ENDS) else None


def _inline(run: Run) -> Iterator[Element]:
    return (n for n in run.nodes if not isinstance(n, str))


def _uncaptioned(context: Context, nodes: list[Element | str]) -> Iterator[Element | str]:
    for node in nodes:
        if isinstance(node, str) or not context.captions.any(node):
            yield node
        elif not context.captions.is_one(node):
            yield from _uncaptioned(context, node.children)


def _below_title(context: Context, text: str) -> str:
    """The lines of a text below the article's own title, where that is one of them."""
    if "\n" not in text:
        return text
    lines = text.split("\n")
    title = next((n for n, line in enumerate(lines) if headings.is_title(context, line)), -1)
    return "\n".join(lines[title + 1 :])


def says(context: Context, text: str) -> bool:
    """Whether a text says something: no ornament, no sign that stands in for something, no "and" between links to other
    articles that were cut."""
    if _SAYS.search(text) is None or _STANDS_IN.fullmatch(text):
        return False
    rest = text.strip(RAG_MARKS) if len(text) <= LONGEST_RAG else text
    return rest == text or not context.page.speech.equals("and", rest)


def _is_residue(context: Context, text: str) -> bool:
    """Whether a paragraph is what a chatbot says to who asked it for the article; a notice reports it."""
    return len(text) <= LONGEST_RESIDUE and context.page.rules.words.starts_with("chatbot_residue", text) is not None


def parted(run: Run) -> list[Run]:
    """The run, or its parts where it holds several paragraphs."""
    nodes = list(_broken(_unwrapped(run.nodes)))
    if not any(_is_break(n) for n in nodes):
        return [run]
    lines = list(_lines(nodes))
    starts = [n for n in range(len(lines)) if n == 0 or _parts(lines[n - 1], lines[n])]
    if len(starts) < 2:
        return [run]
    bounds = zip(starts, [*starts[1:], len(lines)], strict=True)
    parts = (_part(run, nodes[lines[first].start : lines[after - 1].end]) for first, after in bounds)
    return [p for p in parts if p.text]


def _unwrapped(nodes: list[Element | str]) -> list[Element | str]:
    while True:
        shown = [n for n in nodes if not isinstance(n, str) or not n.isspace()]
        if len(shown) != 1 or isinstance(shown[0], str) or shown[0].tag not in WRAPPERS:
            return nodes
        nodes = shown[0].children


def _broken(nodes: list[Element | str]) -> Iterator[Element | str]:
    """The nodes, and beside them the line breaks that they begin or end with: "<b>The vote<br></b>The council"."""
    for node in nodes:
        shown = [] if isinstance(node, str) else [c for c in node.children if not _is_blank(c)]
        if len(shown) > 1 and _is_break(shown[0]):
            yield shown[0]
        yield node
        if len(shown) > 1 and _is_break(shown[-1]):
            yield shown[-1]


def _is_blank(node: Element | str) -> bool:
    return isinstance(node, str) and not node.strip(inline.WIDTHLESS).strip()


def _is_break(node: Element | str) -> bool:
    return not isinstance(node, str) and node.tag == "br"


def _lines(nodes: list[Element | str]) -> Iterator[_Line]:
    start = 0
    for place in range(len(nodes) + 1):
        if place == len(nodes) or _is_break(nodes[place]):
            between = nodes[start:place]
            yield _Line(start, place, inline.fold_nodes(between), headings.all_bold(between))
            start = place + 1


def _parts(before: _Line, after: _Line) -> bool:
    """Whether the break between two lines parts paragraphs."""
    if not before.text or not after.text:
        return True
    ends = before.text.endswith(SENTENCE_ENDS)
    if before.bold != after.bold:
        return before.bold or ends
    return ends and max(len(before.text), len(after.text)) >= LONG_LINE


def _part(run: Run, nodes: list[Element | str]) -> Run:
    text = inline.fold_nodes(nodes)
    if run.link_length == len(run.text):
        return Run(run.number, run.element, nodes, text, len(text), extent(text))
    linked = sum(len(inline.fold_nodes([e])) for e in inline.elements(nodes) if e.tag == "a")
    return Run(run.number, run.element, nodes, text, linked, extent(text))
