"""Whether an answer is the Bot API's own: office proxies, firewalls and networks that want a login answer in its place."""

import json
from http import HTTPStatus

from telegram._utils.types import JSONDict
from telegram.error import NetworkError

from bot.transport.errors import Intercepted

# Each answer of the Bot API begins with it (https://core.telegram.org/bots/api#making-requests).
_OWN, _WITHIN = b'"ok"', 64
# Telegram's own web server says so in a page, of a file that is too large; trying again would not help.
_OF_THE_SERVER = frozenset({HTTPStatus.REQUEST_ENTITY_TOO_LARGE})


def look_at(status: int, payload: bytes, *, is_file: bool) -> None:
    """Raises `Intercepted` where somebody on the way answered and the request went no farther.

    What a page of theirs has for a status says nothing of the bot, its token or a chat. A file may hold anything.
    """
    is_fine = HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES
    if (is_file and is_fine) or status in _OF_THE_SERVER:
        return
    said = payload.lstrip()
    if is_fine and not said:
        raise NetworkError("the answer is empty")  # it may have got lost
    if not said.startswith(b"{") or _OWN not in said[:_WITHIN]:
        raise Intercepted(status)


def read_answer(payload: bytes) -> JSONDict:
    """The answer; raises NetworkError for one that was cut off, without its words: they may be people's."""
    try:
        found: JSONDict = json.loads(payload)
    except ValueError:
        raise NetworkError("the answer was cut off") from None
    return found
