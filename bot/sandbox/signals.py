"""Waiting for something to become true, without polling."""

import asyncio
from collections.abc import Callable


class Signal:
    """Tells those who wait that something changed; each looks for itself whether it is what it waited for."""

    __slots__ = ("_waiting",)

    def __init__(self) -> None:
        self._waiting: list[asyncio.Future[None]] = []

    def notify(self) -> None:
        """Wakes everyone who waits."""
        if not self._waiting:
            return
        waiting, self._waiting = self._waiting, []
        for future in waiting:
            if not future.done():
                future.set_result(None)

    async def wait_until(self, is_true: Callable[[], bool], *, timeout_seconds: float) -> bool:
        """Whether it became true in time."""
        deadline = asyncio.get_running_loop().time() + timeout_seconds
        while not is_true():
            if not await self._changed_before(deadline):
                return is_true()
        return True

    async def _changed_before(self, deadline: float) -> bool:
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(future)
        try:
            async with asyncio.timeout_at(deadline):
                await future
        except TimeoutError:
            return False
        finally:
            if future in self._waiting:
                self._waiting.remove(future)
        return True
