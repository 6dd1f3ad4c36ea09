"""Ctrl-C in two steps: pressed once, a run is asked to stop; pressed twice, it stops."""

import signal
import threading
from types import TracebackType

from newsextract.cli import output

INTERRUPTED = 130
"""Exit code of a process that Ctrl-C ended: 128 + SIGINT, as shells give it."""


class Interrupt:
    """A context manager in which the first Ctrl-C is noted and answered with a line, and the second is as ever.

    Where interrupts are ignored, as in a job in the background, they stay so.
    """

    def __init__(self, told: str) -> None:
        self._told = told
        self._pressed = False
        self._mine = False

    def pressed(self) -> bool:
        """Whether Ctrl-C was pressed."""
        return self._pressed

    def __enter__(self) -> "Interrupt":
        main = threading.current_thread() is threading.main_thread()
        self._mine = main and signal.getsignal(signal.SIGINT) is signal.default_int_handler
        if self._mine:
            signal.signal(signal.SIGINT, self._first)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._mine:
            signal.signal(signal.SIGINT, signal.default_int_handler)

    def _first(self, number: int, frame: object) -> None:
        self._pressed = True
        signal.signal(signal.SIGINT, signal.default_int_handler)
        output.note(self._told)
