"""The last word when something failed: an apology that says what was kept and what to do."""

import logging

from telegram import Update
from telegram.error import TelegramError

from handlers.desk import Desk
from handlers.turn import Application

log = logging.getLogger(__name__)


async def apologise(update: Update, application: Application) -> None:
    """Tell the person that it went wrong; whoever calls has logged why, without what was said."""
    chat, user = update.effective_chat, update.effective_user
    if chat is None or update.my_chat_member is not None:
        return
    desk: Desk = application.bot_data["desk"]
    is_vietnamese = user is None or (user.language_code or "vi").startswith("vi")
    words = desk.catalogue.words("vi" if is_vietnamese else "en")
    try:
        await application.bot.send_message(chat.id, words("failed", number=str(update.update_id)))
        if update.callback_query is not None:
            await update.callback_query.answer()
    except TelegramError as error:
        log.warning("the apology for update %d did not arrive: %s", update.update_id, error)
