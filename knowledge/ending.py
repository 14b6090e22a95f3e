"""Ending tasks without losing that somebody is told to end: Python's own ways may."""

import asyncio
from typing import Any


async def end(task: asyncio.Task[Any]) -> None:
    """Cancels the task and returns once it has ended; raises what it raised.

    Whoever is cancelled meanwhile waits all the same, and is then cancelled: `suppress(CancelledError)` around
    `await task` could not tell the one cancellation from the other.
    """
    task.cancel()
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError as error:  # ours: `wait` raises nothing of the task's
            cancelled = error
    if cancelled is not None:
        raise cancelled
    if not task.cancelled():
        task.result()


def heed() -> None:
    """Call it after an `await` that may lose a cancellation, as `asyncio.wait_for` does until Python 3.12: it is raised here."""
    task = asyncio.current_task()
    if task is not None and task.cancelling():
        raise asyncio.CancelledError
