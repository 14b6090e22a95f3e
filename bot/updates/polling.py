"""Asking Telegram for updates; each is stored before the next request confirms it."""

import asyncio
import json
import logging
from typing import Any

from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.backing_off import back_off
from bot.outbox.outcome import seconds_of
from bot.updates.attempts import nothing
from bot.updates.intake import Intake
from bot.updates.reading import read_update
from bot.updates.regrets import Regrets, Tell
from knowledge.store.store import StoreUnavailable

log = logging.getLogger(__name__)

# How long Telegram may hold a request open when there is nothing new.
LONG_POLL_SECONDS = 25
# How long the answer may take beyond that.
READ_SECONDS = 20.0
# Telegram hands out at most so many at a time.
BATCH = 100
LONGEST_BACK_OFF_SECONDS = 30.0
# Somebody waits who may have been told so; the store is near, and Telegram minds this as little as a long poll that ends.
LONGEST_WITHOUT_STORE_SECONDS = 10.0
# What the handlers can do something with.
ALLOWED_UPDATES = [
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CHANNEL_POST,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
    Update.MY_CHAT_MEMBER,
]


class Poller:
    """Fetches updates until it is cancelled, whatever Telegram says."""

    def __init__(self, bot: Bot, intake: Intake, tell: Tell = nothing) -> None:
        self._bot = bot
        self._intake = intake
        self._regrets = Regrets(tell)
        self._offset: int | None = None
        self.has_looked = asyncio.Event()  # set when what waited before the start has come in, or could not

    async def run(self) -> None:
        """Never returns."""
        failures = 0
        while True:
            await self._intake.room()
            try:
                await self._fetch()
                if failures:
                    log.info("updates come in again")
                failures = 0
                self._regrets.back()
            except Exception as error:
                failures += 1
                self.has_looked.set()
                await self._back_off(error, failures)

    async def _fetch(self) -> None:
        # What waits is answered before anything else is begun, so that the first look waits for nothing new.
        seconds = LONG_POLL_SECONDS if self.has_looked.is_set() else 0
        given = {
            "offset": self._offset,
            "limit": BATCH,
            "timeout": seconds,
            "allowed_updates": ALLOWED_UPDATES,
        }
        data = RequestData([RequestParameter(name, value, None) for name, value in given.items() if value is not None])
        # As they come and not as objects: they are stored as they are.
        found: Any = await self._bot.request.post(
            f"{self._bot.base_url}/getUpdates", data, read_timeout=LONG_POLL_SECONDS + READ_SECONDS
        )
        updates = [(update, given) for given in found if (update := read_update(given, self._bot)) is not None]
        await self._take(updates)
        self._offset = max((each["update_id"] + 1 for each in found), default=self._offset)
        self.has_looked.set()

    async def _take(self, updates: list[tuple[Update, dict[str, Any]]]) -> None:
        """All are stored, or the first error is raised; who wrote what cannot be stored is told, where that lasts."""
        receiving = (self._intake.receive(update, json.dumps(given, ensure_ascii=False)) for update, given in updates)
        ended = await asyncio.gather(*receiving, return_exceptions=True)
        errors = [error for error in ended if error is not None]
        away = [one for (one, _), error in zip(updates, ended, strict=True) if isinstance(error, StoreUnavailable)]
        if away:
            await self._regrets.away(away)
        if errors:
            raise errors[0]

    async def _back_off(self, error: Exception, failures: int) -> None:
        seconds = back_off(failures - 1, LONGEST_BACK_OFF_SECONDS)
        match error:
            case Conflict():
                log.warning("another process fetches this bot's updates, or a webhook is set; waiting for it")
                seconds = LONGEST_BACK_OFF_SECONDS
            case InvalidToken():  # the token's watch says what to do
                seconds = LONGEST_BACK_OFF_SECONDS
            case RetryAfter():
                seconds = seconds_of(error)
            case TimedOut() | NetworkError():
                log.warning("Telegram cannot be reached (%s); next try in %.0f s", error, seconds)
            case TelegramError():
                log.warning("Telegram refused to give updates (%s); next try in %.0f s", error, seconds)
            case StoreUnavailable():
                seconds = min(seconds, LONGEST_WITHOUT_STORE_SECONDS)
                log.warning("updates cannot be stored, the store is away (%s); next try in %.0f s", error, seconds)
            case _:
                log.error("updates cannot be stored; next try in %.0f s", seconds, exc_info=error)
        await asyncio.sleep(seconds)
