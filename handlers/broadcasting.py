"""A broadcast under way: stopping what is not yet sent, and sending it after all."""

from collections.abc import Callable
from datetime import timedelta

from handlers.drafts import find_report
from handlers.turn import Turn
from knowledge.store.reports import ReportState


async def watch(turn: Turn, event_id: int, *, after: timedelta = timedelta()) -> None:
    """The message whose button was pressed shows from then on how far the broadcast is."""
    query = turn.update.callback_query
    if query is None or query.message is None:
        return
    begins_at = turn.desk.clock() + after
    watching = turn.desk.knowledge.broadcasts.watch
    await turn.know(watching, event_id, turn.chat_id, query.message.message_id, begins_at=begins_at)


async def stop(turn: Turn) -> None:
    """What is not yet sent is not sent; the message says so in a moment."""
    await _steer(turn, turn.desk.knowledge.broadcasts.stop, "broadcast-will-stop")


async def send_on(turn: Turn) -> None:
    """What was stopped is sent after all."""
    await _steer(turn, turn.desk.knowledge.broadcasts.resume, "broadcast-goes-on")
    turn.desk.wake_sender()


async def _steer(turn: Turn, steer: Callable[..., int], note: str) -> None:
    report_id, _, event_id = turn.pressed.partition(":")
    report = await find_report(turn, int(report_id), ReportState.PUBLISHED)
    if report is None:
        return
    count = await turn.know(steer, int(event_id), report_id=report.id, by=turn.user_id)
    await turn.note(turn.words.plain(note, count=count))
    await watch(turn, int(event_id))
