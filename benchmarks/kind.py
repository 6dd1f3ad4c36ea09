"""How often the kind of a page is right, on sites that the weights were fitted on and on sites they were not.

    python benchmarks/kind.py --bench ../shared/bench            # the confusion of gold and found kinds, both figures
    python benchmarks/kind.py --bench ../shared/bench --fit      # and fit fields/kind.toml anew

Wants numpy. Gold kinds are those of the set wcxb; every page of the other sets is an article or live coverage. The
cross-validated figure is that of weights fitted on the other four fifths of the sites; those written are of all pages.
"""

import argparse
import gzip
import json
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import attrs
import numpy as np

from newsextract.fields import kind
from newsextract.locate.signs import signs
from newsextract.pipeline import reading

KINDS = ("article", "listing", "other")
OF_GOLD = {"article": "article", "listing": "listing", "collection": "listing"}
"""Gold kind -> ours; those not named are "other"."""
OF_FOUND = {"live-blog": "article"}
SETS = ("wcxb", "fundus", "n4k")
FOLDS = 5
"""Folds of sites."""
SHRINK = 4.0
"""Strength of the pull of weights towards zero, in pages."""
STEPS = 400
NEWS = 5.0
"""What a page of the sets of news weighs in the fit, as against one of all kinds: news comes first."""
RARE = 12
"""Pages below which a sign has no weight."""
WRITTEN = Path(kind.__file__).with_suffix(".toml")


@attrs.frozen
class Row:
    """One annotated page."""

    set: str
    site: str
    gold: str
    """As the set calls it."""
    found: str
    sure: float
    signs: dict[str, float]

    @property
    def wanted(self) -> str:
        """Gold, in our kinds."""
        return OF_GOLD.get(self.gold, "other")

    @property
    def right(self) -> bool:
        """Whether the shipped weights find the gold kind."""
        return OF_FOUND.get(self.found, self.found) == self.wanted


def main() -> None:
    """Measure, and fit."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument("--fit", action="store_true", help="write the weights fitted on all pages")
    args = parser.parse_args()
    rows = list(read(args.bench))
    confusion(rows)
    x, y, names = matrix(rows)
    weights = np.array([1.0 if r.set == "wcxb" else NEWS for r in rows])
    report("as shipped", rows, [r.right for r in rows], [r.sure for r in rows])
    held = cross_validated(rows, x, y, weights)
    report("cross-validated by site", rows, list(held.argmax(1) == y.argmax(1)), list(held.max(1)))
    if args.fit:
        write(names, fitted(x, y, weights))


def read(bench: Path) -> Iterator[Row]:
    """Every page, as it was extracted."""
    for name in SETS:
        for line in (bench / name / "gold.jsonl").read_text("utf-8").strip().split("\n"):
            gold = json.loads(line)
            html = gzip.decompress((bench / name / "pages" / f"{gold['id']}.html.gz").read_bytes())
            with reading(html, gold.get("url")) as seen:
                found, why = kind.read(seen.page, seen.body) or ("other", None)
                present = dict(signs(seen.page, seen.body.flow))
            sure = why.confidence if why else 0.0
            yield Row(name, site_of(gold, name), gold.get("kind", "article"), found, sure, present)


def site_of(gold: dict[str, Any], name: str) -> str:
    """The site's name, the unit of cross-validation."""
    host = urlsplit(gold.get("url") or "").netloc.removeprefix("www.")
    return ".".join(host.split(".")[-2:]) or f"{name}-{gold['id']}"


def confusion(rows: list[Row]) -> None:
    """Print what was found for each gold kind."""
    for gold in dict.fromkeys(r.gold for r in rows):
        found = Counter(r.found for r in rows if r.gold == gold)
        print(f"{gold:15}" + "  ".join(f"{kind} {n}" for kind, n in found.most_common()))


def report(title: str, rows: list[Row], right: list[bool], sure: list[float]) -> None:
    """Print how often the kind was right, of the pages of all kinds and of the news, and how sure the reader was."""
    of_wcxb = [ok for r, ok in zip(rows, right, strict=True) if r.set == "wcxb"]
    of_news = [ok for r, ok in zip(rows, right, strict=True) if r.set != "wcxb"]
    shares = [100 * sum(values) / len(values) for values in (of_wcxb, of_news, right, sure)]
    print("{}: wcxb {:.1f} %, news {:.1f} %, all {:.1f} %, mean confidence {:.1f} %".format(title, *shares))


def matrix(rows: list[Row]) -> tuple[Any, Any, list[str]]:
    """(signs of each page, its kind, names of the signs): signs that are hardly ever seen are left out."""
    counts = Counter(s for r in rows for s, strength in r.signs.items() if strength)
    names = sorted(s for s, n in counts.items() if n >= RARE)
    x = np.array([[r.signs.get(n, 0.0) for n in names] for r in rows])
    return x, np.eye(len(KINDS))[[KINDS.index(r.wanted) for r in rows]], names


def cross_validated(rows: list[Row], x: Any, y: Any, weights: Any) -> Any:
    """The probabilities of each page by weights that saw no page of its site."""
    fold = np.array([zlib.crc32(r.site.encode()) % FOLDS for r in rows])
    held = np.zeros_like(y)
    for k in range(FOLDS):
        held[fold == k] = probabilities(x[fold == k], fitted(x[fold != k], y[fold != k], weights[fold != k]))
    return held


def fitted(x: Any, y: Any, pages: Any) -> Any:
    """The weights of signs, by accelerated gradient descent; `pages` is what each page weighs."""
    step = 1 / (np.linalg.norm(x * np.sqrt(pages)[:, None], 2) ** 2 / 2 + SHRINK)
    weights = ahead = np.zeros((x.shape[1], y.shape[1]))
    for n in range(STEPS):
        slope = x.T @ ((probabilities(x, ahead) - y) * pages[:, None]) + SHRINK * ahead
        before, weights = weights, ahead - step * slope
        ahead = weights + n / (n + 3) * (weights - before)
    return weights


def probabilities(x: Any, weights: Any) -> Any:
    """Of each kind, a page a row."""
    scores = x @ weights
    z = np.exp(scores - scores.max(axis=1, keepdims=True))
    return z / z.sum(axis=1, keepdims=True)


def write(names: list[str], weights: Any) -> None:
    """The weights' file."""
    lines = ["# Fitted by benchmarks/kind.py --fit: sign -> weight, one table a kind. Not edited by hand."]
    for column, name in enumerate(KINDS):
        lines += ["", f"[{name}]", *(f'"{n}" = {w:.2f}' for n, w in zip(names, weights[:, column], strict=True))]
    WRITTEN.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
