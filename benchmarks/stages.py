"""Where the time of a record goes: milliseconds a page, stage by stage.

    python benchmarks/stages.py ../shared/bench/fundus/pages --pages 60

Stages are the functions that `pipeline` calls, timed where it calls them, so that the table follows the code. A
stage's time is its own: what a stage called inside another takes is not counted twice. "record" is what remains: the
record itself, its evidence, and the release of the tree. The time of a page is the least of several rounds, since
noise only adds.
"""

import argparse
import gzip
import pathlib
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import process_time
from typing import Any

from newsextract import pipeline

STAGES: tuple[tuple[str, str, str], ...] = (
    ("decode", "decode", ""),
    ("decode", "cap", ""),
    ("document", "Document", ""),
    ("meta", "meta", "read"),
    ("entities", "entities", "read"),
    ("label", "label", ""),
    ("title", "title", "read"),
    ("cards", "with_cards", ""),
    ("cut", "cut", ""),
    ("flow", "Flow", ""),
    ("locate", "locate", ""),
    ("locate", "without_residue", ""),
    ("cut", "cut_rest", ""),
    ("state", "from_state", ""),
    ("people", "People", "of"),
    ("moments", "Moments", "of"),
    ("content", "sections", "read"),
    ("pagination", "pagination", "read"),
    ("pagination", "pagination", "read_article"),
)
"""Stage, name in `pipeline`, attribute of it where it is a module or a class."""
FIELDS = ("PAGE_FIELDS", "DATE_FIELDS", "BODY_FIELDS", "PEOPLE_FIELDS")

ALL = "all"
REST = "record"


class Clock:
    """Seconds by stage, without what an inner stage takes."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._inner = [0.0]

    def timed(self, stage: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """The same function, its time added to the stage."""

        def run(*args: Any, **options: Any) -> Any:
            self._inner.append(0.0)
            start = process_time()
            try:
                return call(*args, **options)
            finally:
                took = process_time() - start
                self.seconds[stage] += took - self._inner.pop()
                self._inner[-1] += took

        return run


class _Timed:
    """A module with one function timed."""

    def __init__(self, module: object, name: str, call: Callable[..., Any]) -> None:
        self._module = module
        setattr(self, name, call)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._module, name)


@contextmanager
def watched(clock: Clock) -> Iterator[None]:
    """The pipeline with its stages timed."""
    names = {name for _, name, _ in STAGES} | set(FIELDS)
    before = {name: getattr(pipeline, name) for name in names}
    for stage, name, attribute in STAGES:
        found = getattr(pipeline, name)
        if attribute:
            found = _Timed(found, attribute, clock.timed(stage, getattr(found, attribute)))
        else:
            found = clock.timed(stage, found)
        setattr(pipeline, name, found)
    for name in FIELDS:
        setattr(pipeline, name, tuple((field, clock.timed(field, read)) for field, read in before[name]))
    try:
        yield
    finally:
        for name, found in before.items():
            setattr(pipeline, name, found)


def measure(pages: list[bytes], rounds: int) -> dict[str, float]:
    """Stage -> milliseconds a page, in the order of the stages; each page counts with its fastest round."""
    total: defaultdict[str, float] = defaultdict(float)
    for page in pages:
        best: dict[str, float] | None = None
        for _ in range(rounds):
            clock = Clock()
            with watched(clock):
                clock.timed(REST, pipeline.extract)(page)
            if best is None or sum(clock.seconds.values()) < sum(best.values()):
                best = clock.seconds
        for stage, seconds in (best or {}).items():
            total[stage] += 1000 * seconds / len(pages)
    return dict(total) | {ALL: sum(total.values())}


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path, help="folder of pages, *.html or *.html.gz")
    parser.add_argument("--pages", type=int, default=60, help="how many of them, from the first in order of name")
    parser.add_argument("--rounds", type=int, default=5)
    args = parser.parse_args()
    paths = sorted(p for p in args.folder.iterdir() if p.is_file())[: args.pages]
    pages = [gzip.decompress(p.read_bytes()) if p.suffix == ".gz" else p.read_bytes() for p in paths]
    start = process_time()
    pipeline.extract(pages[0])
    print(f"{'first call':14} {1000 * (process_time() - start):7.2f} ms")
    for stage, milliseconds in measure(pages, args.rounds).items():
        print(f"{stage:14} {milliseconds:7.2f} ms a page")
    return 0


if __name__ == "__main__":
    sys.exit(main())
