"""Where a dialogue stands, in the store: it survives a restart and is the same in every process."""

from typing import Any

from handlers.turn import Turn
from knowledge.people.dialogues import Dialogue


def is_half_done(turn: Turn) -> bool:
    """Whether anything was half done when the message came; most who write never began anything."""
    return turn.is_private and turn.scene.dialogue is not None


async def half_done(turn: Turn) -> Dialogue | None:
    """The person's dialogue in this chat, whichever it is."""
    if turn.user_id is None:
        return None
    return await turn.know(turn.desk.knowledge.dialogues.get, turn.chat_id, turn.user_id)


async def under_way(turn: Turn, name: str) -> Dialogue | None:
    """The person's dialogue in this chat, if it is the one of that name."""
    dialogue = await half_done(turn)
    return dialogue if dialogue is not None and dialogue.name == name else None


async def keep(turn: Turn, name: str, step: str, data: dict[str, Any]) -> None:
    """The dialogue now waits at this step, with what was filled in so far."""
    await turn.know(turn.desk.knowledge.dialogues.put, turn.chat_id, turn.user_id or 0, name, step, data)


async def clear(turn: Turn) -> bool:
    """Whether there was a dialogue; there is none any more."""
    return await turn.know(turn.desk.knowledge.dialogues.clear, turn.chat_id, turn.user_id or 0)
