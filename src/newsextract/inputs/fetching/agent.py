"""A run of fetching: many URLs, each host in its turn, one answer a URL whatever happens."""

import asyncio
import random
import time
from collections.abc import AsyncGenerator, Iterable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from types import TracebackType
from typing import Final
from urllib.parse import urljoin

import attrs

from newsextract.inputs.fetching import addresses, codings
from newsextract.inputs.fetching.answers import Fetched, Redirect, Refused, header, without_credentials
from newsextract.inputs.fetching.archive import Archive
from newsextract.inputs.fetching.client import Client, Response
from newsextract.inputs.fetching.policy import FetchPolicy
from newsextract.inputs.fetching.queues import Queues, host_of
from newsextract.inputs.fetching.robots import LARGEST, Robots, Rules
from newsextract.inputs.fetching.turns import Turns
from newsextract.records import Failure

HTML: Final = ("text/html", "application/xhtml+xml")
"""Content types of pages; a page without a type is taken for one."""

REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
PASSING: Final = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Statuses that may be gone on the next try."""
ASIDE: Final = 65_536
"""Bytes read of an answer that is no page: enough to keep the connection for the next request."""
LONGEST_PAUSE: Final = 30.0
"""Seconds; ceiling of the pause before a retry that the server did not ask for."""


@attrs.frozen(kw_only=True)
class Wanted:
    """What an answer must be to be taken."""

    types: tuple[str, ...] | None = HTML
    """Content types; None for any."""
    size: int
    robots: bool


@attrs.frozen(kw_only=True)
class _Answer:
    """One response, read."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    cached: bool


class Agent:
    """One run, as an async context manager: its URLs share connections, robots.txt files, turns and cookies."""

    def __init__(
        self,
        policy: FetchPolicy,
        *,
        cache: Path | None = None,
        save: Path | None = None,
        resolve: addresses.Resolve = addresses.resolve,
    ) -> None:
        self.policy = policy
        self._archive = Archive(save, policy) if save is not None else None
        self._client = Client(policy, cache, resolve)
        self._turns = Turns(policy)
        self._robots = Robots(self._robots_text, policy.user_agent)

    async def __aenter__(self) -> "Agent":
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._client.close()
        if self._archive is not None:
            self._archive.close()

    def pages(self, urls: Iterable[str]) -> AsyncGenerator[Fetched | Failure, None]:
        """The answers of many URLs as they come, each host's in the order given.

        `urls` is read ahead, and must not block.
        """
        return Queues(self.page, self.policy.per_host).answers(urls)

    async def page(self, url: str, types: tuple[str, ...] | None = HTML) -> Fetched | Failure:
        """The page at a URL, or why there is none."""
        wanted = Wanted(types=types, size=self.policy.size, robots=self.policy.robots)
        began = time.monotonic()
        try:
            fetched = await self._followed(url, wanted)
        except Refused as refused:
            return refused.failure(without_credentials(url), time.monotonic() - began)
        return attrs.evolve(fetched, seconds=round(time.monotonic() - began, 3))

    async def rules(self, url: str) -> Rules:
        """The robots.txt that holds for a URL."""
        return await self._robots.rules(url)

    async def _followed(self, url: str, wanted: Wanted) -> Fetched:
        """The page at the end of the redirects."""
        at, way = url, list[Redirect]()
        while True:
            try:
                answer = await self._tried(at, wanted)
                if answer.status not in REDIRECTS:
                    return _fetched(url, at, answer, tuple(way))
                way.append(Redirect(url=without_credentials(at), status=answer.status))
                at = self._next_address(at, answer, way)
            except Refused as refused:
                refused.url = without_credentials(at)
                raise

    def _next_address(self, at: str, answer: _Answer, way: list[Redirect]) -> str:
        place = header(answer.headers, "location")
        if not place:
            raise Refused("response", "bad-redirect", f"{answer.status} without a Location")
        try:
            target = urljoin(at, place.strip())
        except ValueError as error:
            raise Refused("response", "bad-redirect", f"{answer.status} to no address") from error
        if not self.policy.cookies and any(step.url == without_credentials(target) for step in way):
            raise Refused("response", "redirect-loop", f"redirects lead back to {without_credentials(target)}")
        if len(way) > self.policy.redirects:
            raise Refused("response", "too-many-redirects", f"more than {self.policy.redirects} redirects")
        return target

    async def _tried(self, url: str, wanted: Wanted) -> _Answer:
        """One answer, after as many tries as it is worth."""
        host = _checked(url)
        if wanted.robots:
            rules = await self._robots.rules(url)
            rules.check(url)
            self._turns.slow_down(host, rules.delay)
        for attempt in range(self.policy.retries + 1):
            try:
                return await self._once(url, host, wanted)
            except Refused as refused:
                if not refused.again or attempt == self.policy.retries:
                    raise
                await self._pause(host, refused, attempt)
        raise AssertionError("the last attempt returns or raises")

    async def _pause(self, host: str, refused: Refused, attempt: int) -> None:
        """Back off: as long as the host asked, or a random time under a ceiling that doubles."""
        if refused.wait is None:
            ceiling = min(LONGEST_PAUSE, self.policy.backoff * 2**attempt)
            await asyncio.sleep(random.uniform(ceiling / 2, ceiling))
        elif refused.wait > self.policy.patience:
            raise refused
        else:
            self._turns.leave_alone(host, refused.wait)

    async def _once(self, url: str, host: str, wanted: Wanted) -> _Answer:
        """One request; the clock of its time-out starts when it leaves."""
        async with self._turns.turn(host) as turn:
            try:
                async with asyncio.timeout(None) as clock:

                    async def before() -> None:
                        await turn.start()
                        clock.reschedule(asyncio.get_running_loop().time() + self.policy.timeout)

                    async with self._client.get(url, before) as response:
                        return await self._read(url, response, wanted)
            except TimeoutError as error:
                raise Refused("read", "timeout", f"not done after {self.policy.timeout:g} s") from error

    async def _read(self, url: str, response: Response, wanted: Wanted) -> _Answer:
        """The body of an answer that is wanted; of others what keeps the connection."""
        good = 200 <= response.status < 300
        if good:
            _check_type(response, wanted)
        try:
            body, whole = await _body(response, wanted.size if good else ASIDE)
        except Refused:
            if good:
                raise
            body, whole = b"", False  # what counts of a redirect or an error has been said
        if self._archive is not None:
            self._archive.add(without_credentials(url), response, body, whole)
        if good:
            if not whole:
                raise Refused("read", "too-large", f"more than {wanted.size} bytes")
            body = codings.decoded(body, header(response.headers, "content-encoding"), wanted.size)
        elif response.status not in REDIRECTS:
            raise _status(response)
        return _Answer(status=response.status, headers=response.headers, body=body, cached=response.cached)

    async def _robots_text(self, url: str) -> str | None:
        """The text of a robots.txt; None where the server says there is none, which allows everything."""
        try:
            fetched = await self._followed(url, Wanted(types=None, size=LARGEST, robots=False))
        except Refused as refused:
            gone = refused.error.startswith("http-4") and refused.error != "http-429"
            if gone or refused.error in ("redirect-loop", "too-many-redirects", "bad-redirect"):
                return None
            raise
        return fetched.page.decode("utf-8", "replace")


