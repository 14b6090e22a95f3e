"""Sending as a task with a beginning and an end, so that of many workers one at a time keeps Telegram's limits."""

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from bot.outbox.sender import Sender
from knowledge.ending import end
from knowledge.store.clock import Clock

if TYPE_CHECKING:
    from knowledge.following.outbox import Outbox

# How often to look whether anything is left; the sender itself does not wait for this.
LOOK_SECONDS = 0.5


async def send_what_waits(sender: Sender, outbox: "Outbox", clock: Clock, stopping: asyncio.Event) -> None:
    """Returns when nothing is due any more, or soon after `stopping` is set; what was begun is finished."""
    if not await _is_due(outbox, clock):
        return
    sending = asyncio.create_task(sender.run())
    try:
        while not stopping.is_set() and not sending.done() and (sender.is_busy or await _is_due(outbox, clock)):
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_SECONDS):
                    await stopping.wait()
    finally:
        await end(sending)


async def _is_due(outbox: "Outbox", clock: Clock) -> bool:
    next_due = await asyncio.to_thread(outbox.next_due)
    return next_due is not None and next_due <= clock()
