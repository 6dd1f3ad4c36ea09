"""Runs of a page and its gold text in, the share of each run that is gold text out.

Runs are placed in the gold word sequence so that both keep their order: of all places where runs match, the heaviest
increasing chain is kept. Chrome that happens to repeat a word of the article is so not taken for it, and of two
copies of a paragraph one is.
"""

import bisect
import re

WORD = re.compile(r"\w+")
PLACES = 12
"""Occurrences of one run in the gold text that are tried."""


def shares(texts: list[str], gold: str) -> list[float]:
    """Per run: share of its words in the gold text, 0 to 1."""
    gold_words = WORD.findall(gold.lower())
    joined = " " + " ".join(gold_words) + " "
    starts = _word_starts(joined)
    grams = _grams(gold_words)
    out = [0.0] * len(texts)
    spans: list[tuple[int, int, int, int]] = []  # run, first word, last word, weight
    for i, text in enumerate(texts):
        ws = WORD.findall(text.lower())
        if not ws:
            continue
        spans += [(i, a, a + len(ws), len(ws)) for a in _places(" " + " ".join(ws) + " ", joined, starts)]
        if len(ws) >= 6 and not (spans and spans[-1][0] == i):
            out[i] = _partial(ws, grams)
    for i in _chain(spans):
        out[i] = 1.0
    return out


def _word_starts(joined: str) -> list[int]:
    return [i for i, c in enumerate(joined) if c == " "]


def _places(needle: str, joined: str, starts: list[int]) -> list[int]:
    found, at = [], joined.find(needle)
    while at >= 0 and len(found) < PLACES:
        found.append(bisect.bisect_left(starts, at))
        at = joined.find(needle, at + 1)
    return found


def _grams(words: list[str], n: int = 4) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + n]) for i in range(len(words) - n + 1)}


def _partial(words: list[str], grams: set[tuple[str, ...]]) -> float:
    mine = [tuple(words[i : i + 4]) for i in range(len(words) - 3)]
    share = sum(g in grams for g in mine) / len(mine)
    return share if share > 0.3 else 0.0


def _chain(spans: list[tuple[int, int, int, int]]) -> list[int]:
    """The heaviest chain of spans in which runs and gold places both increase and do not overlap."""
    if not spans:
        return []
    spans = sorted(spans, key=lambda s: (s[0], -s[1]))
    # Fenwick tree over gold ends: best chain weight that ends at or before a word.
    size = max(s[2] for s in spans) + 1
    tree: list[tuple[int, int]] = [(0, -1)] * (size + 1)

    def best(upto: int) -> tuple[int, int]:
        r = (0, -1)
        while upto > 0:
            r = max(r, tree[upto])
            upto -= upto & -upto
        return r

    def put(at: int, value: tuple[int, int]) -> None:
        while at <= size:
            tree[at] = max(tree[at], value)
            at += at & -at

    back: list[int] = [-1] * len(spans)
    weight: list[int] = [0] * len(spans)
    k = 0
    while k < len(spans):
        j = k
        while j < len(spans) and spans[j][0] == spans[k][0]:
            w, b = best(spans[j][1])
            weight[j], back[j] = w + spans[j][3], b
            j += 1
        for m in range(k, j):
            put(spans[m][2], (weight[m], m))
        k = j
    at = max(range(len(spans)), key=lambda m: weight[m])
    chain = []
    while at >= 0:
        chain.append(spans[at][0])
        at = back[at]
    return chain
