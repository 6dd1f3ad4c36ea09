"""The HTTP client. The only module that imports httpx: a fork with the same API takes its place by this one line."""

import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from http.cookiejar import CookieJar, DefaultCookiePolicy
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import attrs
import httpx

from newsextract.errors import InputError, MissingExtra
from newsextract.inputs.fetching import codings
from newsextract.inputs.fetching.addresses import Guard, Resolve
from newsextract.inputs.fetching.answers import Refused
from newsextract.inputs.fetching.policy import FetchPolicy
from newsextract.records.failure import Stage

BEFORE = "newsextract.before"
"""Request extension: what to await when a request is about to leave, which one that the cache answers never does."""


@attrs.frozen(kw_only=True)
class Response:
    """An answer whose body is still to be read."""

    status: int
    reason: str
    version: str
    """"HTTP/1.1" or "HTTP/2"."""
    headers: tuple[tuple[str, str], ...]
    """Names in lower case."""
    body: AsyncIterator[bytes]
    """Chunks as sent: content codings are not undone. `Refused` where they break off."""
    sent: tuple[tuple[str, str], ...]
    """Headers of the request, without credentials."""
    server: str | None
    """IP address that answered."""
    cached: bool


class Client:
    """GET, with a policy: one connection pool, to judged addresses alone."""

    def __init__(self, policy: FetchPolicy, cache: Path | None, resolve: Resolve) -> None:
        transport: httpx.AsyncBaseTransport = _Transport(policy, resolve)
        if cache is not None:
            transport = _cached(transport, cache)
        self._client = httpx.AsyncClient(
            transport=transport,
            trust_env=False,  # no proxies, no .netrc: what is sent, and where, is what the caller said
            timeout=httpx.Timeout(policy.read_timeout, connect=policy.connect_timeout, pool=None),
            headers={
                "user-agent": policy.user_agent,
                "accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5",
                "accept-encoding": codings.accepted(),
            },
            cookies=None if policy.cookies else CookieJar(DefaultCookiePolicy(allowed_domains=())),
        )

    @asynccontextmanager
    async def get(self, url: str, before: Callable[[], Awaitable[None]]) -> AsyncIterator[Response]:
        """Ask for a URL, follow nothing; whatever goes wrong is `Refused`."""
        try:
            target = httpx.URL(url)
            # Credentials travel beside the URL, not in it: the client's own log prints URLs.
            auth = (target.username, target.password) if target.userinfo else None
            request = self._client.build_request("GET", target.copy_with(userinfo=b""), extensions={BEFORE: before})
            answer = await self._client.send(request, stream=True, auth=auth)
            try:
                yield _response(answer)
            finally:
                await answer.aclose()
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            raise _refused(error) from error

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()


class _Transport(httpx.AsyncHTTPTransport):
    """The client's own transport, with a guard before the network and a pause before each request."""

    def __init__(self, policy: FetchPolicy, resolve: Resolve) -> None:
        super().__init__(
            verify=_trusted(policy.ca_file),
            http2=find_spec("h2") is not None,
            limits=httpx.Limits(max_connections=None, max_keepalive_connections=100, keepalive_expiry=30),
        )
        # The pool takes a backend only when it is made, and httpx makes it: this is the one place to put a guard.
        pool: Any = self._pool
        pool._network_backend = Guard(pool._network_backend, policy.allow_private, resolve)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await request.extensions[BEFORE]()
        return await super().handle_async_request(request)


def _trusted(ca_file: str | None) -> ssl.SSLContext:
    if ca_file is None:
        return httpx.create_ssl_context()
    try:
        return ssl.create_default_context(cafile=ca_file)
    except OSError as error:
        raise InputError(f"{ca_file}: no certificates there: {error.strerror or error}") from error


def _cached(transport: httpx.AsyncBaseTransport, folder: Path) -> httpx.AsyncBaseTransport:
    """The transport behind an HTTP cache that follows RFC 9111; rfc=False would keep everything for ever."""
    try:
        from hishel import AsyncSqliteStorage
        from hishel.httpx import AsyncCacheTransport
    except ImportError as error:
        raise MissingExtra("the HTTP cache", "http") from error
    folder.mkdir(parents=True, exist_ok=True)
    return AsyncCacheTransport(transport, AsyncSqliteStorage(database_path=folder / "http.sqlite"), rfc=True)


def _response(answer: httpx.Response) -> Response:
    network = answer.extensions.get("network_stream")
    server = network.get_extra_info("server_addr") if network is not None else None
    return Response(
        status=answer.status_code,
        reason=answer.reason_phrase,
        version=answer.http_version,
        headers=_pairs(answer.headers),
        body=_chunks(answer),
        sent=tuple(pair for pair in _pairs(answer.request.headers) if pair[0] not in ("authorization", "cookie")),
        server=server[0] if server else None,
        cached=bool(answer.extensions.get("caching", {}).get("from_cache")),
    )


async def _chunks(answer: httpx.Response) -> AsyncIterator[bytes]:
    try:
        async for chunk in answer.aiter_raw():
            yield chunk
    except (httpx.HTTPError, httpx.StreamError) as error:
        raise _refused(error) from error


def _pairs(headers: httpx.Headers) -> tuple[tuple[str, str], ...]:
    return tuple((key.lower().decode("latin-1"), value.decode("latin-1")) for key, value in headers.raw)


_CAUSES: tuple[tuple[type[Exception], Stage, str, str, bool], ...] = (
    (httpx.InvalidURL, "address", "bad-url", "no address: {error}", False),
    (httpx.UnsupportedProtocol, "address", "scheme", "only http and https", False),
    (httpx.ConnectTimeout, "connect", "connect-timeout", "no connection in time", True),
    (httpx.ReadTimeout, "read", "read-timeout", "the server fell silent", True),
    (httpx.TimeoutException, "request", "timeout", "out of time", True),
    (httpx.ConnectError, "connect", "connect", "no connection: {error}", True),
    (httpx.RemoteProtocolError, "read", "cut-off", "the server broke off: {error}", True),
    (httpx.NetworkError, "read", "cut-off", "the connection broke: {error}", True),
    (httpx.ProtocolError, "request", "protocol", "not HTTP: {error}", False),
    (Exception, "request", "protocol", "{error}", False),
)
"""What the client raises -> stage, cause, words, whether to try again; the first that fits."""


def _refused(error: Exception) -> Refused:
    tls = _tls(error)
    if tls is not None:
        return tls
    stage, code, words, again = next(row[1:] for row in _CAUSES if isinstance(error, row[0]))
    return Refused(stage, code, words.format(error=str(error) or type(error).__name__), again=again)


def _tls(error: BaseException | None) -> Refused | None:
    """A fault of TLS in plain words, however deep it is wrapped."""
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return Refused("tls", "tls", f"the certificate is not to be trusted: {error.verify_message}")
        if isinstance(error, ssl.SSLError) and not isinstance(error, ssl.SSLEOFError | ssl.SSLZeroReturnError):
            return Refused("tls", "tls", f"TLS failed: {(error.reason or str(error)).replace('_', ' ').lower()}")
        error = error.__cause__ or error.__context__
    return None
