"""The intake: every update is stored once, then handled, in order per chat, until it is settled.

Of any number of processes on one store, one at a time handles a chat: the store says whose turn it is.
"""

import asyncio
import logging
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from typing import Any
from uuid import uuid4

from telegram import Bot, Update

from bot.persistence import until_done
from bot.updates.attempts import Attempts, Fate, Handle, is_of, nothing
from bot.updates.gathering import Gathering
from bot.updates.idle import Idle
from bot.updates.keys import chat_key
from bot.updates.lanes import Lane, Lanes, lane_of
from handlers.stages import Stage, Stages
from handlers.visit import Visit, visit
from knowledge.people.scenes import Scene
from knowledge.store.inbox import Inbox, StoredUpdate
from knowledge.store.store import Awaited, StoreUnavailable
from knowledge.store.turns import TURN_SECONDS

log = logging.getLogger(__name__)

# More chats than this waiting in memory: leave the rest with Telegram, or in the store, for now.
MOST_WAITING = 1000
# Those who only wait to be welcomed stand in nobody's way, so that what is asked behind them comes in: 4 kB each.
MOST_TO_BE_WELCOMED = 20_000
# Renewing three times within a turn's length forgives two that fail.
RENEW_SECONDS = TURN_SECONDS / 5
# How long updates under way may take after the bot is told to stop; the rest is left to others.
FINISH_WITHIN_SECONDS = 4.0


# What is to be known before an update is handled; called within the transaction that stores it.
Look = Callable[[Update, Any], Awaited[Scene] | None]
# Hears of each attempt how it ended and how long it took.
Tell = Callable[[str, float], None]
# Hears of each update that is done with how long its stages took.
Went = Callable[[Stages], None]
# Named here once: the types of a function within another are worked out anew at each call.
_Taken = Awaited[StoredUpdate | None]
_TakenAndSeen = Awaited[tuple[StoredUpdate | None, Scene | None]]


