"""Several sources' lists of people in, the people they agree on out.

The best list wins. A name that only some of the lists give that share people with it is kept as far as the rest, which
leave it out, allow. Of lists that name organisations alone the best counts, for they repeat the name of the site.
"""

from collections.abc import Iterator

from newsextract.evidence import Candidate, Evidence, choose
from newsextract.rules.personnames import CASELESS, Named

Names = tuple[Named, ...]

_OMISSION = 0.25
"""How far a source that leaves a name out speaks against it: metadata often names the first author alone."""
_SIGNED = 0.12
"""The same where a printed line that opens with "By" gives the name."""
UNPRINTED = 0.5
"""How far the belief in metadata goes whose people the page prints nowhere, while it prints a byline of others near
the headline; and what a name weighs that only the markup of some printed place gives, and no byline repeats."""
_EVEN = 0.5
_SURE = 0.8
"""Belief from which one word beside full names is a name."""


def agreed(candidates: list[Candidate[Names]]) -> tuple[Names, Evidence] | None:
    """The people and the evidence of the list that won; None where there is none."""
    candidates = list(_one_shadow(candidates))
    chosen = choose(candidates, key=key_of)
    if chosen is None:
        return None
    people, evidence = chosen
    return _completed(people, candidates), evidence


def key_of(people: Names) -> frozenset[str]:
    """Equal for lists of the same people."""
    return frozenset(n.key for n in people)


def _one_shadow(candidates: list[Candidate[Names]]) -> Iterator[Candidate[Names]]:
    """The candidates; of those that name organisations alone the best, for they repeat the site's name."""
    best = max((c for c in candidates if _is_shadow(c)), key=lambda c: c.weight, default=None)
    return (c for c in candidates if c is best or not _is_shadow(c))


def _is_shadow(candidate: Candidate[Names]) -> bool:
    return all(n.kind == "organization" for n in candidate.value)


def _completed(people: Names, candidates: list[Candidate[Names]]) -> Names:
    """The chosen people without those that other sources leave out, with those that better ones add."""
    overlapping = _overlapping(key_of(people), candidates)
    named: dict[str, Named] = {}
    for candidate in sorted(overlapping, key=lambda c: -len(c.value)):
        for each in candidate.value:
            named.setdefault(each.key, each)
    odd = _SURE if all(" " in n.name for n in people) else _EVEN
    nets = {key: _net(n, overlapping) for key, n in named.items()}
    least = min(1.0, max(nets.values()) / _SURE)
    titles = [n.job_title for n in named.values() if n.job_title]
    return (
        tuple(
            n
            for key, n in named.items()
            if nets[key] >= least * (odd if _is_odd(n) else _EVEN) and not any(n.name in title for title in titles)
        )
        or people
    )


def _overlapping(chosen: frozenset[str], candidates: list[Candidate[Names]]) -> list[Candidate[Names]]:
    """The candidates that name one of the chosen people, or one that such a candidate names."""
    first = [c for c in candidates if chosen & key_of(c.value)]
    chosen = chosen.union(*(key_of(c.value) for c in first))
    return [c for c in candidates if chosen & key_of(c.value)]


def _is_odd(named: Named) -> bool:
    """Whether a name beside full ones is one word: a section's, more often than not."""
    return " " not in named.name and named.kind == "person" and not CASELESS.search(named.name)


def _is_signed(named: Named) -> bool:
    return named.labelled and named.role != "photographer"


def _net(named: Named, candidates: list[Candidate[Names]]) -> float:
    """Belief in one name: what kinds of source give it, against those that name others and leave it out."""
    given: dict[str, float] = {}
    signed = False
    for candidate in candidates:
        if named.key in key_of(candidate.value):
            given[candidate.source] = max(given.get(candidate.source, 0.0), candidate.weight)
            signed = signed or any(_is_signed(n) and n.key == named.key for n in candidate.value)
    doubt, against = 1.0, 1.0
    for weight in given.values():
        doubt *= 1 - weight
    omission = _SIGNED if signed else UNPRINTED if given.keys() == {"microdata"} else _OMISSION
    for source in {c.source for c in candidates} - given.keys():
        against *= 1 - omission * max(c.weight for c in candidates if c.source == source)
    return (1 - doubt) * against
