"""Plain text: who is being invited, words for a report, a reply to a dialogue under way, a wish to follow something, or else a question."""

from handlers import feedback, unfinished
from handlers.addressing import addressed_text
from handlers.administration import inviting
from handlers.question import answer
from handlers.turn import Turn
from handlers.watching import hear as hear_wish


async def hear(turn: Turn) -> None:
    """Give the text to whoever asked for it; everything else is a question."""
    if await inviting.hear(turn) or await feedback.hear(turn):
        return
    is_half_done = unfinished.is_there(turn)
    if is_half_done and await unfinished.hear(turn):
        return
    text = addressed_text(turn)
    if text is None or not await hear_wish(turn, text):
        await answer(turn)
    if is_half_done:
        await unfinished.remind(turn)
