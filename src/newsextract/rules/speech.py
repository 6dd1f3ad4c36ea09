"""The words that count on one page: those of its language and of English."""

from typing import TYPE_CHECKING

import attrs

from newsextract.page.calendar import primary
from newsextract.rules.words import Phrases, Words

if TYPE_CHECKING:
    from newsextract.rules.personnames import Named


@attrs.frozen
class Speech:
    """The words of a page's language and of English; of all languages where the page's is unknown."""

    words: Words
    languages: tuple[str, ...] | None = None
    """The languages whose words count; None for all."""
    _known: dict[tuple[str, ...], Phrases] = attrs.field(init=False, factory=dict, repr=False, eq=False)
    """What was asked for so far."""
    read: "dict[tuple[str, frozenset[str]], tuple[Named, ...]]" = attrs.field(
        init=False, factory=dict, repr=False, eq=False
    )
    """Whom bylines that were read so far name, and their segments, by text and names of the site: pages print and state
    the same names over and over."""

    @classmethod
    def of(cls, words: Words, language: str | None) -> "Speech":
        """The words that count on a page in a language (BCP 47)."""
        own = primary(language)
        return cls(words, tuple(dict.fromkeys((own, "en"))) if own in words.languages else None)

    def under(self, *keys: str) -> Phrases:
        """The phrases under one key or under any of several."""
        known = self._known.get(keys)
        if known is None:
            known = self._known[keys] = self.words.of(keys, self.languages)
        return known

    def after(self, key: str, text: str) -> str | None:
        """As `Phrases.after`."""
        return self.under(key).after(text)

    def starts_with(self, key: str, text: str) -> str | None:
        """As `Phrases.starts`."""
        return self.under(key).starts(text)

    def finds(self, key: str, text: str) -> str | None:
        """As `Phrases.within`."""
        return self.under(key).within(text)

    def equals(self, key: str, text: str) -> bool:
        """As `Phrases.equal`."""
        return self.under(key).equal(text)

    def phrases(self, key: str) -> frozenset[str]:
        """The phrases under a key."""
        return self.under(key).all

    @property
    def particles(self) -> frozenset[str]:
        """Words that begin in lower case inside names; of all languages, for names travel."""
        return self.words.phrases("particles")
