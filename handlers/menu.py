"""The command menus that Telegram shows: per language, for groups, and for each person with a role."""

import asyncio
import logging
from collections.abc import Sequence

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeChat,
    BotCommandScopeDefault,
)
from telegram.error import TelegramError

from handlers import commands
from handlers.access import Access, access_of
from handlers.commands import Command, commands_for
from handlers.desk import Desk
from handlers.words import Words

log = logging.getLogger(__name__)

# A group asks and reads; what it follows its own admins decide.
IN_GROUPS = (
    commands.ASK,
    commands.REPORTS,
    commands.SEARCH,
    commands.BRIEFING,
    commands.CALENDAR,
    commands.SHARE,
    commands.HELP,
)
OF_GROUP_ADMINS = (commands.SUBSCRIBE, commands.WATCH, commands.UNSUBSCRIBE, commands.SETTINGS)


async def set_menus(bot: Bot, desk: Desk, members: list[int]) -> None:
    """Everybody's menu and those of groups in each language; that of `members` with what their role adds."""
    await _set_everywhere(bot, desk, commands_for(Access.EVERYBODY), BotCommandScopeDefault())
    for user_id in members:
        await set_menu(bot, desk, user_id)
    await _set_everywhere(bot, desk, IN_GROUPS, BotCommandScopeAllGroupChats())
    await _set_everywhere(bot, desk, (*IN_GROUPS, *OF_GROUP_ADMINS), BotCommandScopeAllChatAdministrators())


async def set_menu(bot: Bot, desk: Desk, user_id: int) -> None:
    """The person's own menu, as long as they have a role; whoever has none has everybody's in the language chosen."""
    scope = BotCommandScopeChat(user_id)
    member = await asyncio.to_thread(desk.knowledge.people.member, user_id)
    language = await asyncio.to_thread(desk.knowledge.people.language_of, user_id)
    try:
        if member is None and not await asyncio.to_thread(desk.knowledge.people.has_chosen, user_id):
            await bot.delete_my_commands(scope=scope)
        else:
            access = access_of(member) if member is not None else Access.EVERYBODY
            await bot.set_my_commands(menu_of(commands_for(access), desk.catalogue.words(language)), scope=scope)
    except TelegramError as error:
        log.info("user %d has no menu of their own: %s", user_id, error.message)


async def introduce(bot: Bot, desk: Desk) -> None:
    """What Telegram shows of the bot before the first message and in its profile, where that says something else."""
    for code, language in _codes(desk):
        words = desk.catalogue.words(language)
        long, short = words.plain("bot-description"), words.plain("bot-short-description")
        if (await bot.get_my_description(language_code=code)).description != long:
            await bot.set_my_description(long, language_code=code)
        if (await bot.get_my_short_description(language_code=code)).short_description != short:
            await bot.set_my_short_description(short, language_code=code)


def admins(desk: Desk) -> list[int]:
    """The ids of those who may change all reports."""
    return [one.user_id for one in desk.knowledge.people.members() if access_of(one) >= Access.EDITING_ALL]


def members(desk: Desk) -> list[int]:
    """The ids of those with a role."""
    return [member.user_id for member in desk.knowledge.people.members()]


async def _set_everywhere(bot: Bot, desk: Desk, shown: Sequence[Command], scope: BotCommandScope) -> None:
    for code, language in _codes(desk):
        await bot.set_my_commands(menu_of(shown, desk.catalogue.words(language)), scope=scope, language_code=code)


def _codes(desk: Desk) -> list[tuple[str | None, str]]:
    """Each language with the code that Telegram knows it by."""
    return [(None, "vi"), *((language, language) for language in desk.catalogue.languages if language != "vi")]


def menu_of(shown: Sequence[Command], words: Words) -> list[BotCommand]:
    """The commands as that language calls them, each with what it is for."""
    return [BotCommand(command.name(words.language), words.plain(command.about)) for command in shown]
