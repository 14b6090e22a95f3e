"""Listening for Telegram's calls."""

import asyncio
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

import uvicorn
from telegram import Bot

from bot.settings import BadSettings, Settings
from bot.updates.intake import Intake
from bot.updates.polling import ALLOWED_UPDATES
from bot.updates.webhook import webhook_app

# Telegram repeats a call that was not answered.
END_WITHIN_SECONDS = 3


@dataclass(frozen=True, slots=True)
class Webhook:
    """An address that Telegram calls, and the socket behind it."""

    url: str
    secret: str
    bot: Bot
    intake: Intake
    listening: socket.socket

    async def announce(self) -> None:
        """Tell Telegram to call."""
        await self.bot.set_webhook(self.url, secret_token=self.secret, allowed_updates=ALLOWED_UPDATES)

    async def serve(self) -> None:
        """Never returns; on cancellation, calls under way are answered first."""
        path = urlsplit(self.url).path or "/"
        app = webhook_app(path=path, secret=self.secret, bot=self.bot, intake=self.intake)
        config = uvicorn.Config(
            app, log_level="warning", access_log=False, timeout_graceful_shutdown=END_WITHIN_SECONDS
        )
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve(sockets=[self.listening]))
        try:
            await asyncio.shield(serving)
        finally:
            server.should_exit = True
            await serving


def open_webhook(settings: Settings, bot: Bot, intake: Intake) -> Webhook:
    """The webhook of the settings, listening; raises BadSettings where there is no secret or no free port."""
    if settings.webhook_secret is None:
        raise BadSettings(
            "WEBHOOK_SECRET is not set. Without it anybody could send forged updates, also an admin's; "
            "set it to a long random word, or remove WEBHOOK_URL to fetch updates instead."
        )
    secret = settings.webhook_secret.get_secret_value()
    host, _, port = settings.webhook_listen.rpartition(":")
    try:
        listening = socket.create_server((host, int(port)))
    except OSError as error:
        raise BadSettings(f"WEBHOOK_LISTEN {settings.webhook_listen} cannot be used: {error.strerror}.") from None
    return Webhook(settings.webhook_url or "", secret, bot, intake, listening)
