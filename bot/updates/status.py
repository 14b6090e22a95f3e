"""What balancers and monitoring ask of a running process: does it live, is it ready, what has it done."""

import asyncio

from prometheus_client import CONTENT_TYPE_LATEST
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.metrics import Metrics
from bot.status import Status


def status_routes(status: Status, metrics: Metrics) -> list[Route]:
    """/healthz, /readyz and /metrics; keep them from the public, as compose.yaml does."""

    async def healthz(_: Request) -> Response:
        return PlainTextResponse("ok")

    async def readyz(_: Request) -> Response:
        missing = await status.missing()
        return PlainTextResponse(missing or "ready", status_code=503 if missing else 200)

    async def show_metrics(_: Request) -> Response:
        page = await asyncio.to_thread(metrics.page)
        return Response(page, headers={"Content-Type": CONTENT_TYPE_LATEST})

    return [
        Route("/healthz", healthz, methods=["GET"]),
        Route("/readyz", readyz, methods=["GET"]),
        Route("/metrics", show_metrics, methods=["GET"]),
    ]
