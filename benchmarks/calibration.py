"""Whether confidence means something: how often fields are right against how sure the evidence is of them.

    python benchmarks/calibration.py --bench ../shared/bench          # curve and expected calibration error, by field
    python benchmarks/calibration.py --bench ../shared/bench --fit    # fit calibration.toml anew, report held-out error

The error is the mean distance of confidence and share right over ten bins, weighed by the pages in them.
"""

import argparse
import gzip
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any
from unittest import mock

import attrs

from newsextract import Article, calibration, extract
from newsextract.evidence import Evidence

SETS = ("wcxb", "fundus", "n4k", "dates")
BINS = 10
FOLDS = 5
SMOOTHING = 6.0
"""Pages that a key's parent counts for: a key seen on few pages says little more than its parent."""
FEWEST = 8
"""Pages below which a key is left out."""
WRITTEN = Path(calibration.__file__).with_suffix(".toml")


def _folded(text: object) -> str:
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFKC", unescape(str(text or ""))).casefold()).strip()


def _title_is_right(article: Article, gold: dict[str, Any]) -> bool:
    return _folded(article.title) == _folded(gold["title"])


def _date_is_right(article: Article, gold: dict[str, Any]) -> bool:
    return str(article.published)[:10] == str(gold["date"])[:10]


def _authors_are_right(article: Article, gold: dict[str, Any]) -> bool:
    return {_folded(a.name) for a in article.authors} == {_folded(a) for a in gold["authors"]}


FIELDS: tuple[tuple[str, str, Callable[[Article, dict[str, Any]], bool]], ...] = (
    ("title", "title", _title_is_right),
    ("published", "date", _date_is_right),
    ("authors", "authors", _authors_are_right),
)
"""Field, its name in the gold, and whether it is right."""


@attrs.frozen
class Row:
    """One field of one page."""

    page: int
    evidence: Evidence
    right: bool


def rows(bench: Path) -> dict[str, list[Row]]:
    """Field -> its rows over all pages whose gold has it and where it was found."""
    found: dict[str, list[Row]] = defaultdict(list)
    for number, (html, gold) in enumerate(_pages(bench)):
        article = extract(html, url=gold.get("url"))
        for field, name, is_right in FIELDS:
            why = article.evidence.get(field)
            if why is not None and gold.get(name) and getattr(article, field):
                found[field].append(Row(number, why, is_right(article, gold)))
    return found


def _pages(bench: Path) -> Iterator[tuple[bytes, dict[str, Any]]]:
    for name in SETS:
        for line in (bench / name / "gold.jsonl").read_text("utf-8").strip().split("\n"):
            gold = json.loads(line)
            yield gzip.decompress((bench / name / "pages" / f"{gold['id']}.html.gz").read_bytes()), gold


def curve(pairs: list[tuple[float, bool]]) -> tuple[float, list[str]]:
    """The expected calibration error, and a line a bin."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in pairs:
        bins[min(int(confidence * BINS), BINS - 1)].append((confidence, right))
    error, lines = 0.0, []
    for number in sorted(bins):
        inside = bins[number]
        sure = sum(c for c, _ in inside) / len(inside)
        right = sum(r for _, r in inside) / len(inside)
        error += abs(sure - right) * len(inside) / len(pairs)
        edges = f"{number / BINS:.1f}-{(number + 1) / BINS:.1f}"
        lines.append(f"  {edges}  pages {len(inside):5}  sure {sure:.2f}  right {right:.2f}")
    return error, lines


def fitted(known: list[Row]) -> dict[str, float]:
    """Key -> probability, each key drawn towards the next coarser one."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    chains: dict[str, tuple[str, ...]] = {}
    for row in known:
        chain = tuple(calibration.keys(row.evidence))
        for place, key in enumerate(chain):
            chains[key] = chain[place + 1 :]
            counts[key][0] += row.right
            counts[key][1] += 1
    table: dict[str, float] = {}
    for key in sorted(counts, key=lambda k: len(chains[k])):
        right, seen = counts[key]
        parent = next((table[k] for k in chains[key] if k in table), 0.5)
        if seen >= FEWEST or not chains[key]:
            table[key] = round((right + SMOOTHING * parent) / (seen + SMOOTHING), 3)
    return table


def fit(bench: Path) -> None:
    """Fit the table of each field; report the error on pages that the fit has not seen; write it."""
    with mock.patch.object(calibration, "table", return_value={}):
        found = rows(bench)
    lines = ["# Fitted by benchmarks/calibration.py --fit: a table a field, description of evidence -> probability."]
    for field, known in found.items():
        held = [pair for fold in range(FOLDS) for pair in _held_out(known, fold)]
        before = curve([(r.evidence.confidence, r.right) for r in known])[0]
        print(f"{field}: {len(known)} pages, belief {before:.3f}, held out {curve(held)[0]:.3f}")
        lines += ["", f"[{field}]", *(f'"{k}" = {p}' for k, p in sorted(fitted(known).items()))]
    WRITTEN.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _held_out(known: list[Row], fold: int) -> Iterator[tuple[float, bool]]:
    """(confidence, whether right) of a fold's rows, by the table of the others."""
    table = fitted([r for r in known if r.page % FOLDS != fold])
    for row in known:
        if row.page % FOLDS == fold:
            yield next(table[k] for k in calibration.keys(row.evidence) if k in table), row.right


def main() -> None:
    """Print the curves, or fit."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument("--fit", action="store_true")
    args = parser.parse_args()
    if args.fit:
        fit(args.bench)
        return
    for field, known in rows(args.bench).items():
        error, lines = curve([(r.evidence.confidence, r.right) for r in known])
        print(f"{field}: {len(known)} pages, expected calibration error {error:.3f}", *lines, sep="\n")


if __name__ == "__main__":
    main()
