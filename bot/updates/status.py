"""What balancers and monitoring ask of a running process: does it live, is it ready, what has it done."""

import asyncio

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST

from bot.metrics import Metrics
from bot.status import Status


def status_routes(status: Status, metrics: Metrics) -> list[web.RouteDef]:
    """/healthz, /readyz and /metrics; keep them from the public, as compose.yaml does."""

    async def healthz(_: web.Request) -> web.Response:
        return web.Response(text="ok")

    async def readyz(_: web.Request) -> web.Response:
        missing = await status.missing()
        return web.Response(text=missing or "ready", status=503 if missing else 200)

    async def show_metrics(_: web.Request) -> web.Response:
        page = await asyncio.to_thread(metrics.page)
        return web.Response(body=page, headers={"Content-Type": CONTENT_TYPE_LATEST})

    return [web.get("/healthz", healthz), web.get("/readyz", readyz), web.get("/metrics", show_metrics)]