def _checked(url: str) -> str:
    """The host of a URL that may be asked for."""
    scheme, colon, _ = url.partition(":")
    if colon and scheme.lower() not in ("http", "https") and scheme.isalnum():
        raise Refused("address", "scheme", f"only http and https, not {scheme.lower()}")
    host = host_of(url)
    if not colon or not host or url != url.strip():
        raise Refused("address", "bad-url", "no http or https address")
    return host


def _check_type(response: Response, wanted: Wanted) -> None:
    stated = (header(response.headers, "content-type") or "").partition(";")[0].strip().lower()
    if stated and wanted.types is not None and stated not in wanted.types:
        raise Refused("response", "content-type", f"{stated} is no page")


async def _body(response: Response, limit: int) -> tuple[bytes, bool]:
    """The body up to a limit, and whether that is all of it."""
    chunks, size = [], 0
    async for chunk in response.body:
        chunks.append(chunk)
        size += len(chunk)
        if size > limit:
            return b"".join(chunks)[:limit], False
    return b"".join(chunks), True


def _status(response: Response) -> Refused:
    return Refused(
        "response",
        f"http-{response.status}",
        f"the server answered {response.status} {response.reason}".rstrip(),
        again=response.status in PASSING,
        wait=_retry_after(response),
    )


def _retry_after(response: Response) -> float | None:
    """Seconds that a Retry-After header names, as a number or a date."""
    value = (header(response.headers, "retry-after") or "").strip()
    if value.isdecimal():
        return float(value)
    when = _date(value)
    return max(0.0, (when - datetime.now(UTC)).total_seconds()) if when else None


def _date(value: str | None) -> datetime | None:
    try:
        when = parsedate_to_datetime(value or "")
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)


def _fetched(asked: str, url: str, answer: _Answer, way: tuple[Redirect, ...]) -> Fetched:
    sent = _date(header(answer.headers, "date")) if answer.cached else None
    return Fetched(
        id=without_credentials(asked),
        url=without_credentials(url),
        status=answer.status,
        headers=answer.headers,
        charset=_charset(header(answer.headers, "content-type")),
        page=answer.body,
        redirects=way,
        captured=sent or datetime.now(UTC),
        cached=answer.cached,
    )


def _charset(content_type: str | None) -> str | None:
    for part in (content_type or "").split(";")[1:]:
        name, _, value = part.partition("=")
        if name.strip().lower() == "charset":
            return value.strip(" \t\"'") or None
    return None
