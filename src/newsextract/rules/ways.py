"""The links of a page in, those whose addresses say what they lead to out, by the folders of their paths."""

import functools

from newsextract.page.links import Links
from newsextract.rules.addresses import folders, passed, plain, reached


class Ways:
    """Where the links of a page lead; each address is taken apart once, for every reader that asks."""

    def __init__(self, links: Links) -> None:
        self._links = links
        self._known: dict[str, frozenset[int]] = {}

    def to(self, kind: str) -> frozenset[int]:
        """The places (`Element.index`) of the links for which `addresses.leads_to` holds."""
        known = self._known.get(kind)
        if known is None:
            names = folders()[kind]
            pairs = zip(self._links.all, self._passed, strict=True)
            known = self._known[kind] = frozenset([a.index for a, steps in pairs if not names.isdisjoint(steps)])
        return known

    @functools.cached_property
    def _passed(self) -> list[list[str]]:
        paths = [reached((a.attrs.get("href") or "").strip()) for a in self._links.all]
        together = "\n".join(paths)
        if together.isascii() and "%" not in together and together.count("\n") < len(paths):
            return [passed(path) for path in together.lower().split("\n")]
        return [passed(plain(path)) for path in paths]
