"""Where blocks stand in the page: CSS paths as `page.document.css_path` gives them, siblings counted once a parent."""

from collections import Counter

from newsextract.page.document import Element


class Paths:
    """The paths of one page's elements."""

    def __init__(self) -> None:
        self._steps: dict[int, str] = {}

    def of(self, element: Element) -> str:
        """A CSS selector for this very element."""
        steps: list[str] = []
        node: Element | None = element
        while node is not None and node.tag not in {"html", "body"} and node.parent is not None:
            steps.append(self._step(node, node.parent))
            node = node.parent
        steps.append(node.tag if node is not None else "html")
        return " > ".join(reversed(steps))

    def _step(self, element: Element, parent: Element) -> str:
        if element.index not in self._steps:
            totals = Counter(e.tag for e in parent.elements)
            seen: Counter[str] = Counter()
            for child in parent.elements:
                seen[child.tag] += 1
                place = f":nth-of-type({seen[child.tag]})" if totals[child.tag] > 1 else ""
                self._steps[child.index] = child.tag + place
        return self._steps[element.index]
