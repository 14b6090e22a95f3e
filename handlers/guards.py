"""Who may do what: everything that changes reports is for admins, in their private chat with the bot."""

import logging

from telegram import ChatMember
from telegram.error import BadRequest

from handlers.turn import Handler, Turn
from knowledge.people.people import PersonRole

log = logging.getLogger(__name__)

EDITORS = frozenset({PersonRole.OWNER, PersonRole.EDITOR})


async def is_admin(turn: Turn) -> bool:
    """Whether this person may change reports and entries."""
    if turn.user_id is None:
        return False
    return await turn.know(turn.desk.knowledge.people.role_of, turn.user_id) in EDITORS


def admins_only(handler: Handler) -> Handler:
    """The handler for admins in private chats; others are told politely, and nothing happens."""

    async def guarded(turn: Turn) -> None:
        if not await is_admin(turn):
            log.info("user %s was refused what is for admins", turn.user_id)
            await _refuse(turn, "admins-only")
        elif not turn.is_private:
            await _refuse(turn, "private-only")
        else:
            await handler(turn)

    return guarded


def chat_admins_only(handler: Handler) -> Handler:
    """The handler for whoever decides for the chat: the person, or in a group one of its admins."""

    async def guarded(turn: Turn) -> None:
        if await decides(turn):
            await handler(turn)
        else:
            await _refuse(turn, "group-admins-only")

    return guarded


async def _refuse(turn: Turn, key: str) -> None:
    if turn.update.callback_query:
        await turn.note(turn.words.plain(key), alert=True)
    else:
        await turn.say(turn.words(key))


async def decides(turn: Turn) -> bool:
    """Whether this person decides for the chat what it follows."""
    message = turn.update.message
    if turn.is_private or turn.update.channel_post is not None:
        return True  # only its admins can post in a channel
    if message is not None and message.sender_chat is not None and message.sender_chat.id == turn.chat_id:
        return True  # an admin who hides speaks as the group itself
    if turn.user_id is None:
        return False
    try:
        member = await turn.bot.get_chat_member(turn.chat_id, turn.user_id)
    except BadRequest:
        return False
    return member.status in (ChatMember.OWNER, ChatMember.ADMINISTRATOR)
