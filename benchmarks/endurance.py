"""Long runs of batches with faults put in: nothing is lost, nothing is twice, memory stays flat.

    python benchmarks/endurance.py [--data ../shared/bench] [--folder DIR] [--pages 100000] [--again 4000] [--kills 10]

Two trials on pages of the sets, mutated (cut off, flipped, repeated, nested), packed as folders, tar, zip and WARC,
one file in a thousand damaged:

- the long one: `--pages` pages by a run that is killed `--kills` times, once in `--patience` seconds on average, fills
  its disk twice, goes on each time and then runs to its end; its workers are killed at random, one each `--every`
  seconds. The memory of the parent and of its workers is sampled, and told of the last run. `--minutes` stops it by
  Ctrl-C where time is short.
- the broken one: `--again` pages, once without faults, and once by a run that is killed `--kills` times at random
  moments, twice with a worker, fills its disk twice, and goes on each time; the outputs must be the same byte by byte
  but for the seconds of failures, and the rows one a page, valid by the schema.

Linux alone: memory is read from /proc. Needs the extras warc and dev, and 50 kB of disk a page.
"""

import argparse
import gzip
import io
import itertools
import json
import os
import pathlib
import random
import resource
import signal
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import attrs
import jsonschema

from newsextract.export import schema

MEGABYTE = 1 << 20
PER_FILE = 1000
"""Pages of an archive or a folder."""
VARIANTS = 3
"""How often each page is mutated; the variants are repeated in turn."""
DAMAGED = 1000
"""One file in so many is damaged."""
FILLED = (3, 6)
"""Runs that fill their disk."""
ROOM = 20 * MEGABYTE
"""Bytes that such a run of the long trial may write."""


def main() -> None:
    """Make the pages and do the trials."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, default=pathlib.Path("../shared/bench"))
    parser.add_argument("--folder", type=pathlib.Path, help="where to work; by default a temporary folder")
    parser.add_argument("--pages", type=int, default=100_000)
    parser.add_argument("--again", type=int, default=4000)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--every", type=float, default=20.0)
    parser.add_argument("--patience", type=float, default=60.0)
    parser.add_argument("--minutes", type=float, default=600.0)
    parser.add_argument("--workers", type=int, default=2)
    args = parser.parse_args()
    paths = sorted(args.data.glob("*/pages/*.html.gz"))
    dice = random.Random(11)
    pages = [packed(mutated(gzip.decompress(p.read_bytes()), dice)) for p in paths for _ in range(VARIANTS)]
    with tempfile.TemporaryDirectory(dir=args.folder) as folder:
        root = pathlib.Path(folder)
        if args.again:
            names = corpus(root / "again", pages, args.again)
            broken(root, names, Trial(workers=args.workers, part=50, kills=args.kills))
        if args.pages:
            names = corpus(root / "long", pages, args.pages)
            given = {name: getattr(args, name) for name in ("workers", "kills", "every", "patience", "minutes")}
            long(root, names, Trial(quiet=False, **given))


@attrs.frozen(kw_only=True)
class Trial:
    """How a trial is done."""

    workers: int = 2
    part: int = 500
    kills: int = 0
    every: float = 20.0
    patience: float = 60.0
    minutes: float = 600.0
    quiet: bool = True
    environment: dict[str, str] | None = None


# Pages


def packed(body: bytes) -> bytes:
    """A page as a gzip member."""
    return gzip.compress(body, 1, mtime=0)


def mutated(body: bytes, dice: random.Random) -> bytes:
    """A page with one to three things done to it."""
    for _ in range(dice.randint(1, 3)):
        body = dice.choice(DEEDS)(body, dice)
    return body


def _cut_off(body: bytes, dice: random.Random) -> bytes:
    return body[: dice.randint(len(body) // 2, len(body))]


def _flipped(body: bytes, dice: random.Random) -> bytes:
    found = bytearray(body)
    for _ in range(min(len(found), 40)):
        found[dice.randrange(len(found))] = dice.randrange(256)
    return bytes(found)


def _repeated(body: bytes, dice: random.Random) -> bytes:
    start = dice.randrange(len(body) + 1)
    return body[: start + 5000] + body[start:]


def _nested(body: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(body) + 1)
    return body[:at] + b"<div>" * dice.randrange(400) + body[at:]


def _untagged(body: bytes, dice: random.Random) -> bytes:
    return body.replace(b"</p>", b"", dice.randrange(20)).replace(b"</div>", b"", dice.randrange(20))


DEEDS: Sequence[Callable[[bytes, random.Random], bytes]] = (_cut_off, _flipped, _repeated, _nested, _untagged)


def corpus(root: pathlib.Path, pages: Sequence[bytes], number: int) -> list[tuple[str, str]]:
    """Write so many pages in folders and archives in turn; (source, member) of each."""
    root.mkdir(parents=True)
    supply = itertools.islice(itertools.cycle(pages), number)
    names: list[tuple[str, str]] = []
    for count, (start, writer) in enumerate(zip(range(0, number, PER_FILE), itertools.cycle(WRITERS))):
        bodies = {f"{start + n:07d}.html.gz": b for n, b in enumerate(itertools.islice(supply, PER_FILE))}
        for name in bodies:
            if int(name[:7]) % DAMAGED == DAMAGED // 2:
                bodies[name] = bodies[name][: len(bodies[name]) // 2]
        names += writer(root, f"{count:05d}", bodies)
    return names


def _as_folder(root: pathlib.Path, name: str, bodies: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    (root / name).mkdir()
    for page, body in bodies.items():
        (root / name / page).write_bytes(body)
        yield f"{root.name}/{name}/{page}", ""


def _as_tar(root: pathlib.Path, name: str, bodies: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    with tarfile.open(root / f"{name}.tar", "w") as archive:
        for page, body in bodies.items():
            info = tarfile.TarInfo(page)
            info.size = len(body)
            archive.addfile(info, io.BytesIO(body))
            yield f"{root.name}/{name}.tar", page


def _as_zip(root: pathlib.Path, name: str, bodies: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(root / f"{name}.zip", "w") as archive:
        for page, body in bodies.items():
            archive.writestr(page, body)
            yield f"{root.name}/{name}.zip", page


def _as_warc(root: pathlib.Path, name: str, bodies: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """Bodies stay as they are packed: their coding is that of the HTTP answer."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"
    with (root / f"{name}.warc").open("wb") as file:
        for page, body in bodies.items():
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2026-01-01T00:00:00Z\r\n"
                f"WARC-Record-ID: <urn:x:{page}>\r\nWARC-Target-URI: https://example.org/{page}\r\n"
                f"Content-Type: application/http; msgtype=response\r\n"
                f"Content-Length: {len(answer) + len(body)}\r\n\r\n"
            )
            file.write(head.encode() + answer + body + b"\r\n\r\n")
            yield f"{root.name}/{name}.warc", f"<urn:x:{page}>"


