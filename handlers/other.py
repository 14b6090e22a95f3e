"""Messages that are no text: stickers, voice, pictures."""

from handlers.administration import inviting
from handlers.turn import Turn


async def explain(turn: Turn) -> None:
    """Say politely what the bot can read; groups are left alone."""
    if not await inviting.hear(turn) and turn.is_private:
        await turn.say(turn.words("only-text"))
