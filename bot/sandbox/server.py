"""Runs the sandbox on a port of this machine: in the foreground, or in a thread beside a test."""

import asyncio
import socket
import threading
from collections.abc import Iterable
from typing import Any

import uvicorn
from uvicorn.protocols.http.auto import AutoHTTPProtocol

from bot.sandbox.app import Application, create_app

START_WITHIN_SECONDS = 20.0
STOP_WITHIN_SECONDS = 5


class Protocol(AutoHTTPProtocol):  # type: ignore[misc, valid-type]
    """HTTP that lets the application hang up without an answer; httptools' if it is installed, else h11's."""

    def connection_made(self, transport: Any) -> None:
        """Puts the connection where a call can find it."""
        self.app_state: dict[str, Any] = {**self.app_state, "transport": transport}
        super().connection_made(transport)


def listen(host: str, port: int) -> socket.socket:
    """A listening socket; port 0 takes a free one. Raises OSError where the port is in use."""
    # Named as TCP, because asyncio turns off Nagle's delay (40 ms an answer) only where it is.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind((host, port))
    listening.listen(2048)
    return listening


def address_of(listening: socket.socket) -> str:
    """The address to give to a bot or a browser."""
    host, port = listening.getsockname()[:2]
    return f"http://{host}:{port}"


class Server(uvicorn.Server):
    """A uvicorn server that first lets those go who wait for something."""

    def __init__(self, app: Application) -> None:
        config = uvicorn.Config(
            app,
            http=Protocol,
            ws="none",
            lifespan="on",
            log_level="warning",
            access_log=False,
            timeout_graceful_shutdown=STOP_WITHIN_SECONDS,
            timeout_keep_alive=75,  # as nginx in front of api.telegram.org does
            server_header=False,
            date_header=False,
        )
        super().__init__(config)
        self._worlds = app.worlds
        self.is_up = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Takes connections from here on."""
        await super().startup(sockets)
        self.is_up.set()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Ends polls and streams, then the connections."""
        for world in self._worlds.values():
            world.close()
        await super().shutdown(sockets)


class Running:
    """A sandbox in a thread of its own, with an event loop of its own.

    It has two doors: `address` for bots and browsers, which can refuse connections for a while, and
    `backstage` for tests, which cannot.
    """

    def __init__(self, *, tokens: Iterable[str], has_limits: bool, host: str = "127.0.0.1", port: int = 0) -> None:
        self._sockets = [listen(host, port), listen(host, 0)]
        self.address, self.backstage = map(address_of, self._sockets)
        self._host, self._port = self._sockets[0].getsockname()[:2]
        self.app = create_app(tokens=tokens, has_limits=has_limits)
        self._server = Server(self.app)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread = threading.Thread(target=self._run, name="sandbox", daemon=True)

    def start(self) -> None:
        """Returns once connections are taken."""
        self._thread.start()
        if not self._server.is_up.wait(START_WITHIN_SECONDS):
            raise RuntimeError("the sandbox did not start")

    def stop(self) -> None:
        """Returns once the thread has ended."""
        self._server.should_exit = True
        self._thread.join(2 * STOP_WITHIN_SECONDS)

    def _run(self) -> None:
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        await self._server.serve(sockets=self._sockets)

    def refuse_connections(self) -> None:
        """From now on nobody can connect to `address`, and those who were connected are cut off."""
        self._in_loop(self._close_door())

    def accept_connections(self) -> None:
        """Ends that."""
        self._in_loop(self._open_door())

    def _in_loop(self, work: Any) -> None:
        assert self._loop is not None  # noqa: S101 - start() has returned
        asyncio.run_coroutine_threadsafe(work, self._loop).result(START_WITHIN_SECONDS)

    async def _close_door(self) -> None:
        self._server.servers[0].close()
        for protocol in list(self._server.server_state.connections):
            transport: Any = getattr(protocol, "transport", None)
            if transport and transport.get_extra_info("sockname")[1] == self._port:
                transport.abort()

    async def _open_door(self) -> None:
        def protocol() -> asyncio.Protocol:
            state = self._server.lifespan.state
            return Protocol(config=self._server.config, server_state=self._server.server_state, app_state=state)

        loop = asyncio.get_running_loop()
        door = listen(self._host, self._port)
        self._server.servers[0] = await loop.create_server(protocol, sock=door)
