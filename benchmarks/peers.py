"""How fast this library is beside lexbor's parse and other extractors, on the same pages, in one run.

    python benchmarks/peers.py ../shared/bench/fundus/pages ../shared/bench/n4k/pages [--python PEERS/bin/python]

Each extractor runs in a process of its own, one after the other, round after round, so that a slow moment of the
machine meets all of them. Peers that `--python` does not have are left out, and named: it is the interpreter of an
environment with trafilatura, resiliparse, readability-lxml, goose3 and newspaper4k, by default this one. A rate is the
median of the rounds, its spread the slowest and the fastest; the ratio is that of processor time to lexbor's parse of
the same pages in the same round. What a library does on its first pages (loading data, arranging rules) is not
counted: five go before.
"""

import argparse
import gzip
import json
import pathlib
import subprocess
import sys
from statistics import median
from typing import TypeAlias

WARM = 5
SIZES = ((0, 100_000), (100_000, 400_000), (400_000, 1 << 62))
"""Classes of pages by size in bytes."""

EXTRACTORS: dict[str, str] = {
    "lexbor parse": "from selectolax.lexbor import LexborHTMLParser\ncall = lambda b: LexborHTMLParser(b).root",
    "newsextract": "from newsextract import extract as call",
    "resiliparse": (
        "from resiliparse.extract.html2text import extract_plain_text\n"
        "from resiliparse.parse.encoding import bytes_to_str\n"
        "call = lambda b: extract_plain_text(bytes_to_str(b), main_content=True)"
    ),
    "trafilatura": "from trafilatura import bare_extraction\ncall = lambda b: bare_extraction(b, with_metadata=True)",
    "readability": (
        "from readability import Document\n"
        "call = lambda b: Document(b.decode('utf-8', 'replace')).summary(html_partial=True)"
    ),
    "goose3": (
        "from goose3 import Goose\n"
        "call = lambda b: Goose({'enable_image_fetching': False}).extract(raw_html=b.decode('utf-8', 'replace'))"
    ),
    "newspaper4k": (
        "import newspaper\ndef call(b):\n article = newspaper.Article('https://example.org/', fetch_images=False)\n"
        " article.download(input_html=b.decode('utf-8', 'replace'))\n article.parse()"
    ),
}
"""Name -> what defines `call(page: bytes)`."""
OURS = ("lexbor parse", "newsextract")
"""What runs in this environment; the others run in that of `--python`."""

_RUN = """
import json, resource, sys, time
paths, warm = json.load(sys.stdin)
import gzip, pathlib
def load(path):
    raw = pathlib.Path(path).read_bytes()
    return gzip.decompress(raw) if path.endswith(".gz") else raw
pages = [load(p) for p in paths]
{define}
def guarded(page):
    try:
        call(page)
    except Exception:
        return 1
    return 0
for page in pages[:warm]:
    guarded(page)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
times, failed = [], 0
for page in pages:
    start = time.process_time()
    failed += guarded(page)
    times.append(time.process_time() - start)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
json.dump({{"times": times, "failed": failed, "peak": peak, "before": before}}, sys.stdout)
"""

Times: TypeAlias = list[list[float]]
"""Seconds of each page, round by round."""


def measure(python: str, define: str, paths: list[str]) -> dict[str, object] | None:
    """One round of one extractor in a process of its own; None where it is not installed."""
    command = [python, "-c", _RUN.format(define=define)]
    done = subprocess.run(command, input=json.dumps([paths, WARM]), capture_output=True, text=True, check=False)
    if done.returncode != 0:
        if "ModuleNotFoundError" in done.stderr:
            return None
        raise SystemExit(done.stderr)
    answer: dict[str, object] = json.loads(done.stdout)
    return answer


def spread(values: list[float], form: str) -> str:
    """The median, with the least and the greatest."""
    return f"{median(values):{form}} ({min(values):{form}}-{max(values):{form}})"


def table(found: dict[str, Times], peaks: dict[str, int], failed: dict[str, int], sizes: list[int]) -> None:
    """Print rates, ratios and peaks; then milliseconds a page by size."""
    print(f"\n{'':14} {'pages/s':>24} {'MB/s':>8} {'times the parse':>24} {'peak MB':>8} {'failed':>7}")
    for name, rounds in found.items():
        rates = [len(sizes) / sum(r) for r in rounds]
        speed = sum(sizes) / 1e6 / median([sum(r) for r in rounds])
        ratios = [sum(r) / sum(p) for r, p in zip(rounds, found["lexbor parse"], strict=True)]
        row = f"{spread(rates, '.1f'):>24} {speed:8.1f} {spread(ratios, '.1f'):>24} {peaks[name] / 1024:8.0f}"
        print(f"{name:14} {row} {failed[name]:7}")
    print("\nmilliseconds a page, by size")
    heads = [f"{low // 1000}-{high // 1000} kB" if high < 1 << 60 else f"from {low // 1000} kB" for low, high in SIZES]
    print(f"{'':14} " + " ".join(f"{h:>14}" for h in heads))
    for name, rounds in found.items():
        row = []
        for low, high in SIZES:
            places = [i for i, s in enumerate(sizes) if low <= s < high]
            row.append(1000 * median([sum(r[i] for i in places) for r in rounds]) / len(places) if places else 0.0)
        print(f"{name:14} " + " ".join(f"{m:14.2f}" for m in row))


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=pathlib.Path, nargs="+", help="folders of pages, *.html or *.html.gz")
    parser.add_argument("--pages", type=int, default=100, help="pages of each folder, spread over it")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--python", default=sys.executable, help="interpreter of the environment that has the peers")
    args = parser.parse_args()
    paths: list[str] = []
    for folder in args.folders:
        have = sorted(str(p) for p in folder.iterdir() if p.name.endswith((".html", ".html.gz")))
        paths += have[:: max(1, len(have) // args.pages)][: args.pages]
    raw = [pathlib.Path(p).read_bytes() for p in paths]
    sizes = [len(gzip.decompress(r) if p.endswith(".gz") else r) for p, r in zip(paths, raw, strict=True)]
    print(f"{len(paths)} pages of {sum(sizes) / len(sizes) / 1000:.0f} kB on average, {args.rounds} rounds")
    found: dict[str, Times] = {}
    peaks: dict[str, int] = {}
    failed: dict[str, int] = {}
    missing: set[str] = set()
    for _ in range(args.rounds):
        for name, define in EXTRACTORS.items():
            if name in missing:
                continue
            answer = measure(sys.executable if name in OURS else args.python, define, paths)
            if answer is None:
                missing.add(name)
                continue
            found.setdefault(name, []).append(answer["times"])  # type: ignore[arg-type]
            peaks[name], failed[name] = answer["peak"], answer["failed"]  # type: ignore[assignment]
    table(found, peaks, failed, sizes)
    if missing:
        print("not installed, left out: " + ", ".join(sorted(missing)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
