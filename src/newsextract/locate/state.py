"""A page whose markup holds no body in, the body from its embedded data out."""

import attrs

from newsextract.label import LabelledPage, Labels
from newsextract.locate.body import Body
from newsextract.page.document import Document
from newsextract.page.flow import Flow
from newsextract.page.links import Links
from newsextract.page.pictures import Pictures
from newsextract.page.state import state_texts
from newsextract.rules.ways import Ways

SPARSE = 600
"""Characters of located body from which on the markup is believed, and embedded data is not looked at."""

TIMES = 3
"""How many times as long as the located body a text in embedded data must be to replace it."""


def from_state(page: LabelledPage, body: Body) -> tuple[LabelledPage, Body] | None:
    """The page and body to read instead, made of the text that scripts would have drawn; None where there is none.

    The returned page has a document of its own, for the caller to release.
    """
    length = sum(len(run.text) for run in body.runs)
    if length >= SPARSE:
        return None
    titles = tuple(t for t in (page.title, page.meta.first("og:title"), page.meta.title) if t)
    best = next(iter(state_texts(page.document, page.entities, titles)), None)
    if best is None or best.length < TIMES * length:
        return None
    document = Document(best.markup)
    links = Links(document)
    drawn = attrs.evolve(
        page,
        document=document,
        labels=Labels({}, {}),
        links=links,
        ways=Ways(links),
        pictures=Pictures(page.base),
        cards=(),
        headline=None,
    )
    flow = Flow(document)
    kept = frozenset(r.number for r in flow.runs)
    return drawn, Body(flow=flow, kept=kept, container=document.body, confidence=0.5)
