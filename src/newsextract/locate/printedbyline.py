"""One place that prints who wrote an article, and what its names may be mistaken for."""

from typing import Literal

import attrs

from newsextract.label import LabelledPage
from newsextract.locate.linetext import FULL_NAME
from newsextract.page.document import Element
from newsextract.rules.personnames import Named

Place = Literal["name", "byline", "line", "link", "date", "text", "thanks"]


@attrs.frozen(kw_only=True)
class PrintedByline:
    """One place that names authors."""

    element: Element
    place: Place
    """What told it: a label on the name or on the line, the line's own first word, where its link leads, the date
    beside it, its place at an end of the text, or that it thanks those who helped."""
    near: bool
    """Whether it stands near the headline."""
    text: str
    """The line as printed."""
    named: tuple[Named, ...]


def is_topic(page: LabelledPage, named: Named) -> bool:
    """Whether the headline holds what looks like a name that nothing labels: a section, or who the article is about."""
    return page.title is not None and named.name.casefold() in page.title.casefold()


def is_full(named: Named) -> bool:
    """Whether a name is a person's first and last."""
    return named.kind == "person" and 2 <= len(named.name.split()) <= FULL_NAME and not named.name.isupper()
