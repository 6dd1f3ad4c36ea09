"""Text in, a Document out: the page as light elements in document order.

The only module that knows the parser. lexbor builds the tree as the HTML standard says; one walk copies what
reading needs into plain objects. The walk costs about as much as the parse, and pays back many times: every
later stage reads Python attributes instead of crossing into the parser, an element's descendants are a slice,
and "is inside" is two comparisons.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from newsextract.page.streamed import PLACES, settled

SKIPPED = frozenset({"script", "style", "svg", "math"})
"""Elements whose insides no reader sees as text; their subtrees are not copied."""
_SOURCE = frozenset({"script", "style"})
_APART = SKIPPED | {"template"}

DEEPEST = 200
"""Levels of elements kept apart; what nests deeper is copied as siblings, so that walks can recurse. Pages that readers
see stay far below."""


_TEXT = 2
"""`LexborNode.tag_id` of text: the same in every lexbor, unlike those of elements."""

_NO_CLASSES: tuple[str, ...] = ()
_NO_CHILDREN: "list[Element | str]" = []
_NO_ATTRIBUTES: dict[str, str | None] = {}
"""Shared by the elements that have none, never changed."""


class Element:
    """One element. Reading it is cheap; only `cutting.cut` sets `removed`, only `label.label` a tag."""

    __slots__ = ("attrs", "children", "classes", "end", "index", "nth", "parent", "removed", "tag")

    tag: str
    attrs: dict[str, str | None]
    classes: tuple[str, ...]
    """Class tokens, lower case, in order."""
    parent: "Element | None"
    children: "list[Element | str]"
    """Child elements and text, in order; text as the parser gives it."""
    index: int
    """Place in `Document.elements`."""
    end: int
    """One past the place of the last descendant: `elements[index + 1:end]` are the descendants."""
    nth: int | None
    """Place among the siblings of its tag, from 1; 0 for an only one; None before `css_path` counts them."""
    removed: str | None
    """Kind of the rule that cut it out of the body, on the topmost cut element."""

    def get(self, name: str) -> str | None:
        """An attribute's value, stripped; None where it is missing or empty."""
        value = self.attrs.get(name)
        return value.strip() or None if value else None

    @property
    def id(self) -> str | None:
        """The id, as written."""
        return self.attrs.get("id")

    def __contains__(self, other: "Element") -> bool:
        """Whether the other element is a descendant of this one, or itself."""
        return self.index <= other.index < self.end

    @property
    def ancestors(self) -> "Iterator[Element]":
        """Parents up to the root, nearest first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    @property
    def elements(self) -> "Iterator[Element]":
        """Child elements, in order."""
        return (c for c in self.children if not isinstance(c, str))

    def __repr__(self) -> str:
        name = f"#{self.id}" if self.id else "".join(f".{c}" for c in self.classes[:2])
        return f"<{self.tag}{name} at {self.index}>"


class Document:
    """A parsed page.

    `elements` are in document order; `by_tag`, `by_class` and `by_id` find elements by exact name, class tokens and ids
    in lower case. Call `release` when done: it breaks the reference cycles, so that memory is free at once.
    """

    def __init__(self, html: str | bytes) -> None:
        """Parse a page; bytes are UTF-8."""
        self._parse(html)
        if any((e.id or "").startswith(PLACES) for e in self.by_tag.get("template", ())):
            self.release()
            self._parse(settled(html))

    def _parse(self, html: str | bytes) -> None:
        self._scripts: dict[int, str] = {}
        self._by_attribute: dict[str, list[Element]] = {}
        self.elements: list[Element] = []
        self._texts: tuple[list[Element], list[str]] = ([], [])
        self._copy(html)
        if not self.elements:
            self.elements.append(_topmost("html", {}))
        self.root: Element = self.elements[0]
        self.by_tag: dict[str, list[Element]] = {}
        self.by_class: dict[str, list[Element]] = {}
        self.by_id: dict[str, list[Element]] = {}
        self._places: dict[str, list[int]] = {}
        """Tag -> places of `by_tag`, of the tags that were looked for inside elements."""
        self._index()
        self.body: Element = self.by_tag.get("body", [self.root])[0]

    @property
    def texts(self) -> Iterator[tuple[Element, str]]:
        """The texts that are more than white space, in document order, each with the element right around it."""
        return zip(*self._texts, strict=True)

    def within(self, element: Element, tag: str | None = None) -> list[Element]:
        """The descendants of an element in document order, all or those of one tag."""
        if tag is None:
            return self.elements[element.index + 1 : element.end]
        same = self.by_tag.get(tag)
        if same is None:
            return []
        places = self._places.get(tag)
        if places is None:
            places = self._places[tag] = [e.index for e in same]
        first = bisect_right(places, element.index)
        return same[first : bisect_left(places, element.end, first)]

    def with_attribute(self, name: str) -> list[Element]:
        """Elements that have the attribute, in document order."""
        return self._by_attribute.get(name, [])

    def script_text(self, element: Element) -> str:
        """The content of a script or style element; it is not in `children`."""
        return self._scripts.get(element.index, "")

    def release(self) -> None:
        """Break the parent-child cycles; the document is unusable afterwards."""
        for element in self.elements:
            element.parent = None
        self._scripts.clear()
        self._texts[0].clear()

    def _copy(self, html: str | bytes) -> None:
        """Parse and copy; the parser's tree, which takes four times the memory of its page or more, is gone then."""
        root = LexborHTMLParser(html).root
        if root is not None:
            self._walk(root)

    def _walk(self, root: LexborNode) -> None:
        """Copy the tree.

        The loop reads each property of a node once: crossing into the parser is what costs.
        """
        elements, (holders, texts) = self.elements, self._texts
        current = _topmost(root.tag or "html", root.attributes)
        elements.append(current)
        children = current.children = []
        stack: list[LexborNode] = []
        tags: dict[int, str] = {}
        index = 1
        node = root.first_child
        while True:
            if node is None:
                current.end = index
                if not stack:
                    return
                if len(stack) < DEEPEST and current.parent is not None:
                    current = current.parent
                    children = current.children
                node = stack.pop().next
                continue
            number = node.tag_id
            if number == _TEXT:
                text = node.text_content or ""
                children.append(text)
                if not text.isspace():
                    holders.append(current)
                    texts.append(text)
                node = node.next
                continue
            tag = tags.get(number) or tags.setdefault(number, _tag(node))
            if tag:
                element = Element()
                element.tag, element.attrs, element.classes = tag, node.attributes or _NO_ATTRIBUTES, _NO_CLASSES
                element.parent, element.index, element.children = current, index, _NO_CHILDREN
                element.nth = element.removed = None
                index += 1
                element.end = index
                elements.append(element)
                children.append(element)
                first = node.first_child if tag not in _APART else self._inside(node, element)
                if first is not None:
                    stack.append(node)
                    if len(stack) < DEEPEST:
                        current = element
                        children = element.children = []
                    node = first
                    continue
            node = node.next

    def _inside(self, node: LexborNode, element: Element) -> LexborNode | None:
        """The first node to copy of an element that is not simply what its nodes are."""
        first = node.first_child
        if element.tag == "template":
            return first or _shadow(node, element)
        if element.tag in _SOURCE and first is not None:
            self._scripts[element.index] = first.text_content or ""
        return None

    def _index(self) -> None:
        by_tag: defaultdict[str, list[Element]] = defaultdict(list)
        by_attribute: defaultdict[str, list[Element]] = defaultdict(list)
        for element in self.elements:
            by_tag[element.tag].append(element)
            for name in element.attrs:
                by_attribute[name].append(element)
        self.by_tag, self._by_attribute = dict(by_tag), dict(by_attribute)
        self._index_classes()
        by_id: defaultdict[str, list[Element]] = defaultdict(list)
        for element in self.with_attribute("id"):
            if name := element.attrs["id"] or "":
                by_id[name.lower()].append(element)
        self.by_id = dict(by_id)

    def _index_classes(self) -> None:
        by_class: defaultdict[str, list[Element]] = defaultdict(list)
        parted: dict[str, tuple[str, ...]] = {}
        alone: dict[str, dict[str, str | None]] = {}
        """Attributes that are nothing but a class, shared by the elements that have the same."""
        for element in self.with_attribute("class"):
            attributes = element.attrs
            names = attributes["class"]
            if not names:
                continue
            if len(attributes) == 1:
                element.attrs = alone.setdefault(names, attributes)
            classes = parted.get(names)
            if classes is None:
                classes = parted[names] = tuple(names.lower().split())
            element.classes = classes
            for token in classes:
                by_class[token].append(element)
        self.by_class = dict(by_class)


