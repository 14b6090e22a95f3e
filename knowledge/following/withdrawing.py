"""A report is withdrawn: whoever was told of it, or was given a figure of it, hears that it no longer holds.

Where that was minutes ago the message itself is edited, so that nobody reads on what is wrong; later a new one comes.
Who heard of it hears likewise when the withdrawal is undone.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, ScalarSelect, Select, case, exists, func, insert, literal, or_, select, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col
from sqlmodel import select as select_rows

from knowledge.answers import Outcome
from knowledge.following.changes import readings_before
from knowledge.following.merging import is_told_merged, named_in, renew_unsent
from knowledge.following.news import News, news_of, read_news, write_news
from knowledge.following.states import AFTERWARDS, MERGING, PUBLICATIONS, EventKind, NoticeState
from knowledge.following.stopping import RETRACTED, stop_notices
from knowledge.store.announcer import Announcement
from knowledge.store.columns import UtcDateTime
from knowledge.store.states import ReportState
from knowledge.store.tables import ChatRow, EventRow, NoticeRow, QuestionRow, ReportRow, id_of

# As long as a message still stands among the last ones of a chat.
EDITED_WITHIN = timedelta(minutes=30)
# A notice for whoever was given a figure: it does not end with what the chat follows.
GIVEN = "withdrawn"

_TOLD = (NoticeState.SENT, NoticeState.UNCERTAIN)


def withdraw(session: Session, report_id: int, *, why: str, at: datetime) -> None:
    """Nobody else is told of the report; whoever was hears that it holds no more, those told of an older version too."""
    versions = _fallen(session, report_id)
    of_report = col(EventRow.report_id).in_(versions) & col(EventRow.kind).in_(PUBLICATIONS)
    telling = col(EventRow.report_id).in_(versions) & (
        col(EventRow.kind).in_(PUBLICATIONS) | (col(EventRow.kind) == EventKind.REPORT_RESTORED)
    )
    unsent = col(NoticeRow.event_id).in_(select(col(EventRow.id)).where(telling))
    stop_notices(session, unsent, at=at, reason=RETRACTED)
    renew_unsent(session, versions, at)
    told = session.exec(select_rows(EventRow).where(of_report).order_by(col(EventRow.id).desc())).first()
    if told is None:
        return
    news = News(read_news(told.payload).reports, why=why)
    event_id = _write_event(session, EventKind.REPORT_WITHDRAWN, report_id, news, at)
    _tell_told(session, event_id, versions, of_report, at)
    _tell_askers(session, event_id, versions, at)


def restore(session: Session, announcement: Announcement) -> None:
    """Whoever heard that the report was withdrawn, or is just being told, hears that it holds after all."""
    report_id, at = announcement.report_id, announcement.at
    withdrawal = _newest(session, EventKind.REPORT_WITHDRAWN, [report_id])
    if withdrawal is None:
        return
    stop_notices(session, col(NoticeRow.event_id) == withdrawal, at=at, reason="restored")
    news = News((news_of(announcement, readings_before(session, report_id, announcement.reading)),))
    event_id = _write_event(session, EventKind.REPORT_RESTORED, report_id, news, at)
    _tell_told(session, event_id, [report_id], _is_read_as_withdrawn(report_id), at)


def _is_read_as_withdrawn(report_id: int) -> ColumnElement[bool]:
    """Told that some version of the report is withdrawn, and nothing of the report afterwards."""
    later, event = aliased(NoticeRow), aliased(EventRow)
    versions = select(col(ReportRow.id)).where(col(ReportRow.lineage) == _lineage(report_id))
    is_told_later = exists().where(
        col(later.chat_id) == col(NoticeRow.chat_id),
        col(later.id) > col(NoticeRow.id),
        col(later.state) == NoticeState.SENT,
        col(event.id) == col(later.event_id),
        col(event.report_id).in_(versions),
        col(event.kind).in_((*PUBLICATIONS, EventKind.REPORT_RESTORED)),
    )
    return (col(EventRow.kind) == EventKind.REPORT_WITHDRAWN) & col(EventRow.report_id).in_(versions) & ~is_told_later


def stop_outdated(session: Session, notice_ids: Sequence[int], at: datetime) -> None:
    """Of these, which come after a request that did not go through, what was taken back while it was under way is not told."""
    stop_notices(session, col(NoticeRow.id).in_(notice_ids), _is_taken_back(), at=at, reason="taken back")


def _is_taken_back() -> ColumnElement[bool]:
    """Of a withdrawal that was undone, or undone and made again; of an undoing after which the report was withdrawn."""
    this, later = aliased(EventRow), aliased(EventRow)
    other, version = aliased(ReportRow), aliased(ReportRow)
    is_same = (col(later.report_id) == col(this.report_id)) & col(later.kind).in_(AFTERWARDS)
    is_withdrawn_again = (
        (col(this.kind) == EventKind.REPORT_RESTORED)
        & (col(later.kind) == EventKind.REPORT_WITHDRAWN)
        & (col(version.lineage) == col(other.lineage))
    )
    return exists().where(
        col(this.id) == col(NoticeRow.event_id),
        col(this.kind).in_(AFTERWARDS),
        col(later.id) > col(this.id),
        col(other.id) == col(this.report_id),
        col(version.id) == col(later.report_id),
        or_(is_same, is_withdrawn_again),
    )


def tell_late(session: Session, notice_ids: Sequence[int], at: datetime) -> None:
    """Of these, which have just arrived or may have, those that ceased to hold while they were under way."""
    for notice_id, chat_id, kind, report_id, payload in session.connection().execute(_arrived(notice_ids)).all():
        this, report = col(NoticeRow.id) == notice_id, int(report_id or 0)
        if kind in AFTERWARDS:
            _take_back(session, report, chat_id, this, at)
            continue
        for number in named_in(read_news(payload)) if kind in MERGING else [report]:
            versions = _fallen(session, number)
            withdrawal = _lasting_withdrawal(session, versions) if versions else None
            if withdrawal is not None:
                of_report = col(EventRow.report_id).in_(versions) & col(EventRow.kind).in_(PUBLICATIONS)
                of_chat = of_report & (col(NoticeRow.chat_id) == chat_id)
                _tell_told(session, withdrawal, versions, of_chat if kind in MERGING else this, at)


def _take_back(session: Session, report_id: int, chat_id: int, this: ColumnElement[bool], at: datetime) -> None:
    """What became of the report since that notice of its withdrawal or of the undoing began is read after it."""
    withdrawal = _lasting_withdrawal(session, _fallen(session, report_id))
    restored = _newest(session, EventKind.REPORT_RESTORED, [report_id])
    if withdrawal is None and restored is not None:
        _tell_told(session, restored, [report_id], this, at)
    _tell_again(session, withdrawal or restored, chat_id, at)


def _arrived(notice_ids: Sequence[int]) -> Select[int | None, int, str, int | None, str]:
    """Those of these notices for which it is worth looking again."""
    report = ReportRow
    query = (
        select(
            col(NoticeRow.id),
            col(NoticeRow.chat_id),
            col(EventRow.kind),
            col(EventRow.report_id),
            col(EventRow.payload),
        )
        .join(EventRow, col(EventRow.id) == col(NoticeRow.event_id))
        .outerjoin(report, col(report.id) == col(EventRow.report_id))
        .where(col(NoticeRow.id).in_(notice_ids))
    )
    is_published = col(report.state) == ReportState.PUBLISHED
    return query.where(
        or_(
            col(EventRow.kind).in_(MERGING),
            col(EventRow.kind).in_(PUBLICATIONS) & ~is_published,
            _is_taken_back(),
        )
    )


def _fallen(session: Session, report_id: int) -> list[int]:
    """All versions of the report, of which none answers; just this one where another version does; none if it answers."""
    query = select(col(ReportRow.id), col(ReportRow.state)).where(col(ReportRow.lineage) == _lineage(report_id))
    states = {int(number or 0): state for number, state in session.connection().execute(query)}
    if states.get(report_id) == ReportState.PUBLISHED:
        return []
    return [report_id] if ReportState.PUBLISHED in states.values() else sorted(states)


def _lineage(report_id: int) -> ScalarSelect[int | None]:
    return select(col(ReportRow.lineage)).where(col(ReportRow.id) == report_id).scalar_subquery()


def _newest(session: Session, kind: EventKind, report_ids: Sequence[int]) -> int | None:
    of_kind = (col(EventRow.kind) == kind) & col(EventRow.report_id).in_(report_ids)
    newest: int | None = session.connection().execute(select(func.max(col(EventRow.id))).where(of_kind)).scalar()
    return newest


def _lasting_withdrawal(session: Session, versions: Sequence[int]) -> int | None:
    """The newest withdrawal of these versions; None where it was undone, whatever took the report's place since."""
    withdrawn, restored = (
        _newest(session, kind, versions) for kind in (EventKind.REPORT_WITHDRAWN, EventKind.REPORT_RESTORED)
    )
    return None if withdrawn is not None and restored is not None and restored > withdrawn else withdrawn


