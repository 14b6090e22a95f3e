"""The sender: takes notices from the outbox, many at a time, and has each delivered."""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from telegram.ext import ExtBot

from bot.outbox.calling import Calls
from bot.outbox.delivering import Delivering
from bot.outbox.gate import Gate
from bot.outbox.recorder import Recorder
from bot.outbox.standing import Standing, enough
from bot.persistence import STORE_AWAY_SECONDS, until_kept
from bot.token_watch import TokenWatch
from handlers.layout.message import Message
from knowledge.store.clock import Clock
from knowledge.store.store import StoreUnavailable

if TYPE_CHECKING:
    from knowledge.following.outbox import Notice, Outbox
    from knowledge.following.subscribers import Subscribers

log = logging.getLogger(__name__)

# Enough to keep 30 a second going over a connection that takes three seconds for each.
AT_ONCE = 100
# One look into the outbox brings so many; the rest of them waits here for a place.
CLAIMED_AT_ONCE = 300
# A sender that shows no sign of life for so long is taken for dead. Longer than any request may take, and than what
# was claimed at once takes at 30 a second.
LEASE_SECONDS = 120.0
# With nothing to do, look again after this; a publication in this process wakes the sender at once.
IDLE_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Sending:
    """What a sender works with."""

    outbox: "Outbox"
    subscribers: "Subscribers"
    bot: ExtBot[str]
    gate: Gate
    # May ask the store, so it is called in a thread; an error in place of a message that cannot be laid out.
    lay_out: "Callable[[Sequence[Notice]], Sequence[Message | Exception]]"
    clock: Clock
    token_watch: TokenWatch


class Sender:
    """Sends until it is cancelled; any number of senders, in any number of processes, may share an outbox."""

    def __init__(self, sending: Sending) -> None:
        self._with = sending
        self._name = f"sender-{uuid4().hex[:12]}"
        recorder = Recorder(sending.outbox, sending.clock, sender=self._name, lease_seconds=LEASE_SECONDS)
        self._delivering = Delivering(
            outbox=sending.outbox,
            subscribers=sending.subscribers,
            calls=Calls(sending.bot),
            gate=sending.gate,
            recorder=recorder,
            clock=sending.clock,
            token_watch=sending.token_watch,
            standing=Standing(lambda: enough(recorder.seconds, has_limits=sending.gate.pacer.has_limits)),
            stopping=asyncio.Event(),
            lease_seconds=LEASE_SECONDS,
        )
        self._ready: deque[tuple[Notice, Message]] = deque()
        self._tasks: set[asyncio.Task[None]] = set()
        self._wake = asyncio.Event()
        self._claiming: asyncio.Task[list[Notice]] | None = None

    @property
    def is_busy(self) -> bool:
        """Whether it has notices in hand."""
        return bool(self._ready or self._tasks)

    def wake(self) -> None:
        """There may be something new to send; call it from the event loop."""
        self._wake.set()

    async def run(self) -> None:
        """Never returns; on cancellation, requests under way are finished and recorded first."""
        recovered_at = None
        self._delivering.stopping.clear()
        try:
            while True:
                now = self._with.clock()
                if recovered_at is None or abs(now - recovered_at) > timedelta(seconds=LEASE_SECONDS):
                    await self._recover(now)
                    recovered_at = now
                if not self._ready and not await self._claim():
                    await self._rest()
                await self._start_some()
        finally:
            self._delivering.stopping.set()
            claiming = [self._claiming] if self._claiming else []
            await asyncio.gather(*self._tasks, *claiming, return_exceptions=True)
            self._ready.clear()
            await self._give_back()

    async def _recover(self, now: datetime) -> None:
        try:
            abandoned = await asyncio.to_thread(self._with.outbox.recover, now)
        except StoreUnavailable as error:
            log.warning(
                "nobody looked for notices that a dead sender left behind, the store cannot be reached: %s", error
            )
            return
        except Exception:
            log.exception("could not look for notices that a dead sender left behind")
            return
        if abandoned:
            log.warning("%d notices may come twice: their sender died while sending them", abandoned)

    async def _give_back(self) -> None:
        """What was claimed and not begun is free for other senders, and for this one's next run, at once."""
        try:
            await asyncio.to_thread(self._with.outbox.give_back, sender=self._name, now=self._with.clock())
        except Exception:
            log.warning("what was claimed is free again only in %.0f s: the store is away", LEASE_SECONDS)

    async def _start_some(self) -> None:
        """Returns when all that is ready has found a place."""
        while self._ready:
            if len(self._tasks) >= AT_ONCE:
                await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)
                continue
            notice, message = self._ready.popleft()
            task = asyncio.create_task(self._delivering.deliver(notice, message))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _claim(self) -> bool:
        """Whether there is anything to do."""
        try:
            self._claiming = asyncio.create_task(
                asyncio.to_thread(
                    self._with.outbox.claim,
                    CLAIMED_AT_ONCE,
                    sender=self._name,
                    now=self._with.clock(),
                    lease_seconds=LEASE_SECONDS,
                )
            )
            # Whoever stops this waits for it all the same, to give back what it claims.
            notices = await asyncio.shield(self._claiming)
        except StoreUnavailable as error:
            log.warning("the outbox cannot be read; trying again: %s", error)
            await asyncio.sleep(STORE_AWAY_SECONDS)
            return False
        except Exception:
            log.exception("the outbox cannot be read; trying again")
            await asyncio.sleep(STORE_AWAY_SECONDS)
            return False
        if notices:
            await self._lay_out(notices)
        return bool(notices)

    async def _lay_out(self, notices: "Sequence[Notice]") -> None:
        try:
            messages = await asyncio.to_thread(self._with.lay_out, notices)
        except StoreUnavailable:
            for notice in notices:
                await self._delivering.release(notice, 0.0)  # once the store is back
            return
        for notice, message in zip(notices, messages, strict=True):
            if isinstance(message, Message):
                self._ready.append((notice, message))
                continue
            log.error("notice %d cannot be laid out", notice.id, exc_info=message)
            await until_kept(self._with.outbox.mark_failed, notice.id, type(message).__name__)

    async def _rest(self) -> None:
        try:
            async with asyncio.timeout(IDLE_SECONDS):  # `wait_for` may lose a cancellation that comes with the waking
                await self._wake.wait()
        except TimeoutError:
            return
        self._wake.clear()
