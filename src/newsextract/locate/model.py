"""The trained body model: rows in, probabilities out, in plain Python.

A model is boosted decision trees over the columns of `locate.features`, written by `training/body.py` into a gzipped
JSON file beside this module: `{"names": […], "trees": […], "class_words": {…}, "phrases": {…}}`. A tree is a leaf
value or `[column, threshold, tree where the value is at most the threshold, tree where it is above]`.
"""

import functools
import gzip
import json
import math
from collections.abc import Sequence
from importlib.resources import files
from typing import Any, TypeAlias

import attrs

from newsextract.locate.features import NAMES, Vocabulary

Tree: TypeAlias = "float | tuple[int, float, Tree, Tree]"

FIRST_LOOK = 40
"""Trees after which a run that looks hopeless is given up: boosting's first trees say the most."""
HOPELESS = -4.5
"""Log odds below which the first look decides; measured to change no page of the training sets by more than 0.1 %."""


@attrs.frozen
class BodyModel:
    """Trees and vocabulary."""

    trees: tuple[Tree, ...]
    vocabulary: Vocabulary

    def probability(self, row: Sequence[float]) -> float:
        """Probability that a run with these columns is body text."""
        score = 0.0
        for tree in self.trees[:FIRST_LOOK]:
            while type(tree) is tuple:
                tree = tree[2] if row[tree[0]] <= tree[1] else tree[3]
            score += tree  # type: ignore[operator]
        if score > HOPELESS:
            for tree in self.trees[FIRST_LOOK:]:
                while type(tree) is tuple:
                    tree = tree[2] if row[tree[0]] <= tree[1] else tree[3]
                score += tree  # type: ignore[operator]
        return 1.0 / (1.0 + math.exp(-score))


@functools.cache
def bundled() -> BodyModel:
    """The model that ships with the package; read once, never changed."""
    packed = files("newsextract.locate").joinpath("body.json.gz").read_bytes()
    data = json.loads(gzip.decompress(packed))
    if tuple(data["names"]) != NAMES:
        raise AssertionError("body.json.gz was trained on other columns than locate.features has: train it again")
    return BodyModel(tuple(map(_tree, data["trees"])), Vocabulary(data["class_words"], data["phrases"]))


def _tree(data: Any) -> Tree:
    return (data[0], data[1], _tree(data[2]), _tree(data[3])) if isinstance(data, list) else float(data)
