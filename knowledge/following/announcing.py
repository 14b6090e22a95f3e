"""Writing the notices of what is published: one for each chat that follows any of what it is about."""

from datetime import datetime

from sqlalchemy import case, func, insert, literal, select
from sqlmodel import Session, col

from knowledge.following.answered import tell_askers
from knowledge.following.broadcasts import watch_again
from knowledge.following.changes import (
    Before,
    changed_documents,
    changed_figures,
    keep_followers,
    look_before,
    readings_before,
)
from knowledge.following.due import look_again
from knowledge.following.news import News, news_of, write_news
from knowledge.following.rules import RuleKind
from knowledge.following.states import EventKind, NoticeState
from knowledge.following.superseding import revive, supersede
from knowledge.following.targets import matches, targets_of, targets_of_report, write_targets
from knowledge.following.withdrawing import restore, withdraw
from knowledge.store.announcer import Announcement
from knowledge.store.columns import UtcDateTime
from knowledge.store.tables import ChatRow, EventRow, EventTargetRow, NoticeRow, SubscriptionRow, id_of


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
            reports=(news_of(announcement, readings_before(session, announcement.report_id, announcement.reading)),),
            documents=changed_documents(session, announcement.report_id, before, by_hand=announcement.is_correction),
            figures=changed_figures(session, announcement, before),
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
        of_report = () if announcement.is_correction else targets_of_report(announcement)
        write_targets(session, id_of(event), {*of_report, *targets_of(news)})
        told = self._tell(session, announcement, id_of(event), news) if notify else 0
        if announcement.replaced_id is not None:
            all_are_told = notify and not announcement.is_correction
            supersede(session, announcement, announcement.replaced_id, id_of(event), all_are_told=all_are_told)
            look_again(session, announcement.replaced_id, announcement.at)
        return id_of(event), told

    def withdraw(self, session: Session, report_id: int, *, why: str, at: datetime) -> None:
        """Nobody else is told of the report; whoever was, hears that it no longer holds, and why."""
        withdraw(session, report_id, why=why, at=at)
        look_again(session, report_id, at)

    def restore(self, session: Session, announcement: Announcement) -> None:
        """Whoever heard that the report was withdrawn hears that it holds; whoever had yet to hear of it does."""
        restore(session, announcement)
        revive(session, announcement.report_id, announcement.at)
        watch_again(session, announcement.report_id, announcement.at)

    def _tell(self, session: Session, announcement: Announcement, event_id: int, news: News) -> int:
        told = write_notices(session, event_id, news, announcement.tell_at)
        return told + tell_askers(session, event_id, news, announcement)


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
