"""A whole batch: what to read, where it was, what to do, and what came of it."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing

import attrs

from newsextract import storage
from newsextract.batch import job as jobs
from newsextract.batch.answer import Answer
from newsextract.batch.job import Job, Shard, ShardOf
from newsextract.batch.ledger import Entry, Ledger, Plan
from newsextract.batch.process import Step, process
from newsextract.errors import OutputError
from newsextract.inputs.sources import STDIN, Listing, Source, find
from newsextract.outputs import formats
from newsextract.outputs.sinks import PART, OneFile, PartFiles, Sink, StandardOutput

DATABASES = (".sqlite", ".sqlite3", ".db")
UNWRITTEN = (".json", ".tsv", ".txt", ".xlsx", ".xml", ".html", ".duckdb", ".zip", ".gz", ".zst")
"""Endings of files that are not written: a folder with such a name is nobody's wish."""


@attrs.frozen(kw_only=True)
class Start:
    """How a run begins where there is an output already, and which share of the shards it does."""

    resume: bool = False
    overwrite: bool = False
    shard: ShardOf | None = None


@attrs.frozen(kw_only=True)
class Summary:
    """What came of a run, parts of earlier runs included."""

    rows: int
    failures: dict[str, int]
    """By cause, the most frequent first."""
    skipped: dict[str, int]
    """What was no page, by cause; "where" are records that the conditions left out."""
    notes: tuple[str, ...]
    """What has changed since an earlier run."""

    @property
    def failed(self) -> int:
        """How many rows are failures."""
        return sum(self.failures.values())


@attrs.frozen(kw_only=True)
class Prepared:
    """A batch that can begin: the output is cleared or fits, the plan is kept."""

    job: Job
    plan: Plan
    shards: tuple[Shard, ...]
    """Those to do."""
    ledger: Ledger | None
    done: tuple[Entry, ...]
    """Parts of earlier runs."""
    notes: tuple[str, ...]

    def sink(self) -> Sink:
        """The output, open where it is to go on."""
        return open_sink(self.job, self.done)


def prepare(named: Iterable[str], job: Job, start: Start) -> Prepared:
    """Look at the input and the output; OutputError where there is an output that is neither to go on nor to go."""
    _check_share(job, start)
    listing = find(named, ignore=_of_output(job.output), sniff=job.reading.mirror)
    if job.output == STDIN:
        plan = _plan(listing, job)
        return Prepared(
            job=job, plan=plan, shards=tuple(jobs.share(plan.shards, start.shard)), ledger=None, done=(), notes=()
        )
    ledger = Ledger(ledger_path(job.output))
    cleared = start.overwrite and _clear(job.output, ledger)
    before = ledger.plan()
    if before is None:
        if not cleared and storage.exists(job.output) and not _is_empty_folder(job.output):
            way = "take another folder" if storage.is_folder(job.output) else "--overwrite replaces it"
            raise OutputError(f"{job.output}: exists, and is no batch's; {way}")
        plan = _plan(listing, job)
        notes: tuple[str, ...] = ()
        ledger.write_plan(plan)
    else:
        plan, notes = _renewed(before, listing, job)
        if plan != before:
            ledger.write_plan(plan)
    if start.resume and not start.shard:
        storage.sweep(job.output)
        storage.sweep(ledger.folder)
    shards = tuple(jobs.share(plan.shards, start.shard))
    done = tuple(ledger.entries(shards if start.shard else None))
    if done and not start.resume:
        raise OutputError(f"{job.output}: begun before; --resume goes on with it, --overwrite begins again")
    return Prepared(job=job, plan=plan, shards=shards, ledger=ledger, done=done, notes=notes)


def run(
    prepared: Prepared,
    told: Callable[[Step, Answer | None], None] = lambda step, answer: None,
    stopped: Callable[[], bool] = lambda: False,
) -> Summary:
    """Do the batch on this machine. `told` hears of every item; after each part `stopped` is asked whether to stop."""
    with (
        closing(prepared.sink()) as sink,
        closing(process(prepared.shards, prepared.job, sink, prepared.ledger, told)) as entries,
    ):
        return summary(prepared, _until(stopped, entries))


def _until(stopped: Callable[[], bool], entries: Iterable[Entry]) -> Iterator[Entry]:
    for entry in entries:
        yield entry
        if stopped():
            return


def process_shard(shard: Shard, job: Job) -> list[Entry]:
    """Do one shard and write its parts into the folder `job.output`: the unit of every engine.

    Idempotent: parts that are finished are not done again, and doing them again would give the same files. Needs
    nothing but its arguments, which pickle.
    """
    sink = open_sink(job, ())
    if not isinstance(sink, PartFiles):
        raise OutputError(f"{job.output}: shards on their own want a folder, not one file")
    ledger = Ledger(ledger_path(job.output))
    storage.make_folder(ledger.folder)
    return list(process([shard], job, sink, ledger, lambda step, answer: None))


