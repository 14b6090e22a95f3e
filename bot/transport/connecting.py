"""Connections to the Bot API: kept for the next request, never used once the server has closed them."""

import select
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

import aiohttp
from aiohttp.client_proto import ResponseHandler
from aiohttp.client_reqrep import ClientRequest
from aiohttp.connector import Connection
from aiohttp.tracing import Trace

# Idle connections are given up after this: shorter than servers and the proxies before them keep theirs (nginx, which
# serves Telegram, 75 s; many 60 s), so that the two ends seldom let go at the same moment.
KEPT_SECONDS = 30.0


@dataclass(slots=True)
class Attempt:
    """How far one request has come."""

    is_connected: bool = False  # from here on bytes may be on their way
    is_fresh: bool = False  # the connection was made for this request


attempt: ContextVar[Attempt] = ContextVar("attempt")


class Connector(aiohttp.TCPConnector):
    """A pool that looks at a kept connection before it is used again.

    A server closes connections that were idle.  The event loop hears of it a little later, and a request written in
    that moment ends in an error that does not tell whether it was carried out.  Asking the socket itself tells.
    """

    async def connect(self, req: ClientRequest, traces: list[Trace], timeout: aiohttp.ClientTimeout) -> Connection:  # noqa: ASYNC109 (the name of the base class)
        """A connection that is open at this moment; notes it in `attempt`."""
        here = attempt.get()
        while True:
            here.is_fresh = False
            connection = await super().connect(req, traces, timeout)
            if here.is_fresh or not _has_something_to_read(connection):
                here.is_connected = True
                return connection
            connection.close()

    async def _create_connection(
        self,
        req: ClientRequest,
        traces: list[Trace],
        timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109 (the same)
    ) -> ResponseHandler:
        made = await super()._create_connection(req, traces, timeout)
        attempt.get().is_fresh = True
        return made


def _has_something_to_read(connection: Connection) -> bool:
    """Of an idle connection this is its end, or an answer that nobody asked for."""
    socket: Any = connection.transport.get_extra_info("socket") if connection.transport else None
    if socket is None or socket.fileno() < 0:
        return True
    poll = select.poll()
    poll.register(socket.fileno(), select.POLLIN)
    return bool(poll.poll(0))
