"""The trained body model: rows in, chances out, in plain Python.

A model is boosted decision trees over the columns of `locate.features`, written by `training/body.py` into a gzipped
JSON file beside this module. A tree is a leaf value or `[column, threshold, tree where the value is at most the
threshold, tree where it is above]`; a chance is the logistic function of the sum of the leaves that a row falls into.
After some of the trees comes a look: most runs are decided by then, and the other trees are not asked.
"""

import functools
import gzip
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from typing import Any, TypeAlias

import attrs

from newsextract.locate.features import NAMES
from newsextract.locate.vocabulary import Vocabulary

Tree: TypeAlias = "tuple[int, float, Tree, Tree] | tuple[None, float, None, None]"
"""A node: column, threshold, the tree where the value is at most the threshold, the tree where it is above. Or a leaf:
no column, its value. Taking a tuple apart is faster than looking into it."""

CHROME, BODY = 0.02, 0.98
"""Chances given to runs that a look decides."""

HURRIED = 2
"""Looks of a model in a hurry, after 20 trees of 300."""


@attrs.frozen
class Stage:
    """Some trees, and the look after them."""

    trees: tuple[Tree, ...]
    low: float = -math.inf
    """Log odds so far below which a run is chrome."""
    high: float = math.inf
    """Log odds so far above which it is body."""


@attrs.frozen
class BodyModel:
    """Trees and vocabulary."""

    stages: tuple[Stage, ...]
    vocabulary: Vocabulary

    def chance(self, row: Sequence[float]) -> float:
        """Probability that a run with these columns is body text."""
        score = 0.0
        for stage in self.stages:
            for column, value, below, above in stage.trees:
                while column is not None:
                    column, value, below, above = below if row[column] <= value else above  # type: ignore[misc]
                score += value
            if score < stage.low:
                return CHROME
            if score > stage.high:
                return BODY
        return 1.0 / (1.0 + math.exp(-score))

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> "BodyModel":
        """The model that a file's data make."""
        if tuple(data["names"]) != NAMES:
            raise AssertionError("body.json.gz was trained on other columns than locate.features has: train it again")
        return cls(tuple(_stages(data)), Vocabulary(data["class_words"], data["phrases"]))

    @property
    def hurried(self) -> "BodyModel":
        """The model that stops after its first looks: ten times as fast, and less sure."""
        return BodyModel(self.stages[:HURRIED], self.vocabulary)


@functools.cache
def bundled() -> BodyModel:
    """The model that ships with the package; read once, never changed."""
    packed = files("newsextract.locate").joinpath("body.json.gz").read_bytes()
    return BodyModel.of(json.loads(gzip.decompress(packed)))


def _stages(data: Mapping[str, Any]) -> Iterator[Stage]:
    trees = tuple(map(_tree, data["trees"]))
    start = 0
    for end, low, high in data["looks"]:
        yield Stage(trees[start:end], low, high)
        start = end
    yield Stage(trees[start:])


def _tree(data: Any) -> Tree:
    if isinstance(data, list):
        return data[0], data[1], _tree(data[2]), _tree(data[3])
    return None, float(data), None, None
