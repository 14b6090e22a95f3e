"""/hoantac: what one changed within a day, and taking it back."""

from handlers.administration.names import names_of
from handlers.broken_off import is_of_this
from handlers.editing.cards import change_lines
from handlers.guards import refuse_foreign
from handlers.layout.message import Message, button, compose, shorten
from handlers.turn import Turn
from knowledge.amending.items import Change, NothingToUndo


async def show(turn: Turn) -> None:
    """The person's own changes of a day, each with the button that takes it back."""
    await turn.send(await _list(turn))


async def press(turn: Turn) -> None:
    """Take that change back, if it is not older than a day and nobody changed the item since."""
    items = turn.desk.knowledge.items
    change = await turn.know(items.change, int(turn.pressed))
    if change is None:
        await turn.note(turn.words.plain("undo-too-late"), alert=True)
        return
    report = await turn.know(turn.desk.knowledge.reports.summary, change.report_id)
    if await refuse_foreign(turn, report.organisation):
        return
    try:
        await turn.know(items.undo, int(turn.pressed), by=turn.user_id)
    except NothingToUndo:
        undone = await turn.know(items.taken_back, change.id, turn.user_id) if turn.is_again else None
        if undone is None or not await is_of_this(turn, undone.at):
            await turn.note(turn.words.plain("undo-too-late"), alert=True)
            return
    await turn.renew()
    turn.desk.wake_sender()
    await turn.replace(compose(turn.words("undone")))


async def _list(turn: Turn) -> Message:
    changes = await turn.know(turn.desk.knowledge.items.recent, by=turn.user_id)
    if not changes:
        return compose(turn.words("undo-none"))
    names = await names_of(turn, (change.by for change in changes))
    blocks: list[str] = [turn.words("undo-title")]
    for n, change in enumerate(changes, 1):
        told = change_lines(change, names, turn.desk.zone, turn.words)
        blocks.append(turn.words("undo-line", number=n, name=shorten(_name(change), 160)))
        blocks += told
    rows = [
        [button(turn.words.plain("button-undo-this", number=n, name=_name(change)), f"v:{change.id}")]
        for n, change in enumerate(changes, 1)
    ]
    return compose("\n".join(blocks), *rows)


def _name(change: Change) -> str:
    fields = change.after or change.before
    if fields is None:
        return change.quote
    number = "/".join(part for part in (fields.number, fields.symbol) if part)
    return number or fields.indicator or fields.task or fields.note or fields.subject or change.quote
