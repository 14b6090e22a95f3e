"""An update as Telegram sends it, as python-telegram-bot's object."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from typing import Any, TypeVar

from telegram import Bot, Chat, Message, Update, User

T = TypeVar("T", Message, Update)
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
    number, chat = message["message_id"], Chat.de_json(message["chat"], bot)
    typed = _like(
        _empty()[0],
        _bot=bot,
        _id_attrs=(number, chat),
        message_id=number,
        date=datetime.fromtimestamp(message["date"], UTC),
        chat=chat,
        from_user=User.de_json(message["from"], bot),
        text=message["text"],
    )
    number = given["update_id"]
    return _like(_empty()[1], _bot=bot, _id_attrs=(number,), update_id=number, message=typed)


_Blank = tuple[type[T], list[tuple[Callable[[Any, Any], None], Any]]]


@cache
def _empty() -> tuple[_Blank[Message], _Blank[Update]]:
    """What the library makes of a message and an update of which nothing is said."""
    nobody = Chat(0, Chat.PRIVATE)
    return _blank(Message(0, datetime.fromtimestamp(0, UTC), nobody)), _blank(Update(0))


def _blank(made: T) -> _Blank[T]:
    kind = type(made)
    names = [name for one in kind.__mro__ for name in getattr(one, "__slots__", ())]
    return kind, [(getattr(kind, name).__set__, getattr(made, name)) for name in names]


def _like(blank: _Blank[T], **said: Any) -> T:
    """Another of them, with what is said of it; the library goes through all its attributes twice, by name."""
    kind, attributes = blank
    made = object.__new__(kind)
    for put, value in attributes:
        put(made, value)
    for name, value in said.items():
        object.__setattr__(made, name, value)
    return made
