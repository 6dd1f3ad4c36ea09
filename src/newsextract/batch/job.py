"""What a batch is to do, as frozen records that travel to worker processes and to other machines."""

from collections.abc import Iterable, Iterator
from typing import Final, Literal, TypeAlias

import attrs

from newsextract.batch.conditions import Condition
from newsextract.inputs.read import Reading
from newsextract.inputs.sources import Source
from newsextract.page.limits import Limits as PageLimits
from newsextract.rules.files import RuleFiles

PAGES_PER_PART: Final = 500
"""Pages of a part: about 10 MB of records in memory, and the most that is done again after a kill."""


@attrs.frozen(kw_only=True)
class Work:
    """What a worker does with a page."""

    fields: tuple[str, ...] | None = None
    """Keys of the record to keep; None keeps all."""
    where: tuple[Condition, ...] = ()
    """Records that do not meet every one are left out, and counted."""
    locators: bool = False
    """As in `extract`."""
    reply: Literal["json", "record"] = "json"
    """A row as one line of JSON, or the Article."""
    rules: RuleFiles | None = None
    """A user's rules: their texts, since a worker may be on another machine."""
    page: PageLimits | None = None
    """How large a page may be before it is parsed, as in `extract`; None for the usual."""
    extractor: str = "newsextract.pipeline:extract"
    """module:function of what is called as `extract` is."""


@attrs.frozen(kw_only=True)
class Limits:
    """What a page may take before its worker is killed and replaced."""

    seconds: float = 30.0
    """A page takes 20 to 40 milliseconds; of 1,200 real ones none took a second."""
    megabytes: int | None = 2048
    """Resident memory of a worker; None for no limit. Not enforced on Windows."""
    recycle: int = 5000
    """Pages after which a worker is replaced: what leaks in it, ends with it."""


@attrs.frozen(kw_only=True)
class Job:
    """A whole batch, but for its input."""

    output: str
    """Path of a file or folder, or "-" for standard output."""
    format: str
    """Name of the format; see `outputs.formats`."""
    reading: Reading = attrs.field(factory=Reading)
    work: Work = attrs.field(factory=Work)
    limits: Limits = attrs.field(factory=Limits)
    workers: int = 1
    pages_per_part: int = PAGES_PER_PART

    def shaping(self) -> str:
        """The options that shape the output: a run goes on only with the same. How fast and how guarded may differ."""
        return repr((self.format, self.reading, self.work, self.pages_per_part))


@attrs.frozen
class Shard:
    """A unit of work: files of one page each, or one file of many."""

    number: int
    sources: tuple[Source, ...]


ShardOf: TypeAlias = tuple[int, int]
"""(i, n): the i-th of n shares, from 1."""


def shards(sources: Iterable[Source], size: int, first: int = 0) -> Iterator[Shard]:
    """Sources cut into shards, in their order: at most `size` files of one page, or one file of many."""
    number, group = first, list[Source]()
    for source in sources:
        if group and (not source.single or len(group) >= size):
            yield Shard(number, tuple(group))
            number, group = number + 1, []
        if source.single:
            group.append(source)
        else:
            yield Shard(number, (source,))
            number += 1
    if group:
        yield Shard(number, tuple(group))


def share(all_shards: Iterable[Shard], of: ShardOf | None) -> list[Shard]:
    """The shards of one share of many; all where there is none."""
    return [s for s in all_shards if of is None or s.number % of[1] == of[0] - 1]
