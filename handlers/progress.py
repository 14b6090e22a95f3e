"""The one message that tells how far a long piece of work for an update has come."""

from telegram.error import BadRequest

from handlers.layout.message import compose
from handlers.turn import Turn


class ProgressMessage:
    """Known in the store by its update: whoever takes the work up after a kill goes on in the same message.

    One that the person has deleted stops no work.
    """

    def __init__(self, turn: Turn) -> None:
        self._turn = turn
        self._id: int | None = None

    async def begin(self, html: str) -> bool:
        """Say what is done first; True where the work was begun before and is only taken up."""
        inbox, update_id = self._turn.desk.knowledge.inbox, self._turn.update.update_id
        self._id = before = await self._turn.know(inbox.shown_in, update_id)
        if not await self._edit(html):
            self._id = await self._turn.say(html)
            await self._turn.know(inbox.show_in, update_id, self._id)
        return before is not None

    async def show(self, html: str) -> None:
        """Say how far it is."""
        await self._edit(html)

    async def conclude(self, html: str) -> None:
        """Say what came of it, anew where the person has deleted the message."""
        if not await self._edit(html):
            await self._turn.say(html)

    async def _edit(self, html: str) -> bool:
        if self._id is None:
            return False
        try:
            await self._turn.edit(self._id, compose(html))
        except BadRequest as error:
            if "message to edit not found" not in error.message.lower():
                raise
            return False
        return True
