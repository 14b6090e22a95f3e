"""Where a dialogue stands, in the store: it survives a restart and is the same in every process.

It goes on only when its update is done with: whoever takes up one that was broken off finds the dialogue where it stood, so that what was
typed is the reply to the same question again and not to the next.
"""

from collections.abc import Sequence
from functools import partial
from typing import Any

from handlers.turn import Turn
from handlers.visit import visit
from knowledge.people.dialogues import Dialogue, Dialogues


def is_half_done(turn: Turn) -> bool:
    """Whether anything was half done when the message came; most who write never began anything."""
    return turn.is_private and turn.scene.dialogue is not None


async def half_done(turn: Turn) -> Dialogue | None:
    """The person's dialogue in this chat, whichever it is."""
    if turn.user_id is None:
        return None
    here = visit.get()
    if here is not None and here.dialogue:
        return here.dialogue[-1]
    return await turn.know(turn.desk.knowledge.dialogues.get, turn.chat_id, turn.user_id)


async def under_way(turn: Turn, name: str) -> Dialogue | None:
    """The person's dialogue in this chat, if it is the one of that name."""
    dialogue = await half_done(turn)
    return dialogue if dialogue is not None and dialogue.name == name else None


async def keep(turn: Turn, name: str, step: str, data: dict[str, Any]) -> None:
    """The dialogue now waits at this step, with what was filled in so far."""
    await _reach(turn, Dialogue(turn.chat_id, turn.user_id or 0, name, step, data, turn.desk.clock()))


async def clear(turn: Turn) -> bool:
    """Whether there was a dialogue, expired ones too; there is none any more."""
    here = visit.get()
    if here is not None and here.dialogue:
        was_there = here.dialogue[-1] is not None
    else:
        was_there = await turn.know(turn.desk.knowledge.dialogues.is_kept, turn.chat_id, turn.user_id or 0)
    await _reach(turn, None)
    return was_there


async def _reach(turn: Turn, dialogue: Dialogue | None) -> None:
    here = visit.get()
    reached = here.dialogue if here is not None else []
    is_first = not reached
    reached[:] = [dialogue]
    if is_first:
        await turn.leave(partial(_settle, turn.desk.knowledge.dialogues, turn.chat_id, turn.user_id or 0, reached))


def _settle(dialogues: Dialogues, chat_id: int, user_id: int, reached: Sequence[Dialogue | None], within: Any) -> None:
    """Where it stands at the end of the update is kept."""
    [last] = reached
    if last is not None:
        dialogues.putting(within, last)
    else:
        dialogues.clearing(within, chat_id, user_id)
