"""Where a value came from: candidates go in, one choice and its evidence come out.

This is the only selection code. Field readers yield candidates, each with its source; `choose` takes the
best and keeps the rest as agreeing or losing evidence, so that nothing a page said about a field is lost.
"""

from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

import attrs

T = TypeVar("T")


@attrs.frozen(kw_only=True)
class Losing:
    """A value that another one beat."""

    source: str
    """What kind of place it stood in, as `Evidence.source`."""
    raw: str
    """The text as the page has it, at most 300 characters."""


@attrs.frozen(kw_only=True)
class Evidence:
    """Why a field has its value."""

    source: str
    """Kind of place: "json-ld", "meta", "microdata", "rdfa", "dom", "url", "text", "http", "derived", or "rule:" and
    the id of a user's rule."""
    locator: str | None = None
    """Where in that source: a JSON-LD path, a meta name, a CSS path."""
    raw: str | None = None
    """The text as the page has it, at most 300 characters."""
    confidence: float = attrs.field(default=0.5)
    """Probability that the value is right, 0 to 1, calibrated on annotated pages."""
    agreeing: tuple[str, ...] = ()
    """Locators (or sources) of other places that say the same."""
    losing: tuple[Losing, ...] = ()
    """Values that lost."""


@attrs.frozen(kw_only=True)
class Candidate(Generic[T]):
    """One place's word for a field."""

    value: T
    source: str
    locator: str | None = None
    raw: str | None = None
    weight: float = 0.5
    """How much this kind of place is to be believed, 0 to 1."""


RAW_LIMIT = 300
"""Characters of a page's own text that evidence keeps: enough to recognise a value, too little to bloat a record."""


def choose(candidates: Iterable[Candidate[T]], key: Callable[[T], Hashable] | None = None) -> tuple[T, Evidence] | None:
    """The best candidate and its evidence, or None where there is none.

    Candidates whose `key` is equal support one another: each independent source that agrees moves the
    doubt left over by a factor. The first of equals wins, so a reader yields its best source first.
    """
    groups: dict[Hashable, list[Candidate[T]]] = {}
    for candidate in candidates:
        name = key(candidate.value) if key else candidate.value
        groups.setdefault(name, []).append(candidate)
    if not groups:
        return None
    first, *others = groups.values()
    best = max((first, *others), key=_belief) if others else first
    winner = max(best, key=lambda c: c.weight)
    return winner.value, Evidence(
        source=winner.source,
        locator=winner.locator,
        raw=_clip(winner.raw),
        confidence=round(_belief(best), 3),
        agreeing=tuple(dict.fromkeys(c.locator or c.source for c in best if c is not winner)),
        losing=tuple(
            Losing(source=c.locator or c.source, raw=_clip(c.raw) or str(c.value)[:RAW_LIMIT])
            for group in groups.values()
            if group is not best
            for c in group
        ),
    )


def _belief(group: list[Candidate[T]]) -> float:
    """Belief in a value that several sources give: doubt multiplies over sources of different kinds."""
    if len(group) == 1:
        return 1.0 - (1.0 - group[0].weight)  # to the bit what the product below gives
    doubt, seen = 1.0, set()
    for candidate in sorted(group, key=lambda c: -c.weight):
        if candidate.source not in seen:
            seen.add(candidate.source)
            doubt *= 1.0 - candidate.weight
    return 1.0 - doubt


def _clip(raw: str | None) -> str | None:
    return None if raw is None else raw[:RAW_LIMIT]
