"""A printed or stated date in, a date or datetime out.

`iso` reads what machines write, `parse` whatever stands alone as a date, `find` every absolute date in a line of
text. A datetime comes only where a time is stated, an aware one only where a zone is; nothing is padded. All take
digits of any script. Dates relative to now ("3 hours ago") count from `captured`, and give a day.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import attrs

from newsextract.page.calendar import Calendar, calendar, primary
from newsextract.page.dateforms import Forms, forms

When = date | datetime

LONGEST = 400
"""Characters of a text that are searched for dates: a date line is short."""
LONGEST_RARE = 48
"""Characters up to which the slow reader of rare forms is asked."""
FIRST_YEAR, LAST_YEAR = 1700, 2060
"""Later ones are of the Nepalese calendar, or of the Islamic one taken for the Iranian."""

_ISO = re.compile(
    r"""\s*(?P<year>\d{4})(?P<dash>-?)(?P<month>\d{1,2})(?P=dash)(?P<day>\d{1,2})
        (?:(?:T|\s+|t|T\s|[A-Z]{3,4})(?P<hour>\d{1,2}):?(?P<minute>\d{2})(?::(?P<short>\d)(?!\d)|:?(?P<second>\d{2}))?(?:[.,](?P<fraction>\d+))?
           \s*(?:(?P<zone>[Zz]|(?!AM|PM)[A-Z]{3,4})|(?P<offset>[+\-−]\d{2}(?::?\d{2})?))?(?:\[[\w/]+\])?)?\s*$""",
    re.VERBOSE,
)
_COMPACT_DAY = re.compile(r"\s*\d{8}\s*$")
_HYPHENED = re.compile(r"\d{1,2}-[^\W\d_]{3,5}\.?-\d{4}")
"""A day as systems write it, with the short month of whatever language they run in: "04-ago-2021"."""
_EPOCH = re.compile(r"\s*(\d{10})(\d{3})?(?:\.\d+)?\s*$")


@attrs.frozen
class Printed:
    """A date found in a text."""

    value: When
    start: int
    end: int
    """Where it stands in the text, its time included."""
    ambiguous: bool = False
    """Whether day and month could change places."""
    whole: bool = True
    """Whether the year is printed; else it is the latest one that the capture allows."""


def iso(text: str | None) -> When | None:
    """ISO 8601 and its common relaxations ("2025-07-25 10:30:00 UTC"); None for all else."""
    if text is None or not (match := _ISO.match(text)):
        return None
    if not match["dash"] and match["hour"] is None and not _COMPACT_DAY.match(text):
        return None
    try:
        day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
    if not FIRST_YEAR <= day.year < LAST_YEAR:
        return None
    if match["hour"] is None:
        return day
    zone = "UTC" if (match["zone"] or "").upper() == "Z" else match["zone"]
    when = _at(day, (match["hour"], match["minute"], match["second"] or match["short"]), zone, match["offset"])
    fraction = int((match["fraction"] or "0")[:6].ljust(6, "0"))
    return when.replace(microsecond=fraction) if when is not None and fraction else when


def epoch(text: str | None) -> datetime | None:
    """Seconds or milliseconds since 1970, as attributes hold them; None for all else."""
    match = _EPOCH.match(text or "")
    if not match:
        return None
    when = datetime.fromtimestamp(int(match[1]), UTC)
    return when if when.year < LAST_YEAR else None


def parse(
    text: str | None,
    language: str | None = None,
    captured: datetime | None = None,
    day_first: bool | None = None,
) -> When | None:
    """The first date of a text that is a date, perhaps with a label; None where there is none.

    `language` (BCP 47) decides the order of 3/4/2024 where `day_first` does not; a date after `captured` is none.
    """
    if not text:
        return None
    text = fold_digits(text)[:LONGEST]
    if not _HAS_DIGIT.search(text):
        return relative(text, captured)
    value = iso(text)
    if value is None:
        found = next(find(text, language, captured, day_first), None)
        value = found.value if found and found.whole else relative(text, captured)
        value = found.value if found and value is None else value
    if value is None and language is not None and _is_rare_form(text, language):
        value = _rare(text, language)
    return None if value is None or is_later(value, captured) else value


def find(
    text: str,
    language: str | None = None,
    captured: datetime | None = None,
    day_first: bool | None = None,
) -> Iterator[Printed]:
    """Every absolute date printed in a text, in order; those without a year only where `captured` is known."""
    text = fold_digits(text)[:LONGEST]
    if not (_TWO_NUMBERS if captured is None else _HAS_DIGIT).search(text):
        return
    found: list[Printed] = []
    patterns = forms()
    order = _Order(language, captured, day_first)
    for form, pattern, hint in patterns.patterns:
        if (form == "yearless" and (found or captured is None)) or not hint.search(text):
            continue
        for match in pattern.finditer(text):
            if any(p.start < match.end() and match.start() < p.end for p in found):
                continue
            if (day := order.day(form, match)) is not None:
                value, start, end = _with_time(day, text, match, patterns)
                found.append(Printed(value, start, end, order.is_ambiguous(form, match), form != "yearless"))
    yield from sorted(found, key=lambda p: p.start)


def relative(text: str, captured: datetime | None) -> date | None:
    """The day of "3 hours ago", "gestern", "2日前", counted back from the capture; None where that is unknown."""
    if captured is None:
        return None
    words = calendar()
    folded = fold_digits(text).casefold().strip(" .•·|-–—")
    spaceless = re.sub(r"[\s.\u00a0]+", "", folded)
    number = re.search(r"\d{1,3}", spaceless)
    if number and (unit := words.ago.get(spaceless[: number.start()] + "{}" + spaceless[number.end() :])):
        return (captured - int(number[0]) * _UNITS[unit]).date()
    first = re.split(r"[,،]|\s+\d", folded, maxsplit=1)[0].strip()
    return captured.date() - timedelta(days=words.days[first]) if first in words.days else None


def day_of(value: When) -> date:
    """The day of a date or datetime, in its own zone."""
    return value.date() if isinstance(value, datetime) else value


def fold_digits(text: str) -> str:
    """The text with the decimal digits of every script as 0 to 9, same length."""
    if text.isascii():
        return text
    return _NOT_ASCII_DIGIT.sub(lambda m: str(unicodedata.digit(m[0])), text)


_HAS_DIGIT = re.compile(r"\d")
_TWO_NUMBERS = re.compile(r"\d\D+\d")
"""What every date with a year holds: a day and a year, whatever stands between."""
_NOT_ASCII_DIGIT = re.compile(r"(?![0-9])\d")
_UNITS = {
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(days=7),
    "month": timedelta(days=30),
    "year": timedelta(days=365),
}


@attrs.frozen
class _Order:
    """How the page orders numbers."""

    language: str | None
    captured: datetime | None
    day_first: bool | None

    def day(self, form: str, match: re.Match[str]) -> date | None:
        """The day of a match, None where it is none."""
        words, group = calendar(), match.groupdict()
        if form == "numeric":
            return self._numeric(words, match)
        name, number = group.get("name") or "", int(match["day"])
        month = int(group["month"]) if group.get("month") else words.month(name, self.language)
        if month is None and _HYPHENED.fullmatch(match[0]):
            month = words.month(name, None)
        if form == "yearless":
            return self._latest(month, number) if month else None
        year = words.year(match["year"], self.language) + words.eras.get(group.get("era") or "", 0)
        if month is None:
            month = 0 if words.jalali.get(name.split()[0].casefold() if name else "") else None
        if month is None:
            return None
        return _bounded(words.gregorian(year, month, number, name))

    def is_ambiguous(self, form: str, match: re.Match[str]) -> bool:
        """Whether day and month could change places."""
        return form == "numeric" and int(match["a"]) <= 12 and int(match["b"]) <= 12 and match["a"] != match["b"]

    def _numeric(self, words: Calendar, match: re.Match[str]) -> date | None:
        first, second, last = int(match["a"]), int(match["b"]), match["year"]
        if len(last) == 2 and primary(self.language) in words.year_first and self.day_first is None:
            return _bounded(words.gregorian(2000 + first, second, int(last)))
        month_first = self.day_first is False or (
            self.day_first is None and match["sep"] != "." and self._writes_month_first(words)
        )
        day, month = (second, first) if month_first else (first, second)
        if month > 12:
            day, month = month, day
        return _bounded(words.gregorian(words.year(last, self.language), month, day))

    def _writes_month_first(self, words: Calendar) -> bool:
        return (self.language or "").casefold().replace("_", "-") in words.month_first

    def _latest(self, month: int, day: int) -> date | None:
        """The latest such day not after the capture."""
        if self.captured is None:
            return None
        for year in (self.captured.year, self.captured.year - 1):
            try:
                value = date(year, month, day)
            except ValueError:
                return None
            if value <= self.captured.date() + timedelta(days=1):
                return value
        return None


def _bounded(day: date | None) -> date | None:
    return day if day is not None and FIRST_YEAR <= day.year < LAST_YEAR else None


def _with_time(day: date, text: str, match: re.Match[str], known: Forms) -> tuple[When, int, int]:
    """The date with the time that stands behind it, inside it, or before it."""
    start, end = match.span()
    if clock := known.after.match(text, end):
        if (when := _clocked(day, clock, known)) is not None:
            return when, start, clock.end()
    else:
        clock = known.before.search(text, max(0, start - 40), start)
        if clock and (when := _clocked(day, clock, known)) is not None:
            return when, clock.start(), end
    inside = re.search(r"(\d\d?):(\d\d)(?::(\d\d))?\s+([A-Z]{2,5})?", match[0])
    if inside and (when := _at(day, (inside[1], inside[2], inside[3]), inside[4], None)) is not None:
        return when, start, end
    return day, start, end


def _clocked(day: date, clock: re.Match[str], known: Forms) -> datetime | None:
    half = clock["half"] or clock["latter"]
    hour = int(clock["hour"])
    if half:
        if known.halves[1].fullmatch(half):
            hour += 12 if hour < 12 else 0
        elif hour == 12:
            hour = 0
    return _at(day, (str(hour), clock["minute"] or "0", clock["second"]), clock["zone"], clock["offset"])


def _at(day: date, clock: tuple[str, str, str | None], zone: str | None, offset: str | None) -> datetime | None:
    try:
        when = datetime(day.year, day.month, day.day, int(clock[0]), int(clock[1]), int(clock[2] or 0))  # noqa: DTZ001
    except ValueError:
        return None
    found = calendar().zone(zone, offset, when) if zone or offset else None
    return when if found is None else when.replace(tzinfo=found)


def is_later(value: When, captured: datetime | None) -> bool:
    """Whether it lies after the capture; a day's grace covers zones."""
    return captured is not None and day_of(value) > captured.date() + timedelta(days=1)


def _is_rare_form(text: str, language: str) -> bool:
    """Whether the slow reader may know it: short, with a year and a day, in a language whose months are not here."""
    if len(text) > LONGEST_RARE or calendar().knows(language):
        return False
    numbers = re.findall(r"\d+", text)
    return len(numbers) >= 2 and any(len(n) == 4 for n in numbers)


def _rare(text: str, language: str) -> When | None:
    """What dateparser makes of it: whole absolute dates alone. Imported here, for it takes longer than a page."""
    import dateparser

    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"], "STRICT_PARSING": True}
    try:
        value = dateparser.parse(text, languages=[primary(language)], settings=settings)
    except (ValueError, OverflowError, TypeError):
        return None
    if value is None or not isinstance(value, datetime):
        return None
    return value if re.search(r"\d:\d\d", text) else _bounded(value.date())
