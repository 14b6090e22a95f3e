"""What handlers hand to the engine, which is built after them: it needs what they are built with."""

import asyncio
import logging
from dataclasses import dataclass

from telegram import Update

from bot.outbox.sender import Sender
from bot.work.task import Task, Work
from bot.work.tasks import Tasks, file_of

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Engine:
    work: Work
    tasks: Tasks
    sender: Sender | None


class Late:
    """Give it to the handlers, then `bind` it; one event loop only."""

    def __init__(self) -> None:
        self._engine: _Engine | None = None
        self._deferring: set[asyncio.Task[None]] = set()

    def bind(self, work: Work, tasks: Tasks, sender: Sender | None) -> None:
        """From now on it can be used; `sender` is one that runs in this process all along."""
        self._engine = _Engine(work, tasks, sender)

    def send(self) -> None:
        """There may be something new to send; nothing is lost if this does not come through."""
        engine = self._bound()
        if engine.sender is not None:
            engine.sender.wake()
            return
        deferring = asyncio.create_task(self._defer(engine.tasks.send))
        self._deferring.add(deferring)
        deferring.add_done_callback(self._deferring.discard)

    async def import_file(self, update: Update) -> None:
        """The file of that update is imported, or certain to be."""
        engine = self._bound()
        await engine.work.defer(engine.tasks.import_file, file_of(update))

    async def _defer(self, task: Task) -> None:
        try:
            await self._bound().work.defer(task, {})
        except Exception as error:
            log.warning("%s was not begun at once (%s); it begins by itself soon", task.name, type(error).__name__)

    def _bound(self) -> _Engine:
        if self._engine is None:
            raise RuntimeError("bind it first")
        return self._engine
