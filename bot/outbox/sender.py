"""The sender: takes notices from the outbox, sends them, and records what became of each."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import uuid4

from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.outbox.gate import Gate
from bot.outbox.limiter import PACED
from bot.outbox.outcome import Fate, Outcome, judge
from bot.persistence import STORE_AWAY_SECONDS, until_kept
from handlers.keyboards import keyboard_of
from handlers.layout.message import Message
from knowledge.following.outbox import Notice, Outbox
from knowledge.following.subscribers import Subscribers
from knowledge.store.clock import Clock
from knowledge.store.store import StoreUnavailable

log = logging.getLogger(__name__)

# Enough to keep 30 a second going over a connection that takes two seconds for each.
AT_ONCE = 64
# A sender that shows no sign of life for so long is taken for dead. Longer than any request may take.
LEASE_SECONDS = 120.0
# With nothing to do, look again after this; a publication in this process wakes the sender at once.
IDLE_SECONDS = 1.0
# A chat that must wait longer than this goes back into the outbox rather than hold a place.
PATIENCE_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Sending:
    """What a sender works with."""

    outbox: Outbox
    subscribers: Subscribers
    bot: ExtBot[str]
    gate: Gate
    lay_out: Callable[[Notice], Message]  # may ask the store, so it is called in a thread
    clock: Clock


class Sender:
    """Sends until it is cancelled; any number of senders, in any number of processes, may share an outbox."""

    def __init__(self, sending: Sending) -> None:
        self._with = sending
        self._name = f"sender-{uuid4().hex[:12]}"
        self._tasks: set[asyncio.Task[None]] = set()
        self._wake = asyncio.Event()

    def wake(self) -> None:
        """There may be something new to send; call it from the event loop."""
        self._wake.set()

    async def run(self) -> None:
        """Never returns; on cancellation, requests under way are finished and recorded first."""
        recovered_at = None
        try:
            while True:
                now = self._with.clock()
                if recovered_at is None or now - recovered_at > timedelta(seconds=LEASE_SECONDS):
                    await self._recover(now)
                    recovered_at = now
                if not await self._start_some():
                    await self._rest()
        finally:
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _recover(self, now: datetime) -> None:
        try:
            abandoned = await asyncio.to_thread(self._with.outbox.recover, now)
        except Exception:
            log.exception("could not look for notices that a dead sender left behind")
            return
        if abandoned:
            log.warning("%d notices may come twice: their sender died while sending them", abandoned)

    async def _start_some(self) -> bool:
        """Whether anything new was begun."""
        free = AT_ONCE - len(self._tasks)
        if free <= 0:
            await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)
            return True
        try:
            notices = await asyncio.to_thread(
                self._with.outbox.claim,
                free,
                sender=self._name,
                now=self._with.clock(),
                lease_seconds=LEASE_SECONDS,
            )
        except Exception:
            log.exception("the outbox cannot be read; trying again")
            await asyncio.sleep(STORE_AWAY_SECONDS)
            return False
        for notice in notices:
            task = asyncio.create_task(self._deliver(notice))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return bool(notices)

    async def _rest(self) -> None:
        try:
            await asyncio.wait_for(self._wake.wait(), IDLE_SECONDS)
        except TimeoutError:
            return
        self._wake.clear()

    async def _deliver(self, notice: Notice) -> None:
        wait = self._with.gate.pacer.wait_for_chat(notice.chat_id)
        if wait > PATIENCE_SECONDS:
            await self._release(notice, wait)
            return
        try:
            message = await asyncio.to_thread(self._with.lay_out, notice)
        except StoreUnavailable:
            await self._release(notice, 0.0)  # once the store is back
            return
        except Exception as error:
            log.exception("notice %d cannot be laid out", notice.id)
            await until_kept(self._with.outbox.mark_failed, notice.id, type(error).__name__)
            return
        for part in range(len(notice.parts), len(message.parts)):
            if not await self._send_part(notice, message, part):
                return

    async def _send_part(self, notice: Notice, message: Message, part: int) -> bool:
        """Whether it arrived, so that the next part may follow."""
        if not await self._begin(notice):
            return False
        # The gate comes last: between it and the request nothing may take time, or messages would bunch.
        await self._with.gate.pass_notice(notice.chat_id)
        is_last = part == len(message.parts) - 1
        try:
            sent = await self._with.bot.send_message(
                chat_id=notice.chat_id,
                message_thread_id=notice.thread_id,
                text=message.parts[part],
                disable_notification=notice.is_silent,
                reply_markup=keyboard_of(message) if is_last else None,
                rate_limit_args=PACED,
            )
        except TelegramError as error:
            await self._settle(notice, judge(error, notice.attempts))
            return False
        self._with.gate.pacer.accepted()
        if is_last:
            await until_kept(self._with.outbox.mark_sent, notice.id, sent.message_id)
        else:
            await until_kept(self._mark_part, notice.id, sent.message_id)
        return True

    def _mark_part(self, notice_id: int, message_id: int) -> None:
        now = self._with.clock()
        self._with.outbox.mark_part(notice_id, message_id, now=now, lease_seconds=LEASE_SECONDS)

    async def _begin(self, notice: Notice) -> bool:
        try:
            return await asyncio.to_thread(
                self._with.outbox.begin,
                notice.id,
                sender=self._name,
                now=self._with.clock(),
                lease_seconds=LEASE_SECONDS,
            )
        except Exception:
            log.exception("notice %d was not begun: the store cannot be reached", notice.id)
            await self._release(notice, 0.0)  # nothing was sent, whether the store has noted the beginning or not
            return False

    async def _settle(self, notice: Notice, outcome: Outcome) -> None:
        log.info("notice %d: %s (%s)", notice.id, outcome.fate, outcome.reason)
        outbox = self._with.outbox
        match outcome.fate:
            case Fate.RETRY | Fate.STOP:
                await self._release(notice, outcome.seconds)
            case Fate.RETRY_AFTER:
                self._with.gate.pacer.hold(notice.chat_id, outcome.seconds)
                await self._release(notice, outcome.seconds)
            case Fate.MIGRATED:
                migrate = self._with.subscribers.migrate
                await until_kept(migrate, notice.chat_id, outcome.new_chat_id)
                await self._release(notice, 0.0)
            case Fate.BLOCKED:
                await until_kept(outbox.mark_blocked, notice.id, outcome.reason)
            case Fate.UNCERTAIN:
                await until_kept(outbox.mark_uncertain, notice.id, outcome.reason)
            case Fate.FAILED:
                await until_kept(outbox.mark_failed, notice.id, outcome.reason)

    async def _release(self, notice: Notice, seconds: float) -> None:
        not_before = self._with.clock() + timedelta(seconds=seconds)
        await until_kept(lambda: self._with.outbox.release(notice.id, not_before=not_before))
