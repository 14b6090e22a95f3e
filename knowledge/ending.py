"""Ending a task that was begun on the side, without losing that whoever began it is told to end as well."""

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
