"""What a user names in, the files to read out: folders, globs, files, lists of them, URLs, standard input."""

import glob
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Final, Literal, TypeAlias

import attrs

from newsextract import storage
from newsextract.errors import InputError
from newsextract.inputs.archives import is_warc
from newsextract.inputs.files import endings, is_page

Kind: TypeAlias = Literal["page", "file", "warc", "zip", "tar", "json-lines", "parquet", "url", "stdin", "closed"]

STDIN: Final = "-"
HTTRACK: Final = "/hts-cache/"
"""Where HTTrack keeps each page once more."""
SCHEMES: Final = ("http://", "https://")


@attrs.frozen(kw_only=True)
class Source:
    """One thing to open and read."""

    name: str
    """Relative to the folder named, that folder's own name in front: the same wherever the folder is mounted."""
    path: str
    kind: Kind
    size: int = 0
    modified: str = ""
    """When a file was last changed, as its file system tells; only equality counts."""

    @property
    def single(self) -> bool:
        """Whether it holds one page at most."""
        return self.kind in ("page", "file", "url", "closed")


@attrs.frozen
class Listing:
    """The sources in their order, and what was passed over in folders."""

    sources: tuple[Source, ...]
    others: dict[str, int]
    """How many files are no input, by their ending."""


def find(named: Iterable[str], ignore: Callable[[str], bool] = lambda path: False, *, sniff: bool = False) -> Listing:
    """The sources that names stand for, each once; InputError where one stands for nothing.

    `ignore` tells files inside folders that are not to be read, such as the output of the run; `sniff`: files whose
    names say nothing may be pages.
    """
    others: Counter[str] = Counter()
    found: dict[str, Source] = {}
    for given in named:
        for name, path in _expanded(given):
            if ignore(path):
                continue
            kind = _kind(path, explicit=path == given or _names_ending(given)) or ("file" if sniff else None)
            if HTTRACK in path:
                others["of HTTrack's cache"] += 1
            elif path != given and storage.is_special(path):
                others["that is no regular one"] += 1
            elif kind is None:
                others[PurePosixPath(path).suffix.lower() or "no ending"] += 1
            elif path not in found:
                found[path] = _source(name, path, kind)
    return Listing(_distinct(found.values()), dict(sorted(others.items())))


def _names_ending(given: str) -> bool:
    """Whether it is a glob that names an ending, as "*.php" does: such files are meant, whatever they hold."""
    ending = PurePosixPath(given).suffix
    return glob.has_magic(given) and ending != "" and not glob.has_magic(ending)


def listed(path: str) -> Iterator[str]:
    """The lines of a list of paths and URLs; InputError where it cannot be read. Paths count from where one works."""
    try:
        with storage.open_read(path) as file:
            text = file.read().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: {getattr(error, 'strerror', None) or error}") from error
    yield from (line.strip() for line in text.splitlines() if line.strip())


def _expanded(given: str) -> Iterator[tuple[str, str]]:
    """(name, path) of what a user's word stands for."""
    if given.lower().startswith(SCHEMES) and "@" in given.partition("://")[2].partition("/")[0]:
        raise InputError("a URL with user and password: the output and the ledger of a run would keep them")
    if given == STDIN or given.lower().startswith(SCHEMES):
        yield given, given
    elif storage.is_folder(given):
        root = PurePosixPath(given.split("://")[-1].rstrip("/")).name or Path(given).resolve().name
        for relative in storage.walk(given):
            closed = "/" if relative.endswith("/") else ""
            yield f"{root}/{relative}", storage.join(given, relative.rstrip("/")) + closed
    elif storage.exists(given):
        yield PurePosixPath(given.replace("\\", "/")).name, given
    elif glob.has_magic(given) and not storage.is_remote(given):
        matches = sorted(glob.glob(given, recursive=True))  # noqa: PTH207 - the pattern may be absolute
        if not matches:
            raise InputError(f"{given}: no such file")
        for match in matches:
            if Path(match).is_file():
                yield match.replace("\\", "/"), match
    else:
        raise InputError(f"{given}: no such file or folder")


_TABLES: Final = {".jsonl": "json-lines", ".ndjson": "json-lines", ".zip": "zip", ".wacz": "zip", ".parquet": "parquet"}


def _kind(path: str, *, explicit: bool) -> Kind | None:
    """What a path holds, by its name; a file of unknown ending is a page where it was named itself, else nothing."""
    if path == STDIN:
        return "stdin"
    if path.lower().startswith(SCHEMES):
        return "url"
    if path.endswith("/"):
        return "closed"
    if is_warc(path):
        return "warc"
    ending, coding = endings(path)
    if ending == ".tar" or path.lower().endswith(".tgz"):
        return "tar"
    table = _TABLES.get(ending)
    if table and (coding is None or table == "json-lines"):
        return table  # type: ignore[return-value]  # the table holds kinds
    return "page" if explicit or is_page(path) else None


def _source(name: str, path: str, kind: Kind) -> Source:
    if kind in ("stdin", "url", "closed"):
        return Source(name=name, path=path, kind=kind)
    try:
        stat = storage.stat(path)
    except OSError:
        return Source(name=name, path=path, kind=kind)  # reading it will say what is wrong
    return Source(name=name, path=path, kind=kind, size=stat.size, modified=stat.modified)


def _distinct(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Sources of different folders that would have one name are named by their whole path."""
    sources = tuple(sources)
    count = Counter(s.name for s in sources)
    return tuple(attrs.evolve(s, name=s.path) if count[s.name] > 1 else s for s in sources)
