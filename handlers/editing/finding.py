"""/sua and /xoa: which item is meant, by its number, by a reply to an answer, or by words."""

from handlers.dialogues.hearing import is_reply
from handlers.editing import cards, dialogue
from handlers.turn import Turn
from knowledge.amending.items import Item
from knowledge.searching.items import find_items, items_in


async def edit(turn: Turn) -> None:
    """Find what is to be corrected; with nothing said, go on with the correction under way."""
    await _find(turn, to_delete=False)


async def delete(turn: Turn) -> None:
    """Find what is to be deleted, and ask once more."""
    await _find(turn, to_delete=True)


async def _find(turn: Turn, *, to_delete: bool) -> None:
    typed = ""
    if is_reply(turn):
        found = await _in_answer(turn)
        typed = turn.arguments if found and not to_delete else ""
        if typed and len(found) == 1:
            await dialogue.begin_with(turn, found[0], typed)
            return
        if not found and turn.arguments:
            found = await _by_words(turn)
    elif turn.arguments:
        found = await _by_words(turn)
    elif not to_delete and await dialogue.is_under_way(turn):
        await dialogue.resume(turn)
        return
    else:
        await turn.say(turn.words("delete-how" if to_delete else "edit-how"))
        return
    if not found:
        await turn.say(turn.words("edit-not-found"))
    elif len(found) == 1:
        one = found[0]
        await turn.send(await dialogue.card_to_delete(turn, one) if to_delete else cards.card(one, turn.words))
    else:
        await turn.send(cards.choices(found, turn.words, to_delete=to_delete, typed=typed))


async def _in_answer(turn: Turn) -> list[Item]:
    """What the answer told to which this is a reply, as the reports say it now."""
    message, knowledge = turn.update.message, turn.desk.knowledge
    replied = message.reply_to_message if message else None
    if replied is None:
        return []
    asked = await turn.know(knowledge.questions.answered_in, turn.conversation, replied.message_id)
    if asked is None:
        return []
    again = await turn.know(knowledge.asking.ask, asked.text, today=turn.desk.today(), previous=asked.previous)
    return await turn.know(items_in, knowledge.asking.library, knowledge.items, again.answer)


async def _by_words(turn: Turn) -> list[Item]:
    knowledge = turn.desk.knowledge
    return await turn.know(find_items, knowledge.asking, knowledge.items, turn.arguments, turn.desk.today())
