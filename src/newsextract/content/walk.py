"""The walk over the flow: each part goes to the reader of its kind, what none reads is ordinary text."""

from collections.abc import Callable

from newsextract.content import headings, lists, paragraphs, tables
from newsextract.content.context import Context, Pieces
from newsextract.page.document import Element
from newsextract.page.flow import Run

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
                out += paragraphs.read(context, part)
        elif context.kept.any(part):
            reader = BY_TAG.get(part.tag) or BY_ROLE.get(part.attrs.get("role") or "")
            pieces = reader(context, part) if reader is not None else None
            if pieces is None:
                stack.append(iter(context.flow.parts(part)))
            else:
                out += pieces
    return out
