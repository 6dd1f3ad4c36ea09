"""The words that count on one page: those of its language and of English."""

import attrs

from newsextract.page.calendar import primary
from newsextract.rules.words import Words


@attrs.frozen
class Speech:
    """The words of a page's language and of English; of all languages where the page's is unknown."""

    words: Words
    languages: tuple[str | None, ...] = (None,)
    """The languages whose words count; None for all."""

    @classmethod
    def of(cls, words: Words, language: str | None) -> "Speech":
        """The words that count on a page in a language (BCP 47)."""
        own = primary(language)
        return cls(words, tuple(dict.fromkeys((own, "en"))) if own in words.languages else (None,))

    def after(self, key: str, text: str) -> str | None:
        """As `Words.after`."""
        return next((r for at in self.languages if (r := self.words.after(key, text, at)) is not None), None)

    def starts_with(self, key: str, text: str) -> str | None:
        """As `Words.starts_with`."""
        return next((p for at in self.languages if (p := self.words.starts_with(key, text, at))), None)

    def finds(self, key: str, text: str) -> str | None:
        """As `Words.finds`."""
        return next((p for at in self.languages if (p := self.words.finds(key, text, at))), None)

    def equals(self, key: str, text: str) -> bool:
        """As `Words.equals`."""
        return any(self.words.equals(key, text, at) for at in self.languages)

    def phrases(self, key: str) -> frozenset[str]:
        """As `Words.phrases`."""
        return frozenset(p for at in self.languages for p in self.words.phrases(key, at))

    @property
    def particles(self) -> frozenset[str]:
        """Words that begin in lower case inside names; of all languages, for names travel."""
        return self.words.phrases("particles")
