"""What an admin left half done: said before something else is begun, taken up again or dropped; /huy drops it."""

from handlers.adding import dialogue as adding
from handlers.editing import dialogue as editing
from handlers.layout.message import compose
from handlers.turn import Turn
from knowledge.people.dialogues import Dialogue


async def under_way(turn: Turn) -> Dialogue | None:
    """The person's dialogue in this chat."""
    if turn.user_id is None:
        return None
    return await turn.know(turn.desk.knowledge.dialogues.get, turn.chat_id, turn.user_id)


async def hear(turn: Turn) -> bool:
    """Take a text as the reply to the dialogue under way; False if it is a question instead."""
    return await adding.hear(turn) or await editing.hear(turn)


async def remind(turn: Turn) -> None:
    """After a question in between: where the dialogue stands."""
    await adding.remind(turn)
    await editing.remind(turn)


async def cancel(turn: Turn) -> None:
    """Drop what is half done; nothing of it was saved."""
    dropped = await turn.know(turn.desk.knowledge.dialogues.clear, turn.chat_id, turn.user_id or 0)
    await turn.say(turn.words("add-cancelled" if dropped else "unfinished-none"))


async def press(turn: Turn) -> None:
    """Take up again or drop what is half done, as the message asked."""
    if turn.pressed == "drop":
        await turn.know(turn.desk.knowledge.dialogues.clear, turn.chat_id, turn.user_id or 0)
        await turn.replace(compose(turn.words("unfinished-dropped")))
        return
    found = await under_way(turn)
    if found is None:
        await turn.note(turn.words.plain("button-too-old"), alert=True)
    elif found.name == editing.NAME:
        await editing.resume(turn)
    else:
        await adding.resume(turn)
