"""One turn of a conversation: the update, who is speaking, and how to reply."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from functools import partial
from typing import Any, ParamSpec, TypeVar

from telegram import Bot, Chat, MessageEntity, ReplyParameters, Update
from telegram import Message as Sent
from telegram.error import BadRequest
from telegram.ext import Application as _Application
from telegram.ext import CallbackContext, ExtBot, JobQueue

from handlers.desk import Desk
from handlers.keyboards import keyboard_of
from handlers.layout.html import visible
from handlers.layout.message import MOST_NOTE_CHARACTERS, Button, Message, compose, shorten
from handlers.nobody import NOBODY_IDS
from handlers.typing import showing_typing
from handlers.visit import visit
from handlers.words import Words
from knowledge.people.roles import Language
from knowledge.people.scenes import Scene, Speaker
from knowledge.store.store import Step

Context = CallbackContext[ExtBot[str], dict[Any, Any], dict[Any, Any], dict[Any, Any]]
Application = _Application[
    ExtBot[str], Context, dict[Any, Any], dict[Any, Any], dict[Any, Any], JobQueue[Context] | None
]
Handler = Callable[["Turn"], Awaitable[None]]
P = ParamSpec("P")
T = TypeVar("T")

log = logging.getLogger(__name__)

# A change is answered from within milliseconds; behind a large one that others made nobody waits longer than this.
LONGEST_RENEWING_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Turn:
    """What a handler is given."""

    update: Update
    bot: Bot
    desk: Desk
    words: Words
    scene: Scene
    conversation: str  # the key under which follow-up questions are understood: a chat, or one person in a group
    chat_id: int
    thread_id: int | None
    user_id: int | None  # None in channels and of admins who hide
    is_private: bool
    _noted: list[str] = field(default_factory=list)

    @property
    def arguments(self) -> str:
        """What follows the command; nothing where a button was pressed."""
        if self.update.callback_query is not None:
            return ""
        message = self.update.effective_message
        text = (message.text if message else None) or ""
        return text.partition(" ")[2].strip() if " " in text else text.partition("\n")[2].strip()

    @property
    def pressed(self) -> str:
        """The data of the button that was pressed, without its first part."""
        query = self.update.callback_query
        return (query.data or "").partition(":")[2] if query else ""

    @property
    def is_again(self) -> bool:
        """Whether this was begun before and broken off: what it is to change may be changed, and nobody was told."""
        here = visit.get()
        return here is not None and here.is_again

    @property
    def named(self) -> str:
        """The button or command that was used, without what was typed behind it; for logs."""
        if self.update.callback_query is not None:
            return f"button {(self.update.callback_query.data or '').partition(':')[0]!r}"
        message = self.update.effective_message
        words = ((message.text if message else None) or "").split()
        return f"command {words[0]!r}" if words else "a message"

    @property
    def is_forwarded(self) -> bool:
        """Whether the message was written by somebody else, or elsewhere: a command in it is nobody's wish."""
        message = self.update.message
        return message is not None and message.forward_origin is not None

    @property
    def album(self) -> str | None:
        """What it shares with the other pictures or files that were sent together with it."""
        message = self.update.message
        return message.media_group_id if message is not None else None

    @property
    def is_reply_to_us(self) -> bool:
        """Whether the message answers one of the bot's own."""
        replied = self.update.message.reply_to_message if self.update.message is not None else None
        return replied is not None and replied.from_user is not None and replied.from_user.id == self.bot.id

    @property
    def is_awaited(self) -> bool:
        """Whether somebody surely waits for a reply: in groups most of what is said is not for the bot."""
        return self.update.callback_query is not None or (self.is_private and self.update.message is not None)

    @property
    def language(self) -> Language:
        """The language to speak with this person."""
        return self.scene.language

    async def know(self, call: Callable[P, T], *args: P.args, **options: P.kwargs) -> T:
        """What knowledge answers, without keeping other chats waiting."""
        return await asyncio.to_thread(call, *args, **options)

    async def find(self, answer: Callable[[], T]) -> T:
        """What is found in memory for a question, without keeping other chats waiting."""
        return await asyncio.get_running_loop().run_in_executor(self.desk.answering, answer)

    async def read(self, call: Callable[P, T], *args: P.args, **options: P.kwargs) -> T:
        """As `know`, of what takes as long as a file: however many there are, they take no thread from those who ask."""
        return await asyncio.get_running_loop().run_in_executor(self.desk.reading, partial(call, *args, **options))

    async def leave(self, step: Step) -> None:
        """Have this kept when the update is done with: a transaction less while the person waits."""
        here = visit.get()
        if here is not None:
            here.leaving.append(step)
        else:
            [given] = await self.know(self.desk.knowledge.inbox.together, [step])
            if isinstance(given, Exception):
                raise given

    async def renew(self) -> None:
        """What was just changed is answered from; after a second at the latest, while it goes on."""
        renewing = asyncio.ensure_future(asyncio.to_thread(self.desk.knowledge.asking.refresh))
        await asyncio.wait({renewing}, timeout=LONGEST_RENEWING_SECONDS)
        if renewing.done():
            renewing.result()

    async def say(self, html: str) -> int:
        """Send it to the chat; the id of the last message that it took."""
        return await self.send(compose(html))

    async def send(self, message: Message) -> int:
        """Send it to the chat, in a group as a reply; the id of the last message that it took."""
        asked = self.update.message if not self.is_private else None
        return await self._post(self.chat_id, message, self.thread_id, asked.message_id if asked else None)

    async def tell(self, chat_id: int, message: Message, *, thread_id: int | None = None) -> None:
        """Send it to another chat; raises what Telegram says where it may not."""
        await self._post(chat_id, message, thread_id, None)

    async def _post(self, chat_id: int, message: Message, thread_id: int | None, reply_to: int | None) -> int:
        sent: int | None = None
        for number, part in enumerate(message.parts, 1):
            sent = await self.desk.post(
                chat_id,
                part,
                message=message if number == len(message.parts) else None,
                thread_id=thread_id,
                reply_to=reply_to if sent is None else None,
            )
        if sent is None:
            raise ValueError("a message needs at least one part")
        return sent

    async def send_photo(self, photo: bytes | str, caption: Message) -> Sent:
        """Send a picture, by its bytes or by the id that Telegram gave it; only one part fits below it."""
        return await self.bot.send_photo(
            self.chat_id,
            photo,
            caption=caption.parts[0],
            message_thread_id=self.thread_id,
            reply_markup=keyboard_of(caption),
            reply_parameters=self.reply_parameters,
        )

    @property
    def shown(self) -> str:
        """The words of the message under the pressed button; empty where Telegram no longer gives them."""
        query = self.update.callback_query
        message = query.message if query else None
        return (getattr(message, "text", None) or getattr(message, "caption", None) or "") if message else ""

    @property
    def shown_code(self) -> str:
        """What stands as code in the message whose button was pressed."""
        query = self.update.callback_query
        message = query.message if query else None
        if not isinstance(message, Sent):
            return ""
        return next(iter(message.parse_entities([MessageEntity.CODE]).values()), "")

    @property
    def shown_rows(self) -> list[list[Button]]:
        """The buttons among which one was pressed, without links."""
        query = self.update.callback_query
        markup = getattr(query.message, "reply_markup", None) if query else None
        rows = markup.inline_keyboard if markup else ()
        return [[Button(one.text, str(one.callback_data)) for one in row if one.callback_data] for row in rows]

    async def change_buttons(self, rows: list[list[Button]]) -> None:
        """Put these buttons under the message whose button was pressed; the same again is no error."""
        query = self.update.callback_query
        if query is None or query.message is None:
            return
        markup = keyboard_of(Message((), tuple(tuple(row) for row in rows if row)))
        try:
            await self.bot.edit_message_reply_markup(
                chat_id=self.chat_id, message_id=query.message.message_id, reply_markup=markup
            )
        except BadRequest as error:
            log.info("buttons could not be changed: %s", error.message)

    async def replace(self, message: Message) -> None:
        """Show it in place of the message whose button was pressed; what needs several messages is sent whole below it."""
        query = self.update.callback_query
        if query is None or query.message is None or len(message.parts) > 1:
            await self.send(message)
            return
        await self.edit(query.message.message_id, message)

    async def edit(self, message_id: int, message: Message) -> None:
        """Show it in place of that message of ours; showing the same again is no error."""
        try:
            await self.bot.edit_message_text(
                message.parts[0],
                chat_id=self.chat_id,
                message_id=message_id,
                reply_markup=keyboard_of(message),
            )
        except BadRequest as error:
            if "not modified" not in error.message.lower():
                raise

    async def note(self, text: str, *, alert: bool = False) -> None:
        """Show a short note over the chat, once per pressed button; too late for that is no error."""
        query = self.update.callback_query
        if query is None or self._noted:
            return
        self._noted.append(text)
        try:
            await query.answer(shorten(visible(text), MOST_NOTE_CHARACTERS) or None, show_alert=alert)
        except BadRequest as error:
            log.info("a pressed button was acknowledged too late: %s", error.message)

    @property
    def reply_parameters(self) -> ReplyParameters | None:
        """In a group what was asked is replied to; nothing in a private chat."""
        message = self.update.message
        if self.is_private or message is None:
            return None
        return ReplyParameters(message.message_id, allow_sending_without_reply=True)


