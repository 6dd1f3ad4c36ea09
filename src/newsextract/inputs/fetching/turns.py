"""Whose turn it is at a host: so many requests at once, so much time between two, and peace where it asked for it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import attrs

from newsextract.inputs.fetching.answers import Refused
from newsextract.inputs.fetching.policy import FetchPolicy


@attrs.define
class _Host:
    places: asyncio.Semaphore
    """One for each request that may be under way."""
    delay: float
    door: asyncio.Lock = attrs.field(factory=asyncio.Lock)
    """Held by the request that waits for its start."""
    free_at: float = 0.0
    """When the next request may start, by the loop's clock."""


class Turns:
    """The turns of one run. A host is a name: its ports and schemes share one turn."""

    def __init__(self, policy: FetchPolicy) -> None:
        self._policy = policy
        self._room = asyncio.Semaphore(policy.concurrency)
        self._hosts: dict[str, _Host] = {}

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator["Turn"]:
        """Wait until fewer than `per_host` requests are under way, and count as one."""
        place = self._host(host)
        async with place.places:
            turn = Turn(host, place, self._room, self._policy)
            try:
                yield turn
            finally:
                turn.end()

    def slow_down(self, host: str, delay: float) -> None:
        """Keep at least `delay` seconds between requests: the host's Crawl-delay."""
        place = self._host(host)
        if delay > place.delay:
            place.free_at += delay - place.delay
            place.delay = delay

    def leave_alone(self, host: str, seconds: float) -> None:
        """Start nothing for so long: the host's Retry-After."""
        place = self._host(host)
        place.free_at = max(place.free_at, asyncio.get_running_loop().time() + seconds)

    def _host(self, host: str) -> _Host:
        place = self._hosts.get(host)
        if place is None:
            place = self._hosts[host] = _Host(asyncio.Semaphore(self._policy.per_host), self._policy.delay)
        return place


class Turn:
    """A place at a host. One that never starts (the cache answered) takes no time from the others."""

    def __init__(self, host: str, place: _Host, room: asyncio.Semaphore, policy: FetchPolicy) -> None:
        self._host = host
        self._place = place
        self._room = room
        self._policy = policy
        self._started = False

    async def start(self) -> None:
        """Wait until a request may leave; `Refused` where that takes longer than the policy's patience."""
        loop = asyncio.get_running_loop()
        async with self._place.door:
            while (wait := self._place.free_at - loop.time()) > 0:
                if wait > self._policy.patience + self._policy.delay:
                    raise Refused("response", "retry-later", f"{self._host} asks for a pause of {wait:.0f} s")
                await asyncio.sleep(wait)
            if not self._started:
                await self._room.acquire()
                self._started = True
            self._place.free_at = loop.time() + self._place.delay

    def end(self) -> None:
        """Make room for another; the host's pause begins."""
        if self._started:
            self._room.release()
            self._place.free_at = max(self._place.free_at, asyncio.get_running_loop().time() + self._place.delay)
