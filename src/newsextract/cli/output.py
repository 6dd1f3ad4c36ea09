"""What commands print: text on standard output, one line a fault on standard error.

Page text may hold control characters that a terminal would obey. They are dropped where the output is a terminal,
and kept in files and pipes, where the record must be what was extracted.
"""

import io
import re
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""C0 and C1 control characters but tab and newline: what starts an escape sequence."""

CREDENTIALS = re.compile(r"(?<=://)[^/?#@\s]{1,300}@")
"""User and password of a URL."""


def prepare() -> None:
    """Make the standard streams UTF-8, whatever the locale says: JSON is UTF-8 (RFC 8259)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def put(text: str) -> None:
    """Print a result and a newline. Ctrl-C waits until the line is whole."""
    with _uninterrupted():
        _write(sys.stdout, text)
        sys.stdout.flush()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Put an interrupt off to the end of the block; signals reach the main thread alone."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    pressed: list[int] = []
    usual = signal.signal(signal.SIGINT, lambda number, _frame: pressed.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, usual)
    if pressed:
        raise KeyboardInterrupt


def complain(about: str, message: object) -> None:
    """Print a fault on one line, no password in it: `newsextract: page.html: No such file or directory`."""
    _write(sys.stderr, CREDENTIALS.sub("", " ".join(f"newsextract: {about}: {message}".split())))


def note(message: str) -> None:
    """Print a line of report on standard error."""
    _write(sys.stderr, f"newsextract: {message}")


def _write(stream: TextIO, text: str) -> None:
    stream.write(CONTROLS.sub("", text) if stream.isatty() else text)
    stream.write("\n")
