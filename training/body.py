"""Train the body model: which runs of a page are its main text.

    python -m training.body --bench ../shared/bench --folds      # site-wise cross-validation: the figures
    python -m training.body --bench ../shared/bench              # write src/newsextract/locate/body.json.gz

Wants the packages lightgbm and numpy. Vocabularies are target encodings: the rows of a page are made with vocabularies
learned without its site, so that the trees learn how far a word can be trusted on a site they have not seen.
"""

import argparse
import gzip
import json
import pathlib
import zlib
from collections.abc import Callable
from multiprocessing import Pool
from typing import Any

import lightgbm as lgb
import numpy as np

from newsextract.locate.body import locate
from newsextract.locate.features import NAMES
from newsextract.locate.model import BodyModel
from newsextract.locate.vocabulary import Vocabulary
from newsextract.pipeline import prepared
from training.cascade import looks
from training.dataset import Sample, pages, sample, site_of
from training.figures import report
from training.vocabulary import count, learn

TREES = 200
PARAMETERS = {
    "objective": "cross_entropy",
    "learning_rate": 0.09,
    "num_leaves": 31,
    "max_bin": 127,
    "min_data_in_leaf": 150,
    "feature_fraction": 0.25,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "verbose": -1,
    "seed": 7,
    "deterministic": True,
    "num_threads": 1,
}
WEIGHTS = {"article": 100, "fundus": 100, "n4k": 100, "segments": 50}
"""What a page of a set or kind weighs; of segments, only some runs are annotated."""
OTHER = 25
"""What a list, a forum, a product page weighs: all of them together less than the articles, which come first."""
FOLDS = 4
"""Folds of sites for vocabularies, and of cross-validation."""


def main() -> None:
    """Cross-validate, or train on all and write the model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=pathlib.Path, required=True)
    parser.add_argument("--folds", action="store_true", help="cross-validate over folds of sites and print the figures")
    parser.add_argument("--trees", type=int, default=TREES)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path("src/newsextract/locate/body.json.gz"))
    args = parser.parse_args()
    samples, vocabularies = prepare(args.bench, args.workers)
    if args.folds:
        report(samples, cross_validate(samples, vocabularies, args))
    else:
        write(args.out, made(samples, vocabularies[-1], args.trees))


def prepare(bench: pathlib.Path, workers: int) -> tuple[list[Sample], list[Vocabulary]]:
    """(samples with rows made with vocabularies of other sites, those: a fold each, and the one learned from all)."""
    everything = list(pages(bench))
    bare = _mapped(_sample, [(*page, None) for page in everything], workers)
    counts = count(bare)
    vocabularies = [learn(counts, lambda site, k=k: fold(site) != k) for k in range(FOLDS)]
    jobs = [(name, gold, page, vocabularies[fold(site_of(gold, name))]) for name, gold, page in everything]
    return _mapped(_sample, jobs, workers), [*vocabularies, learn(counts)]


def fold(site: str) -> int:
    """The fold of a site; the same in every run."""
    return zlib.crc32(site.encode()) % FOLDS


def cross_validate(
    samples: list[Sample], vocabularies: list[Vocabulary], args: argparse.Namespace
) -> list[list[bool]]:
    """Which runs of each page are kept by a model that saw no page of its site."""
    folds = [fold(s.site) for s in samples]
    models = [
        BodyModel.of(made([s for s, f in zip(samples, folds, strict=True) if f != k], vocabularies[k], args.trees))
        for k in range(FOLDS)
    ]
    jobs = [(gold, page, models[f]) for (_, gold, page), f in zip(pages(args.bench), folds, strict=True)]
    return _mapped(_located, jobs, args.workers)


def made(samples: list[Sample], vocabulary: Vocabulary, trees: int) -> dict[str, Any]:
    """A model of the samples, as `newsextract.locate.model` reads it."""
    model = fit(samples, trees)
    rows = np.concatenate([np.array(s.rows, dtype=np.float32) for s in samples if s.rows])
    return {
        "names": NAMES,
        "trees": [_tree(t["tree_structure"]) for t in model.dump_model()["tree_info"]],
        "looks": looks(model, rows),
        "class_words": dict(sorted(vocabulary.names.items())),
        "phrases": dict(sorted(vocabulary.phrases.items())),
    }


def fit(samples: list[Sample], trees: int) -> lgb.Booster:
    """Boosted trees; each article weighs the same, and in it each run by its length."""
    samples = [s for s in samples if s.rows]
    rows = np.concatenate([np.array(s.rows, dtype=np.float32) for s in samples])
    targets = np.concatenate([np.clip(s.targets, 0, 1) for s in samples])
    weights = np.concatenate([_weights(s) for s in samples])
    told = weights > 0
    return lgb.train(PARAMETERS, lgb.Dataset(rows[told], targets[told], weight=weights[told]), num_boost_round=trees)


def write(path: pathlib.Path, data: dict[str, Any]) -> None:
    """The model's file."""
    text = json.dumps(data, separators=(",", ":"), ensure_ascii=False)
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(f"{path}: {path.stat().st_size} bytes, {len(data['trees'])} trees")


def _tree(node: dict[str, Any]) -> Any:
    if "leaf_value" in node:
        return round(node["leaf_value"], 4)
    threshold = float(f"{node['threshold']:.5g}")
    return [node["split_feature"], threshold, _tree(node["left_child"]), _tree(node["right_child"])]


def _weights(s: Sample) -> np.ndarray:
    sizes = np.array(s.sizes, float) ** 0.75
    sizes[np.array(s.targets) < 0] = 0
    return sizes / max(sizes.sum(), 1.0) * WEIGHTS.get(s.kind, OTHER)


def _mapped(work: Callable[[Any], Any], jobs: list[Any], workers: int) -> list[Any]:
    with Pool(workers) as pool:
        return list(pool.imap(work, jobs, chunksize=16))


def _sample(job: tuple[str, dict[str, Any], bytes, Vocabulary | None]) -> Sample:
    return sample(*job)


def _located(job: tuple[dict[str, Any], bytes, BodyModel]) -> list[bool]:
    gold, page, model = job
    with prepared(page, gold.get("url")) as (seen, flow):
        kept = locate(seen, flow, model).kept
        return [run.number in kept for run in flow.runs]


if __name__ == "__main__":
    main()
