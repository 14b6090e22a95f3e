"""The way out: only to public addresses, and to just the one that was looked at."""

import asyncio
import socket
from collections.abc import Awaitable, Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

import httpx

from knowledge.fetching.errors import CannotFetch, FetchFault

Resolve = Callable[[str, int], Awaitable[list[str]]]  # host and port to its IP addresses

# RFC 6052: IPv4 addresses behind a translator; the last four bytes are the real one.
_TRANSLATED = IPv6Network("64:ff9b::/96")


async def resolve(host: str, port: int) -> list[str]:
    """The host's addresses, each once; raises CannotFetch."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise CannotFetch(FetchFault.NO_HOST, host=host) from None
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether this IP address is anybody's to reach: no loopback, private, link-local or reserved one."""
    ip = _meant(ip_address(address.partition("%")[0]))
    return ip is not None and ip.is_global and not ip.is_multicast


def _meant(ip: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address | None:
    """The address that packets end up at; None of tunnels, which no portal is behind."""
    if isinstance(ip, IPv4Address):
        return ip
    if ip.ipv4_mapped:
        return ip.ipv4_mapped
    if ip in _TRANSLATED:
        return IPv4Address(ip.packed[-4:])
    return None if ip.sixtofour or ip.teredo else ip


class GuardedTransport(httpx.AsyncBaseTransport):
    """Each request, also each after a redirect, goes to the very IP address that was found to be public.

    So a name that means another address a moment later (DNS rebinding) leads nowhere else. Of
    `private_hosts`, by name, any address will do.
    """

    def __init__(self, private_hosts: frozenset[str], resolve: Resolve, inner: httpx.AsyncBaseTransport) -> None:
        self._private_hosts = private_hosts
        self._resolve = resolve
        self._inner = inner

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The answer; raises CannotFetch where there is no public way there."""
        host = request.url.host
        if request.url.scheme not in ("http", "https"):
            raise CannotFetch(FetchFault.BAD_ADDRESS)
        addresses = await self._resolve(host, request.url.port or (443 if request.url.scheme == "https" else 80))
        if host not in self._private_hosts:
            addresses = [address for address in addresses if is_public(address)]
        if not addresses:
            raise CannotFetch(FetchFault.PRIVATE, host=host)
        for address in addresses[:-1]:
            try:
                return await self._inner.handle_async_request(_pinned(request, address))
            except (httpx.ConnectError, httpx.ConnectTimeout):
                continue
        return await self._inner.handle_async_request(_pinned(request, addresses[-1]))

    async def aclose(self) -> None:
        """Give the connections back."""
        await self._inner.aclose()


def _pinned(request: httpx.Request, address: str) -> httpx.Request:
    """The request to that IP address; the Host header and the certificate's name stay those of the site."""
    return httpx.Request(
        request.method,
        request.url.copy_with(host=address),
        headers=request.headers,
        stream=request.stream,
        extensions={**request.extensions, "sni_hostname": request.url.host},
    )