WRITERS = (_as_folder, _as_tar, _as_warc, _as_zip)


# Runs


def start(root: pathlib.Path, output: pathlib.Path, trial: Trial, room: int | None = None) -> "subprocess.Popen[bytes]":
    """A run that goes on with what is there; `room`: bytes that a file may have."""

    def before() -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if room is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    options = f"--workers {trial.workers} --part {trial.part} --seconds 20 --resume".split()
    return subprocess.Popen(
        [sys.executable, "-m", "newsextract", "batch", str(root), "-o", str(output), *options],
        stderr=subprocess.DEVNULL if trial.quiet else None,
        env=trial.environment,
        preexec_fn=before,
    )


def broken(root: pathlib.Path, names: Sequence[tuple[str, str]], trial: Trial) -> str:
    """The trial of runs that are broken off; "identical" where they came to the same."""
    source, dice = root / "again", random.Random(3)
    started = time.monotonic()
    assert start(source, root / "whole.jsonl.gz", trial).wait() == 0
    whole = time.monotonic() - started
    output, room = root / "broken.jsonl.gz", (root / "whole.jsonl.gz").stat().st_size // 10
    killed = workers = full = runs = 0
    while True:
        runs += 1
        fills = runs in FILLED
        size = output.stat().st_size if output.exists() else 0
        process = start(source, output, trial, size + room if fills else None)
        try:
            patience = dice.uniform(0.3, 1.6 * whole / max(1, trial.kills))
            if runs % 5 == 2:
                workers += wounded(process.pid, dice, patience / 2)
            code = process.wait(None if fills or killed >= trial.kills else patience)
            full += fills and code == 1
            if code == 0:
                break
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            killed += 1
    expected, found = rows(root / "whole.jsonl.gz"), rows(output)
    same = "identical" if expected == found else f"DIFFERENT: {differing(expected, found)}"
    print(f"{len(names):,} pages in {whole:.0f} s; then in {runs} runs killed {killed} times,", end=" ")
    print(f"{workers} workers killed, {full} full disks: {checked(found, names)}; the outputs are {same}", flush=True)
    return same


def wounded(parent: int, dice: random.Random, after: float) -> int:
    """Kill a worker after a while; how many there were."""
    time.sleep(after)
    found = children(parent)
    if found:
        os.kill(dice.choice(found), signal.SIGKILL)
    return len(found[:1])


