"""What is kept of annotated pages in, the bench's figures out: word F1 a set and kind, segment F1."""

import collections
import statistics
from collections import Counter

from training.align import WORD
from training.dataset import Sample


def report(samples: list[Sample], kept: list[list[bool]]) -> dict[str, float]:
    """Print and return the figures, in percent."""
    figures = collections.defaultdict(list)
    hits = wrong = missed = 0
    for s, keep in zip(samples, kept, strict=True):
        if s.gold:
            f1 = word_f1(s, keep)
            figures[s.set].append(f1)
            if s.kind != s.set:
                figures[f"{s.set}/{s.kind}"].append(f1)
        else:
            text = " ".join(" ".join(_chosen(s, keep)).split())
            found = sum(" ".join(w.split()) in text for w in s.wanted)
            hits, missed = hits + found, missed + len(s.wanted) - found
            wrong += sum(" ".join(w.split()) in text for w in s.unwanted)
    out = {k: 100 * statistics.mean(v) for k, v in sorted(figures.items())}
    out["segments"] = 200 * hits / max(1, 2 * hits + wrong + missed)
    print("  ".join(f"{k} {v:.2f}" for k, v in out.items()), flush=True)
    return out


def word_f1(s: Sample, keep: list[bool]) -> float:
    """Bag-of-words F1 of the kept runs against the gold text."""
    found = Counter(WORD.findall("\n".join(_chosen(s, keep)).lower()))
    gold = Counter(WORD.findall((s.gold or "").lower()))
    both = sum((found & gold).values())
    return 2 * both / (sum(found.values()) + sum(gold.values())) if both else 0.0


def _chosen(s: Sample, keep: list[bool]) -> list[str]:
    return [t for t, k in zip(s.texts, keep, strict=True) if k]
