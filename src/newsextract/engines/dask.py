"""A batch on Dask.distributed: shards go to the workers of a cluster, part files to a folder that all can reach.

A worker that dies costs the shards it had, which Dask gives to others; what they had finished is not done again, and
what is written twice is the same file. A page that kills its process kills a guarded child of the worker, not the
worker. A scheduler that is lost ends the run; started again with `resume`, it goes on where the ledger says.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final

import attrs

from newsextract.batch.job import Job, Shard
from newsextract.batch.ledger import Entry
from newsextract.batch.process import Begun
from newsextract.batch.run import Prepared, Summary, is_file, process_shard, summary
from newsextract.errors import MissingExtra, OutputError, WorkerError

if TYPE_CHECKING:
    from distributed import Client

RETRIES: Final = 2
"""How often a shard that failed for no fault of a page is tried again: a full disk, a file system that was away."""


def run(
    prepared: Prepared, scheduler: "str | Client | None" = None, told: Callable[[Entry], None] = lambda entry: None
) -> Summary:
    """Do the batch on a cluster: the address of its scheduler, a client, or None for one on this machine.

    `told` hears of every part that is finished. A shard that fails for good ends the run with WorkerError after the
    others are done.
    """
    job = prepared.job
    if is_file(job.output) or prepared.ledger is None:
        raise OutputError(f"{job.output}: an engine writes a folder of part files, not one file")
    begun = Begun.of(prepared.done)
    left = [s for s in prepared.shards if s.number not in begun.finished]
    client, own = _client(scheduler)
    try:
        _do(client, left, attrs.evolve(job, workers=1), told)
    finally:
        if own:
            client.close()
    # Not of what the workers gave back: a shard that was tried again gives only what the first try had not finished.
    return summary(attrs.evolve(prepared, done=()), prepared.ledger.entries())


def _do(client: Any, shards: list[Shard], job: Job, told: Callable[[Entry], None]) -> None:
    """Have the shards done, by workers with one guarded child each."""
    import distributed

    as_completed: Callable[[Any], Iterable[Any]] = distributed.as_completed
    futures = client.map(process_shard, shards, job=job, pure=False, retries=RETRIES)
    failed: list[str] = []
    for future in as_completed(futures):
        if future.status == "finished":
            for entry in future.result():
                told(entry)
        else:
            failed.append(_fault(future))
    if failed:
        counts = f"{len(failed)} of {len(shards)} shards"
        raise WorkerError(f"{counts} failed, the first with {failed[0]}; --resume tries them again")


def _fault(future: Any) -> str:
    """What became of a shard that was not finished."""
    if future.status != "error":
        return f"the scheduler is lost, and the shard {future.status}"
    error = future.exception()
    return f"{type(error).__name__}: {error}"


def _client(scheduler: "str | Client | None") -> tuple[Any, bool]:
    """A client, and whether it is ours to close."""
    try:
        import distributed
    except ImportError as error:
        raise MissingExtra("the engine dask", "dask") from error
    if scheduler is None or isinstance(scheduler, str):
        connect: Callable[[str | None], Any] = distributed.Client
        return connect(scheduler), True
    return scheduler, False
