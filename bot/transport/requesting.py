"""python-telegram-bot's requests over aiohttp."""

from collections.abc import Callable
from http import HTTPStatus
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import JSONDict
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.certificates import trust
from bot.transport.answers import look_at, read_answer
from bot.transport.connecting import KEPT_SECONDS, Attempt, Connector, attempt
from bot.transport.errors import NotSent, ServerFailed
from bot.transport.proxies import proxy_of_environment

# A message is taken within a second or two; Telegram's slow moments need more.
READ_SECONDS = 20.0
CONNECT_SECONDS = 10.0
WRITE_SECONDS = 10.0
# A file of 20 MB over an office's line.
UPLOAD_SECONDS = 60.0
JSON = "application/json"


def nobody_hears(_: object) -> None:
    """Nobody wants to know of which hour an answer is, or of which status."""


class Transport(BaseRequest):
    """Raises `NotSent` and `ServerFailed` where it is certain that nothing was done; a time-out after sending stays
    `TimedOut`.  Of `proxy` None, the environment's proxy is used.  `hear_date` is told the hour that each answer bears,
    `hear_status` how each call of the Bot API was answered.
    """

    def __init__(
        self,
        *,
        connections: int = 1,
        proxy: str | None = None,
        hear_date: Callable[[str], None] = nobody_hears,
        hear_status: Callable[[int], None] = nobody_hears,
    ) -> None:
        self._connections = connections
        self._proxy = proxy
        self._hear_date = hear_date
        self._hear_status = hear_status
        self._session: aiohttp.ClientSession | None = None
        self._proxies: dict[str, str | None] = {}  # by scheme and host

    @property
    def read_timeout(self) -> float:
        """Seconds that an answer may take unless a call says otherwise."""
        return READ_SECONDS

    async def initialize(self) -> None:
        """Connections can be made from now on."""
        if self._session is None:
            connector = Connector(
                limit=self._connections, ssl=trust(), keepalive_timeout=KEPT_SECONDS, ttl_dns_cache=60
            )
            self._session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())

    async def shutdown(self) -> None:
        """Closes what is open."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,  # noqa: ARG002 (waiting for the pool is a part of connecting)
    ) -> tuple[int, bytes]:
        """The status and the body of the answer."""
        if self._session is None:
            raise RuntimeError("the transport is not initialized")
        has_files = request_data is not None and request_data.contains_files
        read = _given(read_timeout, READ_SECONDS)
        write = _given(write_timeout, UPLOAD_SECONDS if has_files else WRITE_SECONDS)
        connect = _given(connect_timeout, CONNECT_SECONDS)
        here = Attempt()
        attempt.set(here)
        try:
            async with self._session.request(
                method,
                url,
                data=_body(request_data),
                headers=_headers(request_data),
                proxy=self._proxy or self._proxy_to(url),
                allow_redirects=False,
                timeout=aiohttp.ClientTimeout(total=_sum(connect, write, read), connect=connect, sock_read=read),
            ) as answer:
                payload = await answer.read()
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            if not here.is_connected or (not has_files and _was_never_written(error)):
                raise NotSent(f"no connection to the Bot API ({type(error).__name__})") from error
            raise _lost(error) from error
        if answer.status == HTTPStatus.PROXY_AUTHENTICATION_REQUIRED:
            raise NotSent("the proxy asks for a name and a password")
        if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise ServerFailed(answer.status)
        look_at(answer.status, payload, is_file=method == "GET")
        if (date := answer.headers.get("Date")) is not None:
            self._hear_date(date)
        if method == "POST":  # others fetch files
            self._hear_status(answer.status)
        return answer.status, payload

    @staticmethod
    def parse_json_payload(payload: bytes) -> JSONDict:
        """What the Bot API says, as the base class reads it, which would write what it cannot read into the log."""
        return read_answer(payload)

    def _proxy_to(self, url: str) -> str | None:
        parts = urlsplit(url)
        place = f"{parts.scheme}://{parts.netloc}"
        if place not in self._proxies:
            self._proxies[place] = proxy_of_environment(url)
        return self._proxies[place]


def _given(seconds: Any, otherwise: float) -> float | None:
    """None, where a call asks to wait without end, stays None."""
    return otherwise if isinstance(seconds, DefaultValue) else seconds


def _sum(*seconds: float | None) -> float | None:
    return None if None in seconds else sum(each or 0.0 for each in seconds)


def _headers(data: RequestData | None) -> dict[str, str]:
    headers = {"User-Agent": BaseRequest.USER_AGENT}
    if data is not None and not data.contains_files:
        headers["Content-Type"] = JSON
    return headers


def _body(data: RequestData | None) -> bytes | aiohttp.FormData | None:
    if data is None:
        return None
    if not data.contains_files:
        return data.json_payload
    form = aiohttp.FormData(quote_fields=False)  # Telegram shows names of files as they are given
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in data.multipart_data.items():
        # A stream goes out piece by piece; other chats are answered in between.
        stream = BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, stream, filename=filename, content_type=kind)
    return form


def _was_never_written(error: BaseException) -> bool:
    """Whether the connection turned out to be closed before the first byte."""
    causes = (error, error.__cause__)
    return any(isinstance(cause, aiohttp.ClientConnectionResetError) for cause in causes)


def _lost(error: Exception) -> NetworkError:
    """Without the words of the error, which name the address and in it the token."""
    name = type(error).__name__
    return TimedOut(f"no answer in time ({name})") if isinstance(error, TimeoutError) else NetworkError(name)
