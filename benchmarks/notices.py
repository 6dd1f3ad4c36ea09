"""How often notices are raised on pages of a set that were saved as whole, free articles: each one is a false alarm.

    python benchmarks/notices.py [--data ../shared/bench] [--set fundus] [--show]

Pages whose own metadata says that they are not free are no such pages, and are left out. Corrections, syndication and
sponsorship are counted, and are no alarms: a whole article can carry them.
"""

import argparse
import gzip
import json
import pathlib
from collections import Counter

from newsextract import extract

WALLS = frozenset({"paywall", "consent-wall", "empty-body", "soft-404", "truncated", "chatbot-residue"})
"""Kinds that no whole, free article has."""

STATED = ("isAccessibleForFree", "article:content_tier")
"""Openings of a notice that repeats the metadata."""


def main() -> None:
    """Print the counts by kind, and with --show the pages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, default=pathlib.Path("../shared/bench"))
    parser.add_argument("--set", default="fundus")
    parser.add_argument("--show", action="store_true")
    args = parser.parse_args()
    folder = args.data / args.set
    pages = alarmed = stated = 0
    kinds: Counter[str] = Counter()
    for line in (folder / "gold.jsonl").read_text("utf-8").strip().split("\n"):
        gold = json.loads(line)
        with gzip.open(folder / "pages" / f"{gold['id']}.html.gz") as file:
            article = extract(file.read(), url=gold.get("url"))
        if any(n.kind == "paywall" and (n.text or "").startswith(STATED) for n in article.notices):
            stated += 1
            continue
        pages += 1
        kinds.update(n.kind for n in article.notices)
        walls = [n for n in article.notices if n.kind in WALLS]
        alarmed += bool(walls)
        for notice in article.notices if args.show else ():
            print(f"{gold['id']}  {notice.kind}: {(notice.text or '')[:120]!r}")
    share = 100 * alarmed / max(1, pages)
    print(f"{args.set}: {stated} pages say they are not free; {pages} others, {alarmed} with a wall ({share:.1f} %)")
    print(dict(kinds))


if __name__ == "__main__":
    main()
