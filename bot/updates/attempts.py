"""One attempt at an update: handled, failed for good, or to be made again, and when."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum

from telegram import Bot, Update

from bot.persistence import STORE_AWAY_SECONDS
from knowledge.store.inbox import Inbox, StoredUpdate
from knowledge.store.store import StoreUnavailable

log = logging.getLogger(__name__)

# An update whose handling keeps failing for passing reasons is set aside after about an hour; one that so many processes
# left unhandled too, for they may have died of it.
MOST_ATTEMPTS = 60
LONGEST_BACK_OFF_SECONDS = 60.0
# While nobody can be reached. The answer itself was tried for as long before.
AWAY_SECONDS = 10.0


class Passing(Exception):
    """The update could not be handled now, for a reason that will pass: the network, the store, or Telegram, which says when.

    `is_away`: nobody at all can be answered, so that the update waits however long that lasts.
    """

    def __init__(self, why: str, *, seconds: float = 0.0, is_away: bool = False) -> None:
        super().__init__(why)
        self.seconds = seconds  # before which trying again is in vain
        self.is_away = is_away


class Fate(StrEnum):
    """How handling an update ended."""

    HANDLED = "handled"
    FAILED = "failed"  # for good
    AGAIN = "again"  # it will be tried again


@dataclass(frozen=True, slots=True)
class End:
    """How an attempt ended."""

    fate: Fate
    error: str | None = None
    seconds: float = 0.0  # after which to try again


# Handles one update; raises `Passing` where it should be tried again, anything else is final.
Handle = Callable[[Update], Awaitable[None]]


async def nothing(_: Update) -> None:
    """Tells nobody that their update is set aside."""


def is_of(update: Update, stored: StoredUpdate) -> bool:
    """Whether that is the update which is stored so."""
    return update.update_id == stored.update_id


class Attempts:
    """Makes them; what keeps failing for passing reasons is set aside in the end, and whoever wrote it is told by `give_up`."""

    def __init__(self, inbox: Inbox, handle: Handle, bot: Bot, give_up: Handle) -> None:
        self._inbox = inbox
        self._handle = handle
        self._bot = bot
        self._give_up = give_up

    async def make(self, stored: StoredUpdate, known: Update | None) -> End:
        """One of that update; `known` is one that need not be read from its stored form, where it is the same."""
        if stored.attempts > MOST_ATTEMPTS:
            await self._set_aside(stored, stored.attempts, "nobody got to its end")
            return End(Fate.FAILED, error="left unhandled")
        try:
            await self._handle(known if known and is_of(known, stored) else self._read(stored))
        except Passing as error:
            return await self._again(stored, error)
        except Exception as error:
            return End(Fate.FAILED, error=type(error).__name__)
        return End(Fate.HANDLED)

    async def _again(self, stored: StoredUpdate, error: Passing) -> End:
        if error.is_away:
            log.warning("update %d waits, nobody can be answered: %s", stored.update_id, error)
            return End(Fate.AGAIN, seconds=AWAY_SECONDS)
        try:
            attempts = await asyncio.to_thread(self._inbox.retry, stored.update_id, str(error))
        except Exception as lost:
            is_away = isinstance(lost, StoreUnavailable)
            log.warning(
                "the store cannot be written; update %d will be tried again: %s",
                stored.update_id,
                lost,
                exc_info=not is_away,
            )
            return End(Fate.AGAIN, seconds=STORE_AWAY_SECONDS)
        if attempts < MOST_ATTEMPTS:
            log.warning("update %d will be tried again: %s", stored.update_id, error)
            return End(Fate.AGAIN, seconds=max(min(2.0**attempts, LONGEST_BACK_OFF_SECONDS), error.seconds))
        await self._set_aside(stored, attempts, str(error))
        return End(Fate.FAILED, error=str(error))

    async def _set_aside(self, stored: StoredUpdate, attempts: int, why: str) -> None:
        log.error("update %d is set aside after %d attempts: %s", stored.update_id, attempts, why)
        try:
            await self._give_up(self._read(stored))
        except Exception as error:  # the chat goes on, whoever cannot be told
            log.warning("nobody was told that update %d is set aside: %s", stored.update_id, type(error).__name__)

    def _read(self, stored: StoredUpdate) -> Update:
        return Update.de_json(json.loads(stored.payload), self._bot)
