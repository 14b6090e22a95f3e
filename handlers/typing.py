"""Showing that the bot is at work where that takes longer than a moment."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from telegram import Bot
from telegram.constants import ChatAction
from telegram.error import TelegramError

log = logging.getLogger(__name__)

# What is answered sooner feels immediate, and "typing" before it would only flicker.
UNNOTICED_SECONDS = 0.5
# https://core.telegram.org/bots/api#sendchataction: "The status is set for 5 seconds or less"
SHOWN_SECONDS = 4.5


@asynccontextmanager
async def showing_typing(bot: Bot, chat_id: int, thread_id: int | None, *, is_wanted: bool) -> AsyncIterator[None]:
    """While the block takes longer than half a second, the chat shows that the bot is typing."""
    if not is_wanted:
        yield
        return
    showing: list[asyncio.Task[None]] = []
    # Most blocks end before, and a task for each of them would cost more than they do.
    beginning = asyncio.get_running_loop().call_later(
        UNNOTICED_SECONDS, lambda: showing.append(asyncio.create_task(_show(bot, chat_id, thread_id)))
    )
    try:
        yield
    finally:
        beginning.cancel()
        for task in showing:
            task.cancel()
            await asyncio.wait([task])


async def _show(bot: Bot, chat_id: int, thread_id: int | None) -> None:
    while True:
        try:
            await bot.send_chat_action(chat_id, ChatAction.TYPING, message_thread_id=thread_id)
        except TelegramError as error:
            log.info("the chat could not be shown that the bot is typing: %s", error.message)
            return
        await asyncio.sleep(SHOWN_SECONDS)
