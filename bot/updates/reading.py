"""An update as Telegram sends it, as python-telegram-bot's object."""

import logging
from datetime import UTC, datetime
from typing import Any

from telegram import Bot, Chat, Message, Update, User

log = logging.getLogger(__name__)


def is_update(given: Any) -> bool:
    """Whether it has the one thing that every update has."""
    return isinstance(given, dict) and isinstance(given.get("update_id"), int)


def read_update(given: Any, bot: Bot) -> Update | None:
    """None of what is no update, and of one in a form that the library does not know (yet), which is logged."""
    if not is_update(given):
        return None
    try:
        return _typed(given, bot) or Update.de_json(given, bot)
    except Exception as error:
        # The error's own words may be people's.
        log.error("update %d cannot be read and is left out (%s)", given["update_id"], type(error).__name__)
        return None


# What a question comes with: somebody typed words, and nothing else is to be said of them.
_OF_TYPED = frozenset({"message_id", "from", "chat", "date", "text"})


def _typed(given: dict[str, Any], bot: Bot) -> Update | None:
    """An update of typed words and nothing else; None of any other.

    The library would look in it for each of a hundred things that a message may hold.
    """
    message = given.get("message")
    if len(given) != len(("update_id", "message")) or not message or message.keys() != _OF_TYPED:
        return None
    typed = Message(
        message["message_id"],
        datetime.fromtimestamp(message["date"], UTC),
        Chat.de_json(message["chat"], bot),
        from_user=User.de_json(message["from"], bot),
        text=message["text"],
    )
    typed.set_bot(bot)
    update = Update(given["update_id"], message=typed)
    update.set_bot(bot)
    return update
