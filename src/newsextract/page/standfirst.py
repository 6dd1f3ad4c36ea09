"""A headline in, the heading right below it out: a standfirst that is set as a heading."""

from newsextract.page.document import Document, Element

TAGS = frozenset({"h2", "h3"})
NEAR = 8
"""Elements behind the headline among which it stands."""
BETWEEN = frozenset({"div", "span", "strong", "b", "em", "i", "header", "section", "hgroup"})
"""Tags of mere markup between a headline and what belongs to it."""


def heading_below(document: Document, headline: Element | None) -> Element | None:
    """The heading that follows the headline at once, in the same part of the page, nothing but markup between."""
    if headline is None or headline.parent is None:
        return None
    for element in document.elements[headline.end : headline.end + NEAR]:
        if element.tag in TAGS:
            is_beside = element.parent is headline.parent or element in headline.parent
            return element if is_beside and not document.within(element, "a") else None
        if element.tag not in BETWEEN:
            return None
    return None
