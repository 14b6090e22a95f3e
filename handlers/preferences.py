"""/caidat: the language in which the bot speaks to a person, and how a chat is told of what it follows."""

from dataclasses import replace
from typing import Any

from handlers.layout.message import Button, Message, button, compose
from handlers.menu import set_menu
from handlers.turn import Turn
from handlers.words import Words
from knowledge.following.manners import Manners, Quiet
from knowledge.following.rules import describe
from knowledge.people.people import Language

# Nights as people have them, and all but office hours.
QUIET_HOURS = (Quiet(22, 6), Quiet(20, 7), Quiet(17, 8))


async def show(turn: Turn) -> None:
    """What is set, with buttons to change it."""
    await turn.send(await _screen(turn, turn.words))


async def choose_language(turn: Turn) -> None:
    """Speak this language from now on."""
    chosen: Language = turn.pressed
    if chosen not in turn.desk.catalogue.languages:
        await turn.note(turn.words.plain("button-too-old"), alert=True)
        return
    if turn.user_id is not None:
        await turn.know(turn.desk.knowledge.people.set_language, turn.user_id, chosen)
        await set_menu(turn.bot, turn.desk, turn.user_id)
    await turn.replace(await _screen(turn, turn.desk.catalogue.words(chosen)))


async def choose_sound(turn: Turn) -> None:
    """Tell the chat with a sound, or without one."""
    await _change(turn, is_silent=turn.pressed == "off")


async def choose_quiet(turn: Turn) -> None:
    """Keep these hours of the day free of notices, or none."""
    start, _, end = turn.pressed.partition("-")
    await _change(turn, quiet=Quiet(int(start), int(end)) if end else None)


async def _change(turn: Turn, **chosen: Any) -> None:
    subscribers = turn.desk.knowledge.subscribers
    manners = await turn.know(subscribers.manners, turn.chat_id)
    if manners is None:
        await turn.note(turn.words.plain("settings-follow-first"), alert=True)
        return
    await turn.know(subscribers.set_manners, turn.chat_id, replace(manners, **chosen))
    await turn.replace(await _screen(turn, turn.words))


async def _screen(turn: Turn, words: Words) -> Message:
    subscribers = turn.desk.knowledge.subscribers
    followed = await turn.know(subscribers.list_for, turn.chat_id)
    manners = await turn.know(subscribers.manners, turn.chat_id)
    lines = [f"• {describe(item.rule, words.language)}" for item in followed]
    rules = words("settings-follows", rules="\n".join(lines)) if lines else words("follow-nothing")
    catalogue = turn.desk.catalogue
    names = {language: catalogue.words(language).plain("language-name") for language in catalogue.languages}
    rows = [[button(name, f"l:{language}") for language, name in names.items()]]
    blocks: list[str] = [words("settings-language", name=names[words.language]), rules]
    if manners is not None:
        blocks.append(_told(manners, words))
        rows += _buttons(manners, words)
    return compose("\n\n".join(blocks), *rows)


def _told(manners: Manners, words: Words) -> str:
    sound = words("settings-silent" if manners.is_silent else "settings-sound")
    quiet = manners.quiet
    hours = words("settings-quiet", start=quiet.start, end=quiet.end) if quiet else words("settings-any-hour")
    return f"{sound} {hours}"


def _buttons(manners: Manners, words: Words) -> list[list[Button]]:
    """What can be chosen instead."""
    sound = ("button-sound", "n:on") if manners.is_silent else ("button-silent", "n:off")
    others = [quiet for quiet in QUIET_HOURS if quiet != manners.quiet]
    rows = [[button(words.plain("button-quiet", start=q.start, end=q.end), f"h:{q.start}-{q.end}")] for q in others]
    if manners.quiet is not None:
        rows.append([button(words.plain("button-any-hour"), "h:any")])
    return [[button(words.plain(sound[0]), sound[1])], *rows]
