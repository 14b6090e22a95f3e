"""What is loaded and built while nobody waits for it, so that whoever wants it first need not wait."""

import asyncio
import logging
import threading
import weakref
from collections.abc import Callable
from contextlib import suppress

from bot.housekeeping import put_into_large_pages, spare_what_was_warmed
from handlers.rooms import load_rooms
from knowledge.bootstrap import Knowledge
from knowledge.briefing.deadlines import find_deadlines

log = logging.getLogger(__name__)

# How often to look whether anything was published.
LOOK_SECONDS = 0.5
# Warming takes most of a second of the processor in each process.  An import publishes one report after the other, and only
# what stands for so many looks is worth it.
LOOKS_UNCHANGED = 10
# Between two steps, each of which takes about as long, others have the processor.
REST_SECONDS = 0.01
# A province's registers; with more the calendar is looked through when somebody asks for it.
MOST_STATEMENTS = 60_000


class _EndedError(Exception):
    """The bot is told to stop."""


class Standing:
    """Whether something has stood for long enough to be worth warming; what stands at first is at once."""

    def __init__(self, first: object) -> None:
        self._seen = weakref.ref(first)
        self._looks_left = 0

    def look(self, now: object) -> bool:
        """Once of each that stands: at the look at which it has stood for long enough."""
        if self._seen() is not now:
            self._seen, self._looks_left = weakref.ref(now), LOOKS_UNCHANGED
        self._looks_left -= 1
        return self._looks_left == -1


async def keep_warm(knowledge: Knowledge) -> None:
    """Never returns: warms once after the start, and whenever what is answered from has changed and then stood for some seconds."""
    ending = threading.Event()

    def rest() -> None:
        if ending.wait(REST_SECONDS):
            raise _EndedError

    standing, is_first = Standing(knowledge.asking.library), True
    try:
        await asyncio.to_thread(_load, rest)
        while True:
            if standing.look(knowledge.asking.library):
                await asyncio.to_thread(_warm, knowledge, rest)
                if is_first and spare_what_was_warmed():
                    await asyncio.to_thread(put_into_large_pages)
                is_first = False
            await asyncio.sleep(LOOK_SECONDS)
    finally:
        ending.set()


def _load(rest: Callable[[], None]) -> None:
    with suppress(_EndedError):
        load_rooms(rest)


def _warm(knowledge: Knowledge, rest: Callable[[], None]) -> None:
    try:
        with suppress(_EndedError):
            knowledge.asking.warm(today=knowledge.today(), rest=rest)
            library = knowledge.asking.library
            if len(library.statements) <= MOST_STATEMENTS:
                find_deadlines(library, rest)
    except Exception:
        # Whoever asks builds what is missing, and hears of what is wrong with it.
        log.exception("what is answered from could not be warmed")
