"""Fetching one address: redirects, size, time, and what the server says of newer versions."""

import asyncio
import ssl
import threading
from collections.abc import Coroutine
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import cached_property
from http import HTTPStatus

import httpx

from knowledge.fetching.addresses import canonical
from knowledge.fetching.errors import CannotFetch, FetchFault
from knowledge.fetching.guard import GuardedTransport, Resolve, resolve
from knowledge.fetching.settings import FetchSettings

# Reports are documents of a few megabytes; an address that sends more is no report.
MOST_BYTES = 50_000_000
# Portals answer within seconds; a scanned report over a slow line takes a while.
SECONDS = 60.0
CONNECT_SECONDS = 10.0
MOST_REDIRECTS = 5
# Servers that ask for more than a day are asked again after a day.
LONGEST_RETRY_AFTER = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What answered, after redirects; of a page that is as it was (304), no content."""

    address: str
    content: bytes
    content_type: str  # without its parameters, in lower case
    etag: str | None
    last_modified: str | None
    is_unchanged: bool = False


class Fetcher:
    """Fetches from any thread (no event loop may run in it); `close` ends what is under way."""

    def __init__(self, settings: FetchSettings, *, resolve: Resolve = resolve) -> None:
        self.settings = settings
        self._resolve = resolve
        self._under_way: dict[asyncio.Task[Fetched], asyncio.AbstractEventLoop] = {}
        self._lock = threading.Lock()
        self._is_closed = False

    def get(
        self,
        address: str,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        most_bytes: int = MOST_BYTES,
        seconds: float = SECONDS,
    ) -> Fetched:
        """What is at the address, or that it is as it was at `etag` or `last_modified`; raises CannotFetch."""
        url = canonical(address)
        headers = {"user-agent": self.settings.user_agent, "accept-language": "vi, en;q=0.5"}
        headers |= {"if-none-match": etag} if etag else {}
        headers |= {"if-modified-since": last_modified} if last_modified else {}
        return asyncio.run(self._stoppable(self._get(url, headers, most_bytes, seconds)))

    def close(self) -> None:
        """Nothing more is fetched; whoever waits for a fetch gets CannotFetch(STOPPED)."""
        with self._lock:
            self._is_closed = True
            for task, loop in self._under_way.items():
                loop.call_soon_threadsafe(task.cancel)

    async def _stoppable(self, work: Coroutine[None, None, Fetched]) -> Fetched:
        task = asyncio.create_task(work)
        with self._lock:
            if self._is_closed:
                task.cancel()
            self._under_way[task] = asyncio.get_running_loop()
        try:
            return await task
        except asyncio.CancelledError:
            raise CannotFetch(FetchFault.STOPPED) from None
        finally:
            with self._lock:
                del self._under_way[task]

    async def _get(self, url: str, headers: dict[str, str], most_bytes: int, seconds: float) -> Fetched:
        host = httpx.URL(url).host
        try:
            async with asyncio.timeout(seconds), self._client(seconds) as client:
                request = client.stream("GET", url, headers=headers)
                async with request as answer:
                    host = answer.url.host
                    return await _take(answer, most_bytes)
        except (TimeoutError, httpx.TimeoutException):
            raise CannotFetch(FetchFault.TIMEOUT, host=host, seconds=f"{seconds:g}") from None
        except httpx.TooManyRedirects:
            raise CannotFetch(FetchFault.TOO_MANY_REDIRECTS) from None
        except httpx.UnsupportedProtocol:
            raise CannotFetch(FetchFault.BAD_ADDRESS) from None
        except httpx.ConnectError:
            raise CannotFetch(FetchFault.NO_CONNECTION, host=host) from None
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise CannotFetch(FetchFault.BROKEN, host=host, reason=str(error) or type(error).__name__) from None

    def _client(self, seconds: float) -> httpx.AsyncClient:
        # Connections are not kept: one to an IP address must not serve another site that shares it.
        inner = httpx.AsyncHTTPTransport(verify=self._ssl, limits=httpx.Limits(max_keepalive_connections=0))
        return httpx.AsyncClient(
            transport=GuardedTransport(self.settings.private_hosts, self._resolve, inner),
            follow_redirects=True,
            max_redirects=MOST_REDIRECTS,
            timeout=httpx.Timeout(seconds, connect=min(CONNECT_SECONDS, seconds)),
        )

    @cached_property
    def _ssl(self) -> ssl.SSLContext:
        return httpx.create_ssl_context()


async def _take(answer: httpx.Response, most_bytes: int) -> Fetched:
    """The answer's content; raises CannotFetch of error statuses and of too much."""
    is_unchanged = answer.status_code == HTTPStatus.NOT_MODIFIED
    if answer.status_code != HTTPStatus.OK and not is_unchanged:
        details = {"host": answer.url.host, "status": str(answer.status_code)}
        raise CannotFetch(FetchFault.STATUS, retry_after=_retry_after(answer), **details)
    content = bytearray()
    async for chunk in answer.aiter_bytes():
        content += chunk
        if len(content) > most_bytes:
            raise CannotFetch(FetchFault.TOO_LARGE, limit=f"{most_bytes // 1_000_000} MB")
    return Fetched(
        address=str(answer.url),
        content=bytes(content),
        content_type=answer.headers.get("content-type", "").partition(";")[0].strip().lower(),
        etag=answer.headers.get("etag"),
        last_modified=answer.headers.get("last-modified"),
        is_unchanged=is_unchanged,
    )


def _retry_after(answer: httpx.Response) -> timedelta | None:
    """How long the server asks to be left alone: RFC 9110, 10.2.3, seconds or a date."""
    said = answer.headers.get("retry-after", "").strip()
    if said.isdecimal() and len(said) < 10:
        return min(timedelta(seconds=int(said)), LONGEST_RETRY_AFTER)
    try:
        wait = parsedate_to_datetime(said) - datetime.now(UTC)
    except (ValueError, TypeError, IndexError):
        return None
    return min(max(wait, timedelta()), LONGEST_RETRY_AFTER)
