"""Writing the notices of what is published: one for each chat that follows any of what it is about."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import ColumnElement, case, func, insert, literal, select, update
from sqlmodel import Session, col

from knowledge.following.answered import tell_askers
from knowledge.following.changes import Before, changed_documents, changed_figures, keep_followers, look_before
from knowledge.following.news import News, news_of, write_news
from knowledge.following.rules import RuleKind
from knowledge.following.states import EventKind, NoticeState
from knowledge.following.withdrawing import tell_withdrawn
from knowledge.store.announcer import Announcement
from knowledge.store.columns import UtcDateTime
from knowledge.store.tables import ChatRow, EventRow, EventTargetRow, NoticeRow, SubscriptionRow, id_of
from knowledge.store.texts import key


class Announcements:
    """The `Announcer` of whoever follows reports."""

    def look(self, session: Session, replaced_id: int | None) -> Before:
        """What the older version says of all that somebody follows or was told of."""
        return look_before(session, replaced_id)

    def announce(
        self, session: Session, announcement: Announcement, before: Before, *, notify: bool
    ) -> tuple[int, int]:
        """The event, and how many chats will be told."""
        keep_followers(session, announcement.report_id, before)
        news = News(
            reports=(news_of(announcement),),
            documents=changed_documents(session, announcement.report_id, before),
            figures=changed_figures(session, announcement.report_id, announcement.reading, before),
            why=announcement.why,
        )
        event = EventRow(
            kind=EventKind.REPORT_PUBLISHED if announcement.replaced_id is None else EventKind.REPORT_REVISED,
            report_id=announcement.report_id,
            payload=write_news(news),
            created_at=announcement.at,
        )
        session.add(event)
        session.flush()
        of_report = () if announcement.is_correction else _targets_of_report(announcement)
        write_targets(session, id_of(event), {*of_report, *targets_of(news)})
        if not notify:
            return id_of(event), 0
        told = write_notices(session, id_of(event), news, announcement.tell_at)
        return id_of(event), told + tell_askers(session, id_of(event), news, announcement)

    def withdraw(self, session: Session, report_id: int, *, why: str, at: datetime) -> None:
        """Nobody else is told of the report; whoever was, hears that it no longer holds, and why."""
        self.retract(session, report_id, at)
        tell_withdrawn(session, report_id, why=why, at=at)

    def restore(self, session: Session, report_id: int, at: datetime) -> None:
        """Whoever has not yet heard that the report was withdrawn does not hear of it."""
        withdrawals = select(col(EventRow.id)).where(
            col(EventRow.report_id) == report_id, col(EventRow.kind) == EventKind.REPORT_WITHDRAWN
        )
        stop_notices(session, col(NoticeRow.event_id).in_(withdrawals), at=at, reason="restored")

    def retract(self, session: Session, report_id: int, at: datetime) -> None:
        """Notices of that report that wait or were missed are not sent."""
        events = select(col(EventRow.id)).where(col(EventRow.report_id) == report_id)
        stop_notices(session, col(NoticeRow.event_id).in_(events), at=at, reason="retracted")


def stop_notices(session: Session, *where: ColumnElement[bool], at: datetime, reason: str) -> int:
    """Of those notices, the ones that nobody has begun to send are not sent; how many."""
    unbegun = col(NoticeRow.state).in_([NoticeState.WAITING, NoticeState.HELD, NoticeState.MISSED])
    query = update(NoticeRow).where(unbegun, *where)
    stopped = query.values(state=NoticeState.STOPPED, decided_at=at, reason=reason, sender=None)
    return session.connection().execute(stopped).rowcount


Target = tuple[RuleKind, str]


def _targets_of_report(announcement: Announcement) -> Iterator[Target]:
    """What the report as a whole is about."""
    report = announcement.reading.report
    yield RuleKind.ALL, ""
    for name in (report.organisation, report.province):
        if name:
            yield RuleKind.ORGANISATION, key(name)
    for said in announcement.reading.statements:
        if said.area:
            yield RuleKind.AREA, said.area.value


def targets_of(news: News) -> Iterator[Target]:
    """What is followed by itself of what is told."""
    for document in news.documents:
        yield from ((RuleKind.DOCUMENT, followed) for followed in document.keys)
    for figure in news.figures:
        yield from ((RuleKind.INDICATOR, followed) for followed in figure.keys)


def write_targets(session: Session, event_id: int, targets: set[Target]) -> None:
    """The event is about these."""
    rows = [{"event_id": event_id, "kind": kind.value, "key": target} for kind, target in sorted(targets)]
    if rows:
        session.connection().execute(insert(EventTargetRow), rows)


def write_notices(session: Session, event_id: int, news: News, tell_at: datetime) -> int:
    """One statement however many they are; of several rules of a chat the oldest is its reason."""
    oldest = (
        select(func.min(col(SubscriptionRow.id)))
        .join(EventTargetRow, matches())
        .where(col(EventTargetRow.event_id) == event_id, col(SubscriptionRow.id).not_in(_not_passed(session, news)))
        .group_by(col(SubscriptionRow.chat_id))
    )
    state = case(
        (col(ChatRow.paused_at).is_not(None), NoticeState.MISSED.value),
        (col(ChatRow.digest_at).is_not(None), NoticeState.HELD.value),
        else_=NoticeState.WAITING.value,
    )
    told_at = literal(tell_at, UtcDateTime)
    due_at = case((col(ChatRow.digest_at) > told_at, col(ChatRow.digest_at)), else_=told_at)
    told = (
        select(
            literal(event_id),
            col(SubscriptionRow.chat_id),
            col(SubscriptionRow.thread_id),
            col(SubscriptionRow.id),
            state,
            due_at,
            literal(0),
        )
        .join(ChatRow, col(ChatRow.id) == col(SubscriptionRow.chat_id))
        .where(col(SubscriptionRow.id).in_(oldest))
        .order_by(col(SubscriptionRow.id))
    )
    columns = ["event_id", "chat_id", "thread_id", "subscription_id", "state", "due_at", "attempts"]
    written = insert(NoticeRow).from_select(columns, told).execution_options(preserve_rowcount=True)
    return session.connection().execute(written).rowcount


def _not_passed(session: Session, news: News) -> list[int]:
    """Subscriptions to an indicator whose new value has not passed their threshold."""
    values = {followed: figure for figure in news.figures for followed in figure.keys}
    query = select(col(SubscriptionRow.id), col(SubscriptionRow.key), col(SubscriptionRow.threshold)).where(
        col(SubscriptionRow.kind) == RuleKind.INDICATOR.value,
        col(SubscriptionRow.threshold).is_not(None),
        col(SubscriptionRow.key).in_(values),
    )
    rows = session.connection().execute(query)
    return [int(number or 0) for number, followed, threshold in rows if not values[followed].passes(threshold)]


def matches() -> ColumnElement[bool]:
    """That a subscription follows what an event is about."""
    return (col(SubscriptionRow.kind) == col(EventTargetRow.kind)) & (
        col(SubscriptionRow.key) == col(EventTargetRow.key)
    )
