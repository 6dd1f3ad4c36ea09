"""What a command line names as a source, and the page it stands for: a URL, a file, or "-" for standard input."""

import sys
from datetime import datetime
from pathlib import Path

import attrs

from newsextract.errors import InputError

STDIN = "-"


@attrs.frozen(kw_only=True)
class Source:
    """A page to extract."""

    page: bytes
    url: str | None = None
    charset: str | None = None
    captured: datetime | None = None


def is_url(source: str) -> bool:
    """Whether a source is fetched, not read from disk."""
    return source.lower().startswith(("http://", "https://"))


def load(source: str) -> Source:
    """The page a source stands for; InputError where it cannot be had."""
    if is_url(source):
        from newsextract.inputs.fetch import fetch  # the network's packages load only where a URL is given

        fetched = fetch(source)
        return Source(page=fetched.page, url=fetched.url, charset=fetched.charset, captured=fetched.captured)
    if source == STDIN:
        return Source(page=sys.stdin.buffer.read())
    try:
        return Source(page=Path(source).read_bytes())
    except OSError as error:
        raise InputError(error.strerror or type(error).__name__) from error
