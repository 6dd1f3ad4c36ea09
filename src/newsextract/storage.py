"""Files by path, on this machine or on any file system fsspec knows: "saved/a.html", "s3://bucket/a.html".

Writing is atomic: a file is there whole, under its name, or not at all.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any, Final
from uuid import uuid4

import attrs

from newsextract.errors import MissingExtra, OutputError


@attrs.frozen
class Stat:
    """What tells that a file has changed."""

    size: int
    modified: str
    """As the file system gives it; only equality counts."""


def is_remote(path: str) -> bool:
    """Whether a path names a file system: "s3://…", "memory://…"."""
    return "://" in path


def open_read(path: str) -> IO[bytes]:
    """The file, open for reading; OSError where it cannot be."""
    if not is_remote(path):
        return Path(path).open("rb")
    system, inner = _filesystem(path)
    opened: IO[bytes] = system.open(inner, "rb")
    return opened


def stat(path: str) -> Stat:
    """Size and time of a file; OSError where there is none."""
    if not is_remote(path):
        found = Path(path).stat()
        return Stat(found.st_size, str(found.st_mtime_ns))
    system, inner = _filesystem(path)
    info = system.info(inner)
    stamp = info.get("mtime") or info.get("LastModified") or info.get("ETag") or info.get("created") or ""
    return Stat(info.get("size") or 0, str(stamp))


def is_special(path: str) -> bool:
    """Whether a path is there and is neither file nor folder: to open a pipe or a device may take for ever."""
    return not is_remote(path) and Path(path).exists() and not Path(path).is_file() and not Path(path).is_dir()


def absolute(path: str) -> str:
    """The path with nothing left out, "./a" and "a" being the same; a URL as it is."""
    return path if is_remote(path) else os.path.abspath(path)  # noqa: PTH100 - Path.resolve would follow links


def is_folder(path: str) -> bool:
    """Whether a path is a folder."""
    if not is_remote(path):
        return Path(path).is_dir()
    system, inner = _filesystem(path)
    return bool(system.isdir(inner))


def exists(path: str) -> bool:
    """Whether there is a file or a folder at a path."""
    if not is_remote(path):
        return Path(path).exists()
    system, inner = _filesystem(path)
    return bool(system.exists(inner))


def walk(folder: str) -> Iterator[str]:
    """The files below a folder as paths relative to it, parted by "/", by name; one ending in "/" cannot be read."""
    if is_remote(folder):
        system, inner = _filesystem(folder)
        prefix = inner.rstrip("/") + "/"
        yield from sorted(found.removeprefix(prefix) for found in system.find(inner))
        return
    closed: list[OSError] = []
    for base, folders, files in os.walk(folder, onerror=closed.append):
        folders.sort()
        relative = Path(base).relative_to(folder)
        yield from ((relative / name).as_posix() for name in sorted(files))
    yield from (Path(error.filename).relative_to(folder).as_posix() + "/" for error in closed)


def names(folder: str) -> list[str]:
    """The names of the files in a folder, sorted; none where there is no folder."""
    if not is_remote(folder):
        return sorted(p.name for p in Path(folder).iterdir()) if Path(folder).is_dir() else []
    system, inner = _filesystem(folder)
    if not system.isdir(inner):
        return []
    return sorted(str(path).rstrip("/").rsplit("/", 1)[-1] for path in system.ls(inner, detail=False))


def join(folder: str, name: str) -> str:
    """The path of a file in a folder."""
    return f"{folder.rstrip('/')}/{name}" if is_remote(folder) else str(Path(folder) / name)


def make_folder(path: str) -> None:
    """A folder, and those above it; OutputError where that fails."""
    try:
        if not is_remote(path):
            Path(path).mkdir(parents=True, exist_ok=True)
            return
        system, inner = _filesystem(path)
        system.makedirs(inner, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror or error}") from error


def remove(path: str) -> None:
    """Remove a file or a folder with all in it; nothing where there is none."""
    if is_remote(path):
        system, inner = _filesystem(path)
        if system.exists(inner):
            system.rm(inner, recursive=True)
        return
    target = Path(path)
    if target.is_dir() and not target.is_symlink():
        for name in names(path):
            remove(str(target / name))
        target.rmdir()
    else:
        target.unlink(missing_ok=True)


def sweep(folder: str) -> None:
    """Remove what a kill left of files that `write` was about to put in place here."""
    for name in names(folder):
        if name.endswith(_TEMPORARY):
            remove(join(folder, name))


_TEMPORARY: Final = ".newsextract-tmp"
"""The ending of files that are not whole yet."""


def write(path: str, content: bytes) -> None:
    """Put a file in its place, whole: written beside it, flushed to the disk, renamed; OutputError where it fails."""
    try:
        with _replacing(path) as file:
            file.write(content)
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror or error}") from error


@contextmanager
def _replacing(path: str) -> Iterator[IO[bytes]]:
    if is_remote(path):
        system, inner = _filesystem(path)
        temporary = f"{inner}.{uuid4().hex}{_TEMPORARY}"
        with system.open(temporary, "wb") as file:
            yield file
        system.mv(temporary, inner)
        return
    target = Path(path)
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=target.name + ".", suffix=_TEMPORARY)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _umask() -> int:
    """What new files are denied here; it can only be read by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _filesystem(path: str) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise MissingExtra(f"the path {path}", "remote") from error
    system, inner = url_to_fs(path)
    return system, str(inner)
