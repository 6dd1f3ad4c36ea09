"""XPath 1.0 as a selector of rules for a site."""

import functools

import attrs
from lxml import etree

from newsextract.page.document import Document
from newsextract.page.hit import Hit
from newsextract.page.tree import Tree
from newsextract.rules.selector import Selector


@attrs.frozen
class XPath:
    """An XPath, compiled when it is first used."""

    text: str

    @functools.cached_property
    def compiled(self) -> etree.XPath:
        """The path, ready to be asked."""
        return etree.XPath(self.text)


def parse(text: str) -> XPath:
    """An XPath; ValueError says what is wrong with it."""
    path = XPath(text)
    try:
        path.compiled  # noqa: B018 - compiled, to see whether it can be
    except etree.XPathSyntaxError as error:
        raise ValueError(f"not an XPath: {text!r}: {str(error).lower()}") from error
    return path


def is_xpath(text: str) -> bool:
    """Whether a selector is written as XPath: selectors of our own never begin with "/" or "("."""
    return text.lstrip().startswith(("/", "(", "id(", "string(", "normalize-space("))


class Finder:
    """Finds what selectors of both kinds select on one page; the tree for XPath is made when one is asked for."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @functools.cached_property
    def _tree(self) -> Tree:
        return Tree(self._document)

    def find(self, selector: Selector | XPath) -> list[Hit]:
        """What a selector selects, in document order; [] for a path that fails on this page."""
        if isinstance(selector, Selector):
            return [Hit(e) for e in selector.find(self._document)]
        try:
            return self._tree.find(selector.compiled)
        except etree.XPathEvalError:
            return []