class Intake:
    """Call `replay` once, run `keep_turns` beside it, then `receive` whatever comes; one event loop only."""

    def __init__(
        self,
        inbox: Inbox,
        handle: Handle,
        bot: Bot,
        tell: Tell = lambda _fate, _seconds: None,
        look: Look = lambda _update, _within: None,
        give_up: Handle = nothing,
        went: Went = lambda _stages: None,
    ) -> None:
        self._inbox = inbox
        self._gathering = Gathering(inbox.together)
        self._look = look
        self._attempts = Attempts(inbox, handle, bot, give_up)
        self._tell = tell
        self._went = went
        self._holder = uuid4().hex
        self._lanes = Lanes()
        self._tasks: set[asyncio.Task[None]] = set()
        self._chats: Counter[str] = Counter()  # how many tasks each chat has
        self._waiting: Counter[Lane] = Counter()  # how many tasks began with an update of that lane
        self._idle = Idle()
        self._has_room = asyncio.Event()
        self._has_room.set()
        self._stopping = asyncio.Event()
        self._all_alive_at = self._quiet_since = time.monotonic()

    async def receive(self, update: Update, payload: str | None = None) -> None:
        """When this returns, Telegram may forget the update: it is stored, and will be handled once.

        `payload` is what Telegram sent, where that is at hand.
        """
        stages = Stages()
        key, written = chat_key(update), update.to_json() if payload is None else payload

        def take(within: Any) -> _Taken:
            return self._inbox.taking(within, update.update_id, key, written, holder=self._holder)

        def take_and_look(within: Any) -> _TakenAndSeen:
            taken, seen = take(within), self._look(update, within)

            def found() -> tuple[StoredUpdate | None, Scene | None]:
                first = taken.give()
                return first, seen.give() if seen and first and first.update_id == update.update_id else None

            return Awaited(found)

        try:
            first, scene = await self._gathering.do(key, take_and_look)
        except StoreUnavailable:
            raise
        except Exception:
            # What cannot be looked up fails again when the update is handled, and then holds up nobody else.
            log.exception("who sent update %d could not be looked up", update.update_id)
            first, scene = await self._gathering.do(key, take), None
        stages.passed(Stage.STORED)
        if first is not None:
            self._begin(first, update, Visit(scene, stages=stages))

    async def replay(self, *, is_alone: bool = True) -> int:
        """Take up what an earlier process stored and did not finish; of how many chats.

        A process that is surely alone takes over at once; others wait until the turns of the dead have run out.
        """
        if is_alone:
            await self.free_turns()
        return await self._take_up()

    async def free_turns(self) -> None:
        """No chat is anybody's any more: only where no other process can be alive."""
        await asyncio.to_thread(self._inbox.give_back)

    async def keep_turns(self) -> None:
        """Never returns: keeps this process's chats its own, and takes up those of processes that died."""
        with ThreadPoolExecutor(1, "turns") as thread:  # its own, so that no long import can hold it up
            while True:
                await asyncio.sleep(RENEW_SECONDS)
                try:
                    loop = asyncio.get_running_loop()
                    held = await loop.run_in_executor(thread, self._inbox.renew, self._holder)
                    if idle := self._idle.look(held, self._chats.keys()):
                        log.warning("%d chats were held and not handled; their updates are taken up", len(idle))
                        await loop.run_in_executor(thread, self._inbox.give_back, self._holder, idle)
                    # After the store was away the living need a moment to renew their turns.
                    if time.monotonic() - self._all_alive_at > TURN_SECONDS and (count := await self._take_up()):
                        log.info("took up the updates of %d chats that nobody handled any more", count)
                except StoreUnavailable as error:
                    self._all_alive_at = time.monotonic()
                    log.warning("turns cannot be renewed, the store cannot be reached: %s", error)

    @property
    def has_room(self) -> bool:
        """Whether more updates can be taken now."""
        return self._has_room.is_set() and not self._stopping.is_set()

    @property
    def quiet_seconds(self) -> float:
        """For how long no update has been under way."""
        return 0.0 if self._tasks else time.monotonic() - self._quiet_since

    async def room(self) -> None:
        """Returns when more updates can be taken."""
        await self._has_room.wait()

    async def finish(self) -> None:
        """Returns when everything accepted so far has been handled."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def stop(self) -> None:
        """What is under way is finished; what is not begun stays in the store, for others or for the next start."""
        self._stopping.set()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=FINISH_WITHIN_SECONDS)
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        try:
            await asyncio.to_thread(self._inbox.give_back, self._holder)
        except StoreUnavailable as error:
            log.warning("the turns run out by themselves, the store cannot be reached: %s", error)

    async def _take_up(self) -> int:
        welcomes = self._waiting[Lane.WELCOMES]
        room = min(MOST_WAITING - len(self._tasks) + welcomes, MOST_TO_BE_WELCOMED - welcomes)
        abandoned = await asyncio.to_thread(self._inbox.take_abandoned, max(0, room), holder=self._holder)
        for first in abandoned:
            self._begin(first)
        return len(abandoned)

    def _begin(self, first: StoredUpdate, known: Update | None = None, begun: Visit | None = None) -> None:
        lane = lane_of(first, known)
        if lane is Lane.WELCOMES and self._waiting[lane] >= MOST_WAITING:
            known, begun = None, None  # read from its stored form when its turn comes
        task = asyncio.create_task(self._drain(first, known, begun or Visit()))
        self._tasks.add(task)
        self._chats[first.chat_key] += 1
        self._waiting[lane] += 1
        task.add_done_callback(lambda task: self._ended(task, first.chat_key, lane))
        self._look_for_room()

    def _ended(self, task: asyncio.Task[None], chat_key: str, lane: Lane) -> None:
        self._tasks.discard(task)
        self._quiet_since = time.monotonic()
        self._chats[chat_key] -= 1
        if not self._chats[chat_key]:
            del self._chats[chat_key]
        self._waiting[lane] -= 1
        self._look_for_room()

    def _look_for_room(self) -> None:
        welcomes = self._waiting[Lane.WELCOMES]
        has_room = len(self._tasks) - welcomes < MOST_WAITING and welcomes < MOST_TO_BE_WELCOMED
        (self._has_room.set if has_room else self._has_room.clear)()

    async def _drain(self, first: StoredUpdate, known: Update | None, begun: Visit) -> None:
        """Handles what waits in one chat; `known` is an update that need not be read from its stored form, begun so."""
        stored: StoredUpdate | None = first
        broken_off: StoredUpdate | None = None
        while stored is not None:
            lane = lane_of(stored, known if known and is_of(known, stored) else None)
            async with self._lanes[lane]:
                if self._stopping.is_set():
                    return
                began = time.monotonic()
                here = Visit(begun.scene, stages=begun.stages) if known and is_of(known, stored) else Visit()
                is_again = stored is broken_off or stored.attempts > 0
                here = replace(here, is_again=is_again, gives_way=lane is Lane.WELCOMES)
                here.stages.passed(Stage.QUEUED)
                visit.set(here)
                end = await self._attempts.make(stored, known)
                self._tell(end.fate, time.monotonic() - began)
            if end.fate is Fate.AGAIN:
                broken_off = stored
                await self._sleep(end.seconds)
            else:
                stored = await self._settle(stored, here, end.error)
                here.stages.passed(Stage.KEPT)
                self._went(here.stages)

    async def _settle(self, stored: StoredUpdate, here: Visit, error: str | None) -> StoredUpdate | None:
        def settle(within: Any) -> _Taken:
            for step in here.leaving:
                step(within)
            return self._inbox.settling(within, stored, holder=self._holder, error=error)

        async def settled() -> StoredUpdate | None:
            try:
                return await self._gathering.do(stored.chat_key, settle)
            except StoreUnavailable:
                raise
            except Exception:
                here.leaving.clear()  # what no store takes must not hold up the chat for ever
                raise

        return await until_done(settled)

    async def _sleep(self, seconds: float) -> None:
        """So long, or until the bot is told to stop."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._stopping.wait()
