"""Telling somebody who waits how far a long piece of work has come."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from telegram.error import TelegramError

from knowledge.ending import end
from knowledge.importing.progress import Progress

log = logging.getLogger(__name__)

# Sooner nobody wonders, and Telegram lets a message be edited about once a second.
EVERY_SECONDS = 2.0


@asynccontextmanager
async def watched(
    show: Callable[[Progress], Awaitable[None]], every_seconds: float = EVERY_SECONDS
) -> AsyncIterator[Callable[[Progress], None]]:
    """What the work calls, from any thread, as it goes on; `show` is awaited now and then with the newest of it."""
    newest: list[Progress] = []
    showing = asyncio.create_task(_show_now_and_then(newest, show, every_seconds))
    try:
        yield lambda progress: newest.__setitem__(slice(None), [progress])
    finally:
        await end(showing)


async def _show_now_and_then(
    newest: list[Progress], show: Callable[[Progress], Awaitable[None]], every_seconds: float
) -> None:
    shown: Progress | None = None
    while True:
        await asyncio.sleep(every_seconds)
        if newest and newest[0] != shown:
            shown = newest[0]
            try:
                await show(shown)
            except TelegramError as error:  # the work goes on, and what comes of it is told by itself
                log.info("how far the work has come could not be shown: %s", error.message)
