"""Worker processes that may hang, crash or swell: pages in, answers out in the same order, whatever the pages do.

lexbor cannot be interrupted from Python, and neither can a regular expression, so a page over its time costs the
process, which is killed and replaced. Workers are plain child processes, not those of `multiprocessing`, which may
not be started inside the workers of Dask.
"""

import os
import pickle
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from contextlib import suppress
from types import TracebackType
from typing import IO, Any, Final, TypeVar

from newsextract.batch.answer import Answer
from newsextract.batch.job import Limits, Work
from newsextract.batch.worker import OVER_MEMORY
from newsextract.errors import WorkerError
from newsextract.inputs.page import Page

T = TypeVar("T")

AHEAD: Final = 32
"""Pages a worker may be ahead of the slowest page that others wait for."""
AHEAD_BYTES: Final = 64 << 20
"""Bytes of pages held at a time."""
START_SECONDS: Final = 60.0
"""How long a worker may take to start: imports from a busy network disk take ten."""
TICK: Final = 0.05
"""Seconds between looks at the clock."""
TRIES: Final = 3
"""How often a page is given to a worker that ends with it: the system may have killed those before, for any reason."""
START_TRIES: Final = 5

_COMMAND: Final = (
    "import pickle, sys; stream = sys.stdin.buffer; sys.path[:] = pickle.load(stream); "
    "from newsextract.batch.worker import main; main(stream)"
)


class Guard:
    """A pool of guarded workers; a context manager, which kills them at its end."""

    def __init__(self, work: Work, limits: Limits, workers: int) -> None:
        self._queue: queue.SimpleQueue[tuple[Page, Future[Answer]] | None] = queue.SimpleQueue()
        self._children = [_Child(work, limits) for _ in range(workers)]
        self._threads = [threading.Thread(target=self._serve, args=(c,), daemon=True) for c in self._children]
        self._closed = threading.Event()

    def __enter__(self) -> "Guard":
        for thread in (*self._threads, threading.Thread(target=self._watch, daemon=True)):
            thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._closed.set()
        for child in self._children:
            self._queue.put(None)
            child.kill()
        for thread in self._threads:
            thread.join()

    def map(self, items: Iterable[T], page_of: Callable[[T], Page | None]) -> Iterator[tuple[T, Answer | None]]:
        """Every item with the answer to its page, in order; None for an item that has no page.

        Items are read ahead, as many as keep the workers busy.
        """
        pending: deque[tuple[T, Future[Answer] | None, int]] = deque()
        held = 0
        for item in items:
            page = page_of(item)
            size = len(page.body) if page else 0
            pending.append((item, self._submit(page) if page else None, size))
            held += size
            while pending and (_settled(pending[0][1]) or self._full(len(pending), held)):
                first, answer, size = pending.popleft()
                held -= size
                yield first, answer.result() if answer else None
        while pending:
            first, answer, _ = pending.popleft()
            yield first, answer.result() if answer else None

    def _submit(self, page: Page) -> "Future[Answer]":
        answer: Future[Answer] = Future()
        self._queue.put((page, answer))
        return answer

    def _full(self, count: int, held: int) -> bool:
        return count >= AHEAD * len(self._children) or held >= AHEAD_BYTES

    def _serve(self, child: "_Child") -> None:
        """A thread: hands pages to one child, until there are no more."""
        while (task := self._queue.get()) is not None and not self._closed.is_set():
            page, future = task
            try:
                future.set_result(child.ask(page))
            except WorkerError as error:
                future.set_exception(error)
            except OSError as error:
                future.set_exception(WorkerError(f"a worker process does not start: {error}"))
        child.stop()

    def _watch(self) -> None:
        while not self._closed.wait(TICK):
            for child in self._children:
                child.check()


def _settled(answer: "Future[Answer] | None") -> bool:
    return answer is None or answer.done()


