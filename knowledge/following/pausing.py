"""Chats that cannot be reached: nothing is sent to them, nothing is lost for them."""

from datetime import datetime

from sqlalchemy import select, update
from sqlmodel import Session, col

from knowledge.following.concerning import concerning, concerns_report
from knowledge.following.for_admins import is_personal
from knowledge.following.news import News, ReportNews, read_news, write_news
from knowledge.following.notices import Notice, load_notices
from knowledge.following.states import EventKind, NoticeState
from knowledge.store.publishing import wait_for_publishing
from knowledge.store.states import ReportState
from knowledge.store.tables import ChatRow, EventRow, NoticeRow, ReportRow, id_of
from knowledge.store.texts import storable


def pause_chat(session: Session, chat_id: int, reason: str, *, at: datetime) -> None:
    """What waits for the chat, and whatever comes from now on, counts as missed."""
    connection = session.connection()
    chat = update(ChatRow).where(col(ChatRow.id) == chat_id, col(ChatRow.paused_at).is_(None))
    connection.execute(chat.values(paused_at=at, pause_reason=storable(reason)))
    waiting = (col(NoticeRow.chat_id) == chat_id) & col(NoticeRow.state).in_([NoticeState.WAITING, NoticeState.HELD])
    connection.execute(update(NoticeRow).where(waiting).values(state=NoticeState.MISSED, sender=None))


def restore_chat(session: Session, chat_id: int, *, at: datetime) -> list[Notice]:
    """What the chat missed, of which one new notice will tell it."""
    wait_for_publishing(session)
    reached = update(ChatRow).where(col(ChatRow.id) == chat_id).values(paused_at=None, pause_reason=None)
    session.connection().execute(reached)
    missed = _missed(session, chat_id)
    merge_into(session, missed, EventKind.CATCH_UP, at=at)
    return missed


def merge_into(session: Session, notices: list[Notice], kind: EventKind, *, at: datetime) -> None:
    """One new notice of that kind tells what these would have, unless all of it was withdrawn meanwhile."""
    news = _merged(session, notices)
    if news.reports or news.documents or news.figures:
        _write_merged(session, notices[0], news, kind, at)
    merged = col(NoticeRow.id).in_([notice.id for notice in notices])
    session.connection().execute(update(NoticeRow).where(merged).values(state=NoticeState.MERGED, decided_at=at))


def _missed(session: Session, chat_id: int) -> list[Notice]:
    query = select(col(NoticeRow.id)).where(
        col(NoticeRow.chat_id) == chat_id, col(NoticeRow.state) == NoticeState.MISSED, ~is_personal()
    )
    return load_notices(session, [int(number or 0) for number in session.connection().execute(query).scalars()])


def _merged(session: Session, missed: list[Notice]) -> News:
    """All that concerns the chat, each report once; of what was withdrawn meanwhile nothing."""
    news = [concerning(notice, read_news(notice.payload)) for notice in missed]
    answering = {notice.event_id for notice in missed if notice.report_id is None}
    reports = [
        report
        for notice, told in zip(missed, news, strict=True)
        if concerns_report(notice.reasons) or not (told.documents or told.figures)
        for report in told.reports
    ]
    published = _published(session, {notice.report_id for notice in missed if notice.report_id is not None})
    kept = [
        told
        for notice, told in zip(missed, news, strict=True)
        if notice.event_id in answering or notice.report_id in published
    ]
    return News(
        tuple(_still_published(session, reports)),
        tuple(document for told in kept for document in told.documents),
        tuple(figure for told in kept for figure in told.figures),
    )


def _published(session: Session, report_ids: set[int]) -> set[int]:
    query = select(col(ReportRow.id)).where(
        col(ReportRow.id).in_(report_ids), col(ReportRow.state) == ReportState.PUBLISHED
    )
    return {int(number or 0) for number in session.connection().execute(query).scalars()}


def _still_published(session: Session, reports: list[ReportNews]) -> list[ReportNews]:
    """Each report once, unless it answers no more."""
    by_id = {report.report_id: report for report in reports}
    published = _published(session, set(by_id))
    return [report for report_id, report in by_id.items() if report_id in published]


def _write_merged(session: Session, first: Notice, news: News, kind: EventKind, at: datetime) -> None:
    event = EventRow(kind=kind, payload=write_news(news), created_at=at)
    session.add(event)
    session.flush()
    session.add(
        NoticeRow(
            event_id=id_of(event),
            chat_id=first.chat_id,
            thread_id=first.thread_id,
            state=NoticeState.WAITING,
            due_at=at,
        )
    )
    session.flush()
