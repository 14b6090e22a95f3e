"""Messages that are no text: stickers, voice, pictures, and the question that stands under one."""

from handlers.addressing import addressed_text
from handlers.administration import inviting
from handlers.guards import is_admin
from handlers.question import answer_text
from handlers.turn import Turn


async def explain(turn: Turn) -> None:
    """Answer what stands under it; without any words say politely what the bot can read. Groups are left alone."""
    if await inviting.hear(turn):
        return
    text = addressed_text(turn)
    if text is not None:
        await answer_text(turn, text)
    elif turn.is_private:
        await turn.say(turn.words("only-text-or-file" if await is_admin(turn) else "only-text"))
