"""A report is withdrawn: whoever was told of it, or was given a figure of it, hears that it no longer holds.

Where that was minutes ago the message itself is edited, so that nobody reads on what is wrong; later a new one comes.
Who heard of it hears likewise when the withdrawal is undone. Whoever reads last what is true already is told nothing.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, ScalarSelect, case, exists, func, insert, literal, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col
from sqlmodel import select as select_rows

from knowledge.answers import Outcome
from knowledge.following.changes import readings_before
from knowledge.following.merging import TOLD, is_told_merged, renew_unsent
from knowledge.following.news import News, news_of, read_news, write_news
from knowledge.following.renewing import answering_versions
from knowledge.following.states import PUBLICATIONS, EventKind, NoticeState
from knowledge.following.stopping import RETRACTED, stop_notices
from knowledge.store.announcer import Announcement
from knowledge.store.announcing import announcement_of
from knowledge.store.columns import UtcDateTime
from knowledge.store.states import ReportState
from knowledge.store.tables import ChatRow, EventRow, NoticeRow, QuestionRow, ReportRow, id_of

# As long as a message still stands among the last ones of a chat.
EDITED_WITHIN = timedelta(minutes=30)
# A notice for whoever was given a figure: it does not end with what the chat follows.
GIVEN = "withdrawn"

# What says that a report holds.
_HOLDING = (*PUBLICATIONS, EventKind.REPORT_RESTORED)


def withdraw(session: Session, report_id: int, *, why: str, at: datetime) -> None:
    """Nobody else is told of the report; whoever was hears that it holds no more, those told of an older version too.

    Where an older version answers again in its place, whoever was told of this one hears what that says.
    """
    versions = fallen(session, report_id)
    of_report = col(EventRow.report_id).in_(versions)
    telling = of_report & col(EventRow.kind).in_(_HOLDING)
    unsent = col(NoticeRow.event_id).in_(select(col(EventRow.id)).where(telling))
    stop_notices(session, unsent, at=at, reason=RETRACTED)
    renew_unsent(session, versions, at)
    published = select_rows(EventRow).where(of_report, col(EventRow.kind).in_(PUBLICATIONS))
    told = session.exec(published.order_by(col(EventRow.id).desc())).first()
    if told is None:
        return
    before = _events(session, [EventKind.REPORT_WITHDRAWN], versions)
    instead = answering_versions(session, [report_id])[report_id]
    if instead is None:
        news = News(read_news(told.payload).reports, why=why)
        event_id = _write_event(session, EventKind.REPORT_WITHDRAWN, report_id, news, at)
    else:
        event_id = _write_restored(session, announcement_of(session, instead, at=at))
    tell_told(session, event_id, versions, telling & ~_is_read_before(before), at)
    _tell_askers(session, event_id, versions, before, at)


def restore(session: Session, announcement: Announcement) -> None:
    """Whoever heard that the report was withdrawn, or is just being told, hears that it holds after all."""
    report_id, at = announcement.report_id, announcement.at
    withdrawal = newest(session, EventKind.REPORT_WITHDRAWN, [report_id])
    if withdrawal is None:
        return
    stop_notices(session, col(NoticeRow.event_id) == withdrawal, at=at, reason="restored")
    event_id = _write_restored(session, announcement)
    versions = versions_of(session, report_id)
    withdrawn = (col(EventRow.kind) == EventKind.REPORT_WITHDRAWN) & col(EventRow.report_id).in_(versions)
    tell_told(session, event_id, [report_id], withdrawn & ~_is_read_before(_events(session, _HOLDING, versions)), at)


def _write_restored(session: Session, announcement: Announcement) -> int:
    report_id = announcement.report_id
    news = News((news_of(announcement, readings_before(session, report_id, announcement.reading)),))
    return _write_event(session, EventKind.REPORT_RESTORED, report_id, news, announcement.at)


def _is_read_before(events: Sequence[int]) -> ColumnElement[bool]:
    """As a condition of a query: the notice's chat has been sent one of these events since."""
    later = aliased(NoticeRow)
    return exists().where(
        col(later.event_id).in_(events),
        col(later.chat_id) == col(NoticeRow.chat_id),
        col(later.state) == NoticeState.SENT,
        col(later.decided_at) > col(NoticeRow.decided_at),
    )


def fallen(session: Session, report_id: int) -> list[int]:
    """All versions of the report, of which none answers; just this one where another version does; none if it answers."""
    query = select(col(ReportRow.id), col(ReportRow.state)).where(col(ReportRow.lineage) == _lineage(report_id))
    states = {int(number or 0): state for number, state in session.connection().execute(query)}
    if states.get(report_id) == ReportState.PUBLISHED:
        return []
    return [report_id] if ReportState.PUBLISHED in states.values() else sorted(states)


def _lineage(report_id: int) -> ScalarSelect[int | None]:
    return select(col(ReportRow.lineage)).where(col(ReportRow.id) == report_id).scalar_subquery()


