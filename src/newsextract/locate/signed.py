"""A body and its byline in, the body without the line that signs it out: who wrote an article is none of its text."""

import attrs

from newsextract.evidence import Evidence
from newsextract.locate.body import Body
from newsextract.page.document import css_path
from newsextract.page.text import fold

ENDS = 2
"""Runs at the head and at the foot of a body among which its signature stands."""
LONGEST = 80
"""Characters of a signature."""
LEAST = 5
"""Runs of a body from which on it has a line to spare."""


def unsigned(body: Body, byline: Evidence | None) -> Body:
    """The body without the first or last of its runs where that is the printed byline and nothing else."""
    if byline is None or byline.source != "dom" or not byline.raw or len(body.runs) < LEAST:
        return body
    raw = fold(byline.raw)
    ends = [r for r in (*body.runs[:ENDS], *body.runs[-ENDS:]) if len(r.text) <= LONGEST and r.text == raw]
    signed = {r.number for r in ends if css_path(r.element) == byline.locator}
    return attrs.evolve(body, kept=body.kept - signed) if signed else body
