"""The Bot API over HTTP: finds the bot and the method, lets faults strike, answers and keeps the log.

core.telegram.org/bots/api#making-requests. Written against ASGI itself: a benchmark's sends all pass here.
"""

import asyncio
import inspect
import json
import re
import time
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from bot.sandbox.errors import ApiError, Json, unauthorized
from bot.sandbox.faults import Fault
from bot.sandbox.methods import METHODS
from bot.sandbox.parameters import Parameters, read_parameters
from bot.sandbox.speaking import migrate
from bot.sandbox.tokens import is_token
from bot.sandbox.world import World

_ADDRESS = re.compile(r"/bot([^/]+)/([^/]*)/?")
UNAUTHORIZED = unauthorized()
INVALID_TOKEN = ApiError(401, "Unauthorized: invalid token specified")
NOT_FOUND = ApiError(404, "Not Found")
PAGE_ON_THE_WAY = b"<html><body>Access denied by policy. Please log in.</body></html>"
NO_SUCH_METHOD = ApiError(404, "Not Found: method not found")


class LostConnectionError(Exception):
    """The connection is to be closed without an answer."""


class PageError(Exception):
    """A web page is to be the answer, as of an office's proxy."""

    def __init__(self, code: int) -> None:
        super().__init__("a page")
        self.code = code


class CutError(Exception):
    """The answer with this result is to end in the middle."""

    def __init__(self, result: Any) -> None:
        super().__init__("cut")
        self.result = result


class BotApi:
    """An ASGI application for `/bot<token>/<method>`."""

    def __init__(self, worlds: Mapping[str, World]) -> None:
        self._worlds = worlds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one call, or closes its connection where a fault says so."""
        request = Request(scope, receive)
        try:
            status, body = await self._answer(request)
        except LostConnectionError:
            await _hang_up(scope, receive)
            return
        await _respond(send, status, body, date=getattr(request.state, "date", None))

    async def _answer(self, request: Request) -> tuple[int, bytes]:
        try:
            world, method = self._find(request.url.path if "%" in request.scope["path"] else request.scope["path"])
            request.state.date = world.date
            given = await read_parameters(request)
            result = await call(world, method, given)
        except ApiError as error:
            return error.code, encode(error.answer())
        except PageError as error:
            return error.code, PAGE_ON_THE_WAY
        except CutError as error:
            whole = _of_result(error.result)
            return 200, whole[: len(whole) // 2]
        return 200, _of_result(result)

    def _find(self, path: str) -> tuple[World, str]:
        found = _ADDRESS.fullmatch(path)
        if found is None:
            raise NOT_FOUND
        token, method = found.groups()
        if not is_token(token):
            raise INVALID_TOKEN
        if (world := self._worlds.get(token)) is None:
            raise UNAUTHORIZED
        return world, method


async def call(world: World, method: str, given: Parameters) -> Any:
    """The result of one method in the world, with the faults that are switched on, written into its log."""
    started = time.time()
    code, description = 0, "connection closed"
    try:
        result = await _with_faults(world, method.lower(), given)
        code, description = 200, ""
    except ApiError as error:
        code, description = error.code, error.description
        raise
    finally:
        world.calls.record(method, dict(given.given), started=started, code=code, description=description)
    return result


async def _with_faults(world: World, method: str, given: Parameters) -> Any:
    faults = world.faults.striking(method, given.text("chat_id"))
    for fault in faults:
        await _strike(world, fault, given)
    result = await _run(world, method, given)
    if slowness := max((fault.seconds for fault in faults if fault.kind == "slow"), default=0.0):
        await asyncio.sleep(slowness)
    if any(fault.kind == "lost_answer" for fault in faults):
        raise LostConnectionError
    if any(fault.kind == "cut_answer" for fault in faults):
        raise CutError(result)
    return result


async def _run(world: World, method: str, given: Parameters) -> Any:
    if (answer := METHODS.get(method)) is None:
        raise NO_SUCH_METHOD
    result = answer(world, given)
    return await result if inspect.isawaitable(result) else result


async def _strike(world: World, fault: Fault, given: Parameters) -> None:
    if (error := fault.error()) is not None:
        raise error
    match fault.kind:
        case "page":
            raise PageError(fault.code)
        case "dropped":
            raise LostConnectionError
        case "migrated":
            chat = world.find_chat(given.text("chat_id"))
            if chat.kind == "group" and chat.migrated_to is None:
                migrate(world, chat)


def _of_result(result: Any) -> bytes:
    return encode({"ok": True, "result": result})


def encode(body: Json) -> bytes:
    """As it goes over the wire."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()


async def _respond(send: Send, status: int, body: bytes, *, date: str | None) -> None:
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    if date is not None:
        headers.append((b"date", date.encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _hang_up(scope: Scope, receive: Receive) -> None:
    """Closes the connection as a network does: at once, without a word."""
    scope["state"]["transport"].abort()
    while (await receive())["type"] != "http.disconnect":
        pass
