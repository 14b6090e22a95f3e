"""A task that ends another is itself ended when it is told to, and leaves nothing behind."""

import asyncio
from contextlib import suppress

import pytest

from knowledge.ending import end, heed


class Slow:
    """Told to end, it first finishes what it does."""

    def __init__(self) -> None:
        self.told, self.may_end, self.has_ended = asyncio.Event(), asyncio.Event(), False

    async def run(self) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            self.told.set()
            await self.may_end.wait()
            self.has_ended = True


async def begun(slow: Slow) -> asyncio.Task[None]:
    task = asyncio.create_task(slow.run())
    await asyncio.sleep(0)
    return task


async def test_a_task_is_cancelled_and_waited_for():
    slow = Slow()
    slow.may_end.set()
    await end(await begun(slow))
    assert slow.has_ended


async def test_whoever_is_cancelled_while_waiting_waits_on_and_is_then_cancelled():
    slow = Slow()
    ending = asyncio.create_task(end(await begun(slow)))
    await slow.told.wait()
    ending.cancel()
    await asyncio.sleep(0)
    assert not ending.done()
    slow.may_end.set()
    with pytest.raises(asyncio.CancelledError):
        await ending
    assert slow.has_ended


async def test_what_the_task_failed_with_is_raised():
    async def fail() -> None:
        raise ValueError("x")

    task = asyncio.create_task(fail())
    await asyncio.wait({task})
    with pytest.raises(ValueError, match="x"):
        await end(task)


async def test_a_cancellation_that_was_lost_on_the_way_is_heeded():
    async def lose() -> None:
        with suppress(asyncio.CancelledError):
            await asyncio.Event().wait()
        heed()

    losing = asyncio.create_task(lose())
    await asyncio.sleep(0)
    losing.cancel()
    await asyncio.wait({losing})
    assert losing.cancelled()
