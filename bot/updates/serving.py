"""Listening for Telegram's calls, and for those of balancers and monitoring."""

import asyncio
import socket
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

import uvicorn
from starlette.applications import Starlette
from starlette.types import ASGIApp
from telegram import Bot

from bot.metrics import Metrics
from bot.settings import BadSettings, Settings
from bot.status import Status
from bot.updates.attempts import nothing
from bot.updates.intake import Intake
from bot.updates.listening import listen
from bot.updates.polling import ALLOWED_UPDATES
from bot.updates.regrets import Regrets, Tell
from bot.updates.status import status_routes
from bot.updates.webhook import webhook_route

# Telegram repeats a call that was not answered.
END_WITHIN_SECONDS = 3


@dataclass(frozen=True, slots=True)
class Webhook:
    """An address that Telegram calls, and the socket behind it."""

    url: str
    secret: str
    bot: Bot
    listening: socket.socket
    app: ASGIApp

    async def announce(self) -> None:
        """Tell Telegram to call; several replicas that say the same do no harm."""
        await self.bot.set_webhook(self.url, secret_token=self.secret, allowed_updates=ALLOWED_UPDATES)

    async def serve(self) -> None:
        """Never returns; on cancellation, calls under way are answered first."""
        await serve(self.app, self.listening)


def open_webhook(
    settings: Settings, bot: Bot, intake: Intake, status: Status, metrics: Metrics, tell: Tell = nothing
) -> Webhook:
    """The webhook of the settings, listening; raises BadSettings where there is no secret, and CannotListen."""
    if settings.webhook_secret is None:
        raise BadSettings(
            "WEBHOOK_SECRET is not set. Without it anybody could send forged updates, also an admin's; "
            "set it to a long random word, or remove WEBHOOK_URL to fetch updates instead."
        )
    secret, url = settings.webhook_secret.get_secret_value(), settings.webhook_address
    route = webhook_route(
        path=urlsplit(url).path, secret=secret, bot=bot, intake=intake, refused=metrics.refused, regrets=Regrets(tell)
    )
    listening = listen(settings.webhook_listen, "WEBHOOK_LISTEN")
    return Webhook(url, secret, bot, listening, Starlette(routes=[route, *status_routes(status, metrics)]))


async def serve_status(listening: socket.socket, status: Status, metrics: Metrics) -> None:
    """Never returns."""
    await serve(Starlette(routes=status_routes(status, metrics)), listening)


class _Server(uvicorn.Server):
    """One that leaves signals to the program, which ends it: at once it would be gone before a balancer has seen so."""

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """None is."""
        yield


async def serve(app: ASGIApp, listening: socket.socket) -> None:
    """Never returns; on cancellation, calls under way are answered first."""
    config = uvicorn.Config(
        app,
        lifespan="off",
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,  # nobody asks where a call comes from: it must know the secret
        timeout_graceful_shutdown=END_WITHIN_SECONDS,
    )
    server = _Server(config)
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    try:
        await asyncio.shield(serving)
    finally:
        server.should_exit = True
        await serving
