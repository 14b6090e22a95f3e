"""Every function of `handlers` that makes a message, found in the code, so that none is left untried."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house import ROOT

HANDLERS = ROOT / "handlers"
# What these return holds a message, or becomes one.
_MESSAGES = ("Message", "Composed", "InlineQueryResultArticle", "BotCommand", "File")
# They make messages of what they are given, whatever it is: `test_composing` tries them.
COMPOSING = {"layout.message.compose", "layout.message.prompt"}
_TAG = re.compile(r"</?(?:b|i|s|a|code|pre|blockquote)[ >]")
# python-telegram-bot's methods that take words.
_SENDS = re.compile(r"(?:send|edit|reply|copy|set_my)_(?!chat_action|message_reply_markup|commands)\w+|set_my_commands")


def makers() -> set[str]:
    """Each as "adding.screens.preview"; of a method without its class."""
    return {
        f"{room(path)}.{made.name}"
        for path in HANDLERS.rglob("*.py")
        for made in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(made, ast.FunctionDef | ast.AsyncFunctionDef) and _makes_message(made)
    } - COMPOSING


def room(path: Path) -> str:
    return ".".join(path.relative_to(HANDLERS).with_suffix("").parts)


def notes() -> Iterator[str]:
    """The words of the catalogue that are shown over the chat when a button is pressed."""
    for path in HANDLERS.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "note":
                yield from (one.value for one in ast.walk(call) if isinstance(one, ast.Constant) and _is_key(one.value))


def _makes_message(made: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    returned = {one.id for one in ast.walk(made.returns) if isinstance(one, ast.Name)} if made.returns else set()
    return not returned.isdisjoint(_MESSAGES)


def _is_key(value: object) -> bool:
    return isinstance(value, str) and value.isascii() and "-" in value


def rooms_that_write_markup() -> set[str]:
    """The files outside `layout` in which a tag stands in a text."""
    return {
        room(path)
        for path in HANDLERS.rglob("*.py")
        if not room(path).startswith(("layout.", "drawing.", "pages."))
        for one in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and _TAG.search(one.value)
    }


def rooms_that_send() -> set[str]:
    """The files of `handlers` and `bot` that hand words to Telegram themselves."""
    return {
        path.relative_to(ROOT).as_posix()
        for folder in (HANDLERS, ROOT / "bot")
        for path in folder.rglob("*.py")
        if "sandbox" not in path.parts
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and _SENDS.match(call.func.attr)
    }
