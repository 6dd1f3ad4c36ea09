"""What a page calls its site: names from the metadata and the host, for readers that must tell them from headlines."""

import functools
import re
import unicodedata
from collections.abc import Container, Iterator
from typing import Any

import attrs

from newsextract.page import urls
from newsextract.page.entities import ARTICLE_TYPES, Entities
from newsextract.page.meta import Meta

SEPARATORS = re.compile(
    r"(?<!\s)\s++[|\-–—―·•»«:/~›>¦ㅣ∙⋅]++\s++|(?:(?<!\s)\s++)?(?:\||::|»|«|｜|ㅣ|¦)++\s*+|(?<!\s)\s++[-–—]|[–—]\s++"
)
"""What parts a headline from a site's name in a `<title>`; the lone hyphen needs a space on one side."""

_SEPARATING = re.compile("[|\\-–—―·•»«:/~›>¦ㅣ∙⋅｜]")
"""What all of those hold one of."""

_NOT_LETTERS = re.compile(r"[\W_]+")
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalnum())
"""The same for ASCII, as `bytes.translate` takes it: most texts are, and that is ten times as fast."""
_NO_LETTERS_OR_LINES = _NO_LETTERS.replace(b"\n", b"")
_SHORT = 3
"""Letters up to which a name is too short to be recognised inside another."""
_LONG_LABEL = 5
"""Letters from which the end of the host is a name of the site."""
_LONG_NAME = 6
"""Words above which a text is no site's name with words around it."""
_SECOND_LEVEL = frozenset("co com org net gov ac edu ne or gob go blogspot wordpress".split())
"""Labels under which names are registered or given out."""
_SITE_METAS = ("application-name", "apple-mobile-web-app-title", "al:android:app_name")
_ORGANIZED = ("Organization", "Corporation", "Newspaper", "Business")
"""How types of organisations end."""
_SITE_TYPES = ("WebSite", "NewsMediaOrganization", "Organization", "Corporation", "Newspaper")


@attrs.frozen(kw_only=True)
class SiteName:
    """One name of the site, and where it stands."""

    text: str
    source: str
    locator: str
    is_person: bool = False
    """Whether the metadata calls its bearer a person, perhaps an organisation too."""
    is_organization: bool = False
    """Whether it calls its bearer an organisation alone."""


@attrs.frozen(kw_only=True)
class Masthead:
    """All names of the site, the best first."""

    names: tuple[SiteName, ...]
    host: str | None = None
    """Host of the page, lower case, without "www."."""
    forms: frozenset[str] = frozenset()
    """Names and the registered label of the host, squashed."""
    labels: frozenset[str] = frozenset()
    """The host and all its labels, squashed."""
    address: str = ""
    """The host, squashed."""
    persons: frozenset[str] = frozenset()
    """Those of the names that the metadata calls a person's, who publishes the site, squashed."""

    def is_name(self, text: str) -> bool:
        """Whether a text is a name of the site as it stands, with an article before it ("The …"), or its host."""
        word = squash(text)
        if word in self.forms or word in self.labels or (len(word) > _LONG_LABEL and self.address.endswith(word)):
            return True
        return word.endswith(self._long) and any(len(word) - len(f) <= _SHORT for f in self._long if word.endswith(f))

    @functools.cached_property
    def _long(self) -> tuple[str, ...]:
        """The forms that are known at the end of a text."""
        return tuple(form for form in self.forms if len(form) > _LONG_LABEL)

    def is_person(self, text: str) -> bool:
        """Whether a text names the person who publishes the site: a writer's own."""
        return squash(text) in self.persons

    def is_organization(self, text: str) -> bool:
        """Whether the metadata calls an organisation by a text."""
        word = squash(text)
        return any(n.is_organization and squash(n.text) == word for n in self.names)

    def is_known(self, text: str) -> bool:
        """Whether a text is, letter by letter, a stated name of the site, its host, or the label that this one was
        registered by, perhaps with an article before it."""
        word = squash(text)
        return word in self.forms or word.removeprefix("the") in self.forms or word.removeprefix("www") == self.address

    def names_site(self, text: str) -> bool:
        """Whether a text beside a headline is the site: its name, part of it, one with words around, its initials."""
        word = squash(text)
        if not word or self.is_name(text) or self._is_host(word):
            return bool(word)
        if len(word) > _SHORT and any(word in form for form in self.forms):
            return True
        words = [w for w in (squash(w) for w in text.split()) if w]
        if not 1 < len(words) <= _LONG_NAME:
            return False
        if all(len(w) > 2 and w in self.address for w in words) or "".join(w[0] for w in words) in self.labels:
            return True
        ends = ("".join(w) for n in range(1, len(words)) for w in (words[:n], words[n:]))
        return any(end in self.forms for end in ends if len(end) >= _SHORT)

    def _is_host(self, word: str) -> bool:
        """Whether a squashed text with accents is what the host was registered by, which is written without."""
        return not word.isascii() and _unaccented(word) in self.labels

    def stripped(self, title: str, sections: Container[str] = ()) -> str:
        """A title without the site's names and the page's sections (squashed) at its end, the site's at its start.

        A suffix that is neither stays: it may be the source.
        """
        parts = list(_segments(title))
        while len(parts) > 1 and (self.names_site(parts[-1][1]) or squash(parts[-1][1]) in sections):
            parts.pop()
        while len(parts) > 1 and self.is_name(parts[0][1]):
            parts.pop(0)
            parts[0] = ("", parts[0][1])
        return "".join(separator + text for separator, text in parts).strip() or title

    def trailing(self, title: str) -> str | None:
        """The site's name as it stands behind a headline in a title."""
        parts = [text for _, text in _segments(title)]
        return parts[-1].strip() or None if len(parts) > 1 and self.names_site(parts[-1]) else None


