"""How far a batch is, on standard error: a line that changes on a terminal, a line now and then elsewhere."""

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final

from newsextract.batch.answer import Answer
from newsextract.batch.ledger import Entry
from newsextract.batch.process import Step
from newsextract.cli import output
from newsextract.inputs.page import Gap, Page, Skipped

if TYPE_CHECKING:
    from newsextract.batch.run import Prepared

EVERY: Final = 30.0
"""Seconds between lines where standard error is no terminal: a log of a day's run stays under 3,000 lines."""


class Progress:
    """Hears of every item of a batch; a context manager."""

    def __init__(self, prepared: "Prepared", *, quiet: bool = False) -> None:
        self._sizes = {s.number: max(1, sum(max(1, f.size) for f in s.sources)) for s in prepared.shards}
        finished = {entry.shard for entry in prepared.done if entry.last}
        self._total = sum(size for number, size in self._sizes.items() if number not in finished)
        self._before = 0
        self._within = 0.0
        self._counts = {s.number: len(s.sources) for s in prepared.shards}
        self._shard = -1
        self._seen = 0
        self._begun: float | None = None
        self.pages = self.failures = 0
        self._quiet = quiet
        self._started = self._printed = time.monotonic()
        self._bar: Any = None

    def __enter__(self) -> "Progress":
        if not self._quiet and sys.stderr.isatty():
            self._bar = _bar()
        if self._bar is not None:
            self._bar.start()
            self._task = self._bar.add_task("pages", total=1.0)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, step: Step, answer: Answer | None) -> None:
        """An item is done."""
        if step.shard.number != self._shard:
            self._before += self._sizes.get(self._shard, 0)
            self._shard, self._seen = step.shard.number, 0
        self._seen += 1
        self._within = self._part_of(step)
        if self._begun is None:
            self._begun = self.share()
        if not isinstance(step.item, Skipped):
            self.pages += 1
            self.failures += isinstance(step.item, Gap) or (answer is not None and answer.kind == "failure")
        if not self._quiet:
            self._show()

    def part(self, entry: Entry) -> None:
        """A part is done, on another machine: of its items nothing was heard."""
        self.pages += entry.rows + entry.skipped.get("where", 0)
        self.failures += sum(entry.failures.values())
        if entry.last:
            self._before += self._sizes.get(entry.shard, 0)
        if not self._quiet:
            self._show()

    def _part_of(self, step: Step) -> float:
        """How much of its shard is behind an item: as its byte in a WARC says, or its number among files."""
        count, size = self._counts[self._shard], self._sizes[self._shard]
        if count > 1 or not isinstance(step.item, Page | Gap) or step.item.offset is None:
            return min(1.0, self._seen / count) if count > 1 else 0.0
        return min(1.0, step.item.offset / size) if step.shard.sources[0].kind == "warc" else 0.0

    def _show(self) -> None:
        now = time.monotonic()
        if self._bar is not None:
            self._bar.update(self._task, completed=self.share(), description=self._line(now, remaining=False))
        elif now - self._printed >= EVERY:
            self._printed = now
            output.note(self._line(now, remaining=True))

    def share(self) -> float:
        """How much of the bytes of the input is behind, from 0 to 1."""
        return min(1.0, (self._before + self._within * self._sizes.get(self._shard, 0)) / max(1, self._total))

    def _line(self, now: float, *, remaining: bool) -> str:
        spent = max(now - self._started, 1e-6)
        line = f"{self.pages:,} pages, {self.failures:,} failed, {self.pages / spent:.1f} a second"
        share = self.share()
        now_done = share - (self._begun or 0.0)  # a run that goes on may begin in the middle of a large file
        if remaining and now_done > 0.01 and share < 1:
            line += f", {share:.0%}, about {spent * (1 - share) / now_done / 60:.0f} minutes left"
        return line


def _bar() -> Any:
    """A bar of rich, where it is installed."""
    try:
        from rich import progress
        from rich.console import Console
    except ImportError:
        return None
    columns = (
        progress.TextColumn("{task.description}"),
        progress.BarColumn(),
        progress.TaskProgressColumn(),
        progress.TimeRemainingColumn(),
    )
    return progress.Progress(*columns, console=Console(stderr=True), refresh_per_second=4)
