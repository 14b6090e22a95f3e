"""Plain text: who is being invited, words for a report, a reply to a dialogue under way, a wish to follow something, or else a question.

Whoever hears what is no question is loaded with the first such text.
"""

from handlers.addressing import addressed_text
from handlers.dialogues.keeping import is_half_done
from handlers.question import answer
from handlers.turn import Turn
from knowledge.following.wishes import wish


async def hear(turn: Turn) -> None:
    """Give the text to whoever asked for it; everything else is a question."""
    if await _is_asked_for(turn):
        return
    is_interrupted = is_half_done(turn)
    if is_interrupted:
        from handlers import unfinished

        if await unfinished.hear(turn):
            return
    text = addressed_text(turn)
    if text is None or not await _is_wish(turn, text):
        await answer(turn)
    if is_interrupted:
        await unfinished.remind(turn)


async def _is_asked_for(turn: Turn) -> bool:
    if turn.is_forwarded:
        from handlers.administration import inviting

        if await inviting.hear(turn):
            return True
    if turn.is_reply_to_us:
        from handlers import feedback

        return await feedback.hear(turn)
    return False


async def _is_wish(turn: Turn, text: str) -> bool:
    if wish(text) is None:
        return False
    from handlers import watching

    return await watching.hear(turn, text)
