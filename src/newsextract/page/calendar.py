"""How dates are written, by language: month names, "… ago", halves of the day, zones, calendars.

The words stand in calendar.toml beside this module; they are read at the first printed date, not at import.
"""

import functools
import re
import tomllib
import unicodedata
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from importlib.resources import files
from typing import Any

import attrs

STEM = 4
"""Shortest month name, in letters, that may carry an ending: "uztailaren" for "uztaila"."""
ENDING = 3
"""Longest ending."""
BUDDHIST = 543
"""Years the Thai calendar is ahead."""
BUDDHIST_CENTURY = 2500
SHORT = 2
"""Digits of a year that leaves its century out."""
TURN = 70
"""From which on that is the twentieth."""
_JALALI_YEARS = range(1300, 1500)
_BUDDHIST_YEARS = range(2443, 2643)
_DISAGREEING = ("hr",)
"""Languages whose month names mean other months elsewhere; used only where the page is in that language."""


@attrs.frozen
class Calendar:
    """The words of dates, compiled."""

    months: dict[str, dict[str, int]]
    """Language -> name -> 1 to 12; under "" the names of all languages."""
    jalali: dict[str, int]
    ago: dict[str, str]
    """Phrase without spaces, the number as "{}" -> unit."""
    days: dict[str, int]
    """"today", "yesterday" -> days before the capture."""
    zones: dict[str, int]
    """Name -> minutes east of UTC."""
    seasonal_zones: dict[str, int]
    eras: dict[str, int]
    words: dict[str, str]
    """The alternatives of a regular expression: "joiners", "ordinals", "am", …"""
    month_first: frozenset[str]
    year_first: frozenset[str]
    buddhist_years: frozenset[str]

    def month(self, words: str, language: str | None) -> int | None:
        """The month that one of the words names; short names of other languages than the page's and English are not
        believed."""
        name = words.casefold().strip(" .")
        own = self.months.get(primary(language))
        for form in dict.fromkeys((name, *(w.strip(".") for w in name.split()))):
            for word in (form, plain(form)):
                if number := (own or {}).get(word) or self.months["en"].get(word):
                    return number  # templates are left in English in any language
                if (own is None or len(word) >= STEM) and (number := self.months[""].get(word)):
                    return number
        stem = name.split()[0] if name else ""
        for cut in range(1, ENDING + 1):
            if len(stem) - cut >= STEM and (number := self.months[""].get(stem[:-cut])):
                return number
        return None

    def knows(self, language: str | None) -> bool:
        """Whether the months of the language are here."""
        return primary(language) in self.months

    def year(self, digits: str, language: str | None) -> int:
        """A printed year; one of two digits is of this century or the last, or of the Buddhist one since 2543."""
        digits = digits.lstrip("'’")
        year = int(digits)
        if len(digits) != SHORT:
            return year
        if primary(language) in self.buddhist_years and year >= BUDDHIST % 100:
            return year + BUDDHIST_CENTURY
        return year + (2000 if year < TURN else 1900)

    def gregorian(self, year: int, month: int, day: int, words: str = "") -> date | None:
        """The day, from the Gregorian, Iranian or Thai calendar, as its year tells; None where there is no such day."""
        if year in _JALALI_YEARS:
            number = self.jalali.get(words.casefold().split()[0]) if words.strip() else month
            return from_jalali(year, number, day) if number else None
        if year in _BUDDHIST_YEARS:
            year -= BUDDHIST
        try:
            return date(year, month, day)
        except ValueError:
            return None

    def zone(self, name: str | None, offset: str | None, when: datetime) -> tzinfo | None:
        """The zone of a name ("CET") or an offset ("+05:30", "-3"); an offset outdoes the name beside it."""
        if offset:
            digits = offset[1:].replace(":", "")
            hours, minutes = (int(digits), 0) if len(digits) < 3 else (int(digits[:-2]), int(digits[-2:]))
            if hours > 14 or minutes > 59:
                return None
            return _fixed((hours * 60 + minutes) * (-1 if offset[0] in "-−" else 1))
        key = (name or "").casefold()
        if key in self.seasonal_zones:
            return _fixed(self.seasonal_zones[key] + (60 if _is_us_summer(when) else 0))
        return _fixed(self.zones[key]) if key in self.zones else None


@functools.cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("newsextract.page").joinpath("calendar.toml").read_text("utf-8"))


@functools.cache
def _same() -> dict[str, str]:
    """Language tag -> the one that its words and months stand under."""
    return dict(_table()["same"])


@functools.cache
def calendar() -> Calendar:
    """The words that ship with the package; read once, never changed."""
    table = _table()
    months = {language: _months(names) for language, names in table["months"].items()}
    everywhere: dict[str, int] = {}
    for language, names in months.items():
        if language not in _DISAGREEING:
            for name, number in names.items():
                everywhere.setdefault(name, number)
    return Calendar(
        months={**months, "": everywhere},
        jalali=_months(table["jalali"]["months"]),
        ago={phrase: unit for unit, groups in table["ago"].items() for g in groups for phrase in g.split("|")},
        days={w: n for n, key in enumerate(("today", "yesterday")) for w in table[key].split("|")},
        zones=table["zones"],
        seasonal_zones=table["zones_by_season"],
        eras=table["eras"],
        words={k: v for k, v in table.items() if isinstance(v, str)},
        month_first=frozenset(table["month_first"].split("|")),
        year_first=frozenset(table["year_first"].split("|")),
        buddhist_years=frozenset(table["buddhist_years"].split("|")),
    )


def primary(language: str | None) -> str:
    """The primary subtag, lower case, as words and months stand under it: "pt" of "pt-BR", "no" of "nb"; "?" where
    there is none."""
    own = re.split(r"[-_]", language.casefold(), maxsplit=1)[0] if language else "?"
    return _same().get(own, own)


def plain(word: str) -> str:
    """A word without accents."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not "\u0300" <= c <= "\u036f")


def from_jalali(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of one in the Iranian solar calendar (33-year leap cycle; right for 1244 to 1472)."""
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    past = year - 1300
    leaps = (8 * year + 21) // 33 - (8 * 1300 + 21) // 33
    in_year = 31 * min(month - 1, 6) + 30 * max(month - 7, 0) + day - 1
    return date(1921, 3, 21) + timedelta(days=365 * past + leaps + in_year)


def _months(names: list[str]) -> dict[str, int]:
    table: dict[str, int] = {}
    for number, alternatives in enumerate(names, start=1):
        for name in alternatives.split("|"):
            table.setdefault(name, number)
            table.setdefault(plain(name), number)
            if len(name) > STEM + 1:
                table.setdefault(name[:-1], number)  # "jūlij", the stem of "jūlijs" and "jūlijā"
    return table


def _fixed(minutes: int) -> tzinfo:
    return timezone(timedelta(minutes=minutes)) if minutes else UTC


def _is_us_summer(when: datetime) -> bool:
    """Whether daylight saving time holds in the United States: second Sunday of March to first of November."""
    start = date(when.year, 3, 14) - timedelta(days=(date(when.year, 3, 14).weekday() + 1) % 7)
    end = date(when.year, 11, 7) - timedelta(days=(date(when.year, 11, 7).weekday() + 1) % 7)
    return start <= when.date() < end
