"""Chats that come and go: blocked and unblocked, joined and left, groups that get a new id."""

from telegram import ChatMember, ChatMemberUpdated
from telegram.error import Forbidden

from handlers.turn import Turn

_GONE = (ChatMember.BANNED, ChatMember.LEFT)


async def changed(turn: Turn) -> None:
    """Pause what a chat follows while the bot cannot write there; greet a group that takes the bot in."""
    change = turn.update.my_chat_member
    if change is None:
        return
    was_gone, is_gone = _states(change)
    subscribers = turn.desk.knowledge.subscribers
    if is_gone:
        await turn.know(subscribers.pause, turn.chat_id, change.new_chat_member.status)
    elif was_gone:
        await turn.know(subscribers.restore, turn.chat_id)
        turn.desk.wake_sender()
        if not turn.is_private and change.chat.type != change.chat.CHANNEL:
            await _greet(turn)


async def migrated(turn: Turn) -> None:
    """The group became a supergroup with another id: what it follows goes along."""
    message = turn.update.message
    if message is None:
        return
    subscribers = turn.desk.knowledge.subscribers
    if message.migrate_to_chat_id is not None:
        await turn.know(subscribers.migrate, turn.chat_id, message.migrate_to_chat_id)
    elif message.migrate_from_chat_id is not None:
        await turn.know(subscribers.migrate, message.migrate_from_chat_id, turn.chat_id)


def _states(change: ChatMemberUpdated) -> tuple[bool, bool]:
    return change.old_chat_member.status in _GONE, change.new_chat_member.status in _GONE


async def _greet(turn: Turn) -> None:
    try:
        await turn.say(turn.words("group-hello", bot=turn.bot.username))
    except Forbidden:
        return  # the group lets no bots write; being quiet is what it wants
