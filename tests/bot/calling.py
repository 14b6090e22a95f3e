"""A client of routes as they are served."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import httpx
from aiohttp import web

from bot.updates.serving import application, listen, serve


@asynccontextmanager
async def answering(*routes: web.RouteDef) -> AsyncIterator[httpx.AsyncClient]:
    """They are answered until the block ends."""
    listening = listen("127.0.0.1:0", "WEBHOOK_LISTEN")
    serving = asyncio.create_task(serve(application(routes), listening))
    try:
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        async with httpx.AsyncClient(base_url=address) as client:
            yield client
    finally:
        serving.cancel()
        with suppress(asyncio.CancelledError):
            await serving
