"""What a chatbot left in a text it wrote: offers of help and refusals that stand in the body as paragraphs."""

from collections.abc import Iterable

import attrs

from newsextract.locate.body import Body
from newsextract.page.flow import Run
from newsextract.rules.vocabulary import vocabulary

LONGEST = 400
"""Characters of a left-over sentence; a paragraph that quotes one is longer, or begins otherwise."""

QUOTES = "\"'“”„«‘‹「"
"""What an offer begins with that somebody in the article made."""

MARKS = " *-–—•>#👉✨😊"
"""What may stand before an opening."""


def is_residue(text: str) -> bool:
    """Whether a paragraph is a chatbot's own word to whoever asked it, and no part of the article."""
    if not 20 <= len(text) <= LONGEST:
        return False
    if text[0] in QUOTES:
        return False
    folded = text.casefold().lstrip(MARKS)
    words = vocabulary("notices")
    if words.opens("chatbot", folded):
        return True
    return words.opens("chatbot_offer", folded) and words.holds("chatbot_work", folded)


def without_residue(body: Body) -> Body:
    """The body without its residue."""
    left = {r.number for r in residue(body.runs)}
    return attrs.evolve(body, kept=body.kept - left) if left else body


def residue(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs of a body that are residue."""
    return tuple(r for r in runs if is_residue(r.text))
