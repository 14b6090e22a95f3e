"""A report is withdrawn: whoever was told of it, or was given a figure of it, hears that it no longer holds.

Where that was minutes ago the message itself is edited, so that nobody reads on what is wrong; later a new one comes.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, case, exists, func, insert, literal, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col
from sqlmodel import select as select_rows

from knowledge.answers import Outcome
from knowledge.following.news import News, read_news, write_news
from knowledge.following.states import EventKind, NoticeState
from knowledge.store.columns import UtcDateTime
from knowledge.store.states import ReportState
from knowledge.store.tables import ChatRow, EventRow, NoticeRow, QuestionRow, ReportRow, id_of

# As long as a message still stands among the last ones of a chat.
EDITED_WITHIN = timedelta(minutes=30)
# A notice for whoever was given a figure: it does not end with what the chat follows.
GIVEN = "withdrawn"

_OF_REPORTS = (EventKind.REPORT_PUBLISHED, EventKind.REPORT_REVISED)
_TOLD = (NoticeState.SENT, NoticeState.UNCERTAIN, NoticeState.MERGED)


def tell_withdrawn(session: Session, report_id: int, *, why: str, at: datetime) -> int:
    """How many chats hear of it."""
    of_report = (col(EventRow.report_id) == report_id) & col(EventRow.kind).in_(_OF_REPORTS)
    told = session.exec(select_rows(EventRow).where(of_report).order_by(col(EventRow.id).desc())).first()
    if told is None:
        return 0
    news = News(read_news(told.payload).reports, why=why)
    event = EventRow(kind=EventKind.REPORT_WITHDRAWN, report_id=report_id, payload=write_news(news), created_at=at)
    session.add(event)
    session.flush()
    count = _write(session, of_report, at)
    return count + _tell_askers(session, id_of(event), report_id, told.created_at, at)


def tell_late(session: Session, notice_ids: Sequence[int], at: datetime) -> None:
    """Of these, which have just arrived, those whose report was withdrawn while they were under way."""
    withdrawn = aliased(EventRow)
    is_withdrawn = exists().where(
        col(withdrawn.report_id) == col(EventRow.report_id), col(withdrawn.kind) == EventKind.REPORT_WITHDRAWN
    )
    those = col(NoticeRow.id).in_(notice_ids) & col(EventRow.kind).in_(_OF_REPORTS) & is_withdrawn
    found = select(col(NoticeRow.id)).join(EventRow, col(EventRow.id) == col(NoticeRow.event_id)).where(those)
    if session.connection().execute(found.limit(1)).first() is not None:
        _write(session, those, at)


def _write(session: Session, those: ColumnElement[bool], at: datetime) -> int:
    """One statement however many they are; of several notices of a chat the last is written over."""
    withdrawn, already = aliased(EventRow), aliased(NoticeRow)
    newest = (
        select(func.max(col(withdrawn.id)))
        .where(col(withdrawn.report_id) == col(EventRow.report_id))
        .where(col(withdrawn.kind) == EventKind.REPORT_WITHDRAWN)
        .correlate(EventRow)
        .scalar_subquery()
    )
    last = (
        select(func.max(col(NoticeRow.id)).label("id"), newest.label("event_id"))
        .join(EventRow, col(EventRow.id) == col(NoticeRow.event_id))
        .join(ReportRow, col(ReportRow.id) == col(EventRow.report_id))
        .where(those, col(NoticeRow.state).in_(_TOLD), col(ReportRow.state) == ReportState.WITHDRAWN)
        .group_by(col(NoticeRow.chat_id), col(EventRow.report_id))
        .subquery()
    )
    is_recent = (col(NoticeRow.state) == NoticeState.SENT) & (col(NoticeRow.decided_at) >= at - EDITED_WITHIN)
    state = case((col(ChatRow.paused_at).is_not(None), NoticeState.MISSED.value), else_=NoticeState.WAITING.value)
    told = (
        select(
            last.c.event_id,
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
        .where(
            ~exists().where(col(already.event_id) == last.c.event_id, col(already.chat_id) == col(NoticeRow.chat_id))
        )
    )
    columns = [
        "event_id",
        "chat_id",
        "thread_id",
        "state",
        "due_at",
        "attempts",
        "replaces",
        "about",
    ]
    written = insert(NoticeRow).from_select(columns, told).execution_options(preserve_rowcount=True)
    return session.connection().execute(written).rowcount


def _tell_askers(session: Session, event_id: int, report_id: int, since: datetime, at: datetime) -> int:
    """Chats that were given a figure of the report in an answer and do not hear of it anyway."""
    given = select(col(QuestionRow.chat_key)).where(
        col(QuestionRow.report_id) == report_id,
        col(QuestionRow.outcome) == Outcome.ANSWERED.value,
        col(QuestionRow.asked_at) >= since,
    )
    connection = session.connection()
    chats = {int(key.partition(":")[0]) for key in connection.execute(given.distinct()).scalars()}
    told = select(col(NoticeRow.chat_id)).where(col(NoticeRow.event_id) == event_id)
    unreachable = select(col(ChatRow.id)).where(col(ChatRow.paused_at).is_not(None))
    chats -= set(connection.execute(told).scalars()) | set(connection.execute(unreachable).scalars())
    notice = {"event_id": event_id, "state": NoticeState.WAITING.value, "due_at": at, "attempts": 0, "about": GIVEN}
    if chats:
        connection.execute(insert(NoticeRow), [{"chat_id": chat, **notice} for chat in sorted(chats)])
    return len(chats)
