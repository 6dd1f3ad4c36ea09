"""What a URL gave: Fetched; and Refused, the exception that becomes a Failure."""

from collections.abc import Iterable
from datetime import datetime
from urllib.parse import urlsplit, urlunsplit

import attrs

from newsextract.errors import FetchError
from newsextract.records import Failure
from newsextract.records.failure import Stage


@attrs.frozen(kw_only=True)
class Redirect:
    """One step on the way to a page."""

    url: str
    """What was asked for."""
    status: int
    """301, 302, 303, 307 or 308."""


@attrs.frozen(kw_only=True)
class Fetched:
    """A page as a server gave it. `newsextract.extract(f.page, url=f.url, charset=f.charset, captured=f.captured)`."""

    id: str
    """The URL as asked for."""
    url: str
    """Where it came from in the end, after redirects; without user and password."""
    status: int
    """2xx."""
    headers: tuple[tuple[str, str], ...]
    """Names in lower case, in the order of the server."""
    charset: str | None
    """What the Content-Type header said."""
    page: bytes = attrs.field(repr=False)
    """The body, content codings undone."""
    redirects: tuple[Redirect, ...] = ()
    captured: datetime
    """When it was fetched; for a page out of the cache, when the server sent it."""
    seconds: float = 0.0
    """How long it took, waiting for the host's turn and retries included."""
    cached: bool = False
    """Whether the cache answered, with or without asking the server."""

    def header(self, name: str) -> str | None:
        """The first value of a header."""
        return next((value for key, value in self.headers if key == name.lower()), None)


class Refused(Exception):
    """A URL that gives no page: the stage, the cause to count by, a line for people, whether to try again."""

    def __init__(
        self, stage: Stage, error: str, message: str, *, again: bool = False, wait: float | None = None
    ) -> None:
        super().__init__(message)
        self.stage: Stage = stage
        self.error = error
        self.again = again
        self.wait = wait
        """Seconds that the host asked to be left alone."""
        self.url: str | None = None
        """Where it happened, after redirects."""

    def failure(self, asked: str, seconds: float) -> Failure:
        """The record of it."""
        return Failure(
            id=asked,
            url=self.url or asked,
            stage=self.stage,
            error=self.error,
            message=str(self),
            seconds=round(seconds, 3),
        )


def failed(failure: Failure) -> FetchError:
    """A failure as the exception that `fetch` of one URL raises."""
    return FetchError(failure.message, failure.stage, failure.error)


def without_credentials(url: str) -> str:
    """The URL without user and password: they are never kept nor shown."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2])) if "@" in parts.netloc else url


def header(headers: Iterable[tuple[str, str]], name: str) -> str | None:
    """The first value of a header; names are in lower case."""
    return next((value for key, value in headers if key == name), None)
