"""The command menus that Telegram shows: per language, and for each admin in the private chat."""

import logging

from telegram import Bot, BotCommand, BotCommandScopeChat, BotCommandScopeDefault
from telegram.error import BadRequest

from handlers.commands import commands_for
from handlers.desk import Desk
from handlers.guards import EDITORS

log = logging.getLogger(__name__)


async def set_menus(bot: Bot, desk: Desk, members: list[int]) -> None:
    """Everybody's menu in Vietnamese, in English for those whose Telegram is; that of `members` with more."""
    default = BotCommandScopeDefault()
    await bot.set_my_commands(_menu(desk, "vi", is_admin=False), scope=default)
    await bot.set_my_commands(_menu(desk, "en", is_admin=False), scope=default, language_code="en")
    for user_id in members:
        language = desk.knowledge.people.language_of(user_id)
        try:
            await bot.set_my_commands(_menu(desk, language, is_admin=True), scope=BotCommandScopeChat(user_id))
        except BadRequest:
            log.info("admin %d has not talked to the bot yet and has no menu", user_id)


def admins(desk: Desk) -> list[int]:
    """The ids of those who may change reports."""
    return [member.user_id for member in desk.knowledge.people.members() if member.role in EDITORS]


def _menu(desk: Desk, language: str, *, is_admin: bool) -> list[BotCommand]:
    words = desk.catalogue.words(language)
    return [
        BotCommand(command.name(language), words.plain(command.about)) for command in commands_for(is_admin=is_admin)
    ]
