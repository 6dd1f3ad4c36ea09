"""A folder of a user's rules as texts: what travels to the processes of a batch, wherever they run."""

import hashlib
from os import PathLike
from pathlib import Path
from typing import Final

import attrs

from newsextract.errors import RuleError

ENDINGS: Final = (".toml", ".txt")
"""Rule files of our own, and of ftr-site-config."""


@attrs.frozen(repr=False)
class RuleFiles:
    """The rule files of a folder, (name, text) each, in order of their names."""

    texts: tuple[tuple[str, str], ...]

    def __repr__(self) -> str:
        """Short, and another one as soon as a rule is: a batch goes on only under the rules it began with."""
        return f"RuleFiles({hashlib.sha256(repr(self.texts).encode()).hexdigest()[:16]})"


def read(folder: str | PathLike[str]) -> RuleFiles:
    """Every rule file in a folder and below, hidden folders apart; RuleError where there is none."""
    root = Path(folder)
    if not root.is_dir():
        raise RuleError(f"{root}: no such folder: give the folder that holds your rule files")
    found = [p for p in sorted(root.rglob("*")) if p.suffix in ENDINGS and p.is_file() and not _is_hidden(root, p)]
    if not found:
        raise RuleError(f"{root}: no rule files: they end in {' or '.join(ENDINGS)}")
    return RuleFiles(tuple((p.relative_to(root).as_posix(), _text(root, p)) for p in found))


def _is_hidden(root: Path, path: Path) -> bool:
    """Whether a folder on the way is hidden; a file ".example.org.txt" is not, it means what is under that domain."""
    return any(part.startswith(".") for part in path.relative_to(root).parts[:-1])


def _text(root: Path, path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "not UTF-8: save it in that encoding"
        raise RuleError(f"{path.relative_to(root)}: {why}") from error
