"""What the folders of a URL's path say about the page behind it; the words are in folders.toml."""

import functools
import re
import tomllib
import unicodedata
from collections.abc import Iterable
from importlib.resources import files
from urllib.parse import unquote

_AUTHORITY = re.compile(r"^(?:[a-z]+:)?//[^/?#]*", re.I)


@functools.cache
def folders() -> dict[str, frozenset[str]]:
    """Kind of page -> the folder names that tell it, lower case, without accents; read once, never changed."""
    table = tomllib.loads(files(__name__).joinpath("folders.toml").read_text("utf-8"))
    return {kind: frozenset(plain(word) for word in words.split()) for kind, words in table.items()}


def steps(url: str) -> list[str]:
    """The folders and the last step of a URL's path, lower case, without accents."""
    path = (_AUTHORITY.sub("", url) if "//" in url else url).partition("?")[0].partition("#")[0]
    return [s for s in plain(path).split("/") if s]


def lie_beside(urls: Iterable[str]) -> bool:
    """Whether URLs lie in one folder."""
    return len({tuple(steps(url)[:-1]) for url in urls}) == 1


def leads_to(kind: str, url: str) -> bool:
    """Whether a URL's path has a folder that names the kind, with something behind it: /tag/harbour is a tag page, and
    /user/login is nobody's."""
    *around, last = plain(reached(url)).rstrip("/").split("/")
    return not folders()[kind].isdisjoint(around) and last not in folders()["account"]


def reached(url: str) -> str:
    """A URL up to the end of its path."""
    return url.partition("?")[0].partition("#")[0] if "?" in url or "#" in url else url


def plain(step: str) -> str:
    """A path or a step of one, decoded, lower case, without accents."""
    step = (unquote(step) if "%" in step else step).lower()
    if step.isascii():
        return step
    return "".join(c for c in unicodedata.normalize("NFD", step) if not unicodedata.combining(c))
