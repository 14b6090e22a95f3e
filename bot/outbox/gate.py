"""Waiting for the moment at which a message may go, answers before notices."""

import asyncio
from contextlib import suppress
from math import inf, isinf

from bot.outbox.pacer import Pacer
from bot.outbox.windows import Passage

# However long the wait is said to be, look again after this: an answer or a 429 may have changed it.
LOOK_AGAIN_SECONDS = 0.5
# While answers wait, notices stand back and look again after this.
STAND_BACK_SECONDS = 0.02


class Gate:
    """Lets messages through one by one as the pacer allows; one event loop only.  Whoever went through says when
    the message has `landed`.
    """

    def __init__(self, pacer: Pacer) -> None:
        self.pacer = pacer
        self._answers_waiting = 0
        self._line = asyncio.Lock()  # notices stand in it, so that only the first looks when it may go
        self._landed = asyncio.Event()

    async def pass_answer(self, chat_id: int) -> Passage:
        """Returns when an answer to this chat may go, and counts it as gone."""
        while wait := self.pacer.wait_for_chat(chat_id, is_answer=True):
            await self._pause(wait)
        self._answers_waiting += 1
        try:
            while wait := self._wait(chat_id, is_answer=True):
                await self._pause(wait)
        finally:
            self._answers_waiting -= 1
        return self.pacer.take(chat_id)

    async def wait_for_chat(self, chat_id: int, patience_seconds: float = inf) -> float:
        """Waits until this chat takes a notice, whenever the bot as a whole may send one; 0 then.

        Or else, where that takes longer than the patience, how long.
        """
        while wait := self.pacer.wait_for_chat(chat_id):
            if patience_seconds < wait < inf:
                return wait
            await self._pause(wait)
        return 0.0

    async def pass_notice(self, chat_id: int, patience_seconds: float = inf) -> Passage | float:
        """Waits until a notice to this chat may go and no answer waits, and counts it as gone.

        Or else, where the chat or a refusal of all makes it wait longer than the patience, how long.
        """
        while True:
            if wait := await self.wait_for_chat(chat_id, patience_seconds):
                return wait
            async with self._line:
                # A chat that must wait after all leaves the line: others go before it.
                while not self.pacer.wait_for_chat(chat_id):
                    if (held := self.pacer.held_for_all()) > patience_seconds:
                        return held
                    wait = self.pacer.wait_for_all() or (STAND_BACK_SECONDS if self._answers_waiting else 0.0)
                    if not wait:
                        return self.pacer.take(chat_id)
                    await self._pause(wait)

    async def pass_welcome(self, chat_id: int) -> Passage:
        """The same for one of many who begin at once: they stand in the line with the notices, however long that takes."""
        passed = await self.pass_notice(chat_id)
        if not isinstance(passed, Passage):
            raise TypeError("whoever has patience without end is not told to come back")
        return passed

    def landed(self, passage: Passage, *, has_left: bool = True) -> None:
        """The answer to the message is there, or none will come."""
        self.pacer.landed(passage, has_left=has_left)
        self._landed.set()
        self._landed = asyncio.Event()

    def _wait(self, chat_id: int, *, is_answer: bool = False) -> float:
        return max(self.pacer.wait_for_all(is_answer=is_answer), self.pacer.wait_for_chat(chat_id, is_answer=is_answer))

    async def _pause(self, seconds: float) -> None:
        if not isinf(seconds):
            await asyncio.sleep(min(seconds, LOOK_AGAIN_SECONDS))
            return
        with suppress(TimeoutError):
            async with asyncio.timeout(LOOK_AGAIN_SECONDS):
                await self._landed.wait()
