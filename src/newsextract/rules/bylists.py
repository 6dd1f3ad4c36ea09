"""A segment of a byline in, its pieces out: a list of names parted at commas, at words for "and", at dots.

Not every "and" parts two people: one of a single letter may stand inside a name.
"""

import re
from collections.abc import Iterator

import attrs

from newsextract.rules.bylabels import LISTS
from newsextract.rules.personnames import CASELESS, Named, is_firm
from newsextract.rules.speech import Speech
from newsextract.rules.words import fold as folded

_HANGUL = re.compile("[\uac00-\ud7af]")


def pieces(segment: str, speech: Speech) -> Iterator[tuple[bool, str]]:
    """The segment parted at commas and at words for "and"; each piece with whether an "and" stands before it."""
    conjunctions = speech.phrases("and")
    if is_firm(segment, speech):
        yield False, segment
        return
    for part in LISTS.split(segment):
        run: list[str] = []
        joined = False
        tokens = part.split()
        for at, token in enumerate(tokens):
            is_and = folded(token) in conjunctions and (
                part.isupper() or not token[0].isupper() or _parts_names(run, tokens[at:], speech)
            )
            if is_and and _ends_name(run) and not _ends_in_two(run, tokens[at:], speech):
                yield joined, " ".join(run)
                run, joined = [], True
            else:
                run.append(token)
        yield joined, " ".join(run)


def _parts_names(run: list[str], rest: list[str], speech: Speech) -> bool:
    """Whether an "And" with a capital stands between two full names, where every word of a line has one: "Rosa Lind And
    Tom Hart"."""
    words = [*run, *rest[1:3]]
    if len(rest[0]) < 2 or len(run) < 2 or len(rest) < 3 or not all(w[0].isupper() for w in words):
        return False
    return not speech.under("newsroom", "roles", "dangling").within(" ".join(words))


def _ends_in_two(run: list[str], rest: list[str], speech: Speech) -> bool:
    """Whether an "and" of one letter and a family name behind it end the same name: "José Ortega y Gasset"."""
    if len(run) < 2 or not (len(rest[0]) == 1 and rest[0] in speech.particles) or len(rest) != 2:
        return False
    if not rest[1].istitle():
        return False
    return not speech.under("agencies", "newsroom").equal(rest[1])


def _ends_name(run: list[str]) -> bool:
    return bool(run) and (run[-1][:1].isupper() or bool(CASELESS.match(run[-1])) or len(run) > 1)


def of_one(named: Named) -> Iterator[Named]:
    """The people of "강은희·박도윤": a dot between Korean names; in Chinese and Japanese it is inside one."""
    names = named.name.split("·") if _HANGUL.match(named.name) else [named.name]
    return (attrs.evolve(named, name=name) for name in names)
