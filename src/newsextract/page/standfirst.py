"""A headline in, the heading right below it out: a standfirst that is set as a heading."""

from itertools import islice

from newsextract.page.document import Document, Element
from newsextract.page.text import text_of

TAGS = frozenset({"h2", "h3"})
NEAR = 8
"""Elements behind the headline among which it stands."""
BETWEEN = frozenset({"div", "span", "strong", "b", "em", "i", "header", "section", "hgroup"})
"""Tags of mere markup between a headline and what belongs to it."""
SIBLINGS = 200
"""Elements beside a heading that are looked at."""
BRIEF = 40
"""Characters up to which a heading may head a section: where others of its form follow, it does."""
MANY, LONG = 3, 80
"""Others of its form from which on a longer one heads a section, too, up to so many characters."""


def heading_below(document: Document, headline: Element | None) -> Element | None:
    """The heading that follows the headline at once, in the same part of the page, nothing but markup between."""
    if headline is None or headline.parent is None:
        return None
    for element in document.elements[headline.end : headline.end + NEAR]:
        if element.tag in TAGS:
            is_beside = element.parent is headline.parent or element in headline.parent
            is_standfirst = is_beside and not document.within(element, "a") and not _heads_section(element)
            return element if is_standfirst else None
        if element.tag not in BETWEEN:
            return None
    return None


def _heads_section(element: Element) -> bool:
    """Whether a heading is the first of several of one form, of many where it is long."""
    if element.parent is None:
        return False
    form = _form(element)
    beside = islice(element.parent.elements, SIBLINGS)
    length = len(text_of(element))
    if length > LONG:
        return False
    others = sum(e is not element and _form(e) == form for e in beside)
    return others >= (1 if length <= BRIEF else MANY)


def _form(element: Element) -> tuple[str, ...]:
    """The tag and the classes of an element, without the numbers that count its like: "section2", "section7"."""
    return (element.tag, *(c.rstrip("0123456789") for c in element.classes))
