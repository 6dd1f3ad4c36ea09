"""A page whose markup holds no body in, the body from its embedded data out."""

import attrs

from newsextract.label import LabelledPage, Labels
from newsextract.locate.body import Body
from newsextract.page.document import Document
from newsextract.page.flow import Flow
from newsextract.page.links import Links
from newsextract.page.pictures import Pictures
from newsextract.page.state import StateText, state_texts
from newsextract.rules.ways import Ways

SPARSE = 600
"""Characters of located body from which on the markup is believed, and embedded data is not looked at."""

TIMES = 3
"""How many times as long as the located body a text in embedded data must be to replace it."""

ASKING = 1000
ASKED, OFTEN = "cookie", 2
"""Characters of such a text in which a notice asks for consent, for what, and how often it says so at least."""


def _is_stated(page: LabelledPage, body: Body) -> bool:
    """Whether the markup calls what was located the article's body."""
    around = (body.container, *body.container.ancestors)
    return bool(body.kept) and any("articlebody" in (e.get("itemprop") or "").lower() for e in around)


def _asks(page: LabelledPage, text: StateText) -> bool:
    """Whether a text asks for consent, as those that pages hand to the scripts of their cookie notices."""
    opening = text.paragraphs[0][:ASKING]
    if opening.lower().count(ASKED) < OFTEN:
        return False
    return page.speech.finds("consent", opening) is not None


def from_state(page: LabelledPage, body: Body) -> tuple[LabelledPage, Body] | None:
    """The page and body to read instead, made of the text that scripts would have drawn; None where there is none.

    The returned page has a document of its own, for the caller to release.
    """
    length = sum(len(run.text) for run in body.runs)
    if length >= SPARSE:
        return None
    titles = tuple(t for t in (page.title, page.meta.first("og:title"), page.meta.title) if t)
    found = state_texts(page.document, page.entities, titles)
    best = next((text for text in found if text.titled or not (_is_stated(page, body) or _asks(page, text))), None)
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
