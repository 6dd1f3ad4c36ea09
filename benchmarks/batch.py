"""What the machinery of batches costs and gains, on pages of a set.

    python benchmarks/batch.py [--data ../shared/bench] [--set fundus] [--pages 200] [--long 2000] [--kills 10]

Prints: a plain loop against one worker (the overhead), one worker against two, a WARC file against the same pages as
files, memory over a long run of repeated pages (--long 100000 for the figure that counts), and whether runs that are
killed at random moments and gone on with give the same output. Timings are the best of --repeat; those by the clock
want a machine that does nothing else, those of processor time bear some company.
"""

import argparse
import gzip
import itertools
import json
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator

import newsextract
from newsextract.batch import run as batches
from newsextract.batch.guard import Guard
from newsextract.batch.job import Job, Limits, Work
from newsextract.batch.rows import line, record_row
from newsextract.batch.run import Start
from newsextract.inputs.page import Page

MEGABYTE = 1 << 20


def main() -> None:
    """Print the measures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, default=pathlib.Path("../shared/bench"))
    parser.add_argument("--set", default="fundus")
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--long", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--repeat", type=int, default=2)
    args = parser.parse_args()
    bodies = [gzip.decompress(p.read_bytes()) for p in sorted((args.data / args.set / "pages").glob("*.html.gz"))]
    taken = itertools.islice(itertools.cycle(bodies), args.pages)
    pages = [Page(body=body, source=f"{n:06d}.html") for n, body in enumerate(taken)]
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        speed(pages, root, args.repeat)
        if args.kills:
            kills(root, args.kills)
        if args.long:
            memory(bodies, args.long)


def speed(pages: list[Page], root: pathlib.Path, repeat: int) -> None:
    """Overhead, speed-up, WARC against files."""
    saved = root / "saved"
    saved.mkdir()
    for page in pages:
        (saved / page.source).write_bytes(page.body)
    warc = root / "pages.warc.gz"
    with warc.open("wb") as file:
        file.writelines(gzip.compress(record(page), 6) for page in pages)
    newsextract.extract(pages[0].body)
    plain = best(repeat, lambda: [line(record_row(p, newsextract.extract(p.body).to_dict(), None)) for p in pages])
    count = itertools.count()
    timed = {
        "one worker": lambda: run(saved, root / f"{next(count)}.jsonl", 1),
        "two workers": lambda: run(saved, root / f"{next(count)}.jsonl", 2),
        "WARC, two workers": lambda: run(warc, root / f"{next(count)}.jsonl", 2),
    }
    # A run of no pages: what starting and ending costs, which is not the price of a page.
    empty = root / "empty"
    empty.mkdir()
    (empty / "one.html").write_bytes(b"<p>")
    start = best(repeat, lambda: run(empty, root / f"{next(count)}.jsonl", 1))
    print(f"start and end of a run: {start[0]:.2f} s")
    found = {name: best(repeat, once) for name, once in timed.items()}
    for place, clock in enumerate(("by the clock", "of processor time")):
        took = {name: times[place] - start[place] for name, times in found.items()}
        print(f"plain loop: {1000 * plain[place] / len(pages):.1f} ms a page {clock}")
        for name, seconds in took.items():
            print(f"{name}: {1000 * seconds / len(pages):.1f} ms a page {clock}")
        print(f"overhead of one worker: {100 * (took['one worker'] / plain[place] - 1):+.1f} % {clock}")
        print(f"WARC against files: {100 * (took['WARC, two workers'] / took['two workers'] - 1):+.1f} % {clock}")
    print(f"two workers: {(found['one worker'][0] - start[0]) / (found['two workers'][0] - start[0]):.2f} times one")


def run(source: pathlib.Path, output: pathlib.Path, workers: int) -> None:
    """A batch."""
    job = Job(output=str(output), format="jsonl", workers=workers)
    batches.run(batches.prepare([str(source)], job, Start()))


def best(repeat: int, once: Callable[[], object]) -> tuple[float, float]:
    """The shortest time of several, by the clock and of the processors, workers included."""
    walls, processors = [], []
    for _ in range(repeat):
        started, spent = time.perf_counter(), processor()
        once()
        walls.append(time.perf_counter() - started)
        processors.append(processor() - spent)
    return min(walls), min(processors)


def processor() -> float:
    """Seconds of processor time of this process and of those it has started that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def record(page: Page) -> bytes:
    """A page as a WARC record."""
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page.body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2026-01-01T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:x:{page.source}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def kills(root: pathlib.Path, number: int) -> None:
    """Runs killed at random moments, until one comes to its end."""
    arguments = ["batch", str(root / "saved"), "-o", str(root / "killed.jsonl"), "--part", "20", "--resume", "--quiet"]
    dice, done = random.Random(1), 0
    job = Job(output=str(root / "parts.jsonl"), format="jsonl", pages_per_part=20)
    batches.run(batches.prepare([str(root / "saved")], job, Start()))
    while True:
        process = subprocess.Popen([sys.executable, "-m", "newsextract", *arguments])
        try:
            process.wait(timeout=dice.uniform(0.3, 4) if done < number else None)
            break
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
            done += 1
    print(f"killed {done} times and gone on with, exit code {process.returncode}: the output is ", end="")
    found, expected = (rows(root / name) for name in ("killed.jsonl", "parts.jsonl"))
    print("identical" if found == expected else f"DIFFERENT: {differences(found, expected)}")


def rows(path: pathlib.Path) -> list[dict[str, object]]:
    """The rows of a file, without how long failures took."""
    return [{k: v for k, v in json.loads(text).items() if k != "seconds"} for text in path.read_bytes().splitlines()]


def differences(found: list[dict[str, object]], expected: list[dict[str, object]]) -> str:
    """How many rows there are, and in which keys they differ."""
    pairs = enumerate(zip(found, expected, strict=False))
    keys = {f"row {n}: {key}" for n, (a, b) in pairs for key in a if a[key] != b.get(key)}
    return f"{len(found)} rows for {len(expected)}; {', '.join(sorted(keys)[:20])}"


def memory(bodies: list[bytes], number: int) -> None:
    """Resident memory of the parent and its workers at tenths of a long run."""

    def pages() -> Iterator[Page]:
        for n, body in enumerate(itertools.islice(itertools.cycle(bodies), number)):
            yield Page(body=body, source=f"{n}.html")

    started = time.perf_counter()
    with Guard(Work(), Limits(), 2) as guard:
        for n, _ in enumerate(guard.map(pages(), lambda p: p)):
            if n % max(1, number // 10) == number // 20:
                family = [resident(pid) for pid in (os.getpid(), *children())]
                print(f"after {n:,} pages: {' + '.join(f'{size / MEGABYTE:.0f}' for size in family)} MB")
    print(f"{number:,} pages in {time.perf_counter() - started:.0f} s")


def children() -> list[int]:
    """The processes this one has started, on Linux."""
    path = pathlib.Path(f"/proc/{os.getpid()}/task")
    return [int(pid) for task in path.iterdir() for pid in (task / "children").read_text().split()]


def resident(pid: int) -> int:
    """Bytes of memory a process holds, on Linux."""
    return int(pathlib.Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    main()
