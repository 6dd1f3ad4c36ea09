"""A worker process: pages on standard input, answers on standard output, as pickles one after another.

It is started by `batch.guard`, which kills it when a page takes too long. Over its memory limit, or left alone by the
process that started it, it ends itself.
"""

import faulthandler
import functools
import gc
import importlib
import os
import pickle
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Final

from newsextract.batch.job import Limits, Work
from newsextract.batch.rows import line, record_row
from newsextract.inputs.page import Page
from newsextract.records import Article

Answer = tuple[str, Any]
"""("row", line or Article), ("out", None) for a record that --where leaves out, ("failure", (error, message))."""

READY: Final = "ready"
OVER_MEMORY: Final = 77
"""Exit code of a worker over its memory limit."""
ORPHANED: Final = 78
"""Exit code of a worker whose parent is gone."""

TICK: Final = 0.05
"""Seconds between looks at the memory: in less, a page can fill 100 MB or so."""

WARM_UP: Final = b"<!doctype html><title>The harbour</title><h1>The harbour</h1>" + 9 * (
    b"<p>By Tuesday evening, 5 March 2024, all of the ships that had been expected were lying in the harbour.</p>"
)
"""A page extracted before any other: rules and models load in the worker's time, not in that of its first page."""

COLLECTED: Final = (20_000, 10, 10)
"""Thresholds of the garbage collector: extraction breaks its own cycles, so that there is little to find."""

MESSAGE: Final = 500
"""Characters of an exception's message that are kept."""


def main(requests: IO[bytes]) -> None:
    """Serve until there are no more requests. The first is (Work, Limits)."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's business
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what anything prints must not get among the answers
    faulthandler.enable()
    work, limits = pickle.load(requests)
    extract = _extractor(work)
    _limit(limits)
    with suppress(Exception):
        extract(WARM_UP)
    gc.freeze()  # rules, words and models stay; looking through them for garbage costs a page some twentieth
    gc.set_threshold(*COLLECTED)
    _send(replies, READY)
    with suppress(EOFError, BrokenPipeError):
        while True:
            _send(replies, answer(pickle.load(requests), work, extract))


def answer(page: Page, work: Work, extract: Callable[..., Article]) -> Answer:
    """What a page gives; whatever goes wrong in it is a failure."""
    try:
        limits = {} if work.page is None else {"limits": work.page}
        article = extract(
            page.body, url=page.url, charset=page.charset, captured=page.captured, locators=work.locators, **limits
        )
        if any(e.source == "error" and (e.raw or "").startswith("MemoryError") for e in article.evidence.values()):
            return "failure", ("memory", "a field needed more memory than a worker may have")
        if work.reply == "record" and not work.where:
            return "row", article
        record = article.to_dict()
        if not all(condition.holds(record) for condition in work.where):
            return "out", None
        return "row", article if work.reply == "record" else line(record_row(page, record, work.fields))
    except MemoryError:
        return "failure", ("memory", "the page needs more memory than a worker may have")
    except Exception as error:  # noqa: BLE001 - one page must not cost the batch
        return "failure", (type(error).__name__, " ".join(str(error).split())[:MESSAGE])


def _extractor(work: Work) -> Callable[..., Article]:
    """What is called for each page, with the user's rules where there are any: read once."""
    module, _, function = work.extractor.partition(":")
    found: Callable[..., Article] = getattr(importlib.import_module(module), function)
    if work.rules is None:
        return found
    from newsextract.rules.user import of_files

    return functools.partial(found, rules=of_files(work.rules))


def _send(replies: IO[bytes], value: object) -> None:
    pickle.dump(value, replies, pickle.HIGHEST_PROTOCOL)
    replies.flush()


def _limit(limits: Limits) -> None:
    """Have the memory watched, and the parent's life; and let the system refuse what no look comes in time for."""
    allowed = limits.megabytes << 20 if limits.megabytes else None
    if allowed is not None:
        _refuse_beyond(2 * allowed)
    threading.Thread(target=_watch, args=(allowed, os.getppid()), daemon=True).start()


def _refuse_beyond(size: int) -> None:
    """Address space on top of what the interpreter has taken; it is larger than what is resident, hence the double."""
    if sys.platform == "win32":
        return
    import resource

    with suppress(OSError, ValueError):  # a lower limit is set already
        resource.setrlimit(resource.RLIMIT_AS, (_statm(0) + size, resource.RLIM_INFINITY))


def _watch(allowed: int | None, parent: int) -> None:
    while True:
        time.sleep(TICK)
        if os.getppid() != parent:
            os._exit(ORPHANED)
        if allowed is not None and _resident() > allowed:
            os._exit(OVER_MEMORY)


def _resident() -> int:
    """Bytes of memory this process holds; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    if sys.platform == "linux":
        # Not getrusage: its maximum is inherited from the process that started this one.
        return _statm(1)
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _statm(column: int) -> int:
    """Linux: 0 for the address space, 1 for what is resident, in bytes; elsewhere 0."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[column]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 0
