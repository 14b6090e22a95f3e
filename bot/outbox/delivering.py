"""Delivering one notice: its parts in order, and what is recorded of each."""

import asyncio
import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from telegram.error import BadRequest, TelegramError

from bot.outbox.calling import Calls
from bot.outbox.gate import Gate
from bot.outbox.outcome import Fate, Outcome, judge
from bot.outbox.recorder import Recorder
from bot.outbox.standing import Standing
from bot.outbox.windows import Passage
from bot.persistence import until_kept
from bot.token_watch import TokenWatch
from bot.transport import NotSent
from handlers.layout.message import Message
from knowledge.store.clock import Clock

if TYPE_CHECKING:
    from knowledge.following.outbox import Notice, Outbox
    from knowledge.following.subscribers import Subscribers

log = logging.getLogger(__name__)

# A chat that must wait longer than this goes back into the outbox rather than hold a place.
PATIENCE_SECONDS = 5.0
# While Telegram does not know the token.
LOOK_AGAIN_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Delivering:
    """Sends notices that were claimed; `lease_seconds` is how long a long message's next part may take."""

    outbox: "Outbox"
    subscribers: "Subscribers"
    calls: Calls
    gate: Gate
    recorder: Recorder
    clock: Clock
    token_watch: TokenWatch
    standing: Standing
    stopping: asyncio.Event  # nothing is begun any more
    lease_seconds: float

    async def deliver(self, notice: "Notice", message: Message) -> None:
        """Returns when it is recorded what became of it; never raises for what Telegram or the store do."""
        if notice.replaces:
            await self._replace(notice, message)
            return
        for part in range(len(notice.parts), len(message.parts)):
            if not await self._send_part(notice, message, part):
                return

    async def release(self, notice: "Notice", seconds: float) -> None:
        """It was certainly not sent, and may be claimed again after that time."""
        not_before = self.clock() + timedelta(seconds=seconds)
        await until_kept(lambda: self.outbox.release(notice.id, not_before=not_before))

    async def _send_part(self, notice: "Notice", message: Message, part: int) -> bool:
        """Whether it arrived, so that the next part may follow."""
        passage = await self._begin(notice)
        if passage is None:
            return False
        is_last = part == len(message.parts) - 1
        try:
            with self._passing(passage):
                message_id = await self.calls.send(
                    notice.chat_id,
                    message.parts[part],
                    message=message if is_last else None,
                    thread_id=notice.thread_id,
                    is_silent=notice.is_silent,
                )
        except TelegramError as error:
            await self._settle(notice, judge(error, notice.attempts))
            return False
        if is_last:
            await self.recorder.arrived(notice.id, message_id)
        else:
            await until_kept(self._mark_part, notice.id, message_id)
        return True

    async def _replace(self, notice: "Notice", message: Message) -> None:
        """What was sent before says this instead; doing so twice is harmless, so nothing of it stays uncertain."""
        passage = await self._begin(notice)
        if passage is None:
            return
        first, *others = notice.replaces
        try:
            with self._passing(passage):
                await self.calls.edit(notice.chat_id, first, message.parts[0], message=message)
            for other in others:
                await self.calls.delete(notice.chat_id, other)
        except BadRequest as error:
            if "not modified" not in error.message:  # it says so already
                await until_kept(self.outbox.cannot_replace, notice.id)
                return
        except TelegramError as error:
            await self._settle(notice, judge(error, notice.attempts, is_harmless_twice=True))
            return
        await self.recorder.arrived(notice.id, first)

    async def _begin(self, notice: "Notice") -> Passage | None:
        """Through the gate, which comes last: between it and the request nothing may take time."""
        wait = await self.gate.wait_for_chat(notice.chat_id, PATIENCE_SECONDS)
        if wait:
            await self.release(notice, wait)
            return None
        async with self.standing:
            await self._wait_for_all()
            if self.stopping.is_set():
                return None
            try:
                if not await self.recorder.begin(notice.id):
                    return None
            except Exception:
                # Nothing was sent, whether the store has noted the beginning or not.
                await self.release(notice, 0.0)
                return None
            passed = await self.gate.pass_notice(notice.chat_id, PATIENCE_SECONDS)
        if isinstance(passed, Passage):
            return passed
        await self.release(notice, passed)
        return None

    async def _wait_for_all(self) -> None:
        """While Telegram refuses the bot as a whole, or does not know its token, nothing is begun."""
        while (held := self._held()) and not self.stopping.is_set():
            with suppress(TimeoutError):
                async with asyncio.timeout(held):
                    await self.stopping.wait()

    def _held(self) -> float:
        return LOOK_AGAIN_SECONDS if self.token_watch.is_refused else self.gate.pacer.held_for_all()

    @contextmanager
    def _passing(self, passage: Passage) -> Iterator[None]:
        has_left = True
        try:
            yield
            self.gate.pacer.accepted()
        except NotSent:
            has_left = False
            raise
        finally:
            self.gate.landed(passage, has_left=has_left)

    def _mark_part(self, notice_id: int, message_id: int) -> None:
        self.outbox.mark_part(notice_id, message_id, now=self.clock(), lease_seconds=self.lease_seconds)

    async def _settle(self, notice: "Notice", outcome: Outcome) -> None:
        log.info("notice %d: %s (%s)", notice.id, outcome.fate, outcome.reason)
        match outcome.fate:
            case Fate.RETRY | Fate.STOP:
                await self.release(notice, outcome.seconds)
            case Fate.RETRY_AFTER:
                self.gate.pacer.hold(notice.chat_id, outcome.seconds)
                await self.release(notice, outcome.seconds)
            case Fate.MIGRATED:
                await until_kept(self.subscribers.migrate, notice.chat_id, outcome.new_chat_id)
                await self.release(notice, 0.0)
            case Fate.BLOCKED:
                await until_kept(self.outbox.mark_blocked, notice.id, outcome.reason)
            case Fate.UNCERTAIN:
                await until_kept(self.outbox.mark_uncertain, notice.id, outcome.reason)
            case Fate.FAILED:
                await until_kept(self.outbox.mark_failed, notice.id, outcome.reason)
