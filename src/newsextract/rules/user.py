"""A folder of a user's rules in, Rules out: the bundled ones and the user's, which win.

docs/rules.md describes the files; `rules.ftr` reads those of ftr-site-config.
"""

import re
import tomllib
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from os import PathLike
from typing import Any, Final

import attrs

from newsextract.errors import RuleError
from newsextract.rules import files, ftr
from newsextract.rules.files import RuleFiles
from newsextract.rules.load import HEAD_KEYS, Rule, Rules, bundled, rule_of
from newsextract.rules.selector import Selector
from newsextract.rules.selector import parse as parse_selector
from newsextract.rules.sites import FIELDS, Example, FieldRule, SiteRules, Sites
from newsextract.rules.xpath import XPath, is_xpath
from newsextract.rules.xpath import parse as parse_xpath

FIELD_KEYS: Final = ("id", "field", "match", "attribute", "fires", "spares", "gives")
FILE_KEYS: Final = ("site", "valid_from", "valid_until", "field", "example", *sorted(HEAD_KEYS))
EXAMPLE_KEYS: Final = ("page", "html", "url", "captured", "has", "lacks")
_SITE = re.compile(r"(?:\*\.)?[\w-]+(?:\.[\w-]+)+\Z")


def load_rules(folder: str | PathLike[str]) -> Rules:
    """The bundled rules and those of a folder, for `extract(…, rules=…)`; RuleError names file, rule and key.

    Read it once and use it for all pages: it never changes, and can be shared by threads.
    """
    return of_files(files.read(folder))


def of_files(texts: RuleFiles) -> Rules:
    """The bundled rules and those of files that were read; RuleError says what is wrong first."""
    read = [site_rules(name, text) for name, text in texts.texts]
    faults = [fault for _, found in read for fault in found]
    sites = [file for file, _ in read if file is not None]
    faults += repeated(sites)
    if faults:
        more = f" (and {len(faults) - 1} more; `newsextract rules check` lists them)" if len(faults) > 1 else ""
        raise RuleError(f"{faults[0]}{more}")
    return attrs.evolve(bundled(), sites=Sites(sites), files=texts)


def site_rules(name: str, text: str) -> tuple[SiteRules | None, list[RuleError]]:
    """One file, and all that is wrong with it; None where it holds no rules, as a README does not."""
    if not name.endswith(".toml"):
        return ftr.site_rules(name, text), []
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return None, [RuleError(f"{name}: not TOML: {error}")]
    reader = _Reader(name)
    return reader.read(table), reader.faults


def repeated(sites: list[SiteRules]) -> list[RuleError]:
    """A fault for each id that is used twice, by the user or by the bundled rules."""
    seen = {rule.id: "the bundled rules" for rule in bundled().rules}
    faults = []
    for file in sites:
        for name in (*(r.id for r in file.labels), *(r.id for r in file.fields)):
            if name in seen:
                faults.append(RuleError(f"{file.name}: rule {name!r}: key 'id': already used in {seen[name]}"))
            seen[name] = file.name
    return faults


class _Wrong(Exception):
    """(key, what is wrong with it) of one entry."""


