"""A Document in, an lxml tree of the same elements out, for those rules that are XPath.

The tree is made of the Document and not of the page, so that what an XPath selects is an Element of the Document,
whatever another parser would make of broken markup. Only pages of sites with such rules pay for it.
"""

import re

from lxml import etree

from newsextract.page.document import Document, Element
from newsextract.page.hit import Hit

_NAME = re.compile(r"[A-Za-z_][\w.-]*\Z", re.ASCII)
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML cannot hold (XML 1.0, section 2.2)."""


class Tree:
    """The page as XPath sees it. Names that XML does not know are left out; templates and scripts are empty."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._elements: dict[etree._Element, Element] = {}
        """Holds the elements of lxml too, which live no longer than they are held."""
        self._root = self._copied(document.root, None)

    def find(self, path: etree.XPath) -> list[Hit]:
        """What an XPath selects, in document order: elements, attributes or texts; a computed text is the page's."""
        found = path(self._root)
        if isinstance(found, str):
            return [Hit(self._document.root, found)] if found.strip() else []
        if not isinstance(found, list):
            return []
        return [hit for item in found if (hit := self._hit(item)) is not None]

    def _hit(self, item: object) -> Hit | None:
        if isinstance(item, str):
            parent = item.getparent() if isinstance(item, etree._ElementUnicodeResult) else None
            around = self._elements.get(parent) if parent is not None else None
            return Hit(around or self._document.root, str(item)) if item.strip() else None
        element = self._elements.get(item) if isinstance(item, etree._Element) else None
        return None if element is None else Hit(element)

    def _copied(self, element: Element, parent: etree._Element | None) -> etree._Element:
        tag = element.tag if _NAME.match(element.tag) else "x"
        own = {n: _NO_XML.sub("", v or "") for n, v in element.attrs.items() if _NAME.match(n)}
        made = etree.Element(tag, own) if parent is None else etree.SubElement(parent, tag, own)
        self._elements[made] = element
        last: etree._Element | None = None
        for child in element.children:
            if not isinstance(child, str):
                last = self._copied(child, made)
            elif last is None:
                made.text = (made.text or "") + _NO_XML.sub("", child)
            else:
                last.tail = (last.tail or "") + _NO_XML.sub("", child)
        return made
