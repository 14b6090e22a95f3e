"""An update as Telegram sends it, as python-telegram-bot's object."""

import logging
from typing import Any

from telegram import Bot, Update

log = logging.getLogger(__name__)


def is_update(given: Any) -> bool:
    """Whether it has the one thing that every update has."""
    return isinstance(given, dict) and isinstance(given.get("update_id"), int)


def read_update(given: Any, bot: Bot) -> Update | None:
    """None of what is no update, and of one in a form that the library does not know (yet), which is logged."""
    if not is_update(given):
        return None
    try:
        return Update.de_json(given, bot)
    except Exception as error:
        # The error's own words may be people's.
        log.error("update %d cannot be read and is left out (%s)", given["update_id"], type(error).__name__)
        return None
