"""How the processor time of a call grows with its input, so that tests need no seconds: linear, or more."""

import time
from collections.abc import Callable, Sequence
from typing import Any, Final

STEP: Final = 4
"""Each length is so many times the one before."""
SUSPECT: Final = 3 * STEP
"""Times the time of the step before that no linear call takes; a quadratic one takes STEP * STEP."""
NOISE: Final = 0.001
"""Seconds of processor time below which the clock says nothing."""


def lengths(first: int, last: int) -> Sequence[int]:
    """From the first to the last, each STEP times the one before."""
    out = [last]
    while out[0] // STEP >= first:
        out.insert(0, out[0] // STEP)
    return out


def overgrown(ask: Callable[[Any], object], make: Callable[[int], Any], sizes: Sequence[int]) -> str | None:
    """What took more than linear time, as "16,000: 0.9 s, 14 times as long"; None where nothing did.

    A step that is too long is measured again, both ends, and counts only if all of three say so, and the next one is as
    long: whatever else the machine does makes a call slower now and then, and where a text no longer fits into a cache
    one step is long, never two.
    """
    before = None
    for size in sizes:
        text = make(size)
        taken = seconds(ask, text)
        if before is not None and before > NOISE and taken > SUSPECT * before:
            smaller = make(size // STEP)
            again = [(seconds(ask, smaller), seconds(ask, text)) for _ in range(2)]
            shown = all(long > SUSPECT * max(short, NOISE) for short, long in again)
            if shown and seconds(ask, make(size * STEP)) > SUSPECT * min(long for _, long in again):
                return f"{size:,}: {taken:.3f} s, {taken / before:.0f} times as long as a quarter"
        before = taken
    return None


def seconds(ask: Callable[[Any], object], text: Any) -> float:
    """Of processor time."""
    started = time.process_time()
    ask(text)
    return time.process_time() - started
