"""What pages say in the languages of the world: "By", "Read also", "Advertisement", months, function words.

Phrases are folded before they are compared: case, Latin and Greek accents, and the kinds of apostrophes and spaces make
no difference. A phrase at the start of a text must end where a word ends, except in scripts written without spaces.
"""

import functools
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

import attrs

from newsextract.errors import RuleError

KEYS: dict[str, str] = {
    "by": "opens a byline: by, written by",
    "by_here": "opens a byline on pages in this very language: a short word that means other things elsewhere",
    "by_several": "heads a list of authors, each on its own: authors, contributors",
    "by_photo": "opens a photographer's or illustrator's line",
    "by_editor": "opens an editor's or producer's line",
    "by_translator": "opens a translator's line",
    "and": "stands between two names",
    "and_here": "stands between two names on pages in this very language: a short word that means others elsewhere",
    "published": "stands before the date of publication",
    "first_published": "stands before the date of first publication on pages that print a later one",
    "updated": "stands before the date of change",
    "as_of": "stands before the date of change on pages that print that of publication too, else before the latter",
    "checked": "stands before the day on which somebody looked a fact or a source up",
    "read_also": "stands before a link to another article inside the body, or over several, alone",
    "leads_on": "opens such a link too, or what else leads on: watch, background, more about",
    "related": "title of a block of related articles",
    "recommended": "title of a block of most read, latest, recommended articles",
    "sponsored": "marks paid content",
    "advertisement": "label of an advertisement",
    "tags": "label of the list of tags",
    "categories": "label of the section",
    "share": "label of share buttons",
    "newsletter": "title or button of a newsletter prompt",
    "comments": "title or button of the comments",
    "contents": "title of a table of contents",
    "previous": "label of the link to the previous article",
    "goes_back": "label of the link to the previous page, or of a way back",
    "next": "label of the link to the next article",
    "goes_on": "label of the link to the next page, or of a way on",
    "back": "opens a link that leads back to a list: back to",
    "home": "the home page in breadcrumbs",
    "search": "label of the search form",
    "source": "stands before the name of the first publisher",
    "publisher": "word in the name of a newspaper, a channel or an agency",
    "genre": "what a headline ends in that says of what form the piece is, not who published it",
    "photo_credit": "stands before a picture's credit",
    "caption": "stands before a picture's caption, or says that there is a picture",
    "correction": "opens a note of correction",
    "paywall": "says that only subscribers may read on",
    "consent": "of a cookie notice",
    "subscribe": "button or title of a prompt to subscribe",
    "login": "button to log in or register",
    "author_about": "title of an author card",
    "weekdays": "the days of the week and their abbreviations",
    "relative": "units and words of relative dates: ago, today, yesterday, minutes",
    "roles": "job titles that stand beside an author's name",
    "agencies": "news agencies",
    "honorifics": "titles that stand before a name: Dr, Mrs",
    "working_for": "stands between a name and the paper it writes for: for",
    "dangling": "ends no name, whatever its capital: on, in",
    "articles": "article or other word that opens an institution's name or a phrase, never a person's name: the, this",
    "particles": "words in lower case inside names: de, van, bin",
    "newsroom_endings": "what the words of institutions end in where they are written as one: verband, ministerium",
    "newsroom": "words in the name of a newsroom or an institution, not of a person: staff, desk, university",
    "live": "marks live coverage",
    "chatbot_residue": "what a chatbot leaves in an article it wrote",
    "read_more": "text of a link to the article it stands in a teaser of",
    "load_more": "button that shows more",
    "minutes_read": "the words of a reading time, without the number",
    "not_found": "title of a page that is not there",
    "stopwords": "the most frequent function words",
    "months": "twelve entries parted by ';', each the month's names parted by '|'",
}
"""The keys of a words file and what their phrases are."""

_WITH = {"by": "by_several"}
"""Keys whose phrases count under another one, too."""
_HERE = {"by": "by_here", "and": "and_here"}
"""The same where the language is known."""

MONTHS = 12
LONGEST = 160
"""Characters of a text that are looked at for a phrase at its start."""
PLAIN = 4
"""Letters of a text by which most are told to begin with none."""

