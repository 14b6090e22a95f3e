"""Handling one update with the registered handlers, and telling passing troubles from final ones."""

import logging

from telegram import Update
from telegram.error import Forbidden, InvalidToken, RetryAfter

from bot.observing import Trace
from bot.outbox.outcome import seconds_of
from bot.token_watch import TokenWatch
from bot.transport import NotSent, ServerFailed, may_have_arrived
from bot.updates.attempts import Passing
from handlers.failures import apologise
from handlers.turn import Application, Context
from knowledge.store.store import StoreUnavailable

log = logging.getLogger(__name__)


class Handling:
    """Runs an update through the application's handlers; call it from one event loop only."""

    def __init__(self, application: Application, trace: Trace, token_watch: TokenWatch) -> None:
        self._application = application
        self._token_watch = token_watch
        self._trace = trace
        self._errors: dict[int, Exception] = {}
        application.add_error_handler(self._note)

    async def __call__(self, update: Update) -> None:
        """Returns when the update was handled; raises `Passing`, or the final error after apologising."""
        with self._trace("update"):
            await self._application.process_update(update)
        error = self._errors.pop(update.update_id, None)
        if error is None or isinstance(error, Forbidden):
            return  # who blocked the bot in the meantime waits for no answer
        if is_passing(error):
            seconds = seconds_of(error) if isinstance(error, RetryAfter) else 0.0
            is_away = isinstance(error, NotSent) or (isinstance(error, InvalidToken) and self._token_watch.is_refused)
            raise Passing(type(error).__name__, seconds=seconds, is_away=is_away)
        if may_have_arrived(error):
            log.warning("the answer to update %d may not have arrived", update.update_id)
            return
        log.error("update %d failed", update.update_id, exc_info=error)
        await apologise(update, self._application)
        raise error

    async def give_up(self, update: Update) -> None:
        """Apologise for an update that was tried so often that it is set aside."""
        await apologise(update, self._application)

    async def _note(self, update: object, context: Context) -> None:
        if isinstance(update, Update) and context.error is not None:
            self._errors[update.update_id] = context.error


def is_passing(error: Exception) -> bool:
    """Whether the same update can well be handled later, and nothing was shown to the person yet."""
    if isinstance(error, ServerFailed):
        return error.is_certainly_refused
    return isinstance(error, (NotSent, RetryAfter, InvalidToken, StoreUnavailable))
