"""The sandbox as one ASGI application: the Bot API, its files, the control API and the page."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.sandbox.api import NOT_FOUND, PAGE_ON_THE_WAY, UNAUTHORIZED, BotApi, encode
from bot.sandbox.control import control_routes
from bot.sandbox.delivering import Deliverers
from bot.sandbox.errors import ApiError
from bot.sandbox.world import World

PAGE = Path(__file__).parent / "page"
_PAGE_HEADERS = {
    "Content-Security-Policy": "default-src 'self'; base-uri 'none'; form-action 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}


class _WholeNumber(Convertor[int]):
    regex = "-?[0-9]+"

    def convert(self, value: str) -> int:
        return int(value)

    def to_string(self, value: int) -> str:
        return str(value)


class Application:
    """Sends calls of the Bot API past the router, which they do not need."""

    def __init__(self, worlds: dict[str, World], rest: ASGIApp) -> None:
        self.worlds = worlds
        self._bot_api = BotApi(worlds)
        self._rest = rest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serves one request."""
        is_call = scope["type"] == "http" and scope["path"].startswith("/bot")
        await (self._bot_api if is_call else self._rest)(scope, receive, send)


def create_app(*, tokens: Iterable[str], has_limits: bool = True) -> Application:
    """The application for the bots with these tokens, each in a world of its own."""
    worlds: dict[str, World] = {}
    deliverers = Deliverers()

    def add_world(token: str) -> None:
        world = worlds[token] = World(token)
        world.limits.is_on = has_limits
        deliverers.add(world)

    register_url_convertor("negative", _WholeNumber())

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with deliverers:
            for token in tokens:
                add_world(token)
            yield

    routes = [
        *control_routes(),
        Route("/file/bot{token}/{path:path}", _download, methods=["GET"]),
        Route("/", _page, methods=["GET"]),
        Mount("/page", StaticFiles(directory=PAGE)),
    ]
    rest = Starlette(routes=routes, lifespan=lifespan)
    rest.state.worlds, rest.state.add_world = worlds, add_world
    return Application(worlds, rest)


async def _page(_: Request) -> Response:
    return FileResponse(PAGE / "index.html", headers=_PAGE_HEADERS)


async def _download(request: Request) -> Response:
    """core.telegram.org/bots/api#getfile: `https://api.telegram.org/file/bot<token>/<file_path>`"""
    world: World | None = request.app.state.worlds.get(request.path_params["token"])
    if world is None:
        return _refused(UNAUTHORIZED)
    for fault in world.faults.striking("file", ""):
        if fault.kind == "page":
            return Response(PAGE_ON_THE_WAY, fault.code, media_type="text/html")
    file = world.files.by_path.get(request.path_params["path"])
    if file is None:
        return _refused(NOT_FOUND)
    return Response(file.content, media_type="application/octet-stream")


def _refused(error: ApiError) -> Response:
    return Response(encode(error.answer()), error.code, media_type="application/json")
