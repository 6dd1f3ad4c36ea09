"""Shards in, parts out: the one way through that every engine runs."""

import itertools
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping

import attrs

from newsextract.batch.answer import Answer
from newsextract.batch.guard import Guard
from newsextract.batch.job import Job, Shard
from newsextract.batch.ledger import Entry, Ledger, part_name
from newsextract.batch.rows import failure_of, failure_row, gap_failure, line
from newsextract.errors import OutputError
from newsextract.inputs.page import Gap, Item, Page, Skipped
from newsextract.inputs.read import Reading, read
from newsextract.outputs.sinks import Sink
from newsextract.records import Failure


@attrs.frozen
class Step:
    """An item of a shard; None marks the shard's end."""

    shard: Shard
    item: Item | None

    @property
    def page(self) -> Page | None:
        """The page, where the item is one."""
        return self.item if isinstance(self.item, Page) else None


def steps(shards: Iterable[Shard], reading: Reading, done: Mapping[int, int]) -> Iterator[Step]:
    """What the shards hold, each with its end; `done`: how many items of a shard to pass over."""
    for shard in shards:
        items = itertools.chain.from_iterable(read(source, reading) for source in shard.sources)
        for item in itertools.islice(items, done.get(shard.number, 0), None):
            yield Step(shard, item)
        yield Step(shard, None)


@attrs.define
class _Part:
    """A part as it fills."""

    shard: int
    number: int
    items: int = 0
    rows: list[bytes] = attrs.field(factory=list)
    failures: Counter[str] = attrs.field(factory=Counter)
    skipped: Counter[str] = attrs.field(factory=Counter)
    pages: int = 0
    """Pages and gaps, whether or not the conditions left a row."""

    def add(self, item: Item, answer: Answer | None) -> None:
        """Take what became of an item."""
        self.items += 1
        if isinstance(item, Skipped):
            self.skipped[item.cause] += 1
            return
        self.pages += 1
        if isinstance(item, Gap):
            self._fail(item, gap_failure(item))
        elif answer is not None and answer.kind == "failure":
            self._fail(item, failure_of(item, answer))
        elif answer is not None and answer.kind == "row":
            self.rows.append(answer.value)
        else:
            self.skipped["where"] += 1

    def _fail(self, item: Page | Gap, failure: Failure) -> None:
        self.failures[failure.error] += 1
        self.rows.append(line(failure_row(item, failure)))

    def entry(self, size: int | None, *, last: bool) -> Entry:
        """The ledger's entry of it."""
        return Entry(
            shard=self.shard,
            part=self.number,
            items=self.items,
            rows=len(self.rows),
            failures=dict(sorted(self.failures.items())),
            skipped=dict(sorted(self.skipped.items())),
            size=size,
            last=last,
        )


@attrs.frozen
class Begun:
    """How far shards are, by number."""

    items: dict[int, int]
    parts: dict[int, int]
    finished: frozenset[int]

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Begun":
        """As a ledger's entries say."""
        items: Counter[int] = Counter()
        parts: Counter[int] = Counter()
        finished = set()
        for entry in entries:
            items[entry.shard] += entry.items
            parts[entry.shard] += 1
            if entry.last:
                finished.add(entry.shard)
        return cls(dict(items), dict(parts), frozenset(finished))


def process(
    shards: Iterable[Shard], job: Job, sink: Sink, ledger: Ledger | None, told: Callable[[Step, Answer | None], None]
) -> Generator[Entry, None, None]:
    """Do the shards, going on where the ledger says they are; every part is written, noted, and given.

    `told` hears of every item as it is done.
    """
    shards = list(shards)
    begun = Begun.of(ledger.entries(shards) if ledger else ())
    open_ = [s for s in shards if s.number not in begun.finished]
    part: _Part | None = None
    with Guard(job.work, job.limits, job.workers) as guard:
        for step, answer in guard.map(steps(open_, job.reading, begun.items), lambda s: s.page):
            number = step.shard.number
            if part is None:
                part = _Part(number, begun.parts.get(number, 0))
            if step.item is None:
                yield _commit(part, sink, ledger, last=True)
                part = None
                continue
            if part.pages >= job.pages_per_part:
                yield _commit(part, sink, ledger, last=False)
                part = _Part(number, part.number + 1)
            part.add(step.item, answer)
            told(step, answer)


def _commit(part: _Part, sink: Sink, ledger: Ledger | None, *, last: bool) -> Entry:
    """First the output, then the ledger: a kill between them leaves a part that is written again."""
    try:
        entry = part.entry(sink.write(part_name(part.shard, part.number), part.rows), last=last)
        if ledger is not None:
            ledger.record(entry)
    except OutputError as error:
        if ledger is None:
            raise
        raise OutputError(f"{error}; what is finished is kept: mend that, and run again with --resume") from error
    return entry
