"""The walk over the flow: each part goes to the reader of its kind, what none reads is ordinary text."""

from collections.abc import Callable

from newsextract.content import headings, inline, lists, tables
from newsextract.content.context import Context, Piece, Pieces
from newsextract.page.document import Element
from newsextract.page.flow import Run
from newsextract.records import Paragraph

Reader = Callable[[Context, Element], Pieces | None]

BY_TAG: dict[str, Reader] = {
    **dict.fromkeys(headings.TAGS, headings.read),
    **dict.fromkeys(lists.LISTS, lists.read),
    "dl": lists.read_definitions,
    "table": tables.read,
}
"""Tag -> the reader of the block it opens; one that gives None leaves its content to the walk."""

BY_ROLE: dict[str, Reader] = {"heading": headings.read, "table": tables.read, "grid": tables.read}


def read(context: Context, element: Element) -> Pieces:
    """The blocks inside an element, in order. Ordinary nesting costs no recursion."""
    out: Pieces = []
    stack = [iter(context.flow.parts(element))]
    while stack:
        part = next(stack[-1], None)
        if part is None:
            stack.pop()
        elif isinstance(part, Run):
            if context.body.keeps(part):
                out += _paragraph(context, part)
        elif context.kept.any(part):
            reader = BY_TAG.get(part.tag) or BY_ROLE.get(part.attrs.get("role") or "")
            pieces = reader(context, part) if reader is not None else None
            if pieces is None:
                stack.append(iter(context.flow.parts(part)))
            else:
                out += pieces
    return out


def _paragraph(context: Context, run: Run) -> Pieces:
    text = inline.lines(run)
    if not text or headings.is_title(context, text):
        return []
    links = inline.links([run], context.page.base)
    return [Piece(Paragraph(text=text, links=links, path=context.path(run.element)), run.element, run)]
