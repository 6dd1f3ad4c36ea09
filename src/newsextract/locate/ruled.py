"""The body where a user's rule says it is."""

from typing import TYPE_CHECKING

import attrs

from newsextract.label import LabelledPage
from newsextract.locate.body import Body, around
from newsextract.page.flow import Run
from newsextract.rules.kinds import KINDS

if TYPE_CHECKING:
    from newsextract.rules.sites import Saying


def ruled(page: LabelledPage, located: Body) -> tuple[Body, "Saying | None"]:
    """The body that a rule names, and the rule; the one located where no rule finds text.

    All text inside the named elements is kept but what was cut, and what is labelled as chrome and was not located
    either: a box of related links in the middle of the text.
    """
    for saying in page.ruling.fields.get("body", ()) if page.ruling is not None else ():
        holders = {hit.element.index for hit in saying.hits}
        inside = (r for r in located.flow.runs if any(e.index in holders for e in (r.element, *r.element.ancestors)))
        kept = [r for r in inside if located.keeps(r) or not _is_chrome(page, r, holders)]
        if kept:
            numbers = frozenset(r.number for r in kept)
            container = around(kept) or page.document.body
            return attrs.evolve(located, kept=numbers, container=container, confidence=1.0), saying
    return located, None


def _is_chrome(page: LabelledPage, run: Run, holders: set[int]) -> bool:
    """Whether a run stands in something that is labelled as chrome, below what the rule names."""
    for element in (run.element, *run.element.ancestors):
        if element.index in holders:
            return False
        if any(KINDS[kind].chrome for kind in page.labels.kinds(element)):
            return True
    return False
