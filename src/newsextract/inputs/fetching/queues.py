"""Many URLs, a queue for each host: hosts side by side, the URLs of one in their order."""

import asyncio
from collections import Counter, defaultdict, deque
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable
from itertools import islice
from typing import Final
from urllib.parse import urlsplit

from newsextract.inputs.fetching.answers import Fetched
from newsextract.records import Failure

AHEAD: Final = 2_000
"""URLs taken from the caller before their turn, so that a long run of one host does not idle the others."""
HELD: Final = 64
"""Answers held for a slow reader; then fetching pauses."""

Page = Callable[[str], Awaitable[Fetched | Failure]]


class Queues:
    """The queues of one run; `page` gets one URL."""

    def __init__(self, page: Page, per_host: int) -> None:
        self._page = page
        self._per_host = per_host
        self._queues: defaultdict[str, deque[str]] = defaultdict(deque)
        self._busy: Counter[str] = Counter()
        self._workers: set[asyncio.Task[None]] = set()
        self._answers: asyncio.Queue[Fetched | Failure | Exception] = asyncio.Queue(HELD)

    async def answers(self, urls: Iterable[str]) -> AsyncGenerator[Fetched | Failure, None]:
        """An answer for each URL, as they come."""
        waiting, source = 0, iter(urls)
        try:
            while True:
                for url in islice(source, AHEAD - waiting):
                    self._add(url)
                    waiting += 1
                if not waiting:
                    return
                answer = await self._answers.get()
                if isinstance(answer, Exception):
                    raise answer
                waiting -= 1
                yield answer
        finally:
            for worker in self._workers:
                worker.cancel()
            await asyncio.gather(*self._workers, return_exceptions=True)

    def _add(self, url: str) -> None:
        host = host_of(url)
        self._queues[host].append(url)
        if self._busy[host] < self._per_host:
            self._busy[host] += 1
            worker = asyncio.create_task(self._work(host))
            self._workers.add(worker)
            worker.add_done_callback(self._workers.discard)

    async def _work(self, host: str) -> None:
        """Empty a host's queue. Nothing is awaited between the last look into it and the sign-off."""
        queue = self._queues[host]
        try:
            while queue:
                await self._answers.put(await self._page(queue.popleft()))
            self._busy[host] -= 1
        except Exception as error:  # noqa: BLE001 - no fault of a URL but a full disk or a bug: it ends the run
            await self._answers.put(error)


def host_of(url: str) -> str:
    """The host a URL names, lower case; "" where there is none, or a port that is none."""
    try:
        parts = urlsplit(url)
        _ = parts.port  # ValueError beyond 65535
    except ValueError:
        return ""
    return (parts.hostname or "").rstrip(".")
