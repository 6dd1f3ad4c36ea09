"""What a caller gives `extract`: its options, and the check that all of it is of the right type."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final, TypedDict

from newsextract.page.limits import Limits
from newsextract.rules.load import Rules


class ExtractOptions(TypedDict, total=False):
    """Options of `extract`, all optional."""

    charset: str | None
    """The charset of the HTTP Content-Type header; ignored for text that came decoded, or if it names no encoding."""
    captured: datetime | None
    """When the page was fetched or saved. Bounds dates and anchors relative ones ("two hours ago")."""
    locators: bool
    """Whether each block carries its CSS path."""
    rules: Rules | None
    """Rules of `load_rules`: the bundled ones and a user's."""
    limits: Limits | None
    """How large a page may be; beyond, it is cut before it is parsed, and the evidence of "page" says so."""


_TYPES: Final[Mapping[str, tuple[type, str]]] = {
    "charset": (str, "a str such as 'utf-8'"),
    "captured": (datetime, "a datetime such as datetime(2026, 11, 1, 8, 30, tzinfo=UTC)"),
    "locators": (bool, "True or False"),
    "rules": (Rules, "what newsextract.load_rules gives"),
    "limits": (Limits, "a newsextract.page.limits.Limits"),
}
"""Option -> its type, and how to say it."""


def checked(page: object, url: object, options: Mapping[str, object]) -> bytes | str:
    """The page as plain bytes or text, which the parser takes alone; frameworks have kinds of their own.

    TypeError where the caller's mistake would give a wrong record; it says which argument, and what it should be.
    """
    if not isinstance(page, bytes | bytearray | str):
        raise TypeError(f"page must be bytes or str, the HTML itself, not {_named(page)}")
    if not isinstance(url, str | None):
        raise TypeError(f"url must be a str or None, not {_named(url)}")
    for name, value in options.items():
        if name not in _TYPES:
            raise TypeError(f"extract has no option {name!r}; there are {', '.join(_TYPES)}")
        wanted, told = _TYPES[name]
        if value is not None and not isinstance(value, wanted):
            raise TypeError(f"{name} must be {told}, or left out, not {_named(value)}")
    if isinstance(page, str):
        return page if type(page) is str else str(page)
    return page if type(page) is bytes else bytes(page)


def _named(value: object) -> str:
    name = type(value).__name__
    return f"{name}: read it first" if hasattr(value, "read") or hasattr(value, "read_bytes") else name
