"""A message ready to be sent."""

from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.layout.html import split

# https://core.telegram.org/bots/api#inlinekeyboardbutton
MOST_CALLBACK_BYTES = 64
# Longer words are cut off by a phone's width.
MOST_LABEL_CHARACTERS = 60


@dataclass(frozen=True, slots=True)
class Message:
    """HTML in parts that Telegram takes, with buttons under the last one."""

    parts: tuple[str, ...]
    keyboard: InlineKeyboardMarkup | None = None


def compose(html: str, *rows: list[InlineKeyboardButton]) -> Message:
    """The message of this HTML, with these rows of buttons."""
    return Message(split(html), keyboard(*rows))


def keyboard(*rows: list[InlineKeyboardButton]) -> InlineKeyboardMarkup | None:
    """The rows that hold anything, or None."""
    filled = [row for row in rows if row]
    return InlineKeyboardMarkup(filled) if filled else None


def button(label: str, data: str) -> InlineKeyboardButton:
    """A button that sends `data` back; a long label is shortened at a word."""
    if len(data.encode()) > MOST_CALLBACK_BYTES:
        raise ValueError(f"callback data is longer than {MOST_CALLBACK_BYTES} bytes: {data}")
    return InlineKeyboardButton(shorten(label, MOST_LABEL_CHARACTERS), callback_data=data)


def shorten(text: str, most: int) -> str:
    """The text, cut at a word and ended by "…" where it is longer than `most` characters."""
    if len(text) <= most:
        return text
    head, space, _ = text[:most].rpartition(" ")
    return (head if space else text[: most - 1]) + "…"
