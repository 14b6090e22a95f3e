"""Writing the notices of what is published: one for each chat that follows any of what it is about."""

from datetime import datetime

from sqlalchemy import ColumnElement, case, func, insert, literal, select, update
from sqlmodel import Session, col

from knowledge.following.news import News, news_of, write_news
from knowledge.following.rules import RuleKind
from knowledge.following.states import EventKind, NoticeState
from knowledge.store.announcer import Announcement
from knowledge.store.columns import UtcDateTime
from knowledge.store.tables import ChatRow, EventRow, EventTargetRow, NoticeRow, SubscriptionRow, id_of
from knowledge.store.texts import key


class Announcements:
    """The `Announcer` of whoever follows reports."""

    def announce(self, session: Session, announcement: Announcement, *, notify: bool) -> tuple[int, int]:
        """The event, and how many chats will be told."""
        event = EventRow(
            kind=EventKind.REPORT_REVISED if announcement.is_revision else EventKind.REPORT_PUBLISHED,
            report_id=announcement.report_id,
            payload=write_news(News((news_of(announcement),))),
            created_at=announcement.at,
        )
        session.add(event)
        session.flush()
        _write_targets(session, id_of(event), announcement)
        if not notify:
            return id_of(event), 0
        return id_of(event), _write_notices(session, id_of(event), announcement.tell_at)

    def retract(self, session: Session, report_id: int, at: datetime) -> None:
        """Notices of that report that wait or were missed are not sent."""
        events = select(col(EventRow.id)).where(col(EventRow.report_id) == report_id)
        stop_notices(session, col(NoticeRow.event_id).in_(events), at=at, reason="retracted")


def stop_notices(session: Session, *where: ColumnElement[bool], at: datetime, reason: str) -> int:
    """Of those notices, the ones that nobody has begun to send are not sent; how many."""
    unbegun = col(NoticeRow.state).in_([NoticeState.WAITING, NoticeState.MISSED])
    query = update(NoticeRow).where(unbegun, *where)
    stopped = query.values(state=NoticeState.STOPPED, decided_at=at, reason=reason, sender=None)
    return session.connection().execute(stopped).rowcount


def _write_targets(session: Session, event_id: int, announcement: Announcement) -> None:
    report = announcement.reading.report
    areas = {said.area for said in announcement.reading.statements if said.area}
    targets = {
        (RuleKind.ALL, ""),
        *((RuleKind.ORGANISATION, key(name)) for name in (report.organisation, report.province) if name),
        *((RuleKind.AREA, area.value) for area in areas),
        *((RuleKind.DOCUMENT, document) for document in announcement.document_keys),
    }
    rows = [{"event_id": event_id, "kind": kind.value, "key": target} for kind, target in sorted(targets)]
    session.connection().execute(insert(EventTargetRow), rows)


def _write_notices(session: Session, event_id: int, tell_at: datetime) -> int:
    """One statement however many they are; of several rules of a chat the oldest is its reason."""
    oldest = (
        select(func.min(col(SubscriptionRow.id)))
        .join(EventTargetRow, matches())
        .where(col(EventTargetRow.event_id) == event_id)
        .group_by(col(SubscriptionRow.chat_id))
    )
    state = case((col(ChatRow.paused_at).is_(None), NoticeState.WAITING.value), else_=NoticeState.MISSED.value)
    told = (
        select(
            literal(event_id),
            col(SubscriptionRow.chat_id),
            col(SubscriptionRow.thread_id),
            col(SubscriptionRow.id),
            state,
            literal(tell_at, UtcDateTime),
            literal(0),
        )
        .join(ChatRow, col(ChatRow.id) == col(SubscriptionRow.chat_id))
        .where(col(SubscriptionRow.id).in_(oldest))
        .order_by(col(SubscriptionRow.id))
    )
    columns = ["event_id", "chat_id", "thread_id", "subscription_id", "state", "due_at", "attempts"]
    written = insert(NoticeRow).from_select(columns, told).execution_options(preserve_rowcount=True)
    return session.connection().execute(written).rowcount


def matches() -> ColumnElement[bool]:
    """That a subscription follows what an event is about."""
    return (col(SubscriptionRow.kind) == col(EventTargetRow.kind)) & (
        col(SubscriptionRow.key) == col(EventTargetRow.key)
    )
