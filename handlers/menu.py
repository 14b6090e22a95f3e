"""The command menus that Telegram shows: per language, and for each person with a role in the private chat."""

import asyncio
import logging

from telegram import Bot, BotCommand, BotCommandScopeChat, BotCommandScopeDefault
from telegram.error import TelegramError

from handlers.access import Access, access_of
from handlers.commands import commands_for
from handlers.desk import Desk

log = logging.getLogger(__name__)


async def set_menus(bot: Bot, desk: Desk, members: list[int]) -> None:
    """Everybody's menu in Vietnamese, in English for those whose Telegram is; that of `members` with more."""
    default = BotCommandScopeDefault()
    await bot.set_my_commands(_menu(desk, "vi", Access.EVERYBODY), scope=default)
    await bot.set_my_commands(_menu(desk, "en", Access.EVERYBODY), scope=default, language_code="en")
    for user_id in members:
        await set_menu(bot, desk, user_id)


async def set_menu(bot: Bot, desk: Desk, user_id: int) -> None:
    """The person's own menu, as long as they have a role and speak a language; whoever has none has everybody's."""
    scope = BotCommandScopeChat(user_id)
    member = await asyncio.to_thread(desk.knowledge.people.member, user_id)
    language = await asyncio.to_thread(desk.knowledge.people.language_of, user_id)
    try:
        if member is None:
            await bot.delete_my_commands(scope=scope)
        else:
            await bot.set_my_commands(_menu(desk, language, access_of(member)), scope=scope)
    except TelegramError as error:
        log.info("user %d has no menu of their own: %s", user_id, error.message)


def admins(desk: Desk) -> list[int]:
    """The ids of those who may change all reports."""
    return [one.user_id for one in desk.knowledge.people.members() if access_of(one) >= Access.EDITING_ALL]


def members(desk: Desk) -> list[int]:
    """The ids of those with a role."""
    return [member.user_id for member in desk.knowledge.people.members()]


def _menu(desk: Desk, language: str, access: Access) -> list[BotCommand]:
    words = desk.catalogue.words(language)
    return [BotCommand(command.name(language), words.plain(command.about)) for command in commands_for(access)]