def summary(prepared: Prepared, entries: Iterable[Entry]) -> Summary:
    """The sums over the parts done before, and those that come."""
    rows = 0
    failures: Counter[str] = Counter()
    skipped: Counter[str] = Counter({f"file {ending}": n for ending, n in prepared.plan.others.items()})
    for entry in (*prepared.done, *entries):
        rows += entry.rows
        failures.update(entry.failures)
        skipped.update(entry.skipped)
    return Summary(
        rows=rows, failures=dict(failures.most_common()), skipped=dict(skipped.most_common()), notes=prepared.notes
    )


def ledger_path(output: str) -> str:
    """The folder of the ledger: beside the output, under its name."""
    return f"{output.rstrip('/')}.ledger"


def open_sink(job: Job, done: Iterable[Entry]) -> Sink:
    """The output of a job, to be gone on with after the parts that are done."""
    if job.format == "sqlite":
        from newsextract.outputs.database import Database

        return Database(job.output)
    format_ = formats.named(job.format)
    if job.output == STDIN:
        return StandardOutput(format_, job.work.fields)
    if is_file(job.output):
        return OneFile(job.output, format_, job.work.fields, max((e.size or 0 for e in done), default=0))
    return PartFiles(job.output, format_, job.work.fields)


def is_file(output: str) -> bool:
    """Whether an output is one file, by its name; a folder otherwise, as of all formats whose parts do not join."""
    if output.lower().endswith(DATABASES):
        return True
    found = formats.by_ending(output)
    return found is not None and found.joins and not storage.is_remote(output)


def format_of(output: str, given: str | None) -> str:
    """The format of an output: as given, or as its name says, or JSON Lines."""
    if output.lower().endswith(DATABASES):
        return "sqlite"
    if output == STDIN and given in ("sqlite", "parquet"):
        raise OutputError(f"standard output takes no {given}; name a file or folder with -o")
    found = formats.by_ending(output)
    if found is None and output.lower().endswith(UNWRITTEN):
        endings = ", ".join(ending for form in formats.FORMATS for ending in form.endings[:1])
        raise OutputError(f"{output}: not written under such a name: a file ends in {endings} or .sqlite")
    if given and found and found.joins and found.name != given:
        raise OutputError(f"{output}: the name says {found.name}, the option {given}")
    return given or (found.name if found else "jsonl")


def _check_share(job: Job, start: Start) -> None:
    """OutputError where shares would destroy what others wrote."""
    if start.shard and is_file(job.output):
        raise OutputError(f"{job.output}: shares of the work go into one folder, not one file; name a folder")
    if start.shard and start.overwrite:
        raise OutputError(f"{job.output}: --overwrite with --shard would remove the other shares; remove it yourself")


def _of_output(output: str) -> Callable[[str], bool]:
    """Whether a path belongs to the output, which may lie in a folder of the input."""
    roots = tuple(map(storage.absolute, (output.rstrip("/"), ledger_path(output))))

    def is_of_output(path: str) -> bool:
        found = storage.absolute(path)
        return any(found == root or found.startswith((root + "/", root + os.sep)) for root in roots)

    return is_of_output if output != STDIN else lambda path: False


def _clear(output: str, ledger: Ledger) -> bool:
    """Remove an output: a file, or the parts in a folder that is one's by its ledger. Whether that could be done."""
    if not storage.is_folder(output):
        storage.remove(output)
    elif ledger.plan() is None:
        return False
    else:
        for name in storage.names(output):
            if name.startswith(PART):
                storage.remove(storage.join(output, name))
    ledger.remove()
    return True


def _is_empty_folder(path: str) -> bool:
    return storage.is_folder(path) and not storage.names(path)


def _plan(listing: Listing, job: Job) -> Plan:
    cut = tuple(jobs.shards(listing.sources, job.pages_per_part))
    return Plan(shaping=job.shaping(), others=listing.others, shards=cut)


def _renewed(before: Plan, listing: Listing, job: Job) -> tuple[Plan, tuple[str, ...]]:
    """The plan of an earlier run, new sources at its end, and what has changed since."""
    if before.shaping != job.shaping():
        raise OutputError(f"{job.output}: begun with other options; --overwrite begins again")
    known = {source.name: source for shard in before.shards for source in shard.sources}
    now = {source.name: source for source in listing.sources}
    new = [s for s in listing.sources if s.name not in known]
    kept = tuple(attrs.evolve(h, sources=tuple(now.get(s.name, s) for s in h.sources)) for h in before.shards)
    added = tuple(jobs.shards(new, job.pages_per_part, first=len(before.shards)))
    groups: tuple[tuple[str, list[Source]], ...] = (
        (
            "changed since the run began; what is finished of them stays as it is",
            [s for s in listing.sources if s.name in known and _state(known[s.name]) != _state(s)],
        ),
        ("gone since the run began", [s for s in known.values() if s.name not in now]),
        ("new since the run began; they come last", new),
    )
    notes = tuple(f"{_naming(sources)}: {what}" for what, sources in groups if sources)
    return attrs.evolve(before, shards=kept + added, others=listing.others), notes


def _state(source: Source) -> tuple[int, str]:
    return source.size, source.modified


def _naming(sources: list[Source]) -> str:
    """ "a.html, b.html and 12 more"."""
    shown = ", ".join(s.name for s in sources[:_SHOWN])
    return shown if len(sources) <= _SHOWN else f"{shown} and {len(sources) - _SHOWN:,} more"


_SHOWN = 3
