"""Keeping what is known although the store is away for a while."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from knowledge.store.store import StoreUnavailable

T = TypeVar("T")

log = logging.getLogger(__name__)

# A database restarts within seconds to minutes; asking it once a second burdens nobody.
STORE_AWAY_SECONDS = 1.0


async def until_kept(call: Callable[..., T], *args: object) -> T:
    """Call it in a thread until it succeeds, and what it gave then: what happened must not be lost because the store is away."""
    return await until_done(lambda: asyncio.to_thread(call, *args))


async def until_done(call: Callable[[], Awaitable[T]]) -> T:
    """The same for what needs no thread of its own."""
    while True:
        try:
            return await call()
        except StoreUnavailable as error:
            log.warning("the store cannot be written; trying again: %s", error)
        except Exception:
            log.exception("the store does not take something; trying again")
        await asyncio.sleep(STORE_AWAY_SECONDS)
