"""Plain text: words for a report or a reply to a dialogue under way, or else a question."""

from handlers import feedback
from handlers.adding import dialogue
from handlers.question import answer
from handlers.turn import Turn


async def hear(turn: Turn) -> None:
    """Give the text to whoever asked for it; everything else is a question."""
    if await feedback.hear(turn) or await dialogue.hear(turn):
        return
    await answer(turn)
    await dialogue.remind(turn)
