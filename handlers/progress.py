"""The one message that tells how far a long piece of work for an update has come."""

from telegram.error import BadRequest

from handlers.layout.message import Message, compose
from handlers.turn import Turn


class ProgressMessage:
    """Known in the store by its update: whoever takes the work up after a kill goes on in the same message.

    One that the person has deleted stops no work.
    """

    def __init__(self, turn: Turn) -> None:
        self._turn = turn
        self._id: int | None = None
        self.is_followed = False  # by another, which was begun to be sent before this was taken up

    async def begin(self, html: str) -> bool:
        """Say what is done first; True where the work was begun before and is only taken up."""
        inbox, update_id = self._turn.desk.knowledge.inbox, self._turn.update.update_id
        before, self.is_followed = await self._turn.know(inbox.shown, update_id)
        self._id = before
        if not await self._edit(compose(html)):
            self._id = await self._turn.say(html)
            await self._turn.know(inbox.show_in, update_id, self._id)
        return before is not None

    async def show(self, html: str) -> None:
        """Say how far it is."""
        await self._edit(compose(html))

    async def is_to_be_followed(self) -> bool:
        """Whether another message may be sent below it: said once, whatever is killed behind this."""
        return await self._turn.know(self._turn.desk.knowledge.inbox.follow_once, self._turn.update.update_id)

    async def conclude(self, message: Message) -> None:
        """Say what came of it, anew where the person has deleted the message."""
        if not await self._edit(message):
            await self._turn.send(message)

    async def _edit(self, message: Message) -> bool:
        if self._id is None:
            return False
        try:
            await self._turn.edit(self._id, message)
        except BadRequest as error:
            if "message to edit not found" not in error.message.lower():
                raise
            return False
        return True
