"""Being called by Telegram: an update is stored before the call is answered with 200."""

import hmac
import json
import logging
from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from telegram import Bot

from bot.updates.intake import Intake
from bot.updates.reading import is_update, read_update
from bot.updates.regrets import Regrets
from knowledge.store.store import StoreUnavailable

log = logging.getLogger(__name__)

# https://core.telegram.org/bots/api#setwebhook
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 (a header's name)
# Telegram's updates are far smaller; nobody else needs to send more.
MOST_BYTES = 1_000_000


class _TooLarge(Exception):
    """The call goes on for longer than any update."""


def webhook_route(
    *, path: str, secret: str, bot: Bot, intake: Intake, refused: Callable[[str], None], regrets: Regrets
) -> Route:
    """Takes updates at `path` from whoever knows the secret; `refused` hears why a call was not taken.

    Whatever is answered with 5xx Telegram sends again, to this process or to another behind the same balancer; whoever
    wrote what could not be stored is told by `regrets` before Telegram is, so that no more wait than Telegram calls at once.
    """

    async def take(request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            log.warning("a webhook call without the right secret was refused")
            refused("secret")
            return PlainTextResponse("forbidden", status_code=403)
        if not intake.has_room:
            return PlainTextResponse("busy, send it again", status_code=503)
        try:
            body = await _body(request)
        except _TooLarge:
            refused("size")
            return PlainTextResponse("too large", status_code=413)
        given = _parsed(body)
        update = read_update(given, bot)
        if update is None:
            refused("form")
            if is_update(given):
                return PlainTextResponse("left out")  # sent again it would be the same, for a day
            return PlainTextResponse("not an update", status_code=400)
        try:
            await intake.receive(update, body.decode())
        except StoreUnavailable as error:
            log.warning("update %d was not stored and will come again: %s", update.update_id, error)
            await regrets.away([update])
            return PlainTextResponse("not stored, send it again", status_code=503)
        regrets.back()
        return PlainTextResponse("stored")

    return Route(path, take, methods=["POST"])


async def _body(request: Request) -> bytes:
    """What was sent, whether its length was announced or not; raises _TooLarge before more is read."""
    chunks, size = [], 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > MOST_BYTES:
            raise _TooLarge
        chunks.append(chunk)
    return b"".join(chunks)


def _parsed(body: bytes) -> Any:
    try:
        return json.loads(body.decode())
    except (ValueError, RecursionError):
        return None
