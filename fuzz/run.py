"""Coverage-guided fuzzing of one target: `python fuzz/run.py page CORPUS [libFuzzer options]`.

What breaks a promise of tests/properties.py, or takes too long or too much memory, ends the run; its input is kept.
"""

import functools
import importlib
import random
import re
import sys
import warnings
import zlib
from collections.abc import Callable
from typing import Final

import atheris

HOT: Final = ["newsextract.rules", "newsextract.locate.features", "newsextract.locate.sums", "newsextract.locate.model"]
"""Loops over every element whose branches say little of a page; counting them would double the time."""

LATE: Final = """
    export.html export.jsonld export.markdown export.tei report.explained report.terminal
    inputs.discovering.home inputs.discovering.sitemaps
""".split()
"""Modules that are else imported when they are first called, too late to be instrumented."""

with atheris.instrument_imports(include=["newsextract"], exclude=HOT):
    from tests import properties

    for name in LATE:
        importlib.import_module(f"newsextract.{name}")

warnings.simplefilter("error")

KEPT: Final = 16_000
"""Bytes of an input; longer ones are for benchmarks/growth.py."""


def page(data: bytes) -> None:
    """Bytes as a page: extracted, validated, read back, written in every form; one in eight a second time."""
    properties.exports(properties.extracts(data, twice=zlib.crc32(data) % 8 == 0))


def explained(data: bytes) -> None:
    """Bytes as a page to explain."""
    properties.explains(data)


def inputs(data: bytes) -> None:
    """The first byte chooses a reader, the others are its file."""
    readers = [functools.partial(properties.is_read, read) for read in properties.INPUTS.values()]
    readers += [properties.answers, properties.discovers]
    readers[data[0] % len(readers) if data else 0](data[1:])


TARGETS: Final[dict[str, Callable[[bytes], None]]] = {"page": page, "explained": explained, "inputs": inputs}

PIECES: Final = re.compile(rb"<[^<>]*>|[^<>]+|.", re.S)


def spliced(data: bytes, most: int, seed: int) -> bytes:
    """A mutation that knows markup: tags are moved, doubled, dropped, nested; every other one is libFuzzer's own."""
    chance = random.Random(seed)
    if chance.random() < 0.5:
        return atheris.Mutate(data, most)
    parts = PIECES.findall(data)
    for _ in range(chance.randint(1, 4)):
        if not parts:
            break
        at, end = sorted((chance.randrange(len(parts)), chance.randrange(len(parts))))
        end = min(end, at + chance.choice((1, 3, 10, 60)))
        what = chance.randrange(4)
        if what == 0:
            del parts[at:end]
        elif what == 1:
            parts[end:end] = parts[at:end] * chance.choice((1, 1, 2, 20))
        elif what == 2:
            place = chance.randrange(len(parts))
            parts[place:place] = parts[at:end]
        else:
            parts[at:end] = chance.sample(parts[at:end], end - at)
    return b"".join(parts)[:most]


def main() -> None:
    name, *options = sys.argv[1:]
    custom = {"custom_mutator": spliced} if name != "inputs" else {}
    atheris.Setup([sys.argv[0], f"-max_len={KEPT}", *options], TARGETS[name], **custom)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
