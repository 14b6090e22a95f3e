"""The Bot API as texts need it.

python-telegram-bot makes an object of every field that goes out and comes back, which takes longer than the request;
of a text nothing but the id of its message is wanted.  Errors are the library's.
"""

import json
from dataclasses import dataclass
from typing import Any

from telegram.ext import ExtBot
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from handlers.keyboards import markup_of
from handlers.layout.message import Message

_LOOKS = {"parse_mode": "HTML", "link_preview_options": '{"is_disabled":true}'}


@dataclass(frozen=True, slots=True)
class Calls:
    """Each raises TelegramError; none but `answer` passes the gate by itself."""

    bot: ExtBot[str]

    async def send(
        self, chat_id: int, text: str, *, message: Message | None, thread_id: int | None, is_silent: bool
    ) -> int:
        """The id of the new message, which has the buttons of `message` if that is given."""
        sent = await self._call(
            "sendMessage",
            chat_id=chat_id,
            text=text,
            message_thread_id=thread_id,
            disable_notification=is_silent or None,
            reply_markup=markup_of(message) if message else None,
            **_LOOKS,
        )
        return int(sent["message_id"])

    async def answer(
        self, chat_id: int, text: str, *, message: Message | None, thread_id: int | None, reply_to: int | None
    ) -> int:
        """The same, once the gate lets it through; in a reply to that message, if it is still there."""
        reply = {"message_id": reply_to, "allow_sending_without_reply": True}
        fields = {
            "chat_id": chat_id,
            "text": text,
            "message_thread_id": thread_id,
            "reply_parameters": json.dumps(reply) if reply_to is not None else None,
            "reply_markup": markup_of(message) if message else None,
            **_LOOKS,
        }
        limiter = self.bot.rate_limiter
        if limiter is None:
            raise RuntimeError("the bot has no gate")
        sent: Any = await limiter.process_request(self._call, ("sendMessage",), fields, "sendMessage", fields, None)
        return int(sent["message_id"])

    async def edit(self, chat_id: int, message_id: int, text: str, *, message: Message) -> None:
        """The message says this from now on, with those buttons."""
        keyboard = markup_of(message)
        await self._call(
            "editMessageText", chat_id=chat_id, message_id=message_id, text=text, reply_markup=keyboard, **_LOOKS
        )

    async def delete(self, chat_id: int, message_id: int) -> None:
        """The message is gone."""
        await self._call("deleteMessage", chat_id=chat_id, message_id=message_id)

    async def _call(self, method: str, **fields: Any) -> Any:
        given = [RequestParameter(name, value, None) for name, value in fields.items() if value is not None]
        return await self.bot.request.post(f"{self.bot.base_url}/{method}", RequestData(given))
