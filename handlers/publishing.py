"""/xuatban: publish a draft, after showing who will be told."""

from handlers.drafts import draft_card, find_draft
from handlers.guards import may_change
from handlers.layout.message import button, compose
from handlers.layout.reports import short_name
from handlers.turn import Turn
from knowledge.store.reports import ReportSummary


async def list_drafts(turn: Turn) -> None:
    """All drafts that this person may publish, each with a button."""
    drafts = [d for d in await turn.know(turn.desk.knowledge.reports.drafts) if await may_change(turn, d.organisation)]
    if not drafts:
        await turn.say(turn.words("drafts-none"))
        return
    rows = [[button(short_name(draft, turn.words), f"p:{draft.id}")] for draft in drafts]
    await turn.send(compose(turn.words("drafts-title"), *rows))


async def show_draft(turn: Turn) -> None:
    """The draft's card with the buttons that decide about it."""
    draft = await _draft(turn)
    if draft is not None:
        await turn.send(await draft_card(turn, draft))


async def confirm(turn: Turn) -> None:
    """Say how many will be told, and ask once more."""
    draft = await _draft(turn)
    if draft is None:
        return
    count = await turn.know(turn.desk.knowledge.subscribers.count)
    text = turn.words("publish-confirm", report=short_name(draft, turn.words), count=count)
    yes = button(turn.words.plain("button-publish-now"), f"pp:{draft.id}")
    quietly = button(turn.words.plain("button-publish-quietly"), f"pq:{draft.id}")
    no = button(turn.words.plain("button-cancel"), f"p:{draft.id}")
    await turn.send(compose(text, [yes], [quietly], [no]))


async def publish(turn: Turn) -> None:
    """Publish it and tell its followers; pressing twice publishes once."""
    await _publish(turn, notify=True)


async def publish_quietly(turn: Turn) -> None:
    """Publish it and tell nobody, as for a small edit."""
    await _publish(turn, notify=False)


async def _publish(turn: Turn, *, notify: bool) -> None:
    draft = await _draft(turn)
    if draft is None:
        return
    reports = turn.desk.knowledge.reports
    publication = await turn.know(reports.publish, draft.id, by=turn.user_id, notify=notify)
    turn.desk.wake_sender()
    await turn.know(turn.desk.knowledge.asking.refresh)
    name = short_name(draft, turn.words)
    key = "published" if notify else "published-quietly"
    await turn.replace(compose(turn.words(key, report=name, count=publication.recipients)))


async def discard(turn: Turn) -> None:
    """Delete the draft."""
    draft = await _draft(turn)
    if draft is None:
        return
    await turn.know(turn.desk.knowledge.reports.discard, draft.id, by=turn.user_id)
    await turn.replace(compose(turn.words("discarded", report=short_name(draft, turn.words))))


async def _draft(turn: Turn) -> ReportSummary | None:
    return await find_draft(turn, int(turn.pressed))
