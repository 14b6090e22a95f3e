"""A balancer in front of replicas: the next in turn takes a call; one that cannot be reached is passed over."""

import asyncio
import itertools
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.updates.serving import serve

PASSED_ON = ("content-type", "x-telegram-bot-api-secret-token")


@asynccontextmanager
async def balancer(replicas: list[str]) -> AsyncIterator[str]:
    """Its address; it ends with the block."""
    turns = itertools.cycle(range(len(replicas)))
    # Nothing is kept open, so that each call finds a replica anew.
    limits = httpx.Limits(max_keepalive_connections=0)
    async with httpx.AsyncClient(limits=limits, timeout=30) as client:

        async def pass_on(request: Request) -> Response:
            body = await request.body()
            headers = {name: value for name in PASSED_ON if (value := request.headers.get(name))}
            first = next(turns)
            for number in range(len(replicas)):
                address = replicas[(first + number) % len(replicas)]
                try:
                    answer = await client.post(f"http://{address}{request.url.path}", content=body, headers=headers)
                except httpx.ConnectError:
                    continue
                except httpx.HTTPError:
                    break  # it was taken and not answered: Telegram decides
                return Response(answer.content, status_code=answer.status_code)
            return Response(status_code=502)

        listening = socket.create_server(("127.0.0.1", 0))
        app = Starlette(routes=[Route("/{path:path}", pass_on, methods=["POST"])])
        serving = asyncio.create_task(serve(app, listening))
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            serving.cancel()
            with suppress(asyncio.CancelledError):
                await serving
