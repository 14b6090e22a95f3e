"""Whoever writes while nothing can be stored is told once that it waits: Telegram keeps it, and it is answered when the store is back."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence

from telegram import Update

# A database that is just restarted is back before anybody wonders.
AFTER_SECONDS = 10.0

Tell = Callable[[Update], Awaitable[None]]


class Regrets:
    """`tell` says it to who wrote an update."""

    def __init__(self, tell: Tell, passed: Callable[[], float] = time.monotonic) -> None:
        self._tell = tell
        self._passed = passed
        self._away_since: float | None = None
        self._told: set[int] = set()

    async def away(self, unstored: Sequence[Update]) -> None:
        """These could not be stored and come again."""
        now = self._passed()
        self._away_since = now if self._away_since is None else self._away_since
        if now - self._away_since < AFTER_SECONDS:
            return
        new: dict[int, Update] = {}
        for update in unstored:
            chat = update.effective_chat
            is_private = update.message is not None and chat is not None and chat.type == chat.PRIVATE
            if chat is not None and is_private and chat.id not in self._told:
                new.setdefault(chat.id, update)
        self._told |= new.keys()
        await asyncio.gather(*map(self._tell, new.values()))

    def back(self) -> None:
        """Updates can be stored."""
        self._away_since = None
        self._told.clear()
