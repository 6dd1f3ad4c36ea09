"""What options take as values: text of the command line in, the value out; ArgumentTypeError says what is wrong."""

import argparse
from datetime import UTC, date, datetime
from typing import Final

import attrs

from newsextract.records import Article

KEYS: Final = (*(a.name for a in attrs.fields(Article)), "text")
"""The keys of a record's JSON, which --fields chooses from."""


def positive(text: str) -> int:
    """A whole number from 1 on."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"no whole number from 1 on: {text!r}")
    return int(text)


def count(text: str) -> int:
    """A whole number from 0 on."""
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"no whole number from 0 on: {text!r}")
    return int(text)


def pause(text: str) -> float:
    """Seconds, none among them."""
    return _seconds(text, 0.0)


def patience(text: str) -> float:
    """Seconds to wait at most: more than none."""
    return _seconds(text, 0.001)


def _seconds(text: str, least: float) -> float:
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not least <= number < float("inf"):
        raise argparse.ArgumentTypeError(f"no number of seconds from {least:g} on: {text!r}")
    return number


def day(text: str) -> date:
    """A day in ISO 8601."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"not an ISO 8601 date such as 2026-11-01: {text!r}") from error


def instant(text: str) -> datetime:
    """A time in ISO 8601, UTC where it names no zone."""
    try:
        when = datetime.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"not an ISO 8601 date or time such as 2026-11-01T08:30Z: {text!r}") from error
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def address(text: str) -> str:
    """An absolute http or https address."""
    from newsextract.page.urls import host

    if not host(text):
        raise argparse.ArgumentTypeError(f"no http or https address such as https://example.org/story: {text!r}")
    return text


def charset(text: str) -> str:
    """A label of the WHATWG encoding standard."""
    from newsextract.page.decode import is_label

    if not is_label(text):
        raise argparse.ArgumentTypeError(f"no charset of the web such as utf-8 or windows-1251: {text!r}")
    return text


def keys(text: str) -> tuple[str, ...]:
    """Keys of a record's JSON, parted by commas."""
    named = tuple(key.strip() for key in text.split(",") if key.strip())
    unknown = [key for key in named if key not in KEYS]
    if unknown or not named:
        wrong = ", ".join(unknown) or repr(text)
        raise argparse.ArgumentTypeError(f"no such key: {wrong}; there are {', '.join(KEYS)}")
    return named
