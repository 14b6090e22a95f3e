"""Messages that are no text: stickers, voice, pictures."""

from handlers.turn import Turn


async def explain(turn: Turn) -> None:
    """Say politely what the bot can read; groups are left alone."""
    if turn.is_private:
        await turn.say(turn.words("only-text"))