def read(meta: Meta, entities: Entities, url: str | None) -> Masthead:
    """Collect the site's names."""
    names = tuple(_names(meta, entities))
    host = urls.host(url or meta.first("og:url") or "").removeprefix("www.") or None
    labels = (host or "").split(".")
    return Masthead(
        names=names,
        host=host,
        forms=frozenset({*(squash(n.text) for n in names), squash(_registered(labels))} - {""}),
        address=squash(host or ""),
        labels=frozenset({squash(host or ""), *(squash(label) for label in labels[:-1])} - {""}),
        persons=frozenset(squash(n.text) for n in names if n.is_person) - frozenset(_of_sites(names)),
    )


def _of_sites(names: tuple[SiteName, ...]) -> Iterator[str]:
    return (squash(n.text) for n in names if not n.is_person)


def squash(text: str) -> str:
    """Letters and digits alone, case folded, compatibility forms joined: equal for spellings of one name."""
    if text.isascii():
        return text.encode().translate(None, _NO_LETTERS).decode().lower()
    coded = unicodedata.normalize("NFKC", text).casefold().encode(errors="surrogatepass")
    text = coded.translate(None, _NO_LETTERS).decode(errors="surrogatepass")
    return text if text.isalnum() else _NOT_LETTERS.sub("", text)


def _unaccented(word: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))


def squash_all(texts: list[str]) -> list[str]:
    """Each of many texts as `squash` makes it; those in ASCII together, in a fifth of what they take one by one."""
    plain = [text.replace("\n", " ") if text.isascii() else "" for text in texts]
    lines = "\n".join(plain).encode().translate(None, _NO_LETTERS_OR_LINES).decode().lower().split("\n")
    return [line if text.isascii() else squash(text) for text, line in zip(texts, lines, strict=True)] if texts else []


def _segments(title: str) -> Iterator[tuple[str, str]]:
    at, separator = 0, ""
    if not _SEPARATING.search(title):
        yield separator, title
        return
    for found in SEPARATORS.finditer(title):
        yield separator, title[at : found.start()]
        at, separator = found.end(), found.group()
    yield separator, title[at:]


def _names(meta: Meta, entities: Entities) -> Iterator[SiteName]:
    yield from _meta_names(meta, "og:site_name")
    for source, entity in entities.of_type(*ARTICLE_TYPES):
        for publisher in _dicts(entity.get("publisher")):
            if name := _text(publisher.get("name")):
                yield _stated(name, source, "publisher.name", publisher)
    for source, entity in entities.of_type(*_SITE_TYPES):
        kind = next(t for t in entity["@type"] if t in _SITE_TYPES)
        for key in ("name", "alternateName"):
            if name := _text(entity.get(key)):
                yield _stated(name, source, f"{kind}.{key}", entity)
    yield from _meta_names(meta, *_SITE_METAS)


def _stated(name: str, source: str, locator: str, entity: dict[str, Any]) -> SiteName:
    types = entity.get("@type", ())
    is_person = "Person" in types
    return SiteName(
        text=name,
        source=source,
        locator=locator,
        is_person=is_person,
        is_organization=not is_person and any(t.endswith(_ORGANIZED) for t in types),
    )


def _meta_names(meta: Meta, *names: str) -> Iterator[SiteName]:
    return (SiteName(text=text, source="meta", locator=name) for name in names for text in meta.all(name))


def _registered(labels: list[str]) -> str:
    """The label that was registered: "example" of news.example.co.uk."""
    rest = labels[:-1]
    while len(rest) > 1 and rest[-1] in _SECOND_LEVEL:
        rest = rest[:-1]
    return rest[-1] if rest else ""


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [v for v in (value if isinstance(value, list) else [value]) if isinstance(v, dict)]


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return value.strip() or None if isinstance(value, str) else None
