"""The links of a page in, those whose addresses say what they lead to out, by the folders of their paths."""

import functools

from newsextract.page.links import Links
from newsextract.rules.addresses import folders, plain, reached


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
            leading = {folder for folder, parts in self._parts.items() if not names.isdisjoint(parts)}
            pairs = zip(self._links.all, self._folders, strict=True)
            known = self._known[kind] = frozenset([a.index for a, folder in pairs if folder in leading])
        return known

    @functools.cached_property
    def _folders(self) -> list[str]:
        """Of each link, the folders of its address with something behind them."""
        paths = [reached((a.attrs.get("href") or "").strip()) for a in self._links.all]
        together = "\n".join(paths)
        if together.isascii() and "%" not in together and together.count("\n") < len(paths):
            paths = together.lower().split("\n")
        else:
            paths = [plain(path) for path in paths]
        accounts = folders()["account"]
        parted = (path.rstrip("/").rpartition("/") for path in paths)
        return ["" if last in accounts else folder for folder, _, last in parted]

    @functools.cached_property
    def _parts(self) -> dict[str, list[str]]:
        """Each of them taken apart."""
        return {folder: folder.split("/") for folder in set(self._folders)}
