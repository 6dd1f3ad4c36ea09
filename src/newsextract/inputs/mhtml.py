"""A web archive of one page (MHTML, RFC 2557) in, the page out: `.mhtml`, `.mht` and mail messages that hold a page."""

import email.policy
import re
from datetime import UTC, datetime
from email.message import Message
from email.parser import BytesParser
from email.utils import parsedate_to_datetime
from typing import Any, Final

from newsextract.inputs.http import HTML
from newsextract.inputs.page import Page, Unreadable

MOST: Final = 50
"""Parts that may hold parts: browsers write one. Each looks at every line of those in it, so time is their product."""

_WRAPPER: Final = re.compile(rb"^content-type:\s*(?:multipart|message)/", re.I | re.M)


def page(content: bytes, source: str, member: str | None = None) -> Page:
    """The page of the archive; Unreadable where it holds none."""
    if len(_WRAPPER.findall(content)) > MOST:
        raise Unreadable("corrupt", f"more than {MOST} archives within one another")
    message = BytesParser(policy=_POLICY).parsebytes(content)
    root = _root(message)
    if root is None:
        raise Unreadable("no-page", "the archive holds no HTML part")
    body = root.get_payload(decode=True)
    return Page(
        body=body if isinstance(body, bytes) else b"",
        source=source,
        member=member,
        url=_address(message, root),
        charset=root.get_content_charset(),
        captured=_date(message),
    )


_POLICY: Final = email.policy.compat32
"""The newer policies read header values as grammar, and fail on what browsers write."""


def _root(message: "Message[Any, Any]") -> "Message[Any, Any] | None":
    """The part that is the page: the one the archive names as its start, or the first that is HTML."""
    parts = [p for p in message.walk() if p.get_content_type() in HTML]
    start = message.get_param("start")
    named = [p for p in parts if p.get("Content-ID") and p.get("Content-ID") == start]
    return next(iter(named or parts), None)


def _address(message: "Message[Any, Any]", root: "Message[Any, Any]") -> str | None:
    for value in (message.get("Snapshot-Content-Location"), root.get("Content-Location")):
        if value and str(value).strip().startswith(("http://", "https://")):
            return "".join(str(value).split())
    return None


def _date(message: "Message[Any, Any]") -> datetime | None:
    try:
        when = parsedate_to_datetime(str(message.get("Date", "")))
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)
