"""How often the kind of a page is right, and the fitting of the weights that decide it.

    python benchmarks/kind.py --bench ../shared/bench            # the confusion of gold and found kinds
    python benchmarks/kind.py --bench ../shared/bench --fit      # fit fields/kind.toml anew (needs numpy)

Gold kinds are those of the set wcxb; every page of the other sets is an article or live coverage. The fit is reported
over five folds, the weights written are those of all pages.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsextract.fields import kind
from newsextract.label import LabelledPage
from newsextract.locate.body import Body
from newsextract.pipeline import reading

KINDS = ("article", "listing", "other")
OF_GOLD = {"article": "article", "listing": "listing", "collection": "listing"}
"""Gold kind -> ours; those not named are "other"."""
ARTICLES = ("fundus", "n4k", "portal")
FOLDS = 5
SHRINK = 3.0
"""Strength of the pull of weights towards zero, in pages."""
WRITTEN = Path(kind.__file__).with_suffix(".toml")


def pages(bench: Path) -> Iterator[tuple[dict[str, Any], str, LabelledPage, Body]]:
    """(gold, gold kind, page, body) of every page."""
    for name in ("wcxb", *ARTICLES):
        for line in (bench / name / "gold.jsonl").read_text("utf-8").strip().split("\n"):
            gold = json.loads(line)
            html = gzip.decompress((bench / name / "pages" / f"{gold['id']}.html.gz").read_bytes())
            with reading(html, gold.get("url")) as read:
                yield gold, gold.get("kind", "article"), read.page, read.body


def main() -> None:
    """Measure, or fit."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument("--fit", action="store_true")
    args = parser.parse_args()
    if args.fit:
        fit([(OF_GOLD.get(g, "other"), dict(kind.signs(p, b))) for _, g, p, b in pages(args.bench)])
        return
    measure(args.bench)


def measure(bench: Path) -> None:
    """Print what was found for each gold kind, and how sure the reader was of it."""
    confusion: Counter[tuple[str, str]] = Counter()
    sure: list[tuple[float, bool]] = []
    for _, gold, page, body in pages(bench):
        found, why = kind.read(page, body) or ("other", None)
        confusion[gold, found] += 1
        right = ("article" if found == "live-blog" else found) == OF_GOLD.get(gold, "other")
        sure.append((why.confidence if why else 0.0, right))
    for gold in dict.fromkeys(g for g, _ in confusion):
        row = Counter({f: n for (g, f), n in confusion.items() if g == gold})
        print(f"{gold:15}" + "  ".join(f"{found} {n}" for found, n in row.most_common()))
    right, belief = (100 * sum(values) / len(sure) for values in zip(*((r, c) for c, r in sure), strict=True))
    print(f"right {right:.1f} %, mean confidence {belief:.1f} %")


def fit(rows: list[tuple[str, dict[str, float]]]) -> None:
    """Fit a multinomial logistic model by gradient descent; write its weights."""
    import numpy as np

    counts = Counter(s for _, signs in rows for s in signs)
    names = sorted(s for s, n in counts.items() if n >= len(rows) / 150)
    x = np.array([[signs.get(n, 0.0) for n in names] for _, signs in rows])
    y = np.eye(len(KINDS))[[KINDS.index(k) for k, _ in rows]]

    def fitted(x: Any, y: Any) -> Any:
        weights = np.zeros((x.shape[1], len(KINDS)))
        for step in range(3000):
            gradient = x.T @ (probabilities(x, weights) - y) + SHRINK * weights * 0.33
            weights -= gradient * (2.0 / len(x)) * (1.0 if step < 2500 else 0.3)
        return weights

    def probabilities(x: Any, weights: Any) -> Any:
        z = np.exp(x @ weights - (x @ weights).max(axis=1, keepdims=True))
        return z / z.sum(axis=1, keepdims=True)

    fold = np.arange(len(x)) % FOLDS
    held = np.zeros_like(y)
    for f in range(FOLDS):
        held[fold == f] = probabilities(x[fold == f], fitted(x[fold != f], y[fold != f]))
    right = (held.argmax(1) == y.argmax(1)).mean()
    print(f"held out: right {100 * right:.1f} %, mean confidence {100 * held.max(1).mean():.1f} %, {len(names)} signs")
    weights = fitted(x, y)
    lines = ["# Fitted by benchmarks/kind.py --fit: sign -> weight, one table a kind. Not edited by hand."]
    for column, name in enumerate(KINDS):
        lines += ["", f"[{name}]", *(f'"{n}" = {w:.2f}' for n, w in zip(names, weights[:, column], strict=True))]
    WRITTEN.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
