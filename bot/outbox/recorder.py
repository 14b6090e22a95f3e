"""Writing what becomes of notices, many in one transaction."""

import asyncio
import logging
from time import monotonic
from typing import TYPE_CHECKING

from bot.persistence import STORE_AWAY_SECONDS
from knowledge.store.clock import Clock
from knowledge.store.store import StoreUnavailable

if TYPE_CHECKING:
    from knowledge.following.outbox import Outbox

log = logging.getLogger(__name__)

# A transaction costs the same for one as for twenty; so long does the first wait for others.
GATHER_SECONDS = 0.005
# Of what a slow moment took each transaction after it leaves so much; at 30 messages a second it counts for a second.
_FADING = 0.9


class Recorder:
    """While one transaction is under way, what comes gathers for the next; one event loop only."""

    def __init__(self, outbox: "Outbox", clock: Clock, *, sender: str, lease_seconds: float) -> None:
        self._outbox = outbox
        self._clock = clock
        self._sender = sender
        self._lease_seconds = lease_seconds
        self._beginnings: list[tuple[int, asyncio.Future[bool]]] = []
        self._arrivals: list[tuple[int, int, asyncio.Future[None]]] = []
        self._writing: asyncio.Task[None] | None = None
        self.seconds = 0.0  # that writing took lately, at the slowest

    async def begin(self, notice_id: int) -> bool:
        """Whether the notice may be sent; raises where the store cannot be reached, and then nothing may be sent."""
        future: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._beginnings.append((notice_id, future))
        self._write()
        return await future

    async def arrived(self, notice_id: int, message_id: int) -> None:
        """Returns when it is kept, however long the store is away."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._arrivals.append((notice_id, message_id, future))
        self._write()
        await future

    def _write(self) -> None:
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write_all())

    async def _write_all(self) -> None:
        while self._beginnings or self._arrivals:
            began = monotonic()
            await asyncio.sleep(GATHER_SECONDS)
            beginnings, self._beginnings = self._beginnings, []
            arrivals, self._arrivals = self._arrivals, []
            ids = [notice_id for notice_id, _ in beginnings]
            messages = [(notice_id, message_id) for notice_id, message_id, _ in arrivals]
            try:
                begun = await asyncio.to_thread(
                    self._outbox.record,
                    begin=ids,
                    sent=messages,
                    now=self._clock(),
                    sender=self._sender,
                    lease_seconds=self._lease_seconds,
                )
            except Exception as error:
                is_away = isinstance(error, StoreUnavailable)
                log.error(
                    "what became of %d notices cannot be written; trying again: %s",
                    len(ids) + len(messages),
                    error,
                    exc_info=not is_away,
                )
                for _, beginning in beginnings:
                    if not beginning.done():
                        beginning.set_exception(error)
                self._arrivals = arrivals + self._arrivals
                await asyncio.sleep(STORE_AWAY_SECONDS)
                continue
            self.seconds = max(monotonic() - began, self.seconds * _FADING)
            for notice_id, beginning in beginnings:
                if not beginning.done():
                    beginning.set_result(notice_id in begun)
            for _, _, arrival in arrivals:
                if not arrival.done():
                    arrival.set_result(None)
