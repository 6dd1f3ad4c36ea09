"""The links of a page, each read once for all readers that look through them."""

import functools
from collections.abc import Collection

from newsextract.page.calendar import primary
from newsextract.page.document import Document, Element
from newsextract.page.masthead import squash_all
from newsextract.page.text import text_of
from newsextract.page.urls import absolute


def is_translation(link: Element, language: str | None) -> bool:
    """Whether a link says that it leads to a page in another language (`hreflang`) than this page's (BCP 47)."""
    stated = link.get("hreflang")
    return bool(stated and language) and primary(stated) != primary(language)


def relations(link: Element) -> list[str]:
    """What `rel` says of where a link leads, in lower case."""
    return (link.get("rel") or "").lower().split()


class Links:
    """The `<a>` elements of a page, in document order, with what they showed before anything was cut."""

    def __init__(self, document: Document) -> None:
        self.all: list[Element] = document.by_tag.get("a", [])
        self._to_roots: dict[tuple[str, str | None], list[Element]] = {}

    def text(self, link: Element) -> str:
        """What a link shows, on one line."""
        return self._texts[link.index]

    def named(self, names: Collection[str]) -> list[Element]:
        """The links whose text is one of the names (`masthead.squash`)."""
        return [a for a, name in zip(self.all, self._names, strict=True) if name in names] if names else []

    def to_root(self, root: str, base: str | None) -> list[Element]:
        """The links to the root of a host, `base` being what relative addresses are resolved against."""
        known = self._to_roots.get((root, base))
        if known is None:
            links = ((a, (a.attrs.get("href") or "").strip()) for a in self.all)
            known = [a for a, href in links if _may_lead(href, root) and absolute(href, base) in {root, root[:-1]}]
            self._to_roots[root, base] = known
        return known

    @functools.cached_property
    def _texts(self) -> dict[int, str]:
        return {a.index: text_of(a) for a in self.all}

    @functools.cached_property
    def _names(self) -> list[str]:
        return squash_all(list(self._texts.values()))


def _may_lead(href: str, root: str) -> bool:
    """Whether an address as written may be a host's root: most are too long, or end in a name."""
    path = href.partition("?")[0]
    return len(path) <= len(root) and (not path or path[-1] in "/.\\" or path == root[:-1])
