"""A locator of evidence or of a block in, the element it names out."""

from newsextract.page.document import Document, Element


class Places:
    """The elements of one page by CSS path, as `page.document.css_path` writes it."""

    def __init__(self, document: Document) -> None:
        self._found: dict[str, Element | None] = {"html": document.root, "body": document.body}
        self._steps: dict[int, dict[str, Element]] = {}

    def find(self, locator: str | None) -> Element | None:
        """The element; None for a locator that is no path in this page, such as a meta name."""
        if not locator or locator.partition(" ")[0] not in {"html", "body"}:
            return None
        known = locator
        steps: list[str] = []
        while known not in self._found:
            known, separator, step = known.rpartition(" > ")
            if not separator:
                return None
            steps.append(step)
        element = self._found[known]
        for step in reversed(steps):
            element = self._children(element).get(step) if element is not None else None
            known = f"{known} > {step}"
            self._found[known] = element
        return element

    def _children(self, parent: Element) -> dict[str, Element]:
        """The child elements by step: with their number among those of their tag, and bare for the first."""
        steps = self._steps.get(parent.index)
        if steps is None:
            self._steps[parent.index] = steps = {}
            seen: dict[str, int] = {}
            for child in parent.elements:
                seen[child.tag] = place = seen.get(child.tag, 0) + 1
                steps[f"{child.tag}:nth-of-type({place})"] = child
                steps.setdefault(child.tag, child)
        return steps
