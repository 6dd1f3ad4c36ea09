"""The links of a page, each read once for all readers that look through them."""

import functools
from collections.abc import Collection

from newsextract.page.calendar import primary
from newsextract.page.document import Document, Element
from newsextract.page.masthead import squash_all
from newsextract.page.text import text_of


def is_translation(link: Element, language: str | None) -> bool:
    """Whether a link says that it leads to a page in another language (`hreflang`) than this page's (BCP 47)."""
    stated = link.get("hreflang")
    return bool(stated and language) and primary(stated) != primary(language)


class Links:
    """The `<a>` elements of a page, in document order, with what they showed before anything was cut."""

    def __init__(self, document: Document) -> None:
        self.all: list[Element] = document.by_tag.get("a", [])

    def text(self, link: Element) -> str:
        """What a link shows, on one line."""
        return self._texts[link.index]

    def named(self, names: Collection[str]) -> list[Element]:
        """The links whose text is one of the names (`masthead.squash`)."""
        return [a for a, name in zip(self.all, self._names, strict=True) if name in names] if names else []

    @functools.cached_property
    def _texts(self) -> dict[int, str]:
        return {a.index: text_of(a) for a in self.all}

    @functools.cached_property
    def _names(self) -> list[str]:
        return squash_all(list(self._texts.values()))
