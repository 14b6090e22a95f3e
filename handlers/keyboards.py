"""Buttons as Telegram's own keyboards."""

from telegram import ForceReply, InlineKeyboardButton, InlineKeyboardMarkup

from handlers.layout.message import Message


def keyboard_of(message: Message) -> InlineKeyboardMarkup | None:
    """The message's buttons, None where it has none."""
    if not message.rows:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(one.label, callback_data=one.data) for one in row] for row in message.rows]
    )


def markup_of(message: Message) -> InlineKeyboardMarkup | ForceReply | None:
    """What goes with a new message: its buttons, or a reply that opens at once."""
    if message.asks_reply:
        return ForceReply(selective=True, input_field_placeholder=message.asks_reply)
    return keyboard_of(message)
