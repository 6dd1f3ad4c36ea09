"""The walk over the flow: each part goes to the reader of its kind, what none reads is ordinary text."""

from collections.abc import Callable, Iterator

from newsextract.content import (
    asides,
    code,
    embeds,
    figures,
    headings,
    lists,
    paragraphs,
    quotes,
    tables,
    typed,
    undertitles,
)
from newsextract.content.context import Context, Heading, Pieces
from newsextract.page.document import Element
from newsextract.page.flow import Part, Run

Reader = Callable[[Context, Element], Pieces | None]

BY_TAG: dict[str, Reader] = {
    **dict.fromkeys(headings.TAGS, headings.read),
    **dict.fromkeys(lists.LISTS, lists.read),
    "summary": headings.read_summary,
    "dl": lists.read_definitions,
    "table": tables.read,
    "blockquote": quotes.read,
    "pre": code.read,
    "aside": asides.read,
}
"""Tag -> the reader of the block it opens; one that gives None leaves its content to the walk."""

BY_ROLE: dict[str, Reader] = {"heading": headings.read, "table": tables.read, "grid": tables.read}

BY_LABEL: dict[str, Reader] = {"fact-box": asides.read, "pull-quote": quotes.read}


def read(context: Context, element: Element) -> Pieces:
    """The blocks inside an element, in order. Ordinary nesting costs no recursion."""
    out: Pieces = []
    stack = [_parts(context, element)]
    while stack:
        part, is_media = next(stack[-1], (None, False))
        if part is None:
            stack.pop()
        elif isinstance(part, Run):
            if context.body.keeps(part):
                out += paragraphs.read(context, part)
        elif is_media:
            out += figures.read_media(context, part)
        else:
            pieces = _block(context, part)
            if pieces is None:
                stack.append(_parts(context, part))
            else:
                if not pieces and out and isinstance(out[-1].block, Heading) and lists.is_contents(context, part):
                    out.pop()  # "In this article"
                out += pieces
    return out


def _parts(context: Context, element: Element) -> Iterator[tuple[Part, bool]]:
    return context.media.merged(element, context.flow.parts(element))


def _block(context: Context, element: Element) -> Pieces | None:
    """What the reader of an element's kind makes of it; None leaves its content to the walk."""
    provider = context.posts.get(element.index)
    if provider is not None and context.reaches(element):
        pieces = embeds.read_post(context, element, provider)
        if pieces is not None:
            return pieces
    if element.tag == "figure":
        return figures.read(context, element)
    if context.captions.is_one(element):
        return []
    if not context.kept.any(element):
        return None if context.media.count(element) or context.posted.any(element) else []
    reader = BY_TAG.get(element.tag) or BY_ROLE.get(element.attrs.get("role") or "") or _labelled(context, element)
    return reader(context, element) if reader is not None else None


def _labelled(context: Context, element: Element) -> Reader | None:
    return next((BY_LABEL[k] for k in context.page.labels.kinds(element) if k in BY_LABEL), None)


def finished(context: Context, pieces: Pieces) -> Pieces:
    """Pieces that belong together as one: typed lists, split lists and tables; addresses of embeds as embeds."""
    spoken_for = undertitles.spoken_for(context, embeds.named(pieces, context))
    return tables.joined(lists.joined(typed.read(spoken_for, context)))
