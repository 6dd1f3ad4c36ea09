"""`newsextract.batch`: saved pages in, rows out one by one, under the same guard as the command's."""

from collections.abc import AsyncIterator, Generator, Iterable, Iterator
from os import PathLike
from types import TracebackType
from typing import TYPE_CHECKING, TypeAlias, TypedDict, Unpack

if TYPE_CHECKING:  # `import newsextract` binds this function, and must not load archives and pools for it
    from newsextract.batch.job import Limits
    from newsextract.batch.rows import Row
    from newsextract.inputs.page import Item, Page
    from newsextract.inputs.read import Reading
    from newsextract.rules.load import Rules

Source: TypeAlias = "str | PathLike[str] | Page"


class BatchOptions(TypedDict, total=False):
    """Options of `batch`, all optional."""

    workers: int
    """Worker processes; as many as there are processors, if not given."""
    where: str | Iterable[str]
    """Conditions, as of `--where`, or one: only records that meet all. Failures are always given."""
    locators: bool
    """As of `extract`."""
    rules: "Rules | None"
    """Rules of `load_rules`."""
    limits: "Limits"
    """Time and memory of a page."""
    reading: "Reading"
    """The largest page, the columns of tables."""


class Batch:
    """The rows of a batch, in the order of the input, each extracted a little before it is asked for.

    For `for` and for `async for`. A context manager, to stop its workers before the end.
    """

    def __init__(self, sources: Iterable[Source], options: BatchOptions) -> None:
        self._rows = _rows(sources, options)

    def __iter__(self) -> Iterator["Row"]:
        return self._rows

    async def __aiter__(self) -> AsyncIterator["Row"]:
        import asyncio

        while (row := await asyncio.to_thread(next, self._rows, None)) is not None:
            yield row

    def close(self) -> None:
        """Stop the workers."""
        self._rows.close()

    def __enter__(self) -> "Batch":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def batch(source: "Source | Iterable[Source]", **options: Unpack[BatchOptions]) -> Batch:
    """Extract saved pages by the million: folders, files, archives, WARC, Parquet, JSON Lines, `Page` objects.

    One row a page, whatever happens: `row.article`, or `row.failure` where a page could not be read, or hung, or
    needed too much memory. InputError where a source is not there.

        for row in newsextract.batch("saved/"):
            print(row.source, row.article.title if row.article else row.failure.error)
    """
    from newsextract.inputs.page import Page

    sources = [source] if isinstance(source, str | PathLike | Page) else source
    if not isinstance(sources, Iterable):
        raise TypeError(f"source must be a path, a Page, or an iterable of them, not {type(source).__name__}")
    return Batch(sources, options)


def _rows(sources: Iterable[Source], options: BatchOptions) -> Generator["Row", None, None]:
    from newsextract.batch.conditions import condition
    from newsextract.batch.guard import Guard, processors
    from newsextract.batch.job import Limits, Work
    from newsextract.batch.rows import row_of
    from newsextract.inputs.page import Page, Skipped

    conditions = options.get("where", ())
    where = tuple(map(condition, [conditions] if isinstance(conditions, str) else conditions))
    rules = options.get("rules")
    files = rules.files if rules is not None else None
    work = Work(where=where, locators=options.get("locators", False), rules=files, reply="record")
    with Guard(work, options.get("limits") or Limits(), options.get("workers") or processors()) as guard:
        items = _items(sources, options.get("reading"))
        for item, answer in guard.map(items, lambda i: i if isinstance(i, Page) else None):
            if not isinstance(item, Skipped) and (answer is None or answer.kind != "out"):
                yield row_of(item, answer)


def _items(sources: Iterable[Source], reading: "Reading | None") -> Iterator["Item"]:
    from newsextract.inputs.page import Page
    from newsextract.inputs.read import Reading, read
    from newsextract.inputs.sources import find

    reading = reading or Reading()
    for source in sources:
        if isinstance(source, Page):
            yield source
        else:
            for found in find([str(source)], sniff=reading.mirror).sources:
                yield from read(found, reading)