_LETTERS = dict(zip("’‘ʼ`´ıـ", "'''''i'", strict=True)) | dict.fromkeys("\u0307\u00ad\u200b\u200e\u200f\ufeff", "")
_ANY_OF_LETTERS = re.compile("[" + "".join(_LETTERS) + "]")
_MARKS = re.compile("[\u0300-\u036f]")
_UNSPACED = re.compile("[\u0e00-\u0e7f\u2e80-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_WORD = re.compile(r"\w+")
_EDGES = " \t\n:.,;!?…|-–—>»›→«‹<←()[]#*•·/\u3000、。：！？【】「」《》▶►՝։፦፡៖।"


def fold(text: str) -> str:
    """A text as phrases are compared."""
    text = text.casefold()
    if not text.isascii():
        for letter in set(_ANY_OF_LETTERS.findall(text)):  # a fifth of what `translate` takes
            text = text.replace(letter, _LETTERS[letter])
        text = _MARKS.sub("", unicodedata.normalize("NFD", text))
        text = unicodedata.normalize("NFC", text)
    return " ".join(text.split())


@attrs.frozen(eq=False)
class Phrases:
    """The phrases under one key, arranged for looking up."""

    all: frozenset[str]
    by_start: Mapping[str, tuple[str, ...]]
    """First two characters (one, of a phrase that has no more) -> phrases, longest first."""

    def at_start(self, folded: str) -> str | None:
        """The longest phrase that a folded text begins with."""
        for phrase in (*self.by_start.get(folded[:2], ()), *self.by_start.get(folded[:1], ())):
            if folded.startswith(phrase) and ends_word(folded, len(phrase)):
                return phrase
        return None

    def starts(self, text: str) -> str | None:
        """The longest phrase that a text begins with, folded."""
        return self.at_start(fold(text[:LONGEST])) if self._may_start(text) else None

    def _may_start(self, text: str) -> bool:
        """Whether a phrase may begin as a text does: most cannot, which is told without folding the text.

        A text that begins with a word of plain letters begins with no phrase of fewer, for those end in its midst.
        """
        plain = text[:PLAIN].lower()
        if not (plain.isascii() and plain.isalnum()):
            plain = plain[:2]
            return not (plain.isascii() and plain.isalnum()) or plain in self.by_start or plain[0] in self.by_start
        return plain in self._beginnings if len(plain) == PLAIN else True

    def after(self, text: str) -> str | None:
        """What follows the phrase a text begins with, without punctuation between; None where no phrase is there."""
        text = text.strip()
        phrase = self.starts(text)
        return None if phrase is None else behind(text, phrase)

    def equal(self, text: str) -> bool:
        """Whether a text, punctuation at its ends aside, is one of the phrases."""
        if len(text) > LONGEST or not self._may_start(text):
            return False
        bare = text.strip(_EDGES)
        return fold(bare) in self.all or (len(bare) < len(text) and fold(text) in self.all)

    def within(self, text: str) -> str | None:
        """The first phrase that a text holds as whole words, folded; of those that begin alike the longest."""
        folded = fold(text)
        by_word, parts = self._by_word
        for word in _WORD.finditer(folded):
            for phrase in by_word.get(word[0], ()):
                if folded.startswith(phrase, word.start()) and ends_word(folded, word.start() + len(phrase)):
                    return phrase
        return next((p for p in parts if p in folded), None)

    @functools.cached_property
    def _beginnings(self) -> frozenset[str]:
        """The first letters of the phrases."""
        return frozenset(phrase[:PLAIN] for phrase in self.all)

    @functools.cached_property
    def beginnings(self) -> frozenset[str]:
        """What phrases of several words begin with: "fact", "fact checked" of "fact checked by"."""
        return frozenset(p[:at] for p in self.all for at, character in enumerate(p) if character == " ")

    @functools.cached_property
    def _by_word(self) -> tuple[Mapping[str, tuple[str, ...]], tuple[str, ...]]:
        """First word -> phrases, longest first; and those of scripts without spaces or words, which stand anywhere."""
        by_word: dict[str, list[str]] = {}
        parts = []
        for phrase in _longest_first(self.all):
            word = _WORD.match(phrase)
            if word is None or _UNSPACED.match(phrase):
                parts.append(phrase)
            else:
                by_word.setdefault(word[0], []).append(phrase)
        return {word: tuple(several) for word, several in by_word.items()}, tuple(parts)


@attrs.frozen(eq=False)
class Words:
    """The phrases of all languages."""

    by_language: Mapping[str, Mapping[str, tuple[str, ...]]]
    """Language (BCP 47 primary tag) -> key -> phrases, folded."""

    @classmethod
    def of_tables(cls, tables: Mapping[str, Mapping[str, Any]]) -> "Words":
        """From file name ("words/de.toml") -> its table; RuleError says what is wrong."""
        return cls({_language(name): _checked(name, table) for name, table in tables.items()})

    def phrases(self, key: str) -> frozenset[str]:
        """The phrases under a key, of all languages."""
        return self._under(key).all

    def starts_with(self, key: str, text: str) -> str | None:
        """As `Phrases.starts`, in all languages."""
        return self._under(key).starts(text)

    def after(self, key: str, text: str) -> str | None:
        """As `Phrases.after`, in all languages."""
        return self._under(key).after(text)

    def equals(self, key: str, text: str) -> bool:
        """As `Phrases.equal`, in all languages."""
        return self._under(key).equal(text)

    def finds(self, key: str, text: str) -> str | None:
        """As `Phrases.within`, in all languages."""
        return self._under(key).within(text)

    def of(self, keys: tuple[str, ...], languages: tuple[str, ...] | None = None) -> Phrases:
        """The phrases under several keys, of all languages or of some."""
        return self._phrases(keys, languages)

    @functools.cached_property
    def months(self) -> Mapping[str, int]:
        """Folded name or abbreviation of a month -> 1 to 12; what two languages use for different months is out."""
        found: dict[str, set[int]] = {}
        for by_key in self.by_language.values():
            for number, names in enumerate(by_key.get("months", ()), 1):
                for name in names.split("|"):
                    found.setdefault(name, set()).add(number)
        return {name: numbers.pop() for name, numbers in found.items() if len(numbers) == 1}

    def months_of(self, language: str) -> Mapping[str, int]:
        """Folded name or abbreviation of a month -> 1 to 12, in one language."""
        names = self.by_language.get(language, {}).get("months", ())
        return {name: number for number, several in enumerate(names, 1) for name in several.split("|")}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages there are words of."""
        return tuple(self.by_language)

    @functools.cached_property
    def _under(self) -> Callable[[str], Phrases]:
        """The phrases under one key, of all languages: what is asked most, by a key that is looked up fastest."""
        return functools.cache(lambda key: self._phrases((key,), None))

    @functools.cached_property
    def _phrases(self) -> Callable[[tuple[str, ...], tuple[str, ...] | None], Phrases]:
        """Arranged phrases by keys and languages, each arranged when it is first asked for."""

        def arranged(keys: tuple[str, ...], languages: tuple[str, ...] | None) -> Phrases:
            if not KEYS.keys() >= set(keys):
                raise KeyError(keys)
            keys = (*keys, *(_WITH[key] for key in keys if key in _WITH))
            keys = (*keys, *(_HERE[key] for key in keys if key in _HERE)) if languages is not None else keys
            tables = [self.by_language.get(each, {}) for each in languages or self.languages]
            return _arrange(chain.from_iterable(table.get(key, ()) for key in keys for table in tables))

        return functools.cache(arranged)


def behind(text: str, phrase: str) -> str:
    """What follows a folded phrase that a text begins with, without punctuation between."""
    shortest = len(phrase) if text[: len(phrase)].isascii() else 1  # folding makes two letters of "ß"
    end = next((i for i in range(shortest, len(text)) if len(fold(text[:i])) >= len(phrase)), len(text))
    return text[end:].lstrip(_EDGES)


def _arrange(phrases: Iterable[str]) -> Phrases:
    whole = frozenset(phrases)
    by_start: dict[str, list[str]] = {}
    for phrase in _longest_first(whole):
        by_start.setdefault(phrase[:2], []).append(phrase)
    return Phrases(whole, {start: tuple(several) for start, several in by_start.items()})


def _longest_first(phrases: frozenset[str]) -> list[str]:
    """Phrases in an order that does not depend on the run."""
    return sorted(sorted(phrases), key=len, reverse=True)


def ends_word(text: str, at: int) -> bool:
    """Whether a word may end at a place of a text; in scripts that part none, one may anywhere."""
    return at == len(text) or not text[at].isalnum() or bool(_UNSPACED.match(text[at - 1]))


def _language(name: str) -> str:
    return name.rsplit("/", 1)[-1].removesuffix(".toml")


def _checked(name: str, table: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    out = {}
    for key, value in table.items():
        if key not in KEYS:
            raise RuleError(f"{name}: unknown key {key!r}")
        if not isinstance(value, str):
            raise RuleError(f"{name}: key {key!r}: must be a string of phrases parted by '|'")
        phrases = tuple(_parts(fold(value), ";" if key == "months" else "|"))
        if not all(phrases) or (key == "months" and len(phrases) != MONTHS):
            raise RuleError(f"{name}: key {key!r}: an empty phrase, or not twelve months")
        out[key] = tuple("|".join(_parts(month, "|")) for month in phrases) if key == "months" else phrases
    return out


def _parts(text: str, mark: str) -> Iterator[str]:
    return map(str.strip, text.split(mark))
