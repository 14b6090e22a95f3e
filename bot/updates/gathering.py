"""Changes of the store that many chats wait for, gathered into one transaction in a thread of its own."""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from knowledge.store.store import Awaited, Step, StoreUnavailable

T = TypeVar("T")
_Waiting = tuple[str, Step, asyncio.Future[Any]]


class Gathering:
    """While one transaction is under way, what comes gathers for the next; one event loop only.

    `together` makes all of them in one transaction and gives what each gave or raised (`Store.together`).
    """

    def __init__(self, together: Callable[[Sequence[Step]], list[Any]]) -> None:
        self._together = together
        self._thread = ThreadPoolExecutor(1, "store")
        self._waiting: list[_Waiting] = []
        self._writing: asyncio.Future[list[Any]] | None = None

    async def do(self, chat_key: str, step: Callable[[Any], Awaited[T]]) -> T:
        """What the step gave once it is kept; raises what it raised.  Steps of a chat keep their order."""
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._waiting.append((chat_key, step, future))
        if self._writing is None:
            self._write()
        return await future

    def _write(self) -> None:
        # In the order of the chats, so that no two processes ever wait for each other's rows.
        now, self._waiting = sorted(self._waiting, key=lambda one: one[0]), []
        loop, steps = asyncio.get_running_loop(), [step for _, step, _ in now]
        self._writing = loop.run_in_executor(self._thread, self._together, steps)
        self._writing.add_done_callback(lambda written: self._written(now, written))

    def _written(self, what: list[_Waiting], written: "asyncio.Future[list[Any]]") -> None:
        self._writing = None
        ended = list(zip(what, written.result(), strict=True))
        away = {chat_key: given for (chat_key, _, _), given in ended if isinstance(given, StoreUnavailable)}
        # What waits behind it in its chat would be kept before it, which comes again.
        ended += [(one, away[one[0]]) for one in self._waiting if one[0] in away]
        self._waiting = [one for one in self._waiting if one[0] not in away]
        if self._waiting:
            self._write()
        for (_, _, future), given in ended:
            if future.done():  # nobody waits any more
                continue
            if isinstance(given, Exception):
                future.set_exception(given)
            else:
                future.set_result(given)
