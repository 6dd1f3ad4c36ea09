"""What a chatbot left in a text it wrote: offers of help and refusals that stand in the body as paragraphs."""

import attrs

from newsextract.locate.body import Body
from newsextract.page.flow import Run
from newsextract.rules.vocabulary import vocabulary

LONGEST = 400
"""Characters of a left-over sentence; a paragraph that quotes one is longer, or begins otherwise."""

START = 12
"""Characters before which an opening must stand, for a list mark or an emoji before it."""


def is_residue(text: str) -> bool:
    """Whether a paragraph is a chatbot's own word to whoever asked it, and no part of the article."""
    if not 20 <= len(text) <= LONGEST:
        return False
    folded = text.casefold()
    words = vocabulary("notices")
    if any(folded.startswith(p) for p in words.phrases("chatbot")):
        return True
    return any(folded.find(p, 0, START + len(p)) in range(START) for p in words.phrases("chatbot_offer")) and (
        text[0] not in "\"'“”„«‘‹" and any(p in folded for p in words.phrases("chatbot_work"))
    )


def without_residue(body: Body) -> Body:
    """The body without its residue."""
    left = {r.number for r in residue(body.runs)}
    return attrs.evolve(body, kept=body.kept - left) if left else body


def residue(runs: list[Run]) -> tuple[Run, ...]:
    """The runs of a body that are residue."""
    return tuple(r for r in runs if is_residue(r.text))
