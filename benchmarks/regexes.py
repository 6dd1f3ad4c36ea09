"""How the time of each regular expression grows with a string made against it.

    python benchmarks/regexes.py

Prints those whose time grows faster than the string: 2.0 is quadratic. Every method is asked, also those that the code
does not use of a pattern.
"""

import re
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.regexes import attacks, collect

LENGTHS = (1_000, 2_000, 4_000, 8_000, 16_000, 32_000)
NOTICEABLE = 0.004
"""Seconds below which a time is noise."""
LINEAR = 1.5


def main() -> None:
    found = collect()
    print(f"{len(found)} expressions")
    slow = 0
    for expression in found:
        for method in ("match", "search", "findall"):
            grown = worst(expression.pattern, method)
            if grown[0] > LINEAR:
                slow += 1
                rate, seconds, sample = grown
                source = str(expression.pattern.pattern)[:90]
                print(f"{rate:4.1f} {seconds:8.3f} s  {method:7} {expression.file:32} {sample[:30]!r:34} {source}")
                break
    print(f"{slow} grow faster than their text")


def worst(pattern: re.Pattern[Any], method: str) -> tuple[float, float, Any]:
    """The highest exponent of any attack, its time at the greatest length tried, its start."""
    ask: Callable[[Any], Any] = getattr(pattern, method)
    top: tuple[float, float, Any] = (0.0, 0.0, "")
    for make in attacks(pattern):
        top = max(top, growth(ask, make), key=lambda t: t[0])
    return top


def growth(ask: Callable[[Any], Any], make: Callable[[int], Any]) -> tuple[float, float, Any]:
    from math import log2

    before = 0.0
    for length in LENGTHS:
        text = make(length)
        started = time.perf_counter()
        ask(text)
        taken = time.perf_counter() - started
        if before > NOTICEABLE:
            return log2(taken / before), taken, text[:40]
        before = taken
    return 0.0, before, ""


if __name__ == "__main__":
    main()
