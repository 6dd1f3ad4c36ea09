"""Which addresses may be spoken to, and connections that go to those and nowhere else.

A name is resolved once, here; all its addresses are judged; the connection goes to an address that was judged. A name
server that answers differently the second time (DNS rebinding) is never asked a second time, and whatever form an
address is written in (`2130706433`, `0177.0.0.1`, `[::ffff:127.0.0.1]`), what counts is where it leads.
"""

import asyncio
import ipaddress
import socket
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from newsextract.inputs.fetching.answers import Refused

Resolve = Callable[[str, int], Awaitable[list[str]]]
"""Host and port in, IP addresses out; OSError where there are none."""

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_CLOSED = tuple(
    ipaddress.ip_network(network)
    for network in (
        *("192.0.0.0/24", "192.88.99.0/24", "168.63.129.16/32"),
        *("fec0::/10", "2001::/32", "64:ff9b:1::/48", "3fff::/20"),
    )
)
"""Ranges that some versions of Python call global: protocol assignments, relays of 6to4, what tells a machine in Azure
its secrets; site-local, Teredo, local NAT64, documentation."""
_ISATAP = frozenset({0x5EFE, 0x200_5EFE})
"""Bits 64 to 95 of an address of RFC 5214, which carries an IPv4 one behind them."""
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_COMPATIBLE = ipaddress.ip_network("::/96")


def is_public(text: str) -> bool:
    """Whether an IP address is one of the open internet's: not loopback, private, link-local, shared, multicast."""
    address = _innermost(ipaddress.ip_address(text))
    special = address.is_multicast or address.is_reserved or address.is_unspecified
    return address.is_global and not special and not any(address in network for network in _CLOSED)


def _innermost(address: _Address) -> _Address:
    """The IPv4 address that an IPv6 one carries, where traffic to it ends up there."""
    if not isinstance(address, ipaddress.IPv6Address):
        return address
    if address.ipv4_mapped or address.sixtofour:
        return address.ipv4_mapped or address.sixtofour or address
    isatap = int(address) >> 32 & 0xFFFF_FFFF in _ISATAP
    if address in _NAT64 or isatap or (address in _COMPATIBLE and int(address) > 1):
        return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    return address


async def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, in the system's order."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(place[0]) for *_, place in found))


class Guard:
    """A network backend of the HTTP client that connects to judged addresses alone.

    It stands between the client's connection pool and `backend`, the one the pool came with. TLS happens above it and
    keeps to the name, so certificates are verified for the host that was asked for.
    """

    def __init__(self, backend: Any, allow_private: bool, resolve: Resolve) -> None:
        self._backend = backend
        self._allow_private = allow_private
        self._resolve = resolve

    async def connect_tcp(self, host: str, port: int, timeout: float | None = None, **options: Any) -> Any:
        """A connection to the first judged address that takes one; `Refused` where there is none to try."""
        addresses = await self._judged(host, port, timeout)
        for address in addresses[:-1]:
            try:
                # A first address that is silent must not eat the time of the second.
                return await self._backend.connect_tcp(address, port, timeout=timeout and timeout / 2, **options)
            except Exception:  # noqa: BLE001 - whatever it was, the next address is tried, and the last one tells
                continue
        return await self._backend.connect_tcp(addresses[-1], port, timeout=timeout, **options)

    async def connect_unix_socket(self, path: str, *_args: Any, **_options: Any) -> Any:
        """Never."""
        raise Refused("address", "private-address", f"no sockets of this machine: {path}")

    async def sleep(self, seconds: float) -> None:
        """Pause."""
        await asyncio.sleep(seconds)

    async def _judged(self, host: str, port: int, timeout: float | None) -> list[str]:
        try:
            async with asyncio.timeout(timeout):
                addresses = await self._resolve(host, port)
        except TimeoutError as error:
            raise Refused("connect", "dns", f"no answer to who {host} is", again=True) from error
        except (OSError, UnicodeError) as error:
            again = getattr(error, "errno", None) == socket.EAI_AGAIN
            raise Refused("connect", "dns", f"no such host: {host}", again=again) from error
        if not addresses:
            raise Refused("connect", "dns", f"no such host: {host}")
        if not self._allow_private:
            self._check(host, addresses)
        return addresses

    def _check(self, host: str, addresses: Iterable[str]) -> None:
        for address in addresses:
            if not is_public(address.partition("%")[0]):
                raise Refused("address", "private-address", f"{host} is {address}: no address of the open internet")
