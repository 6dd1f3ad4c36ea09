"""An element in, whether it stands in a part of the page that is not the article's out: a teaser, a comment, a menu."""

from newsextract.label import LabelledPage
from newsextract.page.document import Element

FOREIGN = frozenset(
    "ad breadcrumbs calendar caption card comments embed footer login most-read navigation newsletter popup prev-next "
    "read-more recommended related search share shop sponsored tags ticker widget".split()
)
"""Labels inside which a name is not the author's."""
LYING = frozenset("widget sponsored footer most-read".split())
"""Those that themes give to the parts of an article's head too: right behind the headline they say nothing."""
CLOSE = 45
"""Elements that are right behind the headline."""
FOREIGN_TAGS = frozenset({"nav", "form", "blockquote", "figcaption", "figure", "select"})
LARGE = 60
"""Elements above which a part of the page holds more than its labels say."""


def is_foreign(page: LabelledPage, element: Element) -> bool:
    """Whether it stands in a part of the page that is not the article's."""
    headline = page.headline
    is_close = headline is not None and 0 < element.index - headline.index <= CLOSE
    foreign = FOREIGN - LYING if is_close else FOREIGN
    for node in (element, *element.ancestors):
        if headline is not None and headline in node:
            return False  # what holds the headline too is the article's, whatever its class says
        if node.tag in FOREIGN_TAGS:
            return True
        if node.index in page.labels.by_element:
            kinds = tuple(page.labels.kinds(node))
            if not foreign.isdisjoint(kinds) and not _is_own(node, kinds):
                return True
    return False


def _is_own(element: Element, kinds: tuple[str, ...]) -> bool:
    """Whether an element is an author's card, no teaser's, or too large for what another of its labels says."""
    return "author-box" in kinds or ("body" in kinds and element.end - element.index > LARGE)
