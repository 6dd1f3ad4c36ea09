"""Flow in, the body out: which runs of text are the article."""

import attrs

from newsextract.label import LabelledPage
from newsextract.page.document import Element
from newsextract.page.flow import Flow, Run


@attrs.frozen(kw_only=True)
class Body:
    """The located body."""

    flow: Flow
    kept: frozenset[int]
    """Numbers of the runs that belong to the body."""
    container: Element
    """The smallest element that holds every kept run; the page's body element where nothing is kept."""

    def keeps(self, run: Run) -> bool:
        """Whether a run belongs to the body."""
        return run.number in self.kept

    @property
    def runs(self) -> list[Run]:
        """The kept runs, in order."""
        return [r for r in self.flow.runs if r.number in self.kept]


def locate(page: LabelledPage, flow: Flow) -> Body:
    """Decide which runs are the body: a first cut, paragraphs with little link text inside the densest container."""
    runs = [r for r in flow.runs if r.link_length * 3 < len(r.text) and len(r.text) > 25]
    scores: dict[int, int] = {}
    for run in runs:
        if len(run.text) > 80:
            for depth, node in enumerate([run.element, *run.element.ancestors][:4]):
                scores[node.index] = scores.get(node.index, 0) + len(run.text) // (1 if depth < 3 else 2)
    elements = page.document.elements
    best = max(scores, key=lambda i: (scores[i], i), default=page.document.body.index)
    container = elements[best]
    kept = frozenset(r.number for r in runs if r.element in container)
    return Body(flow=flow, kept=kept, container=container if kept else page.document.body)