def _tag(node: LexborNode) -> str:
    """The tag of an element; "" of comments and the like, whose names begin with a hyphen."""
    tag = node.tag or "-"
    return "" if tag[0] == "-" else tag


def _topmost(tag: str, attributes: dict[str, str | None]) -> Element:
    """The element that holds all others, which are made where the tree is copied: a call costs more than the rest."""
    element = Element()
    element.tag, element.attrs, element.classes = tag, attributes, _NO_CLASSES
    element.parent, element.index, element.children = None, 0, _NO_CHILDREN
    element.nth = element.removed = None
    element.end = 1
    return element


SHADOW = "shadow-root"
"""Tag of a `<template>` whose content the browser shows (declarative shadow DOM)."""


def _shadow(node: LexborNode, element: Element) -> LexborNode | None:
    """The first node of a template that declares a shadow root: browsers show it, unlike other templates."""
    if "shadowrootmode" not in element.attrs:
        return None
    element.tag = SHADOW
    fragments = node.template_fragments()
    return fragments[0].first_child if fragments else None


def outermost(elements: Iterable[Element]) -> list[Element]:
    """Elements, given in document order, without those inside another."""
    found: list[Element] = []
    for element in elements:
        if not found or element not in found[-1]:
            found.append(element)
    return found


def css_path(element: Element) -> str:
    """A CSS selector for this very element in this page: nearest id, then child steps."""
    steps: list[str] = []
    node: Element | None = element
    while node is not None and node.tag not in {"html", "body"}:
        parent = node.parent
        if parent is None:
            break
        if node.nth is None:
            _count(parent)
        steps.append(f"{node.tag}:nth-of-type({node.nth})" if node.nth else node.tag)
        node = parent
    steps.append(node.tag if node is not None else "html")
    return " > ".join(reversed(steps))


def _count(parent: Element) -> None:
    """Number the child elements once, so that the paths of many siblings cost linear time."""
    first: dict[str, Element] = {}
    seen: dict[str, int] = {}
    for child in parent.elements:
        seen[child.tag] = place = seen.get(child.tag, 0) + 1
        child.nth = place
        first.setdefault(child.tag, child)
    for tag, child in first.items():
        if seen[tag] == 1:
            child.nth = 0
