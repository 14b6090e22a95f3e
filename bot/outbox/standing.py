"""How many notices are begun and stand at the gate: as few as keep it busy, for each of them is in doubt when the process is killed."""

import asyncio
from collections.abc import Callable
from math import ceil
from types import TracebackType

from bot.outbox.pacer import MESSAGES_PER_SECOND

# Where no limits hold the gate keeps nobody standing, and so many are written down together.
MOST = 24
# One whose turn it is and one behind it, beside those that pass while the next are written down.
SPARE = 2
# A moment of a slow disk takes several times as long as the one before it.
MARGIN = 2.0


def enough(writing_seconds: float, *, has_limits: bool) -> int:
    """So many notices may be begun and not gone, where writing down that they begin takes so long."""
    if not has_limits:
        return MOST
    return min(MOST, SPARE + ceil(MARGIN * writing_seconds * MESSAGES_PER_SECOND))


class Standing:
    """A place for each notice from just before it is begun until it has passed the gate; one event loop only."""

    def __init__(self, most: Callable[[], int]) -> None:
        self._most = most
        self._count = 0
        self._left = asyncio.Condition()

    async def __aenter__(self) -> None:
        async with self._left:
            await self._left.wait_for(lambda: self._count < self._most())
            self._count += 1

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._count -= 1
        async with self._left:
            self._left.notify(MOST)
