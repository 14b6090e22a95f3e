"""What handlers work with, handed to them by whoever builds the bot."""

import os
from collections.abc import Awaitable, Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from time import monotonic
from typing import Protocol
from zoneinfo import ZoneInfo

from telegram import Update

from handlers.excuses import Excuses
from handlers.layout.message import Message
from handlers.restraint import Restraint
from handlers.sent_pictures import Pictures
from handlers.words import Catalogue
from knowledge.bootstrap import Knowledge
from knowledge.store.clock import Clock

# Finding answers only reckons, which Python does for one thread at a time: more would only take it from each other, a
# quarter of their time.  The second goes on while the first has a question that takes long.
ANSWERING = 2


# Files are read in processes of their own, one a processor, for which these threads mostly wait; each takes up to half a gigabyte.
FEWEST_READING, MOST_READING = 2, 4


def _answering() -> Executor:
    return ThreadPoolExecutor(ANSWERING, "answering")


def _reading() -> Executor:
    return ThreadPoolExecutor(min(max(os.cpu_count() or 1, FEWEST_READING), MOST_READING), "reading")


class Post(Protocol):
    """Sends a text, with the buttons of `message` if that is given: the id of the new message."""

    async def __call__(
        self, chat_id: int, text: str, *, message: Message | None, thread_id: int | None, reply_to: int | None
    ) -> int: ...


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything a handler may use besides the update itself."""

    knowledge: Knowledge
    catalogue: Catalogue
    zone: ZoneInfo
    clock: Clock
    post: Post
    wake_sender: Callable[[], None]
    import_file: Callable[[Update], Awaitable[None]]  # returns when that is done, or certain to be
    # Hears of each answer its outcome and how many seconds finding it took.
    answered: Callable[[str, float], None] = lambda _outcome, _seconds: None
    # Hears why something was not taken.
    refused: Callable[[str], None] = lambda _reason: None
    restraint: Restraint = field(default_factory=lambda: Restraint(monotonic))
    excuses: Excuses = field(default_factory=lambda: Excuses(monotonic))
    pictures: Pictures = field(default_factory=Pictures)
    answering: Executor = field(default_factory=_answering)
    reading: Executor = field(default_factory=_reading)

    def today(self) -> date:
        """The day it is for those who ask."""
        return self.clock().astimezone(self.zone).date()