def _write_event(session: Session, kind: EventKind, report_id: int, news: News, at: datetime) -> int:
    event = EventRow(kind=kind, report_id=report_id, payload=write_news(news), created_at=at)
    session.add(event)
    session.flush()
    return id_of(event)


def _tell_told(
    session: Session, event_id: int, versions: Sequence[int], those: ColumnElement[bool], at: datetime
) -> None:
    """One statement however many they are; of several notices of a chat the last is written over."""
    already = aliased(NoticeRow)
    is_told = col(NoticeRow.state).in_(_TOLD) | (
        (col(NoticeRow.state) == NoticeState.MERGED) & is_told_merged(versions)
    )
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


def _tell_again(session: Session, event_id: int | None, chat_id: int, at: datetime) -> None:
    """What arrived before the older message that it takes back comes once more, so that it is read last."""
    overtaking = (col(NoticeRow.event_id) == event_id) & (col(NoticeRow.chat_id) == chat_id)
    again = update(NoticeRow).where(overtaking, col(NoticeRow.state).in_(_TOLD))
    values = {"state": NoticeState.WAITING, "due_at": at, "decided_at": None, "reason": None, "sender": None}
    session.connection().execute(again.values(**values))


def _tell_askers(session: Session, event_id: int, versions: Sequence[int], at: datetime) -> None:
    """Chats that were given a figure of the report in an answer and do not hear of it anyway."""
    given = select(col(QuestionRow.chat_key)).where(
        col(QuestionRow.report_id).in_(versions), col(QuestionRow.outcome) == Outcome.ANSWERED.value
    )
    connection = session.connection()
    chats = {int(key.partition(":")[0]) for key in connection.execute(given.distinct()).scalars()}
    told = select(col(NoticeRow.chat_id)).where(col(NoticeRow.event_id) == event_id)
    unreachable = select(col(ChatRow.id)).where(col(ChatRow.paused_at).is_not(None))
    chats -= set(connection.execute(told).scalars()) | set(connection.execute(unreachable).scalars())
    notice = {"event_id": event_id, "state": NoticeState.WAITING.value, "due_at": at, "attempts": 0, "about": GIVEN}
    if chats:
        connection.execute(insert(NoticeRow), [{"chat_id": chat, **notice} for chat in sorted(chats)])