class _Reader:
    """Reads one file of TOML; what is wrong goes to `faults`, the rest of the file is read all the same."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.faults: list[RuleError] = []

    def read(self, table: dict[str, Any]) -> SiteRules:
        for key in table.keys() - set(FILE_KEYS):
            self._fault(None, key, f"unknown key; there are {', '.join(FILE_KEYS)}")
        head = {k: v for k, v in table.items() if k in HEAD_KEYS - {"rule"}}
        made = SiteRules(
            name=self._name,
            sites=self._sites(table.get("site", [])),
            valid_from=self._day(table, "valid_from"),
            valid_until=self._day(table, "valid_until"),
            labels=tuple(self._labels(self._entries(table, "rule"), head)),
            fields=tuple(self._each(self._entries(table, "field"), _field)),
            examples=tuple(self._each(self._entries(table, "example"), _example)),
        )
        if not made.labels and not made.fields and not self.faults:
            self._fault(None, "field", "no rules: add [[field]] or [[rule]]")
        if made.valid_from and made.valid_until and made.valid_from > made.valid_until:
            self._fault(None, "valid_until", "before valid_from: the file would never hold")
        return made

    def _sites(self, given: Any) -> tuple[str, ...]:
        sites = given if isinstance(given, list) else [given]
        for site in sites:
            if not isinstance(site, str) or not _SITE.match(site):
                self._fault(None, "site", f'no host: {site!r}; write "example.org" or "*.example.org"')
        return tuple(str(s).lower().removeprefix("www.") for s in sites)

    def _day(self, table: dict[str, Any], key: str) -> date | None:
        day = table.get(key)
        if day is not None and type(day) is not date:
            self._fault(None, key, "must be a day without quotes, such as 2024-05-31")
            return None
        return day

    def _entries(self, table: dict[str, Any], key: str) -> list[dict[str, Any]]:
        entries = table.get(key, [])
        if isinstance(entries, list) and all(isinstance(e, dict) for e in entries):
            return entries
        self._fault(None, key, f"must be tables: write [[{key}]] above each")
        return []

    def _labels(self, entries: list[dict[str, Any]], head: dict[str, Any]) -> Iterator[Rule]:
        for entry in entries:
            try:
                yield rule_of(self._name, head | entry)
            except RuleError as error:
                self.faults.append(error)

    def _each(self, entries: list[dict[str, Any]], read: Callable[[dict[str, Any]], Any]) -> Iterator[Any]:
        for entry in entries:
            try:
                yield read(entry)
            except _Wrong as wrong:
                self._fault(str(entry.get("id") or entry.get("page") or "?"), *wrong.args)

    def _fault(self, rule: str | None, key: str, what: str) -> None:
        where = f"{self._name}: rule {rule!r}" if rule else self._name
        self.faults.append(RuleError(f"{where}: key {key!r}: {what}"))


def _field(entry: dict[str, Any]) -> FieldRule:
    for key in entry.keys() - set(FIELD_KEYS):
        raise _Wrong(key, f"unknown key; there are {', '.join(FIELD_KEYS)}")
    for key in ("id", "field", "match", "fires", "spares"):
        if not entry.get(key):
            raise _Wrong(key, "missing or empty")
    for key in ("id", "field", "attribute", "fires", "spares"):
        if not isinstance(entry.get(key, ""), str):
            raise _Wrong(key, "must be a text in quotes")
    if entry["field"] not in FIELDS:
        raise _Wrong("field", f"no such field: {entry['field']!r}; there are {', '.join(FIELDS)}")
    return FieldRule(
        id=entry["id"],
        field=entry["field"],
        selectors=_selectors(entry["match"]),
        attribute=entry.get("attribute"),
        fires=entry["fires"],
        spares=entry["spares"],
        gives=_plain(entry.get("gives")),
    )


def _selectors(given: Any) -> tuple[Selector | XPath, ...]:
    if not isinstance(given, list) or not all(isinstance(s, str) for s in given):
        raise _Wrong("match", 'must be a list of selectors, such as ["h1.headline"]')
    try:
        return tuple(parse_xpath(s) if is_xpath(s) else parse_selector(s) for s in given)
    except ValueError as error:
        raise _Wrong("match", str(error)) from error


def _example(entry: dict[str, Any]) -> Example:
    if ("page" in entry) == ("html" in entry):
        raise _Wrong("page", "name the page's file, or give its text as html, not both")
    expect = {k: _plain(v) for k, v in entry.items() if k not in EXAMPLE_KEYS}
    for key in expect.keys() - FIELDS.keys():
        raise _Wrong(key, f"no such field; there are {', '.join(FIELDS)}, has, lacks, url, captured")
    for key in ("page", "html", "url"):
        if not isinstance(entry.get(key, ""), str):
            raise _Wrong(key, "must be a text in quotes")
    return Example(
        page=entry.get("page"),
        html=entry.get("html"),
        url=entry.get("url"),
        captured=_captured(entry.get("captured")),
        expect=expect,
        has=_words(entry, "has"),
        lacks=_words(entry, "lacks"),
    )


def _captured(given: Any) -> datetime | None:
    """The day or time of capture of an example: a day is its noon, a time without a zone is UTC."""
    if given is None:
        return None
    if not isinstance(given, date):
        raise _Wrong("captured", "must be a day or a time without quotes, such as 2024-05-31")
    when = given if isinstance(given, datetime) else datetime.combine(given, time(12))
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def _words(entry: dict[str, Any], key: str) -> tuple[str, ...]:
    given = entry.get(key, [])
    texts = [given] if isinstance(given, str) else given
    if not isinstance(texts, list) or not all(isinstance(t, str) for t in texts):
        raise _Wrong(key, 'must be texts in quotes, such as ["the last sentence"]')
    return tuple(texts)


def _plain(value: Any) -> Any:
    """A value of TOML as it is compared: dates in ISO 8601."""
    return value.isoformat() if isinstance(value, date) else value
