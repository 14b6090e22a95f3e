"""Listening for Telegram's calls, and for those of balancers and monitoring."""

import asyncio
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from aiohttp import web
from telegram import Bot

from bot.metrics import Metrics
from bot.settings import BadSettings, Settings
from bot.status import Status
from bot.updates.intake import Intake
from bot.updates.polling import ALLOWED_UPDATES
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
    app: web.Application

    async def announce(self) -> None:
        """Tell Telegram to call; several replicas that say the same do no harm."""
        await self.bot.set_webhook(self.url, secret_token=self.secret, allowed_updates=ALLOWED_UPDATES)

    async def serve(self) -> None:
        """Never returns; on cancellation, calls under way are answered first."""
        await serve(self.app, self.listening)


def open_webhook(settings: Settings, bot: Bot, intake: Intake, status: Status, metrics: Metrics) -> Webhook:
    """The webhook of the settings, listening; raises BadSettings where there is no secret or no free port."""
    if settings.webhook_secret is None:
        raise BadSettings(
            "WEBHOOK_SECRET is not set. Without it anybody could send forged updates, also an admin's; "
            "set it to a long random word, or remove WEBHOOK_URL to fetch updates instead."
        )
    secret, url = settings.webhook_secret.get_secret_value(), settings.webhook_address
    route = webhook_route(path=urlsplit(url).path, secret=secret, bot=bot, intake=intake, refused=metrics.refused)
    listening = listen(settings.webhook_listen, "WEBHOOK_LISTEN")
    return Webhook(url, secret, bot, listening, application([route, *status_routes(status, metrics)]))


async def serve_status(address: str, status: Status, metrics: Metrics) -> None:
    """Never returns; raises BadSettings where STATUS_LISTEN is in use."""
    await serve(application(status_routes(status, metrics)), listen(address, "STATUS_LISTEN"))


def application(routes: Iterable[web.RouteDef]) -> web.Application:
    """What answers these routes."""
    app = web.Application()
    app.add_routes(routes)
    app.on_response_prepare.append(_say_not_what_answers)
    return app


async def _say_not_what_answers(_: web.Request, response: web.StreamResponse) -> None:
    response.headers.pop("Server", None)


async def serve(app: web.Application, listening: socket.socket) -> None:
    """Never returns; on cancellation, calls under way are answered first."""
    # Signals are the program's: gone at once, it would be so before a balancer has seen it.
    runner = web.AppRunner(app, access_log=None, handle_signals=False, shutdown_timeout=END_WITHIN_SECONDS)
    await runner.setup()
    try:
        await web.SockSite(runner, listening).start()
        await asyncio.Event().wait()
    finally:
        await runner.cleanup()


def listen(address: str, setting: str) -> socket.socket:
    """A socket at "host:port"; raises BadSettings where that is in use."""
    host, _, port = address.rpartition(":")
    try:
        return socket.create_server((host, int(port)))
    except OSError as error:
        raise BadSettings(f"{setting} {address} cannot be used: {error.strerror}.") from None
