"""The phrases of one concern in all languages: `rules/phrases/*.toml`, each read once.

Such a file holds lists of phrases by key. What the keys mean, and how their phrases are matched, its reader knows.
"""

import functools
import itertools
import tomllib
from importlib.resources import files

import attrs

from newsextract.errors import RuleError


@attrs.frozen(eq=False)
class Vocabulary:
    """Phrases by key."""

    by_key: dict[str, frozenset[str]]
    in_order: dict[str, tuple[str, ...]]
    """The same, for `str.startswith`."""

    def phrases(self, key: str) -> frozenset[str]:
        """The phrases of all languages under a key, case folded; KeyError for a key that the file has not."""
        return self.by_key[key]

    def openings(self, key: str) -> tuple[str, ...]:
        """The phrases under a key as `str.startswith` takes them."""
        return self.in_order[key]

    def opens(self, key: str, folded: str) -> bool:
        """Whether a text, case folded, begins with a phrase under a key."""
        return folded.startswith(self._by_letter[key].get(folded[:1], ()))

    def holds(self, key: str, folded: str) -> bool:
        """Whether a text, case folded, has a phrase under a key anywhere in it."""
        return any(phrase in folded for phrase in self.in_order[key])

    @functools.cached_property
    def _by_letter(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """Key -> first letter -> phrases: a text is compared with few of several hundred."""
        return {
            key: {letter: tuple(same) for letter, same in itertools.groupby(phrases, lambda p: p[0])}
            for key, phrases in self.in_order.items()
        }


@functools.cache
def vocabulary(concern: str) -> Vocabulary:
    """The phrases that ship with the package: "teasers", "notices", "pagekinds", "credits", "filed"."""
    place = files("newsextract.rules").joinpath("phrases", f"{concern}.toml")
    try:
        table = tomllib.loads(place.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"phrases/{concern}.toml: not TOML: {error}") from error
    by_key = {key: frozenset(p.casefold() for p in phrases) for key, phrases in table.items()}
    return Vocabulary(by_key, {key: tuple(sorted(phrases)) for key, phrases in by_key.items()})
