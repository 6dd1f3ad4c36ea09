"""What is printed under a picture in, caption and credit out."""

import re
from collections.abc import Iterable, Iterator

from newsextract.page.document import Element
from newsextract.page.text import text_of
from newsextract.rules.words import Words

LONGEST_CREDIT = 120
LARGEST_CREDIT = 20
"""Elements in one that is a credit."""

_COUNT = re.compile(r"^\d{1,3}\s*/\s*\d{1,3}\s+")
"""The place of a picture in its gallery."""

_MARKS = re.compile(r"^|([.!?…»”\")।۔؟]) |(?<=[。！？])| [|/–—-] | ?[(\[]| (?=©)|(?<=\w) (?=\w+: )")
"""Where a credit may begin; the first group stays with the caption."""
_EDGES = " |-–—/·,;"


def read(captions: Iterable[Element], credits: Iterable[Element], words: Words) -> tuple[str | None, str | None]:
    """Caption and credit, from the elements that hold captions and those marked as credits among or beside them.

    A credit that is not marked is an element of its own, or the last words, that begin as credits do ("Photo: …").
    """
    outer = list(captions)
    caption = _COUNT.sub("", " ".join(dict.fromkeys(t for t in map(text_of, outer) if t)))
    inner = (e for c in outer for e in _inside(c) if e.end - e.index <= LARGEST_CREDIT)
    for element in [*credits, *(e for e in inner if _begins_or_wraps(text_of(e), words))]:
        text = text_of(element)
        if text and len(text) <= LONGEST_CREDIT and caption != text:
            return caption.replace(text, "").strip(_EDGES) or None, credited(text, words) or text.strip("()")
    return _split(caption, words)


def _begins_or_wraps(text: str, words: Words) -> bool:
    """Whether the text of an element of its own credits: begins as credits do, or stands in brackets."""
    return bool(words.starts_with("photo_credit", text) or (text.startswith("(") and text.endswith(")")))


def _inside(element: Element) -> Iterator[Element]:
    """What stands in an element, in order, without what was removed."""
    stack = [*element.elements][::-1]
    while stack:
        child = stack.pop()
        if child.removed is None:
            yield child
            stack += [*child.elements][::-1]


def _split(caption: str, words: Words) -> tuple[str | None, str | None]:
    tail = caption[-LONGEST_CREDIT:]
    for mark in _MARKS.finditer(tail):
        rest = tail[mark.end() :]
        is_wrapped = mark[0].strip() in {"(", "["} and rest.rstrip(" .").endswith((")", "]"))
        credit = credited(rest, words) or (_named(words.after("photo_credit", rest)) if is_wrapped else None)
        if credit is not None:
            end = len(caption) - len(tail) + mark.start() + len(mark[1] or "")
            return caption[:end].rstrip(_EDGES + "([") or None, credit
    return caption or None, None


def _named(text: str | None) -> str | None:
    return (text or "").strip(" .)]([") or None


def credited(text: str, words: Words) -> str | None:
    """Who a text credits, where it begins as a credit does and says so by a mark or more than one word."""
    phrase = words.starts_with("photo_credit", text)
    if phrase is None:
        return None
    marked = text[len(phrase) : len(phrase) + 2].lstrip()[:1] in {":", "：", "|", "/"} or not phrase[-1].isalnum()
    rest = words.after("photo_credit", text)
    return _named(rest) if rest and (marked or " " in phrase) else None