class _Child:
    """One worker process at a time, started when first needed. One thread calls `ask`, another `check`."""

    def __init__(self, work: Work, limits: Limits) -> None:
        self._settings = (work, limits)
        self._limits = limits
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._errors: IO[bytes] | None = None
        self._deadline: float | None = None
        self._late = self._closed = False
        self._served = 0

    def ask(self, page: Page) -> Answer:
        """The answer to a page."""
        started = time.monotonic()
        answer = next(filter(None, (self._try(page) for _ in range(TRIES))), None)
        seconds = round(time.monotonic() - started, 3)
        kind, value = answer or ("failure", ("crash", self._last_words))
        return Answer(kind=kind, value=value, seconds=seconds)

    def check(self) -> None:
        """Kill the worker if it is over its time."""
        with self._lock:
            if self._deadline is not None and time.monotonic() > self._deadline and self._process:
                self._late, self._deadline = True, None
                self._process.kill()

    def kill(self) -> None:
        """Kill the worker, and start no other."""
        with self._lock:
            self._closed = True
            if self._process:
                self._process.kill()

    def stop(self) -> None:
        """Let the worker end."""
        process, self._process = self._process, None
        if process is None:
            return
        for stream in (process.stdin, process.stdout, self._errors):
            with suppress(OSError):
                if stream:
                    stream.close()
        try:
            process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _try(self, page: Page) -> tuple[str, Any] | None:
        """The answer; None where the worker ended for a reason that may not be the page."""
        process = self._process or self._start()
        try:
            answer: tuple[str, Any] | None = self._exchange(process, page, self._limits.seconds)
        except (OSError, EOFError, pickle.UnpicklingError):
            answer = self._post_mortem(process)
        self._served += 1
        if self._late or process.poll() is not None or self._served >= self._limits.recycle:
            self.stop()
        return answer

    def _start(self) -> "subprocess.Popen[bytes]":
        for _ in range(START_TRIES):
            process = self._spawn()
            try:
                self._exchange(process, sys.path, None)
                if self._exchange(process, self._settings, START_SECONDS) is not None:
                    return process
            except (OSError, EOFError, pickle.UnpicklingError):
                process.wait()
            said = f"not ready after {START_SECONDS:g} seconds" if self._late else self._said()
            self.stop()
        raise WorkerError(f"a worker process does not start: {said}")

    def _spawn(self) -> "subprocess.Popen[bytes]":
        # A process group of its own: Ctrl-C at a terminal reaches the parent alone.
        group = None if sys.platform == "win32" else 0
        with self._lock:
            if self._closed:
                raise WorkerError("stopped")
            self._late, self._served = False, 0
            self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process
            self._process = subprocess.Popen(
                [sys.executable, "-c", _COMMAND],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._errors,
                process_group=group,
            )
            return self._process

    def _exchange(self, process: "subprocess.Popen[bytes]", value: object, seconds: float | None) -> Any:
        """Send a value, and where there is a time limit, wait so long for the answer."""
        assert process.stdin is not None
        assert process.stdout is not None
        with self._lock:
            self._deadline = None if seconds is None else time.monotonic() + seconds
        try:
            pickle.dump(value, process.stdin, pickle.HIGHEST_PROTOCOL)
            process.stdin.flush()
            return None if seconds is None else pickle.load(process.stdout)
        finally:
            with self._lock:
                self._deadline = None

    def _post_mortem(self, process: "subprocess.Popen[bytes]") -> tuple[str, Any] | None:
        try:
            code = process.wait(timeout=5)
        except subprocess.TimeoutExpired:  # it lives, but what it says is no answer
            process.kill()
            code = process.wait()
        if self._late:
            return "failure", ("timeout", f"over {self._limits.seconds:g} seconds")
        if code == OVER_MEMORY:
            return "failure", ("memory", f"over {self._limits.megabytes} MB")
        self._last_words = f"the worker ended with {_said_by(code)}"
        return None

    _last_words = ""

    def _said(self) -> str:
        """The last line the worker wrote on standard error."""
        if self._errors is None:
            return ""
        self._errors.seek(0)
        lines = self._errors.read().decode("utf-8", "replace").strip().splitlines()
        return lines[-1] if lines else "no word on standard error"


def _said_by(code: int) -> str:
    if code >= 0:
        return f"exit code {code}"
    with suppress(ValueError):
        return f"signal {signal.Signals(-code).name}"
    return f"signal {-code}"


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
