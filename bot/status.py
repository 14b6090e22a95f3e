"""What balancers and monitoring ask of a running process: does it live, is it ready, what has it done."""

import asyncio

from prometheus_client import CONTENT_TYPE_LATEST
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.metrics import Metrics
from knowledge.bootstrap import Knowledge

# A balancer asks every few seconds and wants to know by then.
STORE_WITHIN_SECONDS = 2.0


class Status:
    """Ready from `open` until `close`, as long as the store can be reached."""

    def __init__(self, knowledge: Knowledge, metrics: Metrics) -> None:
        self._knowledge = knowledge
        self._metrics = metrics
        self._is_open = False

    def open(self) -> None:
        """From now on updates are welcome."""
        self._is_open = True

    def close(self) -> None:
        """From now on a balancer should send them elsewhere."""
        self._is_open = False

    async def missing(self) -> str | None:
        """What keeps it from being ready."""
        if not self._is_open:
            return "starting or stopping"
        try:
            async with asyncio.timeout(STORE_WITHIN_SECONDS):
                await asyncio.to_thread(self._knowledge.reports.generation)
        except Exception as error:
            return f"the store cannot be reached ({type(error).__name__})"
        return None

    def routes(self) -> list[Route]:
        """/healthz, /readyz and /metrics; keep them from the public, as compose.yaml does."""
        return [
            Route("/healthz", self._healthz, methods=["GET"]),
            Route("/readyz", self._readyz, methods=["GET"]),
            Route("/metrics", self._show_metrics, methods=["GET"]),
        ]

    async def _healthz(self, _: Request) -> Response:
        return PlainTextResponse("ok")

    async def _readyz(self, _: Request) -> Response:
        missing = await self.missing()
        return PlainTextResponse(missing or "ready", status_code=503 if missing else 200)

    async def _show_metrics(self, _: Request) -> Response:
        page = await asyncio.to_thread(self._metrics.page)
        return Response(page, headers={"Content-Type": CONTENT_TYPE_LATEST})
