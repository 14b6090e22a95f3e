"""What an admin left half done: said before something else is begun, taken up again or dropped; /huy drops it."""

from handlers import draft_data
from handlers.adding import dialogue as adding
from handlers.dialogues.keeping import clear, half_done
from handlers.editing import dialogue as editing
from handlers.layout.message import compose
from handlers.turn import Turn


async def hear(turn: Turn) -> bool:
    """Take a text as the reply to the dialogue under way; False if it is a question instead."""
    return await adding.hear(turn) or await editing.hear(turn) or await draft_data.hear(turn)


async def remind(turn: Turn) -> None:
    """After a question in between: where the dialogue stands."""
    await adding.remind(turn)
    await editing.remind(turn)
    await draft_data.remind(turn)


async def cancel(turn: Turn) -> None:
    """Drop what is half done; nothing of it was saved."""
    dropped = await clear(turn)
    await turn.say(turn.words("add-cancelled" if dropped else "unfinished-none"))


async def press(turn: Turn) -> None:
    """Take up again or drop what is half done, as the message asked."""
    if turn.pressed == "drop":
        await clear(turn)
        await turn.replace(compose(turn.words("unfinished-dropped")))
        return
    found = await half_done(turn)
    if found is None:
        await turn.note(turn.words.plain("button-too-old"), alert=True)
    elif found.name == editing.NAME:
        await editing.resume(turn)
    elif found.name == draft_data.NAME:
        await draft_data.resume(turn)
    else:
        await adding.resume(turn)
