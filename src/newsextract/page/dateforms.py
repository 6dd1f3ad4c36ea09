"""The forms of printed dates and times, compiled from the words of the calendar.

A pattern finds what looks like a date; whether its words name a month, and which number is the day, `page.dates` says.
"""

import functools
import re

import attrs

from newsextract.page.calendar import calendar

GAP = 22
"""Characters between a date and its time: "25 July 2025 at around 10:30"."""
_GAP, _SPACE, _MARKS = r"\s{0,3}", r"\s{1,3}", "[.,،၊]{0,3}"
"""Bounded: white space without end after every number of a text would cost quadratic time."""
_LETTERS = r"[^\s\d.,:/-]"
_WORD = r"[^\s\d,;:/()|\[\]\"“”<>–—•·_-]{2,24}"


@attrs.frozen
class Forms:
    """Compiled forms."""

    patterns: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]
    """(what the groups of a match mean, pattern, what a text must hold to be worth the pattern), the plainest first."""
    after: re.Pattern[str]
    """A time behind a date, from its end."""
    before: re.Pattern[str]
    """A time up to where a date begins."""
    halves: tuple[re.Pattern[str], re.Pattern[str]]
    """What says "before noon", "after noon"."""


@functools.cache
def forms() -> Forms:
    """The forms, compiled once."""
    words = calendar().words
    join = rf"(?:(?:{words['joiners']})(?:[\s.]{{1,3}}|(?<=['’.])))?"
    nth = rf"(?:(?:{words['ordinals']})(?=[\s.,/-]))?"
    number, name = words["numbered_month"], rf"(?P<name>{_WORD}(?:[ /]{_WORD})?)"
    day, month, year = r"(?P<day>\d{1,2})", r"(?P<month>\d{1,2})", r"(?P<year>\d{4})"
    short = r"(?P<year>\d{4}|['’]?\d{2})(?![\d:]|,?\s?(?:19|20)\d\d(?!\d))"
    era = "(?P<era>" + "|".join(calendar().eras) + ")?"
    patterns = (
        ("ymd", rf"{era}(?<![\d.])(?P<year>\d{{1,4}})\s?[年년]\s?{month}\s?[月월]\s?{day}\s?[日일]?"),
        ("ymd", rf"(?<![\d.,])(?<!\d[/-]){year}\s?(?P<sep>[-/.])\s?{month}\s?(?P=sep)\s?{day}(?!\d|[/.-]\d)"),
        (
            "ymd",
            rf"(?<!\d){year}{_GAP}(?:{words['year_before']}){_GAP}{month}\s?(?:{words['month_before']}){_GAP}{day}(?!\d)",
        ),
        (
            "dmy",
            rf"(?<!\d){day}{_GAP},?{_GAP}(?:{number})\s?{month}{_GAP}[,/-]?{_GAP}"
            rf"(?:{words['numbered_year']}{_GAP})?{year}",
        ),
        ("numeric", rf"(?<![\d.,:/-])(?P<a>\d{{1,2}})\s?(?P<sep>[./-])\s?(?P<b>\d{{1,2}})\.?(?P=sep)\s?{short}"),
        ("name", rf"(?<![\d:/]){day}{nth}[.,]?{_GAP}[-/]?{_GAP}{join}{name}{_MARKS}{_GAP}[-/]?{_GAP}{join}{short}"),
        (
            "name",
            rf"(?P<name>{_WORD})[.,]?{_GAP}[-/]?{_GAP}{day}(?!\d){nth}{_MARKS}{_GAP}[-/]?{_GAP}{join}{year}(?!\d)",
        ),
        (
            "name",
            rf"(?P<name>{_WORD})\.?{_SPACE}{day}{_SPACE}\d\d?:\d\d(?::\d\d)?{_SPACE}"
            rf"(?:[A-Z]{{2,5}}{_SPACE})?{year}(?!\d)",
        ),
        ("name", rf"(?<!\d){year}[.,]?{_GAP}[-/]?{_GAP}{join}{name}[.,]?{_GAP}[-/]?{_GAP}{day}(?![\d:])"),
        ("name", rf"(?<!\d){year}[.,]?{_GAP}{join}{day}[.\s-]{_GAP}{name}"),
        ("yearless", rf"(?<![\d.,:/-]){day}{nth}\.?{_GAP}{join}(?P<name>{_WORD})(?!\w)"),
        ("yearless", rf"(?P<name>{_WORD})\.?{_GAP}{day}{nth}(?![\d:])"),
        ("yearless", rf"(?<!\d){month}\s?[月월]\s?{day}\s?[日일]"),
    )
    hints = (
        *("[年년]", r"\d{4}\s?[-/.]", words["year_before"], number, r"\d\s?[./-]\s?\d"),
        *(r"\d\D{2,}\d\d", r"\d\D+\d{4}", r"\d:\d\d", r"\d{4}\D{2,}\d", r"\d{4}[.,]?[\s-]"),
        *(_LETTERS, _LETTERS, "[월月]"),
    )
    zones = "|".join(z.upper() for z in (*calendar().zones, *calendar().seasonal_zones))
    clock = (
        rf"(?:(?P<half>{words['am']}|{words['pm']}){_GAP})?(?P<hour>\d{{1,2}})"
        rf"(?:\s?[:：h時时시点點.]\s?(?P<minute>\d{{2}})[分분]?(?:[:.](?P<second>\d{{2}})(?!\d))?(?![\d%])(?!\.\d)"
        rf"|(?=\s?(?:{words['am']}|{words['pm']}|{words['hour_marks']})(?!\w)))"
        rf"(?:\s?(?:{words['hour_marks']})(?!\w)\.?)?"
        rf"(?:\s?(?P<latter>{words['am']}|{words['pm']})(?:(?!\w)|(?-i:(?=[A-Z][a-z])))\.?)?"
        rf"(?:\s?\(?(?P<zone>(?-i:{zones}))(?!\w))?(?:\s?(?P<offset>[+−-]\d{{1,2}}(?::?\d{{2}})?)(?!\d))?"
    )
    return Forms(
        patterns=tuple(
            (form, re.compile(pattern, re.IGNORECASE), re.compile(hint, re.IGNORECASE))
            for (form, pattern), hint in zip(patterns, hints, strict=True)
        ),
        after=re.compile(rf"(?:[^\w]|(?<!\w)[^\W\d]{{1,6}}(?![^\W\d])){{0,{GAP}}}?(?<!\d)(?:{clock})", re.IGNORECASE),
        before=re.compile(rf"(?<![\d:.]){clock}[^\d:]{{0,{GAP + 8}}}$", re.IGNORECASE),
        halves=(re.compile(words["am"], re.IGNORECASE), re.compile(words["pm"], re.IGNORECASE)),
    )
