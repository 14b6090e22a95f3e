"""Tasks in this process, for a store that only one process uses."""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from bot.work.task import Given, Task, pause_after

log = logging.getLogger(__name__)


class InProcess:
    """What is deferred is done at once: whoever defers is itself called again when the process dies before."""

    def __init__(self, tasks: Sequence[Task]) -> None:
        self._tasks = tasks
        self._locks = {task.name: asyncio.Lock() for task in tasks}
        self._waiting: set[str] = set()

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[None]:
        """Nothing is needed."""
        yield

    async def defer(self, task: Task, given: Given) -> None:
        """Returns when it is done; raises what its last attempt raised."""
        if not task.is_alone:
            await self._do(task, given)
        elif task.name not in self._waiting:
            self._waiting.add(task.name)
            async with self._locks[task.name]:
                self._waiting.discard(task.name)
                await self._do(task, given)

    async def run(self) -> None:
        """Never returns: does what is due by itself."""
        await asyncio.gather(*(self._repeat(task, task.every_seconds) for task in self._tasks if task.every_seconds))

    async def _repeat(self, task: Task, seconds: int) -> None:
        while True:
            try:
                await self.defer(task, {})
            except Exception:
                log.exception("%s failed; it is tried again in %d s", task.name, seconds)
            await asyncio.sleep(seconds)

    async def _do(self, task: Task, given: Given) -> None:
        for attempt in range(1, task.attempts):
            try:
                await task.do(given)
            except Exception as error:
                log.warning("%s failed (%s); it is tried again", task.name, type(error).__name__)
                await asyncio.sleep(pause_after(attempt))
            else:
                return
        await task.do(given)
