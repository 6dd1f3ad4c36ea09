"""The accuracy gate: every figure of the annotated pages stays at or above its floor.

    python benchmarks/gate.py --bench ../shared/bench

Floors stand in `floors.toml`, a table a set, a key a figure, in percent: the figure when it was pinned, minus half a
point of noise. A floor is raised in the commit that earns it. No page may raise an exception.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator

FLOORS = pathlib.Path(__file__).with_name("floors.toml")


def main() -> int:
    """1 where a figure fell below its floor, or a page failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=pathlib.Path, required=True, help="folder of score.py and the sets")
    parser.add_argument("--workers", type=int, default=2)
    args = parser.parse_args()
    figures = measure(args.bench, args.workers)
    faults = list(below(figures, tomllib.loads(FLOORS.read_text("utf-8"))))
    for fault in faults:
        print(fault, file=sys.stderr)
    print(
        "accuracy gate:", f"{len(faults)} figures below their floor" if faults else "every figure at or above its floor"
    )
    return int(bool(faults))


def measure(bench: pathlib.Path, workers: int) -> dict[str, dict[str, float]]:
    """Set or set/kind -> figure -> percent."""
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "figures.json"
        command = [sys.executable, str(bench / "score.py"), "--workers", str(workers), "--json", str(out)]
        subprocess.run(command, check=True)
        sets: dict[str, dict[str, float]] = json.loads(out.read_text("utf-8"))["newsextract"]["sets"]
    return sets


def below(figures: dict[str, dict[str, float]], floors: dict[str, dict[str, float]]) -> Iterator[str]:
    """A line for each figure under its floor, for each that is missing, and for each set with failed pages."""
    for name, wanted in floors.items():
        found = figures.get(name, {})
        for field, floor in wanted.items():
            if field not in found:
                yield f"{name}: no figure {field!r}"
            elif found[field] < floor:
                yield f"{name}: {field} is {found[field]:.1f}, below its floor of {floor}"
    for name, found in figures.items():
        if found["failed"]:
            yield f"{name}: {found['failed']:.0f} pages raised"


if __name__ == "__main__":
    sys.exit(main())
