"""Which of many stems a short text holds, at the beginning of a word: one look a word, however many stems."""

import re
from collections.abc import Iterable

import attrs

from newsextract.page.headlines import WIDE

_KEY = 2
"""Characters that stems are filed under."""
_BEGINNING = re.compile(rf"(?<![^\W_])\S|[{WIDE}-\U0010ffff]")
"""Where a word begins; any letter, in scripts that part no words."""


@attrs.frozen(eq=False)
class Stems:
    """Stems of several kinds, the first kind the strongest."""

    kinds: tuple[str, ...]
    filed: dict[str, tuple[tuple[str, int], ...]]
    """First characters -> (stem, place of its kind)."""

    @classmethod
    def of(cls, kinds: Iterable[tuple[str, frozenset[str]]]) -> "Stems":
        """File the stems of each kind."""
        pairs = tuple(kinds)
        filed: dict[str, list[tuple[str, int]]] = {}
        for place, (_, stems) in enumerate(pairs):
            for stem in stems:
                filed.setdefault(stem[:_KEY], []).append((stem, place))
        return cls(tuple(k for k, _ in pairs), {k: tuple(v) for k, v in filed.items()})

    def kind(self, text: str) -> str | None:
        """The strongest kind that has a stem in the text (case folded); in scripts without spaces, anywhere in it."""
        best = len(self.kinds)
        for begin in _BEGINNING.finditer(text):
            place = begin.start()
            for stem, rank in self.filed.get(text[place : place + _KEY], ()):
                if rank < best and text.startswith(stem, place):
                    best = rank
        return self.kinds[best] if best < len(self.kinds) else None
