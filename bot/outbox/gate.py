"""Waiting for the moment at which a message may go, answers before notices."""

import asyncio

from bot.outbox.pacer import Pacer

# However long the wait is said to be, look again after this: an answer or a 429 may have changed it.
LOOK_AGAIN_SECONDS = 0.5
# While answers wait, notices stand back and look again after this.
STAND_BACK_SECONDS = 0.02


class Gate:
    """Lets messages through one by one as the pacer allows; one event loop only."""

    def __init__(self, pacer: Pacer) -> None:
        self.pacer = pacer
        self._answers_waiting = 0

    async def pass_answer(self, chat_id: int) -> None:
        """Returns when an answer to this chat may go, and counts it as gone."""
        while wait := self.pacer.wait_for_chat(chat_id, is_answer=True):
            await _pause(wait)
        self._answers_waiting += 1
        try:
            while wait := self._wait(chat_id, is_answer=True):
                await _pause(wait)
        finally:
            self._answers_waiting -= 1
        self.pacer.take(chat_id)

    async def pass_notice(self, chat_id: int) -> None:
        """Returns when a notice to this chat may go and no answer waits, and counts it as gone."""
        while wait := self._wait(chat_id) or (STAND_BACK_SECONDS if self._answers_waiting else 0.0):
            await _pause(wait)
        self.pacer.take(chat_id)

    def _wait(self, chat_id: int, *, is_answer: bool = False) -> float:
        return max(self.pacer.wait_for_all(is_answer=is_answer), self.pacer.wait_for_chat(chat_id, is_answer=is_answer))


async def _pause(seconds: float) -> None:
    await asyncio.sleep(min(seconds, LOOK_AGAIN_SECONDS))
