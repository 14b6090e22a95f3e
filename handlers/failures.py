"""The last word when something failed: an apology that says what was kept and what to do."""

import logging
from typing import cast

from telegram import Update
from telegram.error import TelegramError

from handlers.desk import Desk
from handlers.turn import Application
from handlers.words import Words

log = logging.getLogger(__name__)


async def apologise(update: Update, application: Application) -> None:
    """Tell the person that it went wrong; whoever calls has logged why, without what was said."""
    chat = update.effective_chat
    if chat is None or update.my_chat_member is not None:
        return
    try:
        await application.bot.send_message(chat.id, _words(update, application)("failed", number=str(update.update_id)))
        if update.callback_query is not None:
            await update.callback_query.answer()
    except TelegramError as error:
        log.warning("the apology for update %d did not arrive: %s", update.update_id, error)


async def say_that_it_waits(update: Update, application: Application) -> None:
    """Tell the person that nothing can be stored just now, and that the message is answered when it can."""
    if update.effective_chat is None:
        return
    try:
        await application.bot.send_message(update.effective_chat.id, _words(update, application)("store-away"))
    except TelegramError as error:
        log.warning("nobody was told that update %d waits: %s", update.update_id, error)


def _words(update: Update, application: Application) -> Words:
    """By what Telegram says of the person: what they chose lies in the store."""
    user, desk = update.effective_user, cast(Desk, application.bot_data["desk"])
    is_vietnamese = user is None or (user.language_code or "vi").startswith("vi")
    return desk.catalogue.words("vi" if is_vietnamese else "en")
