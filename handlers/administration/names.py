"""What people are called, asked of Telegram when it is shown and kept nowhere; and a word to them."""

import asyncio
import logging
from collections.abc import Iterable

from telegram.error import TelegramError

from handlers.layout.message import Button, compose
from handlers.turn import Turn

log = logging.getLogger(__name__)


async def names_of(turn: Turn, user_ids: Iterable[int | None]) -> dict[int, str]:
    """The name of each, None being nobody; of whoever never wrote to the bot, the number."""
    wanted = list(dict.fromkeys(user_id for user_id in user_ids if user_id is not None))
    return dict(zip(wanted, await asyncio.gather(*(_name(turn, user_id) for user_id in wanted)), strict=True))


async def _name(turn: Turn, user_id: int) -> str:
    try:
        chat = await turn.bot.get_chat(user_id)
    except TelegramError as error:
        log.info("user %d has no name: %s", user_id, error.message)
        return str(user_id)
    return chat.full_name or str(user_id)


async def tell(turn: Turn, user_id: int, key: str, *rows: list[Button], **given: object) -> bool:
    """Whether the person could be told this, in their own language."""
    language = await turn.know(turn.desk.knowledge.people.language_of, user_id)
    words = turn.desk.catalogue.words(language)
    try:
        await turn.tell(user_id, compose(words(key, **given), *rows))
    except TelegramError as error:
        log.info("user %d could not be told of a role: %s", user_id, error.message)
        return False
    return True
