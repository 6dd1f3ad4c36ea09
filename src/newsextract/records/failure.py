"""The Failure: what stands in the place of a record where a source gave no page."""

from typing import Any, Literal, TypeAlias

import attrs

Stage: TypeAlias = Literal[
    "address", "robots", "connect", "tls", "request", "response", "read", "decode", "extract", "write"
]
"""Where it went wrong, in the order of the work."""


@attrs.frozen(kw_only=True)
class Failure:
    """A source that gave no record. As JSON it is told from an Article by its key "error"."""

    id: str
    """What names the source in its run: the URL as asked for, a file's path, a WARC record's id."""
    url: str | None = None
    """Address of the page, where it is known; after redirects."""
    stage: Stage
    """Where it went wrong."""
    error: str
    """The cause, to count by: "timeout", "robots", "http-404", "too-large", "TypeError", …"""
    message: str
    """One line for people."""
    seconds: float = 0.0
    """How long it took until it failed."""

    def to_dict(self) -> dict[str, Any]:
        """The failure as JSON values."""
        return attrs.asdict(self)
