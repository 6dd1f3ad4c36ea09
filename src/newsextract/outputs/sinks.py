"""Where the parts of a batch go: files of a folder, or the end of one file.

A sink takes a part at a time and gives back how long the output is with it, which the ledger keeps: what a kill left
beyond that is cut off when the run goes on.
"""

import os
import sys
from collections.abc import Sequence
from io import FileIO
from pathlib import Path
from typing import Protocol

from newsextract import storage
from newsextract.errors import OutputError
from newsextract.outputs.formats import Fields, Format

PART = "part-"
"""What the names of part files begin with."""


class Sink(Protocol):
    """Takes parts."""

    def write(self, name: str, rows: Sequence[bytes]) -> int | None:
        """Put a part of rows (JSON lines without their ends) in its place, again if it is there already."""

    def close(self) -> None:
        """No more will come."""


class PartFiles:
    """A file a part in one folder, each there whole or not at all; a part without rows has none."""

    def __init__(self, folder: str, format_: Format, fields: Fields) -> None:
        self._folder = folder
        self._format = format_
        self._fields = fields
        storage.make_folder(folder)

    def write(self, name: str, rows: Sequence[bytes]) -> int | None:
        """The part as `part-<name>.<ending>`."""
        if rows:
            path = storage.join(self._folder, f"{PART}{name}{self._format.endings[0]}")
            storage.write(path, self._format.encode(rows, self._fields, True))
        return None

    def close(self) -> None:
        """Nothing is open."""


class OneFile:
    """One local file that parts are appended to."""

    def __init__(self, path: str, format_: Format, fields: Fields, size: int = 0) -> None:
        """Go on after `size` bytes, which a ledger says are finished; OutputError where there are fewer."""
        self._path = path
        self._format = format_
        self._fields = fields
        try:
            if size and Path(path).stat().st_size < size:
                raise OutputError(f"{path}: shorter than its ledger says; run with --overwrite")
            # Unbuffered: what a full disk did not take must not be tried again when the file is closed.
            opened = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
            self._file = os.fdopen(opened, "r+b", buffering=0)
            _lock(self._file, path)
            self._file.truncate(size)
            self._file.seek(size)
        except OSError as error:
            raise OutputError(f"{path}: {error.strerror}") from error

    def write(self, name: str, rows: Sequence[bytes]) -> int | None:
        """Append the part; where that fails, take back what came of it."""
        before = self._file.tell()
        try:
            if rows:
                left = memoryview(self._format.encode(rows, self._fields, before == 0))
                while left:
                    left = left[self._file.write(left) :]
                os.fsync(self._file.fileno())
            return self._file.tell()
        except OSError as error:
            self._file.truncate(before)
            self._file.seek(before)
            raise OutputError(f"{self._path}: {error.strerror}") from error

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def _lock(file: FileIO, path: str) -> None:
    """Keep other runs from writing the file too, where the system can do that; OutputError where one does it now."""
    if sys.platform == "win32":
        return
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        file.close()
        raise OutputError(f"{path}: another run is writing it") from error
    except OSError:
        return  # some network file systems have no locks


class StandardOutput:
    """Parts on standard output, as they come."""

    def __init__(self, format_: Format, fields: Fields) -> None:
        self._format = format_
        self._fields = fields
        self._first = True

    def write(self, name: str, rows: Sequence[bytes]) -> int | None:
        """Print the part; BrokenPipeError where the reader has had enough."""
        if not rows:
            return None
        try:
            sys.stdout.buffer.write(self._format.encode(rows, self._fields, self._first))
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputError(f"standard output: {error.strerror}") from error
        self._first = False
        return None

    def close(self) -> None:
        """It stays open."""
