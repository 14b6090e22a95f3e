"""Being called by Telegram: an update is stored before the call is answered with 200."""

import hmac
import json
import logging

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from telegram import Bot, Update

from bot.updates.intake import Intake

log = logging.getLogger(__name__)

# https://core.telegram.org/bots/api#setwebhook
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 (a header's name)
# Telegram's updates are far smaller; nobody else needs to send more.
MOST_BYTES = 1_000_000


def webhook_app(*, path: str, secret: str, bot: Bot, intake: Intake) -> Starlette:
    """Takes updates at `path` from whoever knows the secret; /health tells a balancer that it lives."""

    async def take(request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            log.warning("a webhook call without the right secret was refused")
            return PlainTextResponse("forbidden", status_code=403)
        if not intake.has_room:
            return PlainTextResponse("busy, send it again", status_code=503)
        update = await _read(request, bot)
        if update is None:
            return PlainTextResponse("not an update", status_code=400)
        await intake.receive(update)
        return PlainTextResponse("stored")

    async def health(_: Request) -> Response:
        return PlainTextResponse("ok")

    return Starlette(routes=[Route(path, take, methods=["POST"]), Route("/health", health)])


async def _read(request: Request, bot: Bot) -> Update | None:
    if int(request.headers.get("content-length") or 0) > MOST_BYTES:
        return None
    try:
        data = json.loads(await request.body())
        return Update.de_json(data, bot)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
