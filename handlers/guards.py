"""Who may do what: everything that changes reports is for admins, in their private chat with the bot."""

import logging

from telegram import ChatMember
from telegram.error import BadRequest

from handlers.access import Access, access_of
from handlers.addressing import addressed_text
from handlers.restraint import Verdict
from handlers.turn import Handler, Turn

log = logging.getLogger(__name__)


async def access(turn: Turn) -> Access:
    """The most that this person may do; admins who hide, channels and strangers may nothing."""
    if turn.user_id is None:
        return Access.EVERYBODY
    return access_of(await turn.know(turn.desk.knowledge.people.member, turn.user_id))


async def is_admin(turn: Turn) -> bool:
    """Whether this person may change reports and entries, if only those of one organisation."""
    return await access(turn) >= Access.EDITING


async def may_change(turn: Turn, organisation: str | None) -> bool:
    """Whether this person may change what is this organisation's; editors of one may change only that."""
    member = await turn.know(turn.desk.knowledge.people.member, turn.user_id) if turn.user_id is not None else None
    return member is not None and member.may_change(organisation)


async def refuse_foreign(turn: Turn, organisation: str | None) -> bool:
    """Whether this is another organisation's than the editor's, who then was told so."""
    if await may_change(turn, organisation):
        return False
    log.warning("user %s was refused what is another organisation's", turn.user_id)
    await _refuse(turn, "own-organisation-only")
    return True


def needs(least: Access, handler: Handler) -> Handler:
    """The handler for those who may do so much, in private chats; others are told politely, and nothing happens."""

    async def guarded(turn: Turn) -> None:
        has = await access(turn)
        if has < least:
            log.warning("user %s, who may %s, was refused %s", turn.user_id, has.name, turn.named)
            await _refuse(turn, _refusal(has, least))
        elif not turn.is_private:
            await _refuse(turn, "private-only")
        elif turn.is_forwarded:
            log.warning("user %s forwarded %s, which was not done", turn.user_id, turn.named)
            await _refuse(turn, "forwarded-command")
        else:
            await handler(turn)

    return guarded


def _refusal(has: Access, least: Access) -> str:
    if has < Access.EDITING:
        return "admins-only"
    return "owners-only" if least is Access.OWNING else "all-editors-only"


def staff_only(handler: Handler) -> Handler:
    """The handler for everybody with a role."""
    return needs(Access.STATISTICS, handler)


def admins_only(handler: Handler) -> Handler:
    """The handler for editors and owners; what it changes must be the editor's own (`may_change`)."""
    return needs(Access.EDITING, handler)


def all_editors_only(handler: Handler) -> Handler:
    """The handler for editors of all organisations, and owners."""
    return needs(Access.EDITING_ALL, handler)


def owners_only(handler: Handler) -> Handler:
    """The handler for owners; other admins are told whom to ask."""
    return needs(Access.OWNING, handler)


async def is_owner(turn: Turn) -> bool:
    """Whether this person may do everything."""
    return await access(turn) is Access.OWNING


def chat_admins_only(handler: Handler) -> Handler:
    """The handler for whoever decides for the chat: the person, or in a group one of its admins."""

    async def guarded(turn: Turn) -> None:
        if await decides_for_chat(turn):
            await handler(turn)
        else:
            await _refuse(turn, "group-admins-only")

    return guarded


async def _refuse(turn: Turn, key: str) -> None:
    if turn.update.callback_query:
        await turn.note(turn.words.plain(key), alert=True)
    else:
        await turn.say(turn.words(key))


async def decides_for_chat(turn: Turn) -> bool:
    """Whether this person may change what the chat follows: the person, or in a group one of its admins."""
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


def restrained(handler: Handler) -> Handler:
    """The handler, for people who leave something to others; what is not for the bot does not count."""

    async def taken(turn: Turn) -> None:
        person = turn.user_id or turn.chat_id
        is_for_us = turn.is_awaited or addressed_text(turn) is not None
        verdict = turn.desk.restraint.judge(person) if is_for_us else Verdict.TAKE
        if verdict is Verdict.TAKE:
            await handler(turn)
            return
        turn.desk.refused("speed")
        if verdict is Verdict.TELL:
            seconds = turn.desk.restraint.seconds(person)
            if turn.update.callback_query is not None:
                await turn.note(turn.words.plain("too-fast", seconds=seconds), alert=True)
            else:
                await turn.say(turn.words("too-fast", seconds=seconds))

    return taken
