"""Buttons as Telegram takes them."""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.layout.message import Message


def keyboard_of(message: Message) -> InlineKeyboardMarkup | None:
    """The message's buttons, None where it has none."""
    if not message.rows:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(one.label, callback_data=one.data) for one in row] for row in message.rows]
    )
