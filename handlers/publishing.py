"""/xuatban: publish a draft, after showing who will be told."""

from handlers import broadcasting
from handlers.browsing import arrows
from handlers.drafts import draft_card, find_draft, find_report
from handlers.guards import may_change
from handlers.layout.message import Message, button, column, compose
from handlers.layout.reports import short_name
from handlers.turn import Turn
from knowledge.grammar.folding import fold
from knowledge.releasing.releasing import NeedsAnother, Released
from knowledge.releasing.second_thoughts import TooLate
from knowledge.store.reports import ReportState, ReportSummary

# https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
A_SECOND = 30
# A keyboard of Telegram takes 100, and a source that is added may bring more drafts than that.
DRAFTS_PER_PAGE = 30


async def list_drafts(turn: Turn) -> None:
    """All drafts that this person may publish, each with a button; the one whose number stands behind the command is shown."""
    named = " ".join(fold(turn.arguments).split())
    called = [one for one in await _own_drafts(turn) if named and fold(one.number or "").startswith(named)]
    if len(called) == 1:
        await turn.send(await draft_card(turn, called[0]))
    else:
        await turn.send(await _list(turn, 0))


async def turn_drafts(turn: Turn) -> None:
    """Another page of them, in place of this one."""
    await turn.replace(await _list(turn, int(turn.pressed)))


async def _own_drafts(turn: Turn) -> list[ReportSummary]:
    return [d for d in await turn.know(turn.desk.knowledge.reports.drafts) if await may_change(turn, d.organisation)]


async def _list(turn: Turn, page: int) -> Message:
    drafts = await _own_drafts(turn)
    if not drafts:
        return compose(turn.words("drafts-none"))
    pages = -(-len(drafts) // DRAFTS_PER_PAGE)
    here = min(page, pages - 1)
    shown = drafts[here * DRAFTS_PER_PAGE :][:DRAFTS_PER_PAGE]
    rows = column((short_name(draft, turn.words), f"p:{draft.id}") for draft in shown)
    return compose(turn.words("drafts-title"), *rows, arrows(turn, here, pages, "pa:"))


async def show_draft(turn: Turn) -> None:
    """The draft's card with the buttons that decide about it."""
    draft = await _draft(turn)
    if draft is not None:
        await turn.send(await draft_card(turn, draft))


async def confirm(turn: Turn) -> None:
    """Say how many will be told and how long that takes, and ask once more."""
    draft = await _draft(turn)
    if draft is None:
        return
    words = turn.words
    count = await turn.know(turn.desk.knowledge.subscribers.count)
    seconds = max(1, -(-count // A_SECOND))
    text = words("publish-confirm", report=short_name(draft, words), count=count, seconds=seconds)
    yes = button(words.plain("button-publish-now"), f"pp:{draft.id}")
    quietly = button(words.plain("button-publish-quietly"), f"pq:{draft.id}")
    later = button(words.plain("button-publish-later"), f"pl:{draft.id}")
    no = button(words.plain("button-cancel"), f"p:{draft.id}")
    await turn.send(compose(text, [yes], [quietly], [later], [no]))


async def publish(turn: Turn) -> None:
    """Publish it and tell its followers in a minute; pressing twice publishes once."""
    await _publish(turn, notify=True)


async def publish_quietly(turn: Turn) -> None:
    """Publish it and tell nobody, as for a small edit."""
    await _publish(turn, notify=False)


async def _publish(turn: Turn, *, notify: bool) -> None:
    draft = await find_report(turn, int(turn.pressed), ReportState.DRAFT, becomes=ReportState.PUBLISHED)
    if draft is None:
        return
    try:
        released = await _release(turn, draft, notify=notify)
    except NeedsAnother:
        await ask_another(turn, draft)
        return
    # When the minute is over, the message shows how far it is.
    await broadcasting.watch(turn, released.publication.event_id, after=released.tell_at - turn.desk.clock())
    await turn.renew()
    words, name, count = turn.words, short_name(draft, turn.words), released.publication.recipients
    undo = button(words.plain("button-undo"), f"pu:{draft.id}")
    if not count:
        await turn.replace(compose(words("published-quietly", report=name), [undo]))
        return
    time = f"{released.tell_at.astimezone(turn.desk.zone):%H:%M:%S}"
    text = words("published", report=name, count=count, time=time)
    await turn.replace(compose(text, [undo], [button(words.plain("button-tell-now"), f"pn:{draft.id}")]))


async def _release(turn: Turn, draft: ReportSummary, *, notify: bool) -> Released:
    releasing = turn.desk.knowledge.releasing
    if draft.state is ReportState.PUBLISHED:  # by this very press
        return await turn.know(releasing.released, draft.id)
    return await turn.know(releasing.release, draft.id, by=turn.user_id, notify=notify)


async def ask_another(turn: Turn, draft: ReportSummary) -> None:
    """Under the two-person rule, ask everybody else who may publish the draft, and say so."""
    if turn.user_id is None:
        return
    asked = await turn.know(turn.desk.knowledge.releasing.ask_another, draft.id, by=turn.user_id)
    turn.desk.wake_sender()
    key = "publish-needs-another" if asked else "publish-nobody-else"
    await turn.replace(compose(turn.words(key, report=short_name(draft, turn.words), count=asked)))


async def take_back(turn: Turn) -> None:
    """Undo the publication while nobody has been told of it."""
    report = await find_report(turn, int(turn.pressed), ReportState.PUBLISHED, becomes=ReportState.DRAFT)
    if report is None:
        return
    try:
        if report.state is ReportState.PUBLISHED:
            await turn.know(turn.desk.knowledge.releasing.take_back, report.id, by=turn.user_id)
    except TooLate:
        await turn.note(turn.words.plain("publish-too-late"), alert=True)
        return
    await turn.renew()
    open_draft = button(turn.words.plain("button-draft"), f"pb:{report.id}")
    await turn.replace(compose(turn.words("unpublished", report=short_name(report, turn.words)), [open_draft]))


async def tell_now(turn: Turn) -> None:
    """Do not wait for the minute to end."""
    report = await _published(turn)
    if report is None:
        return
    count = await turn.know(turn.desk.knowledge.releasing.tell_now, report.id, by=turn.user_id)
    turn.desk.wake_sender()
    await turn.replace(compose(turn.words("published-telling", report=short_name(report, turn.words), count=count)))
    await turn.know(turn.desk.knowledge.broadcasts.hurry, report.id)


async def _published(turn: Turn) -> ReportSummary | None:
    return await find_report(turn, int(turn.pressed), ReportState.PUBLISHED)


async def discard(turn: Turn) -> None:
    """Delete the draft."""
    draft = await _draft(turn)
    if draft is None:
        return
    await turn.know(turn.desk.knowledge.reports.discard, draft.id, by=turn.user_id)
    await turn.replace(compose(turn.words("discarded", report=short_name(draft, turn.words))))


async def _draft(turn: Turn) -> ReportSummary | None:
    return await find_draft(turn, int(turn.pressed))