def versions_of(session: Session, report_id: int) -> list[int]:
    """All of the report, whether they answer or not."""
    query = select(col(ReportRow.id)).where(col(ReportRow.lineage) == _lineage(report_id))
    return [int(number or 0) for number in session.connection().execute(query).scalars()]


def _events(session: Session, kinds: Sequence[EventKind], versions: Sequence[int]) -> list[int]:
    query = select(col(EventRow.id)).where(col(EventRow.kind).in_(kinds), col(EventRow.report_id).in_(versions))
    return [int(number or 0) for number in session.connection().execute(query).scalars()]


def newest(session: Session, kind: EventKind, report_ids: Sequence[int]) -> int | None:
    """The last event of that kind of any of these versions; None where there is none."""
    of_kind = (col(EventRow.kind) == kind) & col(EventRow.report_id).in_(report_ids)
    found: int | None = session.connection().execute(select(func.max(col(EventRow.id))).where(of_kind)).scalar()
    return found


def _write_event(session: Session, kind: EventKind, report_id: int, news: News, at: datetime) -> int:
    event = EventRow(kind=kind, report_id=report_id, payload=write_news(news), created_at=at)
    session.add(event)
    session.flush()
    return id_of(event)


def tell_told(
    session: Session, event_id: int, versions: Sequence[int], those: ColumnElement[bool], at: datetime
) -> None:
    """One statement however many they are; of several notices of a chat the last is written over."""
    already = aliased(NoticeRow)
    is_told = col(NoticeRow.state).in_(TOLD) | ((col(NoticeRow.state) == NoticeState.MERGED) & is_told_merged(versions))
    last = (
        select(func.max(col(NoticeRow.id)).label("id"))
        .join(EventRow, col(EventRow.id) == col(NoticeRow.event_id))
        .where(those, is_told)
        .group_by(col(NoticeRow.chat_id))
        .subquery()
    )
    is_recent = (col(NoticeRow.state) == NoticeState.SENT) & (col(NoticeRow.decided_at) >= at - EDITED_WITHIN)
    state = case((col(ChatRow.paused_at).is_not(None), NoticeState.MISSED.value), else_=NoticeState.WAITING.value)
    told = (
        select(
            literal(event_id),
            col(NoticeRow.chat_id),
            col(NoticeRow.thread_id),
            state,
            literal(at, UtcDateTime),
            literal(0),
            case((is_recent, col(NoticeRow.id)), else_=None),
            col(NoticeRow.about),
        )
        .join(last, last.c.id == col(NoticeRow.id))
        .outerjoin(ChatRow, col(ChatRow.id) == col(NoticeRow.chat_id))
        .where(~exists().where(col(already.event_id) == event_id, col(already.chat_id) == col(NoticeRow.chat_id)))
    )
    columns = ["event_id", "chat_id", "thread_id", "state", "due_at", "attempts", "replaces", "about"]
    session.connection().execute(insert(NoticeRow).from_select(columns, told))


def _tell_askers(session: Session, event_id: int, versions: Sequence[int], before: Sequence[int], at: datetime) -> None:
    """Chats that were given a figure of the report in an answer, since they heard of a withdrawal `before` if they did."""
    connection, heard = session.connection(), _heard(session, before)
    chats = {chat for chat, asked_at in _given(session, versions).items() if asked_at >= heard.get(chat, asked_at)}
    told = select(col(NoticeRow.chat_id)).where(col(NoticeRow.event_id) == event_id)
    unreachable = select(col(ChatRow.id)).where(col(ChatRow.paused_at).is_not(None))
    chats -= set(connection.execute(told).scalars()) | set(connection.execute(unreachable).scalars())
    notice = {"event_id": event_id, "state": NoticeState.WAITING.value, "due_at": at, "attempts": 0, "about": GIVEN}
    if chats:
        connection.execute(insert(NoticeRow), [{"chat_id": chat, **notice} for chat in sorted(chats)])


def _given(session: Session, versions: Sequence[int]) -> dict[int, datetime]:
    """The chats that were given a figure of these versions in an answer, and when they asked last."""
    given = select(col(QuestionRow.chat_key), func.max(col(QuestionRow.asked_at))).where(
        col(QuestionRow.report_id).in_(versions), col(QuestionRow.outcome) == Outcome.ANSWERED.value
    )
    asked: dict[int, datetime] = {}
    for key, asked_at in session.connection().execute(given.group_by(col(QuestionRow.chat_key))):
        chat = int(key.partition(":")[0])  # the topics of a forum are one chat's
        asked[chat] = max(asked_at, asked.get(chat, asked_at))
    return asked


def _heard(session: Session, events: Sequence[int]) -> dict[int, datetime]:
    """The chats that were sent one of these events, and when last."""
    sent = (col(NoticeRow.state) == NoticeState.SENT) & col(NoticeRow.event_id).in_(events)
    query = select(col(NoticeRow.chat_id), func.max(col(NoticeRow.decided_at))).where(sent)
    rows = session.connection().execute(query.group_by(col(NoticeRow.chat_id)))
    return {chat: moment for chat, moment in rows if moment is not None}
