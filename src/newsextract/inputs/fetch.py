"""URLs in, pages out: `fetch` for scripts, `afetch` for asynchronous programs, `Session` for what shares one run.

Fetching is polite, bounded and safe unless told otherwise; `FetchPolicy` says how. `newsextract.inputs.fetching` has
the parts, and the packages they need load when the first URL is fetched.
"""

import asyncio
import contextlib
import queue
import threading
from collections.abc import AsyncGenerator, Coroutine, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, TypedDict, TypeVar, Unpack, overload

from newsextract.inputs.fetching.answers import Fetched, failed
from newsextract.inputs.fetching.policy import FetchPolicy
from newsextract.records import Failure

if TYPE_CHECKING:
    from newsextract.inputs.fetching.addresses import Resolve
    from newsextract.inputs.fetching.agent import Agent

T = TypeVar("T")

HELD: Final = 64
"""Pages fetched ahead of a slow reader; more would fill the memory."""
DEFAULT: Final = FetchPolicy()


class FetchOptions(TypedDict, total=False):
    """Options of `fetch` and `afetch`, all optional."""

    cache: str | Path | None
    """Folder of an HTTP cache (RFC 9111), made where it is missing. Extra: http."""
    save: str | Path | None
    """WARC file to write what is fetched to; compressed if it ends in .gz; must not exist. Extra: warc."""
    resolve: "Resolve"
    """How names become addresses, instead of the system's way."""


@overload
def fetch(  # type: ignore[overload-overlap] # a str is an Iterable[str] too, and comes first
    urls: str, policy: FetchPolicy = DEFAULT, **options: Unpack[FetchOptions]
) -> Fetched: ...
@overload
def fetch(
    urls: Iterable[str], policy: FetchPolicy = DEFAULT, **options: Unpack[FetchOptions]
) -> Iterator[Fetched | Failure]: ...
def fetch(
    urls: str | Iterable[str], policy: FetchPolicy = DEFAULT, **options: Unpack[FetchOptions]
) -> Fetched | Iterator[Fetched | Failure]:
    """One URL: its page, or FetchError. Many: an answer for each, as they come; where there is no page, a Failure.

    `fetch("https://…")` or `for answer in fetch(urls)`. Hosts are fetched side by side, each in its own turn. May be
    called where an event loop runs, as in a notebook: it has its own, in a thread.
    """
    return _one(urls, policy, options) if isinstance(urls, str) else _many(urls, policy, options)


@overload
def afetch(  # type: ignore[overload-overlap] # as above
    urls: str, policy: FetchPolicy = DEFAULT, **options: Unpack[FetchOptions]
) -> Coroutine[Any, Any, Fetched]: ...
@overload
def afetch(
    urls: Iterable[str], policy: FetchPolicy = DEFAULT, **options: Unpack[FetchOptions]
) -> AsyncGenerator[Fetched | Failure, None]: ...
def afetch(
    urls: str | Iterable[str], policy: FetchPolicy = DEFAULT, **options: Unpack[FetchOptions]
) -> Coroutine[Any, Any, Fetched] | AsyncGenerator[Fetched | Failure, None]:
    """As `fetch`: `await afetch("https://…")` or `async for answer in afetch(urls)`."""
    return _aone(urls, policy, options) if isinstance(urls, str) else _amany(urls, policy, options)


class Session:
    """A run whose URLs need not be known at once: turns, robots.txt files, connections and cookies are shared.

    A context manager with its own event loop in a thread; leaving it ends what is under way.
    """

    def __init__(self, policy: FetchPolicy = DEFAULT, **options: Unpack[FetchOptions]) -> None:
        self._policy = policy
        self._options = options
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="newsextract-fetch", daemon=True)

    def __enter__(self) -> "Session":
        self._thread.start()
        try:
            self._agent = self._wait(_agent(self._policy, self._options))
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._wait(self._end_tasks())
            self._wait(self._agent.__aexit__(kind, error, trace))
        finally:
            self._stop()

    def get(
        self, url: str, *, types: tuple[str, ...] | None = ("text/html", "application/xhtml+xml")
    ) -> Fetched | Failure:
        """What is at a URL; `types` are the content types to take, None for any."""
        return self._wait(self._agent.page(url, types))

    def sitemaps(self, url: str) -> tuple[str, ...]:
        """The Sitemap lines of the robots.txt that holds for a URL."""
        return self._wait(self._agent.rules(url)).sitemaps

    def pages(self, urls: Iterable[str]) -> Iterator[Fetched | Failure]:
        """An answer for each URL, as they come; fetching goes on while the caller works."""
        answers: queue.SimpleQueue[Fetched | Failure | BaseException | None] = queue.SimpleQueue()
        room = threading.Semaphore(HELD)
        pump = asyncio.run_coroutine_threadsafe(self._pump(urls, answers, room), self._loop)
        try:
            while (answer := answers.get()) is not None:
                if isinstance(answer, BaseException):
                    raise answer
                room.release()
                yield answer
        finally:
            pump.cancel()

    async def _pump(
        self,
        urls: Iterable[str],
        answers: "queue.SimpleQueue[Fetched | Failure | BaseException | None]",
        room: threading.Semaphore,
    ) -> None:
        try:
            async with contextlib.aclosing(self._agent.pages(urls)) as pages:
                async for answer in pages:
                    while not room.acquire(blocking=False):
                        await asyncio.sleep(0.02)
                    answers.put(answer)
            answers.put(None)
        except Exception as error:  # noqa: BLE001 - it is raised again, where the caller waits
            answers.put(error)

    def _wait(self, work: Coroutine[Any, Any, T]) -> T:
        task = asyncio.run_coroutine_threadsafe(work, self._loop)
        try:
            return task.result()
        except KeyboardInterrupt:
            task.cancel()
            raise

    async def _end_tasks(self) -> None:
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _stop(self) -> None:
        self._wait(self._loop.shutdown_asyncgens())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


def _one(url: str, policy: FetchPolicy, options: FetchOptions) -> Fetched:
    with Session(policy, **options) as session:
        return _page(session.get(url))


def _many(urls: Iterable[str], policy: FetchPolicy, options: FetchOptions) -> Iterator[Fetched | Failure]:
    with Session(policy, **options) as session:
        yield from session.pages(urls)


async def _aone(url: str, policy: FetchPolicy, options: FetchOptions) -> Fetched:
    async with await _agent(policy, options) as agent:
        return _page(await agent.page(url))


async def _amany(
    urls: Iterable[str], policy: FetchPolicy, options: FetchOptions
) -> AsyncGenerator[Fetched | Failure, None]:
    async with await _agent(policy, options) as agent, contextlib.aclosing(agent.pages(urls)) as pages:
        async for answer in pages:
            yield answer


async def _agent(policy: FetchPolicy, options: FetchOptions) -> "Agent":
    from newsextract.inputs.fetching import addresses, agent  # the network's packages load where a URL is fetched

    cache, save = options.get("cache"), options.get("save")
    return agent.Agent(
        policy,
        cache=Path(cache) if cache else None,
        save=Path(save) if save else None,
        resolve=options.get("resolve", addresses.resolve),
    )


def _page(answer: Fetched | Failure) -> Fetched:
    if isinstance(answer, Failure):
        raise failed(answer)
    return answer
