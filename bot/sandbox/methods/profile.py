"""What the bot says of itself: commands, names, descriptions, the menu button.

core.telegram.org/bots/api#setmycommands and what follows it.
"""

import re
from typing import Any

from bot.sandbox.errors import Json, bad_request
from bot.sandbox.parameters import Parameters
from bot.sandbox.world import World

MAX_COMMANDS = 100  # core.telegram.org/bots/api#setmycommands
MAX_DESCRIPTION = 256  # core.telegram.org/bots/api#botcommand
_SCOPES_WITH_CHAT = ("chat", "chat_administrators", "chat_member")
_SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators", *_SCOPES_WITH_CHAT)

Scope = tuple[str, int, int, str]


def set_my_commands(world: World, given: Parameters) -> bool:
    """core.telegram.org/bots/api#setmycommands"""
    commands = given.json("commands", "commands")
    if not isinstance(commands, list):
        raise bad_request("Expected an Array of BotCommand" if commands is not None else "BOT_COMMANDS_EMPTY")
    if len(commands) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    world.bot.commands[_scope(world, given)] = [_command(command) for command in commands]
    world.feed.tell("commands")
    return True


def get_my_commands(world: World, given: Parameters) -> list[Json]:
    """core.telegram.org/bots/api#getmycommands"""
    return world.bot.commands.get(_scope(world, given), [])


def delete_my_commands(world: World, given: Parameters) -> bool:
    """core.telegram.org/bots/api#deletemycommands"""
    world.bot.commands.pop(_scope(world, given), None)
    world.feed.tell("commands")
    return True


def _command(command: Any) -> Json:
    if not isinstance(command, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    for name in ("command", "description"):
        if not isinstance(command.get(name), str):
            raise bad_request(f"can't parse BotCommand: Can't find field \"{name}\"")
    name, description = command["command"].removeprefix("/"), command["description"].strip()
    if not re.fullmatch(r"[a-z0-9_]{1,32}", name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= MAX_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def _scope(world: World, given: Parameters) -> Scope:
    scope = given.json("scope", "BotCommandScope") or {"type": "default"}
    kind = scope.get("type") if isinstance(scope, dict) else None
    if kind not in _SCOPES:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    chat_id = user_id = 0
    if kind in _SCOPES_WITH_CHAT:
        chat_id = world.find_chat(str(scope.get("chat_id", ""))).id
    if kind == "chat_member":
        user_id = int(scope.get("user_id", 0))
    language = given.text("language_code")
    if not re.fullmatch(r"([a-z]{2})?", language):
        raise bad_request("LANG_CODE_INVALID")
    return str(kind), chat_id, user_id, language


def commands_for(world: World, chat_id: int, user_id: int, language: str) -> list[Json]:
    """The menu that a person sees in a chat.

    core.telegram.org/bots/api#determining-list-of-commands: the narrowest scope that has commands, in the
    person's language first.
    """
    for kind, chat, user in _order(world, chat_id, user_id):
        for code in (language, ""):
            if (commands := world.bot.commands.get((kind, chat, user, code))) is not None:
                return commands
    return []


def _order(world: World, chat_id: int, user_id: int) -> list[tuple[str, int, int]]:
    chat = world.chats[chat_id]
    if chat.kind == "private":
        return [("chat", chat_id, 0), ("all_private_chats", 0, 0), ("default", 0, 0)]
    order = [("chat_member", chat_id, user_id)]
    if is_admin := chat.status_of(user_id) in ("creator", "administrator"):
        order.append(("chat_administrators", chat_id, 0))
    order.append(("chat", chat_id, 0))
    if is_admin:
        order.append(("all_chat_administrators", 0, 0))
    return [*order, ("all_group_chats", 0, 0), ("default", 0, 0)]


def set_my_name(world: World, given: Parameters) -> bool:
    """core.telegram.org/bots/api#setmyname"""
    return _say(world.bot.names, given, "name", 64)


def get_my_name(world: World, given: Parameters) -> Json:
    """core.telegram.org/bots/api#getmyname"""
    return {"name": _said(world.bot.names, given) or world.bot.user.first_name}


def set_my_description(world: World, given: Parameters) -> bool:
    """core.telegram.org/bots/api#setmydescription"""
    done = _say(world.bot.descriptions, given, "description", 512)
    world.feed.tell("profile")
    return done


def get_my_description(world: World, given: Parameters) -> Json:
    """core.telegram.org/bots/api#getmydescription"""
    return {"description": _said(world.bot.descriptions, given)}


def set_my_short_description(world: World, given: Parameters) -> bool:
    """core.telegram.org/bots/api#setmyshortdescription"""
    return _say(world.bot.short_descriptions, given, "short_description", 120)


def get_my_short_description(world: World, given: Parameters) -> Json:
    """core.telegram.org/bots/api#getmyshortdescription"""
    return {"short_description": _said(world.bot.short_descriptions, given)}


def _say(words: dict[str, str], given: Parameters, name: str, most: int) -> bool:
    if len(given.text(name)) > most:
        raise bad_request(f"{name.replace('_', ' ')} is too long")
    words[given.text("language_code")] = given.text(name)
    return True


def _said(words: dict[str, str], given: Parameters) -> str:
    return words.get(given.text("language_code")) or words.get("", "")


def set_chat_menu_button(world: World, given: Parameters) -> bool:
    """core.telegram.org/bots/api#setchatmenubutton"""
    button = given.object("menu_button", "menu button") or {"type": "default"}
    if button.get("type") not in ("commands", "web_app", "default"):
        raise bad_request("can't parse MenuButton: MenuButton has unsupported type")
    world.bot.menu_buttons[given.integer("chat_id")] = button
    return True


def get_chat_menu_button(world: World, given: Parameters) -> Json:
    """core.telegram.org/bots/api#getchatmenubutton"""
    buttons = world.bot.menu_buttons
    return buttons.get(given.integer("chat_id")) or buttons.get(0) or {"type": "commands"}
