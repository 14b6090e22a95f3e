"""One notice of an event for each chat that follows any of what it is about."""

from datetime import datetime

from sqlalchemy import ColumnElement, case, func, insert, literal, select
from sqlmodel import Session, col

from knowledge.following.news import News
from knowledge.following.rules import RuleKind
from knowledge.following.states import NoticeState
from knowledge.following.targets import matches
from knowledge.store.columns import UtcDateTime
from knowledge.store.tables import ChatRow, EventTargetRow, NoticeRow, SubscriptionRow


def write_notices(session: Session, event_id: int, news: News, tell_at: datetime, *among: ColumnElement[bool]) -> int:
    """One statement however many they are; of several rules of a chat the oldest is its reason.

    With conditions `among`, only for subscriptions of which they hold.
    """
    oldest = (
        select(func.min(col(SubscriptionRow.id)))
        .join(EventTargetRow, matches())
        .where(col(EventTargetRow.event_id) == event_id, col(SubscriptionRow.id).not_in(_not_passed(session, news)))
        .where(*among)
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
