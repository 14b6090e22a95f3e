"""The intake: every update is stored once, then handled, in order per chat, until it is settled."""

import asyncio
import json
import logging
from collections import deque
from collections.abc import Awaitable, Callable

from telegram import Bot, Update

from bot.persistence import until_kept
from bot.updates.keys import chat_key
from knowledge.store.inbox import Inbox

log = logging.getLogger(__name__)

# Chats handled at the same time; each waits mostly for the network.
CHATS_AT_ONCE = 16
# More than this waiting in memory: leave the rest with Telegram for now.
MOST_WAITING = 1000
# An update whose handling keeps failing for passing reasons is set aside after about an hour.
MOST_ATTEMPTS = 60
LONGEST_BACK_OFF_SECONDS = 60.0


class Passing(Exception):
    """The update could not be handled now, for a reason that will pass: the network, the store."""


# Handles one update; raises `Passing` where it should be tried again, anything else is final.
Handle = Callable[[Update], Awaitable[None]]


class Intake:
    """Call `replay` once, then `receive` whatever comes; one event loop only."""

    def __init__(self, inbox: Inbox, handle: Handle, bot: Bot) -> None:
        self._inbox = inbox
        self._handle = handle
        self._bot = bot
        self._waiting: dict[str, deque[Update]] = {}
        self._count = 0
        self._places = asyncio.Semaphore(CHATS_AT_ONCE)
        self._tasks: set[asyncio.Task[None]] = set()
        self._has_room = asyncio.Event()
        self._has_room.set()

    async def receive(self, update: Update) -> None:
        """When this returns, Telegram may forget the update: it is stored, and will be handled once."""
        key = chat_key(update)
        if await asyncio.to_thread(self._inbox.store, update.update_id, key, update.to_json()):
            self._accept(key, update)

    async def replay(self) -> int:
        """Take up what an earlier process stored and did not finish; how many updates."""
        pending = await asyncio.to_thread(self._inbox.pending, 2 * MOST_WAITING)
        for stored in pending:
            self._accept(stored.chat_key, Update.de_json(json.loads(stored.payload), self._bot))
        return len(pending)

    @property
    def has_room(self) -> bool:
        """Whether more updates can be taken now."""
        return self._has_room.is_set()

    async def room(self) -> None:
        """Returns when more updates can be taken."""
        await self._has_room.wait()

    async def finish(self) -> None:
        """Returns when everything accepted so far has been handled."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def stop(self) -> None:
        """Whatever is not handled yet stays pending in the store."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _accept(self, key: str, update: Update) -> None:
        self._counted(+1)
        queue = self._waiting.get(key)
        if queue is not None:
            queue.append(update)
            return
        self._waiting[key] = deque([update])
        task = asyncio.create_task(self._drain(key))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _counted(self, change: int) -> None:
        self._count += change
        (self._has_room.set if self._count < MOST_WAITING else self._has_room.clear)()

    async def _drain(self, key: str) -> None:
        queue = self._waiting[key]
        while queue:
            async with self._places:
                pause = await self._try(queue[0])
            if pause:
                await asyncio.sleep(pause)
            else:
                queue.popleft()
                self._counted(-1)
        del self._waiting[key]

    async def _try(self, update: Update) -> float:
        """0 when the update is settled, else the seconds after which to try again."""
        try:
            await self._handle(update)
        except Passing as error:
            return await self._again(update.update_id, error)
        except Exception as error:
            await until_kept(self._inbox.failed, update.update_id, type(error).__name__)
        else:
            await until_kept(self._inbox.done, update.update_id)
        return 0.0

    async def _again(self, update_id: int, error: Passing) -> float:
        try:
            attempts = await asyncio.to_thread(self._inbox.retry, update_id, str(error))
        except Exception:
            log.exception("the store cannot be written; update %d will be tried again", update_id)
            return LONGEST_BACK_OFF_SECONDS
        if attempts < MOST_ATTEMPTS:
            log.warning("update %d will be tried again: %s", update_id, error)
            return float(min(2.0**attempts, LONGEST_BACK_OFF_SECONDS))
        log.error("update %d is set aside after %d attempts: %s", update_id, attempts, error)
        await until_kept(self._inbox.failed, update_id, str(error))
        return 0.0