def take(handler: Handler) -> Callable[[Update, Context], Coroutine[Any, Any, None]]:
    """The handler as python-telegram-bot calls it."""

    async def taken(update: Update, context: Context) -> None:
        desk: Desk = context.bot_data["desk"]
        turn = await begin(update, context.bot, desk)
        if turn is None:
            return
        async with showing_typing(turn.bot, turn.chat_id, turn.thread_id, is_wanted=turn.is_awaited):
            await handler(turn)
        await turn.note("")

    return taken


async def begin(update: Update, bot: Bot, desk: Desk) -> Turn | None:
    """The turn of an update; None of one that comes from no chat."""
    speaker, here = speaker_of(update), visit.get()
    if speaker is None:
        return None
    scene = here.scene if here is not None else None
    if scene is None:
        scene = await asyncio.to_thread(desk.knowledge.scenes.look, speaker)
    message = update.effective_message
    return Turn(
        update=update,
        bot=bot,
        desk=desk,
        words=desk.catalogue.words(scene.language),
        scene=scene,
        conversation=speaker.conversation,
        chat_id=speaker.chat_id,
        thread_id=message.message_thread_id if message and message.is_topic_message else None,
        user_id=speaker.user_id,
        is_private=_is_private(update),
    )


def speaker_of(update: Update) -> Speaker | None:
    """Who speaks where; None of an update that comes from no chat."""
    chat, user = update.effective_chat, update.effective_user
    if chat is None:
        return None
    user_id = user.id if user is not None and user.id not in NOBODY_IDS else None
    conversation = str(chat.id) if _is_private(update) else conversation_in_group(chat.id, user_id)
    return Speaker(chat.id, user_id, user.language_code if user else None, conversation)


def conversation_in_group(chat_id: int, user_id: int | None) -> str:
    """The key of what a person speaks of in a group; of all who are nobody in particular it is one."""
    return f"{chat_id}:{0 if user_id is None or user_id in NOBODY_IDS else user_id}"


def _is_private(update: Update) -> bool:
    return update.effective_chat is not None and update.effective_chat.type == Chat.PRIVATE
