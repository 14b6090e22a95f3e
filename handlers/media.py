"""Sending what is no text: pictures, which are drawn once, and files."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from telegram import InputMediaDocument, InputMediaPhoto, Message
from telegram.constants import ParseMode
from telegram.error import BadRequest

from handlers.drawing import Picture, draw
from handlers.keyboards import keyboard_of
from handlers.layout.message import Message as Caption
from handlers.turn import Turn


@dataclass(frozen=True, slots=True)
class File:
    """A file as it arrives: its name and what is in it."""

    name: str
    content: bytes


async def send_picture(turn: Turn, picture: Picture, caption: Caption) -> None:
    """Send the picture below; only one part of the caption fits under it."""
    await send_drawn(turn, picture, lambda: draw(picture), caption)


async def send_drawn(turn: Turn, shown: Hashable, drawing: Callable[[], bytes], caption: Caption) -> None:
    """Send what `drawing` makes in a thread of its own, unless Telegram has a picture of the same already."""
    photo = await _photo(turn, shown, drawing)
    sent = await turn.send_photo(photo, caption)
    turn.desk.pictures.note(shown, sent.photo[-1].file_id)


async def replace_picture(turn: Turn, picture: Picture, caption: Caption) -> None:
    """Show the picture in place of the one whose button was pressed; below a message that has none."""
    query = turn.update.callback_query
    message = query.message if query else None
    if not isinstance(message, Message) or not message.photo:
        await send_picture(turn, picture, caption)
        return
    photo = await _photo(turn, picture, lambda: draw(picture))
    media = InputMediaPhoto(photo, caption=caption.parts[0], parse_mode=ParseMode.HTML)
    try:
        edited = await turn.bot.edit_message_media(
            media, chat_id=turn.chat_id, message_id=message.message_id, reply_markup=keyboard_of(caption)
        )
    except BadRequest as error:
        if "not modified" not in error.message.lower():
            raise
        return
    if isinstance(edited, Message) and edited.photo:
        turn.desk.pictures.note(picture, edited.photo[-1].file_id)


async def send_files(turn: Turn, files: list[File], caption: Caption) -> None:
    """Send the files as one album, the caption below the last."""
    last = files[-1]
    await turn.bot.send_media_group(
        turn.chat_id,
        [
            InputMediaDocument(
                file.content,
                filename=file.name,
                caption=caption.parts[0] if file is last else None,
                parse_mode=ParseMode.HTML,
            )
            for file in files
        ],
        message_thread_id=turn.thread_id,
        reply_parameters=turn.reply_parameters,
    )


async def _photo(turn: Turn, shown: Hashable, drawing: Callable[[], bytes]) -> bytes | str:
    known = turn.desk.pictures.find(shown)
    return known if known is not None else await turn.know(drawing)
