"""One URL in, the page's bytes out: a plain GET that follows redirects."""

from datetime import UTC, datetime

import attrs
import httpx

from newsextract.errors import FetchError

SECONDS = 30.0
"""How long to wait for a server: a slow portal answers within ten."""

HEADERS = {"user-agent": "newsextract", "accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5"}


@attrs.frozen(kw_only=True)
class Fetched:
    """A page as a server gave it."""

    page: bytes
    url: str
    """Where it came from in the end, after redirects."""
    charset: str | None
    """What the Content-Type header said."""
    captured: datetime
    """When it was fetched."""


def fetch(url: str) -> Fetched:
    """The page at `url`; FetchError where there is none."""
    try:
        response = httpx.get(url, headers=HEADERS, timeout=SECONDS, follow_redirects=True)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise FetchError(str(error) or type(error).__name__) from error
    if response.is_error:
        raise FetchError(f"the server answered {response.status_code} {response.reason_phrase}".rstrip())
    return Fetched(
        page=response.content, url=str(response.url), charset=response.charset_encoding, captured=datetime.now(UTC)
    )
