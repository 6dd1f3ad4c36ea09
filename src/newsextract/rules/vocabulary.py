"""The phrases of one concern in all languages: `rules/phrases/*.toml`, each read once.

Such a file holds lists of phrases by key. What the keys mean, and how their phrases are matched, its reader knows.
"""

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
def vocabulary(concern: str) -> Vocabulary:
    """The phrases that ship with the package: "teasers", "notices"."""
    place = files("newsextract.rules").joinpath("phrases", f"{concern}.toml")
    try:
        table = tomllib.loads(place.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"phrases/{concern}.toml: not TOML: {error}") from error
    return Vocabulary({key: frozenset(p.casefold() for p in phrases) for key, phrases in table.items()})
