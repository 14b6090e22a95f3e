"""An update that was begun before and broken off, by a kill or a network that was away, before anybody was told."""

from datetime import datetime

from handlers.turn import Turn


async def is_of_this(turn: Turn, at: datetime) -> bool:
    """Whether what was changed then was changed by this very update, which was broken off before it said so."""
    if not turn.is_again:
        return False
    known_for = await turn.know(turn.desk.knowledge.inbox.known_for, turn.update.update_id)
    return at >= turn.desk.clock() - known_for
