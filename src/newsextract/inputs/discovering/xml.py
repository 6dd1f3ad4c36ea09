"""XML from anywhere, read piece by piece: no entities, no DTD, no network, no memory of what is done."""

from collections.abc import Iterator

import attrs
from lxml import etree

PIECE = 65_536
"""Bytes parsed at a time."""
DEEPEST = 3
"""Levels of an entry whose elements are of use (`news:publication_date` is two down); each holds the text below it."""


@attrs.frozen
class Item:
    """One entry: an element's children and theirs, by local name, namespaces left out."""

    name: str
    """Of the entry itself: "item", "entry", "url", "sitemap"."""
    values: dict[str, tuple[str, ...]]
    """Local name -> texts, in order."""
    links: tuple[dict[str, str], ...]
    """Attributes of its `<link>` elements."""

    def first(self, *names: str) -> str | None:
        """The first text of the first name that has one."""
        return next((self.values[n][0] for n in names if n in self.values), None)


def items(content: bytes, names: frozenset[str]) -> Iterator[Item]:
    """The elements of the given local names, in order; those before a fault of the XML are given, the rest is lost.

    Entities other than XML's own five are dropped, so that none can unfold; the parser's limits of depth and size hold.
    """
    parser = etree.XMLPullParser(
        events=("end",), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    content = content.lstrip()
    for start in range(0, len(content), PIECE):
        try:
            parser.feed(content[start : start + PIECE])
        except etree.XMLSyntaxError:
            return
        for _, element in parser.read_events():
            if isinstance(element, etree._Element) and _local(element) in names:
                yield _item(element)
                _forget(element)


def _item(element: etree._Element) -> Item:
    values: dict[str, list[str]] = {}
    links = []
    for child in _within(element, DEEPEST):
        name = _local(child)
        if name == "link" and child.get("href"):
            links.append({str(key): str(value) for key, value in child.attrib.items()})
        text = "".join(str(t) for t in child.itertext()).strip()
        if text:
            values.setdefault(name, []).append(text)
    return Item(_local(element), {name: tuple(texts) for name, texts in values.items()}, tuple(links))


def _within(element: etree._Element, levels: int) -> Iterator[etree._Element]:
    for child in element.iterchildren("{*}*"):
        yield child
        if levels > 1:
            yield from _within(child, levels - 1)


def _forget(element: etree._Element) -> None:
    """Free what was read: a sitemap may have 50,000 entries."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _local(element: etree._Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""
