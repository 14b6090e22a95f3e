"""Buttons as Telegram's own keyboards."""

from telegram import ForceReply, InlineKeyboardButton, InlineKeyboardMarkup

from handlers.layout.message import Button, Message


def keyboard_of(message: Message) -> InlineKeyboardMarkup | None:
    """The message's buttons, None where it has none."""
    if not message.rows:
        return None
    return InlineKeyboardMarkup([[_button(one) for one in row] for row in message.rows])


def _button(one: Button) -> InlineKeyboardButton:
    if one.inline:
        return InlineKeyboardButton(one.label, switch_inline_query=one.inline)
    return InlineKeyboardButton(one.label, callback_data=one.data)


def markup_of(message: Message) -> InlineKeyboardMarkup | ForceReply | None:
    """What goes with a new message: its buttons, or a reply that opens at once."""
    if message.asks_reply:
        return ForceReply(selective=True, input_field_placeholder=message.asks_reply)
    return keyboard_of(message)
