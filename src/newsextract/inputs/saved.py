"""One saved page in, where it came from out: browsers and mirrors leave a comment at the head of the page."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

import attrs

HEAD: Final = 8192
"""Bytes in which the comment stands: SingleFile puts it after <html>, browsers after the doctype."""

_SAVED: Final = (
    re.compile(
        rb"<!--\s*Page saved with SingleFile\s+url:\s*(?P<url>\S+)\s+saved date:\s*(?P<date>[^\n]*?)\s*(?:\n|-->)", re.I
    ),
    re.compile(rb"<!-- Mirrored from (?P<url>\S+) by HTTrack Website Copier/[^,]*,\s*(?P<date>[^>]*?)\s*-->", re.I),
    re.compile(rb"<!--\s*saved from url=\(\d+\)(?P<url>\S+)(?P<date>)\s*-->", re.I),
)
"""Comments of SingleFile, HTTrack, and of browsers' own "Save page as" (the "mark of the web")."""

_HOST: Final = re.compile(r"[^\s/:?#@]+(:\d+)?(/|$)")
"""What an address without a scheme begins with; "file:" and "about:" do not."""

_JS_DATE: Final = re.compile(
    r"\w{3} (?P<month>\w{3}) (?P<day>\d{1,2}) (?P<year>\d{4}) (?P<time>\d\d:\d\d:\d\d) GMT(?P<zone>[+-]\d{4})"
)
"""JavaScript's Date.toString(), which SingleFile writes."""


@attrs.frozen
class Saved:
    """What a page says of its own saving."""

    url: str | None = None
    captured: datetime | None = None


def saved(body: bytes) -> Saved:
    """Where and when a page was saved, as far as a comment in it says."""
    head = body[:HEAD]
    for comment in _SAVED:
        if found := comment.search(head):
            return Saved(_address(_text(found["url"])), _date(_text(found["date"])))
    return Saved()


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _address(url: str) -> str | None:
    """HTTrack leaves out the scheme."""
    if url.lower().startswith(("http://", "https://")):
        return url
    return f"http://{url}" if _HOST.match(url) else None


def _date(text: str) -> datetime | None:
    if found := _JS_DATE.match(text):
        text = f"{found['day']} {found['month']} {found['year']} {found['time']} {found['zone']}"
    try:
        when = parsedate_to_datetime(text)
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)
