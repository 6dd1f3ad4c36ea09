"""Belief to probability: how often a field is right where its evidence looks as it does.

`evidence.choose` says how strongly a page speaks for a value; this says what such words were worth on annotated
pages. The table is data, fitted by `benchmarks/calibration.py`: evidence is described by ever coarser keys, and the
finest one seen often enough gives the probability. A field without a table keeps its belief.
"""

import functools
import tomllib
from collections.abc import Iterator
from importlib.resources import files

import attrs

from newsextract.evidence import Evidence

BELIEFS = (0.5, 0.7, 0.85, 0.95)
"""Edges between the bins of belief."""
MANY = 3
"""Places that agree, values that lost: what is more counts as this many."""


def calibrated(field: str, evidence: Evidence) -> Evidence:
    """The evidence with the probability that its field is right as its confidence."""
    known = table().get(field)
    if known is None or evidence.source == "error" or evidence.source.startswith("rule:"):
        return evidence
    found = next((known[k] for k in keys(evidence) if k in known), None)
    return evidence if found is None else attrs.evolve(evidence, confidence=found)


def keys(evidence: Evidence) -> Iterator[str]:
    """Descriptions of evidence, the finest first: where it stands, how many agree, how many differ, how sure."""
    where = _place(evidence)
    agreed = min(len(evidence.agreeing), MANY)
    against = min(len({lost.raw for lost in evidence.losing}), MANY)
    belief = sum(evidence.confidence >= edge for edge in BELIEFS)
    yield f"{where} +{agreed} -{against} ~{belief}"
    yield f"{where} +{agreed} -{against}"
    yield f"{where} ~{belief}"
    yield where
    yield "any"


def _place(evidence: Evidence) -> str:
    """The source, with the name of a metadata entry; paths in the page differ from site to site and say nothing."""
    named = evidence.source in {"meta", "json-ld", "microdata", "rdfa"} and evidence.locator
    return f"{evidence.source}:{evidence.locator}" if named else evidence.source


@functools.cache
def table() -> dict[str, dict[str, float]]:
    """Field -> key -> probability; read once, never changed."""
    text = files("newsextract").joinpath("calibration.toml").read_text("utf-8")
    loaded: dict[str, dict[str, float]] = tomllib.loads(text)
    return loaded
