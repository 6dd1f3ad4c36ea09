"""Text in, a Document out: the page as light elements in document order.

The only module that knows the parser. lexbor builds the tree as the HTML standard says; one walk copies what
reading needs into plain objects. The walk costs about as much as the parse, and pays back many times: every
later stage reads Python attributes instead of crossing into the parser, an element's descendants are a slice,
and "is inside" is two comparisons.
"""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

SKIPPED = frozenset({"svg", "style", "math"})
"""Elements whose insides no reader sees as text; their subtrees are not copied."""

DEEPEST = 200
"""Levels of elements kept apart; what nests deeper is copied as siblings, so that walks can recurse. Pages that readers
see stay far below."""


class Element:
    """One element. Reading it is cheap; only `label.cut` sets `removed`."""

    __slots__ = ("attrs", "children", "classes", "end", "index", "nth", "parent", "removed", "tag")

    tag: str
    attrs: dict[str, str | None]
    classes: list[str]
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

    def __init__(self, html: str) -> None:
        self._tree = LexborHTMLParser(html)
        self._scripts: dict[int, LexborNode] = {}
        self._by_attribute: dict[str, list[Element]] | None = None
        self.elements: list[Element] = []
        self.by_tag: dict[str, list[Element]] = {}
        self.by_class: dict[str, list[Element]] = {}
        self.by_id: dict[str, list[Element]] = {}
        root = self._tree.root
        if root is not None:
            self._walk(root)
        self.root: Element = self.elements[0] if self.elements else self._add("html", {}, None)
        self.body: Element = self.by_tag.get("body", [self.root])[0]

    def within(self, element: Element, tag: str | None = None) -> list[Element]:
        """The descendants of an element in document order, all or those of one tag."""
        if tag is None:
            return self.elements[element.index + 1 : element.end]
        return [e for e in self.by_tag.get(tag, ()) if element.index < e.index < element.end]

    def with_attribute(self, name: str) -> list[Element]:
        """Elements that have the attribute, in document order."""
        if self._by_attribute is None:
            self._by_attribute = {}
            for element in self.elements:
                for key in element.attrs:
                    self._by_attribute.setdefault(key, []).append(element)
        return self._by_attribute.get(name, [])

    def script_text(self, element: Element) -> str:
        """The content of a script element; scripts are not copied into `children`, most are never read."""
        node = self._scripts.get(element.index)
        first = node.first_child if node is not None else None
        return (first.text_content or "") if first is not None else ""

    def release(self) -> None:
        """Break the parent-child cycles; the document is unusable afterwards."""
        for element in self.elements:
            element.parent = None
        self._scripts.clear()

    def _walk(self, root: LexborNode) -> None:
        current = self._add(root.tag or "html", root.attributes, None)
        stack: list[tuple[LexborNode, Element]] = []
        node = root.first_child
        while True:
            if node is None:
                current.end = len(self.elements)
                if not stack:
                    return
                node, current = stack.pop()
                node = node.next
                continue
            tag = node.tag
            if tag == "-text":
                current.children.append(node.text_content or "")
            elif tag is not None and tag[0] != "-":
                element = self._add(tag, node.attributes, current)
                current.children.append(element)
                if tag == "script":
                    self._scripts[element.index] = node
                elif tag not in SKIPPED:
                    first = node.first_child
                    if first is not None:
                        stack.append((node, current))
                        current, node = (element if len(stack) < DEEPEST else current), first
                        continue
            node = node.next

    def _add(self, tag: str, attributes: dict[str, str | None], parent: Element | None) -> Element:
        element = Element()
        element.tag, element.attrs, element.parent = tag, attributes, parent
        element.children, element.removed, element.nth = [], None, None
        element.index = len(self.elements)
        element.end = element.index + 1
        self.elements.append(element)
        self.by_tag.setdefault(tag, []).append(element)
        element.classes = []
        if attributes:
            self._index_names(element, attributes)
        return element

    def _index_names(self, element: Element, attributes: dict[str, str | None]) -> None:
        names = attributes.get("class")
        if names:
            element.classes = names.lower().split()
            for token in element.classes:
                self.by_class.setdefault(token, []).append(element)
        name = attributes.get("id")
        if name:
            self.by_id.setdefault(name.lower(), []).append(element)


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
