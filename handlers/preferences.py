"""/caidat: the language in which the bot speaks to a person."""

from handlers.layout.message import Message, button, compose
from handlers.turn import Turn
from handlers.words import LANGUAGES, Words
from knowledge.following.rules import describe
from knowledge.people.people import Language


async def show(turn: Turn) -> None:
    """What is set, with buttons to change it."""
    await turn.send(await _screen(turn, turn.words))


async def choose_language(turn: Turn) -> None:
    """Speak this language from now on."""
    chosen: Language = "en" if turn.pressed == "en" else "vi"
    if turn.user_id is not None:
        await turn.know(turn.desk.knowledge.people.set_language, turn.user_id, chosen)
    await turn.replace(await _screen(turn, turn.desk.catalogue.words(chosen)))


async def _screen(turn: Turn, words: Words) -> Message:
    followed = await turn.know(turn.desk.knowledge.subscribers.list_for, turn.chat_id)
    lines = [f"• {describe(item.rule, words.language)}" for item in followed]
    rules = words("settings-follows", rules="\n".join(lines)) if lines else words("follow-nothing")
    names = {language: turn.desk.catalogue.words(language).plain("language-name") for language in LANGUAGES}
    row = [button(names[language], f"l:{language}") for language in LANGUAGES]
    return compose("\n\n".join([words("settings-language", name=names[words.language]), rules]), row)
