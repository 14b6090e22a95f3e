"""Buttons as Telegram's own keyboards: as python-telegram-bot's objects, or as what goes over the wire."""

import json

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

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


def markup_of(message: Message) -> str | None:
    """What goes with a new message, as JSON: its buttons, or a reply that opens at once."""
    if message.asks_reply:
        reply = {"force_reply": True, "selective": True, "input_field_placeholder": message.asks_reply}
        return json.dumps(reply, ensure_ascii=False)
    if not message.rows:
        return None
    rows = [[_written(one) for one in row] for row in message.rows]
    return json.dumps({"inline_keyboard": rows}, ensure_ascii=False)


def _written(one: Button) -> dict[str, str]:
    if one.inline:
        return {"text": one.label, "switch_inline_query": one.inline}
    return {"text": one.label, "callback_data": one.data}
