"""How much of a record hangs on metadata: figures of the annotated pages as they are, and without it.

    python benchmarks/printed.py --bench ../shared/bench

Taken out are JSON-LD and every `<meta>` but those that tell the encoding; microdata stays, for it is printed text.
What is left is what readers see: the second figure of a field says how well print is read where a site states nothing.
"""

import argparse
import functools
import gzip
import importlib.util
import json
import pathlib
import re
import statistics
from collections import defaultdict
from multiprocessing import Pool
from types import ModuleType
from typing import Any

SETS = ("fundus", "n4k", "wcxb", "dates")
FIELDS = ("text", "title", "authors", "date", "tags")
_JSON_LD = re.compile(rb"<script[^>]*ld\+json[^>]*>.*?</script>", re.S | re.I)
_META = re.compile(rb"<meta\b(?![^>]*(?:charset|http-equiv))[^>]*>", re.I)


def main() -> None:
    """Print a line a set: each field with metadata, and without."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=pathlib.Path, required=True, help="folder of score.py and the sets")
    parser.add_argument("--workers", type=int, default=2)
    args = parser.parse_args()
    for name in SETS:
        golds = [json.loads(line) for line in (args.bench / name / "gold.jsonl").read_bytes().splitlines()]
        jobs = [(args.bench, name, gold) for gold in golds if gold.get("kind", "article") == "article"]
        with Pool(args.workers) as pool:
            figures = pool.map(_figures, jobs, chunksize=8)
        print(name, "  ".join(_line(figures)))


def bared(page: bytes) -> bytes:
    """A page without what it states for machines."""
    return _META.sub(b"", _JSON_LD.sub(b"", page))


def _figures(job: tuple[pathlib.Path, str, dict[str, Any]]) -> tuple[dict[str, float], dict[str, float]]:
    """The figures of one page as it is, and bared."""
    bench, name, gold = job
    page = gzip.decompress((bench / name / "pages" / f"{gold['id']}.html.gz").read_bytes())
    url = gold.get("url") if isinstance(gold.get("url"), str) else None
    scores = _score(bench)
    extract = scores.newsextract()
    whole, bare = (scores.score(gold, extract(p, url), name) for p in (page, bared(page)))
    return whole, bare


def _line(figures: list[tuple[dict[str, float], dict[str, float]]]) -> list[str]:
    found: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for whole, bare in figures:
        for field in FIELDS:
            if field in whole:
                found[field].append((whole[field], bare.get(field, 0.0)))
    means = {
        field: [100 * statistics.mean(column) for column in zip(*rows, strict=True)] for field, rows in found.items()
    }
    return [f"{field} {whole:.1f} {bare:.1f}" for field, (whole, bare) in means.items()]


@functools.cache
def _score(bench: pathlib.Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", bench / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(bench / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
