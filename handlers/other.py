"""Messages that are no text: stickers, voice, pictures, and the question that stands under one."""

from handlers.addressing import addressed_text
from handlers.administration import inviting
from handlers.guards import is_admin
from handlers.question import answer_text
from handlers.turn import Turn
from knowledge.importing.readers.programs import find_tesseract


async def explain(turn: Turn) -> None:
    """Answer what stands under it; without any words say politely what the bot can read, once of many. Groups are left alone."""
    if await inviting.hear(turn):
        return
    text, excuses = addressed_text(turn), turn.desk.excuses
    if text is not None:
        if turn.album is not None:
            excuses.tell(turn.chat_id, turn.album)  # the question stands under one picture and is meant for all
        await answer_text(turn, text)
    elif turn.is_private and excuses.is_due(turn.chat_id, turn.album):
        await turn.say(turn.words(await _readable(turn)))


async def _readable(turn: Turn) -> str:
    """The words for what can be read: of an admin files as well, and photos sent as files where a program for them is there."""
    if not await is_admin(turn):
        return "only-text"
    return "only-text-or-photo" if await turn.know(find_tesseract) else "only-text-or-file"
