"""A real HTTP server on this machine whose every byte a test decides, and a log of what reached it."""

import asyncio
import gzip
import ssl
import threading
import time
from collections.abc import Awaitable, Callable
from contextlib import contextmanager

import attrs

PAGE = """<!doctype html><html lang="en"><head><title>Ferries stop</title></head><body><article><h1>Ferries stop</h1>
<p>The harbour board met on Tuesday and spoke for three hours about the berth, which is not built yet.</p>
<p>Nobody on the quay believes that the ships will sail before the ice has gone from the channel.</p>
<p>A spare engine has lain in its crate since March, because nobody will say who is to pay for it.</p>
</article></body></html>"""


@attrs.frozen
class Asked:
    """A request that arrived."""

    at: float
    host: str
    path: str
    headers: dict[str, str]


@attrs.define
class Server:
    """The routes can be changed while it runs; a path that has none answers 404."""

    port: int
    routes: dict[str, Callable[[Asked, asyncio.StreamWriter], Awaitable[None]]] = attrs.field(factory=dict)
    log: list[Asked] = attrs.field(factory=list)
    latency: float = 0.0

    def url(self, path="/", host="press.test", scheme="http"):
        return f"{scheme}://{host}:{self.port}{path}"

    def paths(self, host="press.test"):
        return [asked.path for asked in self.log if asked.host == host]

    def gives(self, path, body=PAGE, *, status="200 OK", charset="utf-8", **headers):
        """Answer a path with a body; headers as `content_type="…"`."""
        content = body if isinstance(body, bytes) else body.encode(charset)
        lines = {"content-type": "text/html; charset=utf-8", "content-length": str(len(content))}
        lines |= {name.replace("_", "-"): value for name, value in headers.items()}
        self.routes[path] = raw(head(status, lines) + content)

    def gives_gzip(self, path, body):
        self.gives(path, gzip.compress(body), content_encoding="gzip")

    async def serve(self, reader, writer):
        try:
            while True:
                request = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                first, *lines = request.split("\r\n")
                headers = {n.lower(): v.strip() for n, _, v in (line.partition(":") for line in lines if line)}
                asked = Asked(time.monotonic(), headers["host"].partition(":")[0], first.split()[1], headers)
                self.log.append(asked)
                await asyncio.sleep(self.latency)
                await self.routes.get(asked.path, _missing)(asked, writer)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError, ssl.SSLError):
            pass
        finally:
            writer.close()


def head(status="200 OK", headers=()):
    lines = "".join(f"{name}: {value}\r\n" for name, value in dict(headers).items())
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode("latin-1")


def raw(content):
    async def answer(_asked, writer):
        writer.write(content)

    return answer


_missing = raw(head("404 Not Found", {"content-length": "0"}))


async def to_this_machine(_host, _port):
    """A resolver for which every name is here."""
    return ["127.0.0.1"]


@contextmanager
def serving(context=None):
    """A server that runs in a thread until the block ends."""
    loop = asyncio.new_event_loop()
    server = Server(0)

    async def start():
        listening = await asyncio.start_server(server.serve, "127.0.0.1", 0, ssl=context)
        server.port = listening.sockets[0].getsockname()[1]
        return listening

    async def stop():
        listening.close()
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    listening = asyncio.run_coroutine_threadsafe(start(), loop).result()
    try:
        yield server
    finally:
        asyncio.run_coroutine_threadsafe(stop(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
