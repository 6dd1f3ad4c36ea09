"""Fingerprints in, groups of near-duplicates out, in time linear in their number."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

NEAR = 3
"""Bits in which fingerprints of one text in two editions may differ (Manku, Jain, Das Sarma, WWW 2007)."""

BITS = 64


def groups(fingerprints: Sequence[int]) -> list[list[int]]:
    """Places of fingerprints that are near one another, directly or through others; largest groups first.

    Exact for `NEAR`: of four quarters of 16 bits one is untouched by three differing bits, and of four quarters of the
    other 48 bits one is too, so two near fingerprints agree in one of 16 keys of 28 bits. Keys that long part even a
    million fingerprints into buckets of a few.
    """
    same: dict[int, list[int]] = {}
    for place, fingerprint in enumerate(fingerprints):
        same.setdefault(fingerprint, []).append(place)
    parents = {f: f for f in same}
    for mask in _masks():
        buckets: dict[int, list[int]] = {}
        for fingerprint in same:
            buckets.setdefault(fingerprint & mask, []).append(fingerprint)
        for bucket in buckets.values():
            if len(bucket) > 1:
                _join(bucket, parents)
    found: dict[int, list[int]] = {}
    for fingerprint, places in same.items():
        found.setdefault(_root(fingerprint, parents), []).extend(places)
    return sorted((sorted(g) for g in found.values() if len(g) > 1), key=lambda g: (-len(g), g[0]))


LARGEST_BUCKET = 64
"""Different fingerprints of one key that are compared each with each; of more, only those next in order."""


def _join(bucket: list[int], parents: dict[int, int]) -> None:
    if len(bucket) > LARGEST_BUCKET:
        pairs = list(pairwise(sorted(bucket)))
    else:
        pairs = [(a, b) for i, a in enumerate(bucket) for b in bucket[i + 1 :]]
    for one, other in pairs:
        if (one ^ other).bit_count() <= NEAR:
            parents[_root(one, parents)] = _root(other, parents)


def _root(fingerprint: int, parents: dict[int, int]) -> int:
    while (parent := parents[fingerprint]) != fingerprint:
        parents[fingerprint] = parents[parent]
        fingerprint = parent
    return fingerprint


def _masks() -> Iterator[int]:
    for quarter in range(4):
        first = 0xFFFF << (16 * quarter)
        rest = [bit for bit in range(BITS) if not first >> bit & 1]
        for start in range(0, len(rest), 12):
            yield first | sum(1 << bit for bit in rest[start : start + 12])
