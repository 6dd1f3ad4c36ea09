"""robots.txt as RFC 9309 has it: what may be fetched, how fast, and where the sitemaps are."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

import attrs
from protego import Protego

from newsextract.inputs.fetching.answers import Refused

LARGEST = 512_000
"""Bytes that are read; the standard asks for 500 KiB at least, and the rest may be ignored."""

Read = Callable[[str], Awaitable[str | None]]
"""URL of a robots.txt in, its text out; None where there is none; `Refused` where that cannot be told."""


@attrs.frozen
class Rules:
    """The robots.txt of one origin, read."""

    _parsed: Protego | None
    _user_agent: str
    refusal: Refused | None = None
    """Why nothing may be fetched: the file could not be had."""

    def check(self, url: str) -> None:
        """`Refused` where the URL may not be fetched."""
        if self.refusal is not None:
            raise self.refusal.with_traceback(None)
        if self._parsed is not None and not self._parsed.can_fetch(url, self._user_agent):
            raise Refused("robots", "robots", f"robots.txt forbids it to {self._user_agent.partition('/')[0]}")

    @property
    def delay(self) -> float:
        """Crawl-delay in seconds; 0 where there is none."""
        return float(self._parsed.crawl_delay(self._user_agent) or 0) if self._parsed is not None else 0.0

    @property
    def sitemaps(self) -> tuple[str, ...]:
        """The Sitemap lines."""
        return tuple(self._parsed.sitemaps) if self._parsed is not None else ()


class Robots:
    """The robots.txt files of one run, each read once."""

    def __init__(self, read: Read, user_agent: str) -> None:
        self._read = read
        self._user_agent = user_agent
        self._rules: dict[str, Rules] = {}
        self._reading: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def rules(self, url: str) -> Rules:
        """What holds for a URL."""
        parts = urlsplit(url)
        origin = f"{parts.scheme.lower()}://{parts.netloc.rpartition('@')[2].lower()}"
        async with self._reading[origin]:
            if origin not in self._rules:
                self._rules[origin] = await self._rules_of(origin)
        return self._rules[origin]

    async def _rules_of(self, origin: str) -> Rules:
        try:
            text = await self._read(f"{origin}/robots.txt")
        except Refused as refused:
            return Rules(None, self._user_agent, _closed(refused))
        return Rules(Protego.parse(text) if text else None, self._user_agent)


def _closed(refused: Refused) -> Refused:
    """A host that does not answer is reported as that; one that answers but hides its rules allows nothing."""
    if refused.stage in ("address", "connect", "tls"):
        return refused
    return Refused("robots", "robots-unreachable", f"robots.txt could not be read, so nothing may be: {refused}")