def long(root: pathlib.Path, names: Sequence[tuple[str, str]], trial: Trial) -> None:
    """The long trial."""
    source, output, dice = root / "long", root / "long.jsonl.gz", random.Random(5)
    started, workers, full, killed, code = time.monotonic(), 0, 0, 0, None
    for run in itertools.count(1):
        fills = run in FILLED and killed < trial.kills
        room = output.stat().st_size + ROOM if fills and output.exists() else None
        process = start(source, output, trial, room)
        patient = fills or killed >= trial.kills
        patience = float("inf") if patient else dice.uniform(1, 2 * trial.patience)
        ends = {time.monotonic() + patience: signal.SIGKILL, started + 60 * trial.minutes: signal.SIGINT}
        code, samples, lost = watched(process, trial, dice, ends)
        workers += lost
        full += fills and code == 1
        killed += code == -signal.SIGKILL
        since = time.monotonic() - samples[0][0]
        if code != -signal.SIGKILL and not (fills and code == 1):
            break
    spent = time.monotonic() - started
    found = rows(output)
    print(f"{len(found):,} pages in {spent:.0f} s, {len(found) / spent:.1f} a second, exit code {code}")
    print(f"in {run} runs killed {killed} times, {workers} workers killed, {full} full disks: ", end="")
    print(checked(found, names if code == 0 else None))
    print(f"failures: {dict(Counter(row['error'] for row in found if 'error' in row))}")
    print(f"the last run took {since:.0f} s")
    for name, column in (("parent", 1), ("largest worker", 2)):
        peaks = [max((s[column] for s in quarter), default=0) / MEGABYTE for quarter in quarters(samples)]
        shown = ", ".join(f"{peak:.0f}" for peak in peaks)
        ratio = f"{peaks[3] / peaks[1]:.3f}" if peaks[1] else "not known"
        print(f"{name}: peaks of the quarters {shown} MB; last to second {ratio}", flush=True)


def watched(
    process: "subprocess.Popen[bytes]", trial: Trial, dice: random.Random, ends: dict[float, signal.Signals]
) -> tuple[int, list[tuple[float, int, int]], int]:
    """(exit code, (time, bytes of the parent, of its largest worker) twice a second, workers killed) of a run.

    `ends`: when it gets which signal.
    """
    samples: list[tuple[float, int, int]] = []
    killed, due = 0, time.monotonic() + trial.every
    while (code := process.poll()) is None:
        workers = [resident(pid) for pid in children(process.pid)]
        samples.append((time.monotonic(), resident(process.pid), max(workers, default=0)))
        time.sleep(0.5)
        if time.monotonic() > due:
            killed, due = killed + wounded(process.pid, dice, 0), time.monotonic() + trial.every
        for moment in [m for m in ends if time.monotonic() > m]:
            process.send_signal(ends.pop(moment))
    return code, samples, killed


def quarters(samples: list[tuple[float, int, int]]) -> list[list[tuple[float, int, int]]]:
    """Samples by quarter of the time."""
    first, end = samples[0][0], samples[-1][0]
    part = (end - first) / 4
    return [[s for s in samples if n * part <= s[0] - first <= (n + 1) * part] for n in range(4)]


def rows(path: pathlib.Path) -> list[dict[str, object]]:
    """The rows of a file, without how long failures took; most records as a digest, one in fifty whole."""
    found = []
    with gzip.open(path) as file:
        for number, text in enumerate(file):
            row = json.loads(text)
            row.pop("seconds", None)
            row["digest"] = hash(text) if "error" not in row else None
            keep = number % 50 == 0
            found.append(row if keep else {k: row[k] for k in ("id", "page", "error", "digest") if k in row})
    return found


def checked(found: Sequence[dict[str, object]], names: Sequence[tuple[str, str]] | None) -> str:
    """Whether each page is there once (None: those that are), and a sample of the records is valid."""
    places = [(row["page"]["source"], row["page"]["member"] or "") for row in found]  # type: ignore[index]
    often = Counter(places)
    lost, twice = len(set(names or ()) - set(often)), sum(n > 1 for n in often.values())
    validator = jsonschema.Draft202012Validator(schema.document())
    records = [{k: v for k, v in row.items() if k not in ("id", "page", "digest")} for row in found if "kind" in row]
    wrong = sum(not validator.is_valid(record) for record in records)
    return f"{len(found):,} rows, {lost} pages lost, {twice} twice, {wrong} of {len(records)} records looked at invalid"


def differing(expected: Sequence[dict[str, object]], found: Sequence[dict[str, object]]) -> str:
    """How many rows there are and how many differ, and of the first of those where they are and what they tell."""
    pairs = [(a, b) for a, b in zip(expected, found, strict=False) if a != b]
    first = [(a["page"], a.get("error"), b.get("error")) for a, b in pairs[:3]]
    return f"{len(found)} rows for {len(expected)}, {len(pairs)} differ, such as {first}"


def children(pid: int) -> list[int]:
    """The processes a process has started."""
    try:
        tasks = list(pathlib.Path(f"/proc/{pid}/task").iterdir())
        return [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except OSError:
        return []


def resident(pid: int) -> int:
    """Bytes of memory a process holds."""
    try:
        return int(pathlib.Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        return 0


if __name__ == "__main__":
    main()
