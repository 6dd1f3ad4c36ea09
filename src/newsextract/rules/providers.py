"""Providers of embeds: data in embeds/providers.toml, found by address, by custom element, by selector."""

import functools
import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

import attrs

from newsextract.errors import RuleError
from newsextract.rules.selector import Selector, parse


def _selectors(texts: Iterable[str]) -> tuple[Selector, ...]:
    return tuple(map(parse, texts))


def _names(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(names)


@attrs.frozen(kw_only=True)
class Provider:
    """One provider; embeds/providers.toml says what each entry means."""

    name: str
    kind: str
    hosts: tuple[str, ...] = attrs.field(default=(), converter=_names)
    blocks: tuple[Selector, ...] = attrs.field(default=(), converter=_selectors)
    elements: tuple[str, ...] = attrs.field(default=(), converter=_names)
    ids: tuple[str, ...] = attrs.field(default=(), converter=_names)
    address: str | None = None
    urls: tuple[str, ...] = attrs.field(default=(), converter=_names)
    single: re.Pattern[str] | None = attrs.field(default=None, converter=attrs.converters.optional(re.compile))
    still: re.Pattern[str] | None = attrs.field(default=None, converter=attrs.converters.optional(re.compile))

    def filmed(self, url: str) -> str | None:
        """The address of the film that a picture is a still of, by its own address."""
        found = self.still.search(url) if self.still is not None else None
        return self.address.format(found[1]) if found is not None and self.address is not None else None

    def shows(self, url: str) -> bool:
        """Whether an address is that of one thing that the provider shows, not of a channel."""
        return self.single is not None and self.single.search(url) is not None


@attrs.frozen
class Providers:
    """All providers, indexed."""

    all: tuple[Provider, ...]
    by_host: dict[str, list[tuple[str, Provider]]]
    """Host -> (beginning of the path, provider), longest path first."""
    by_element: dict[str, Provider]

    def of(self, url: str) -> Provider | None:
        """The provider whose host, or a domain above it, an address names."""
        try:
            parts = urlsplit(url)
        except ValueError:
            return None
        labels = (parts.hostname or "").split(".")
        for start in range(len(labels) - 1):
            for path, provider in self.by_host.get(".".join(labels[start:]), ()):
                if parts.path.startswith(path):
                    return provider
        return None


@functools.cache
def bundled() -> Providers:
    """The providers that ship with the package; read once, never changed."""
    source = files("newsextract.rules").joinpath("embeds", "providers.toml")
    return load(tomllib.loads(source.read_text("utf-8")))


def load(table: dict[str, Any]) -> Providers:
    """Providers from a parsed file; RuleError names the entry that is wrong."""
    found: list[Provider] = []
    for entry in table.get("provider", []):
        try:
            found.append(Provider(**entry))
        except (TypeError, ValueError, re.error) as error:
            raise RuleError(f"providers.toml: provider {entry.get('name', '?')!r}: {error}") from error
    by_host: dict[str, list[tuple[str, Provider]]] = {}
    for provider in found:
        for place in provider.hosts:
            host, slash, path = place.partition("/")
            by_host.setdefault(host, []).append((slash + path, provider))
    for places in by_host.values():
        places.sort(key=lambda p: -len(p[0]))
    return Providers(tuple(found), by_host, {e: p for p in found for e in p.elements})
