"""The words of teaser blocks, in all languages: `rules/teasers/words.toml`, read once."""

import functools
import tomllib
from importlib.resources import files

import attrs

from newsextract.errors import RuleError


@attrs.frozen(eq=False)
class Vocabulary:
    """Phrases by key."""

    by_key: dict[str, frozenset[str]]

    def phrases(self, key: str) -> frozenset[str]:
        """The phrases of all languages under a key, case folded; KeyError for a key that the file has not."""
        return self.by_key[key]


@functools.cache
def vocabulary() -> Vocabulary:
    """The words that ship with the package."""
    place = files("newsextract.rules").joinpath("teasers", "words.toml")
    try:
        table = tomllib.loads(place.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"teasers/words.toml: not TOML: {error}") from error
    return Vocabulary({key: frozenset(p.casefold() for p in phrases) for key, phrases in table.items()})
