"""Whether Telegram knows the bot's token: of a revoked one a running bot hears nothing more, and only a person can give it another.

It waits all the same: Telegram has been known to refuse good tokens for minutes, and a bot that ended then would be down until morning.
"""

import asyncio
import logging
import time
from collections.abc import Callable
from http import HTTPStatus

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

log = logging.getLogger(__name__)

# What Telegram says to a token that it does not know, and to one that cannot be any; the second also of a method that a
# server of one's own does not know, so that it is only a reason to ask.
_SUSPICIOUS = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND})
ASK_AGAIN_SECONDS = 30.0
# Whoever looks into the log finds it among what is new.
SAY_AGAIN_SECONDS = 3600.0
SAID = "Telegram does not know this token any more"
_WHAT_TO_DO = (
    "nothing comes in and nothing is sent. Copy the present one from @BotFather (/mybots, API Token) into "
    "TELEGRAM_BOT_TOKEN and start again; until then Telegram is asked every 30 s"
)


class TokenWatch:
    """`is_refused` from the moment at which Telegram, asked who the bot is, says that it does not know it."""

    def __init__(self, passed: Callable[[], float] = time.monotonic) -> None:
        self.is_refused = False
        self._passed = passed
        self._said_at: float | None = None
        self._suspicion = asyncio.Event()

    def hear(self, status: int) -> None:
        """A request was answered so."""
        if status in _SUSPICIOUS:
            self._suspicion.set()

    async def keep(self, api: Bot) -> None:
        """Never returns; asks Telegram where there is a suspicion, and as long as it stands."""
        while True:
            await self._suspicion.wait()
            self._suspicion.clear()
            await self._ask(api)
            if self.is_refused:
                self._suspicion.set()
            await asyncio.sleep(ASK_AGAIN_SECONDS)

    async def _ask(self, api: Bot) -> None:
        try:
            await api.get_me()
        except InvalidToken:
            self.is_refused = True
            self._say()
        except TelegramError:
            self._suspicion.set()  # which says nothing of it, and the suspicion stands
        else:
            if self.is_refused:
                log.warning("Telegram knows the token again")
            self.is_refused, self._said_at = False, None

    def _say(self) -> None:
        now = self._passed()
        if self._said_at is None or now - self._said_at > SAY_AGAIN_SECONDS:
            log.error("%s: %s", SAID, _WHAT_TO_DO)
            self._said_at = now
