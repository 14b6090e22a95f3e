"""Every message that handlers send passes the gate, and is tried again while that is certainly safe."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from telegram._utils.types import JSONDict
from telegram.error import ChatMigrated, RetryAfter, TelegramError
from telegram.ext import BaseRateLimiter

from bot.outbox.gate import Gate
from bot.outbox.outcome import seconds_of
from bot.transport import NotSent, ServerFailed
from handlers.stages import Stage
from handlers.visit import gives_way_here, stages_here

# After each failure that is safe to repeat; together about as long as a person waits before asking again.
RETRY_SECONDS = (0.5, 1.0, 2.0, 4.0)
# Who is told to wait longer than this is answered when the update is handled again.
LONGEST_WAIT_SECONDS = 30.0


class GateLimiter(BaseRateLimiter[str]):
    """Lets python-telegram-bot's requests through the gate."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate

    async def initialize(self) -> None:
        """Nothing to set up."""

    async def shutdown(self) -> None:
        """Nothing to give back."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, bool | JSONDict | list[JSONDict]]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: str | None,  # noqa: ARG002 (nobody gives any)
    ) -> bool | JSONDict | list[JSONDict]:
        """The answer of the Bot API; raises what is not worth another try."""
        chat_id = _paced_chat(endpoint, data)
        for pause in RETRY_SECONDS:
            try:
                async with self._passage(chat_id):
                    answer = await callback(*args, **kwargs)
            except ChatMigrated as error:  # the group became a supergroup since it was asked there
                data["chat_id"] = chat_id = error.new_chat_id
            except (RetryAfter, NotSent, ServerFailed) as error:
                await self._recover(error, chat_id, pause)
            else:
                self._gate.pacer.accepted()
                return answer
        async with self._passage(chat_id):
            return await callback(*args, **kwargs)

    @asynccontextmanager
    async def _passage(self, chat_id: int | None) -> AsyncIterator[None]:
        """Through the gate, where the request shows a message in a chat."""
        if chat_id is None:
            yield
            return
        through = self._gate.pass_welcome if gives_way_here() else self._gate.pass_answer
        passage = await through(chat_id)
        stages_here().passed(Stage.PASSED)
        has_left = True
        try:
            yield
        except NotSent:
            has_left = False
            raise
        finally:
            self._gate.landed(passage, has_left=has_left)

    async def _recover(self, error: TelegramError, chat_id: int | None, pause: float) -> None:
        if isinstance(error, ServerFailed) and not error.is_certainly_refused:
            raise error
        if isinstance(error, RetryAfter):
            if chat_id is not None:
                self._gate.pacer.hold(chat_id, seconds_of(error))
            if seconds_of(error) > LONGEST_WAIT_SECONDS:
                raise error
            if chat_id is not None:
                return
            pause = seconds_of(error)
        await asyncio.sleep(pause)


def _paced_chat(endpoint: str, data: dict[str, Any]) -> int | None:
    """The chat in which this request shows a message; None where none appears or it has no number."""
    shows = endpoint.startswith(("send", "edit", "copy", "forward")) and endpoint != "sendChatAction"
    chat_id = data.get("chat_id")
    return chat_id if shows and isinstance(chat_id, int) else None
