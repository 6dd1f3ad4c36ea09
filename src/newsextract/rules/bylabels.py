"""What opens a byline, or a name in it, in: the role it gives, and what is left. "By", "Photos:", "Edited by"."""

import re
from collections.abc import Iterator

from newsextract.rules.personnames import Role
from newsextract.rules.speech import Speech
from newsextract.rules.words import fold

LISTS = re.compile(r"(?:(?<!\s)\s++)?[,;；،，、&+]\s*+")
"""What stands between the names of a list."""

_LABELS: tuple[tuple[str, Role], ...] = (
    ("by_photo", "photographer"),
    ("by_editor", "editor"),
    ("by_translator", "contributor"),
    ("by", "writer"),
)
LABEL_KEYS = tuple(key for key, _ in _LABELS)
_MOST_BEFORE = 4
"""Words before the "by" of "Recipe by Rosa Lind", "This post was written by Rosa Lind"."""


def label_at_end(text: str, speech: Speech) -> Role | None:
    """The role of a label that a text ends with: an editor's for "5 min read • Fact checked by:"."""
    words = text.split()
    if len(words) == 1 and text[-1] in ":：":
        return label_alone(text[:-1], speech) or "writer"
    tails = (" ".join(words[at:]) for at in range(len(words)))
    return next((role for tail in tails if (role := label_alone(tail.rstrip(":：") or "-", speech))), None)


def label_alone(segment: str, speech: Speech) -> Role | None:
    """The role of a segment that is nothing but a label: "By", "Fotos", any word before a colon."""
    if not segment:
        return None
    if speech.under(*LABEL_KEYS).equal(segment):
        return next(role for key, role in _LABELS if speech.equals(key, segment))
    return "writer" if segment[-1] in ":：" else None


def is_preposition(segment: str, speech: Speech) -> bool:
    """Whether a label is a "By", behind which a user name may stand, not an "Author", which may head anything."""
    return speech.equals("by", segment) and not speech.equals("roles", segment)


def whole_labels(segments: list[str], speech: Speech) -> Iterator[str]:
    """The segments, those that a label is parted into as one: "Fact checked | by"."""
    under = speech.under(*LABEL_KEYS)
    begun = ""
    for segment in segments:
        joined = f"{begun} {segment}" if begun else segment
        begun = joined if fold(joined) in under.beginnings and joined not in under.all else ""
        if not begun:
            yield joined


def unlabelled(segment: str, speech: Speech) -> tuple[str, Role | None, bool]:
    """The segment without what opens a byline, the role that says, whether something did."""
    role: Role | None = None
    labelled = False
    under = speech.under(*LABEL_KEYS)
    for _ in range(3):
        if under.starts(segment) is None:
            break
        for key, means in _LABELS:
            rest = speech.after(key, segment)
            if rest and _is_label(segment[: len(segment) - len(rest)], rest, speech):
                segment, role, labelled = rest, role or means, True
                break
        else:
            break
    return (segment, role, True) if labelled else (_unintroduced(segment, speech), None, False)


def _unintroduced(segment: str, speech: Speech) -> str:
    """The name of "Recipe by Rosa Lind"; a sponsor's is none. Words that stand inside names ("von") introduce none."""
    tokens = segment.split()
    by = speech.phrases("by")
    for at, token in enumerate(tokens[1 : 1 + _MOST_BEFORE], 1):
        if token in by and token not in speech.particles and at + 1 < len(tokens) and tokens[at + 1][:1].isupper():
            return segment if speech.under("sponsored", "source").starts(segment) else " ".join(tokens[at + 1 :])
    return segment


def _is_label(label: str, rest: str, speech: Speech) -> bool:
    """Whether what opens a segment says who follows: not as the first word of a name ("Di Maria", "De Boer"), nor as
    the end of what was said of another ("Writer, Hardware")."""
    if not label or label.rstrip().endswith((",", "，")) or (label[-1] == "-" and label[-2:-1].isalnum()):
        return False
    first = LISTS.split(rest, maxsplit=1)[0]
    return (
        label.strip().lower() not in speech.particles
        or (rest[:1].isupper() and " " in first)
        or speech.equals("agencies", first)
    )
