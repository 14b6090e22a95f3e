"""Whether a running process is ready for updates."""

import asyncio

from bot.token_watch import SAID, TokenWatch
from knowledge.bootstrap import Knowledge

# A balancer asks every few seconds and wants to know by then.
STORE_WITHIN_SECONDS = 2.0


class Status:
    """Ready from `open` until `close`, as long as the store can be reached and Telegram knows the token."""

    def __init__(self, knowledge: Knowledge, token_watch: TokenWatch) -> None:
        self._knowledge = knowledge
        self._token_watch = token_watch
        self._is_open = False

    def open(self) -> None:
        """From now on updates are welcome."""
        self._is_open = True

    def close(self) -> None:
        """From now on a balancer should send them elsewhere."""
        self._is_open = False

    @property
    def is_open(self) -> bool:
        """Whether updates are welcome, the store's state aside."""
        return self._is_open

    async def missing(self) -> str | None:
        """What keeps it from being ready."""
        if not self._is_open:
            return "starting or stopping"
        if self._token_watch.is_refused:
            return SAID
        try:
            async with asyncio.timeout(STORE_WITHIN_SECONDS):
                await asyncio.to_thread(self._knowledge.answering.generation)
        except Exception as error:
            return f"the store cannot be reached ({type(error).__name__})"
        return None
