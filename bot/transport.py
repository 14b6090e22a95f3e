"""HTTP to the Bot API, with errors that say whether the request can have been carried out."""

from http import HTTPStatus
from typing import Any

import httpx
from telegram.error import BadRequest, NetworkError, TimedOut
from telegram.request import HTTPXRequest


class NotSent(NetworkError):
    """The request never left: no connection could be had. Sending it again is safe."""


class ServerFailed(NetworkError):
    """The Bot API answered with a 5xx status; `code` is that status."""

    def __init__(self, code: int) -> None:
        super().__init__(f"the Bot API answered {code}")
        self.code = code

    @property
    def is_certainly_refused(self) -> bool:
        """False of a gateway's time-out: the server behind it may have done the work."""
        return self.code != HTTPStatus.GATEWAY_TIMEOUT


class Transport(HTTPXRequest):
    """python-telegram-bot's requests over httpx; a time-out after sending stays `TimedOut`."""

    async def do_request(self, *args: Any, **options: Any) -> tuple[int, bytes]:
        """As the base class, which does not tell `NotSent` and `ServerFailed` from other errors."""
        try:
            code, payload = await super().do_request(*args, **options)
        except (TimedOut, NetworkError) as error:
            if isinstance(error.__cause__, (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)):
                raise NotSent("no connection to the Bot API") from error
            raise
        if code >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise ServerFailed(code)
        return code, payload


def may_have_arrived(error: Exception) -> bool:
    """Whether a request that ended in this error may have been carried out all the same."""
    if isinstance(error, ServerFailed):
        return not error.is_certainly_refused
    return isinstance(error, NetworkError) and not isinstance(error, (NotSent, BadRequest))
