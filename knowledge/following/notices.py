"""Notices as senders get them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, col

from knowledge.following.reasons import Reason, reasons_of, reasons_to_hear_again
from knowledge.following.rules import Rule, RuleKind
from knowledge.following.states import EventKind
from knowledge.store.tables import ChatRow, EventRow, NoticePartRow, NoticeRow, SubscriptionRow


@dataclass(frozen=True, slots=True)
class Notice:
    """One message to one chat, ready to be laid out."""

    id: int
    event_id: int
    kind: EventKind
    report_id: int | None
    chat_id: int
    thread_id: int | None
    subscription_id: int | None
    rule: Rule | None  # why the chat hears of it; `describe` puts it into words
    payload: str  # JSON of the event; `knowledge.following.news.read_news` reads it
    attempts: int  # how often a request was begun before
    parts: tuple[int, ...]  # message ids of the parts that arrived before
    reasons: tuple[Reason, ...] = ()  # all rules of the chat that match, the oldest first
    about: frozenset[str] = frozenset()  # keys of what an answer in the chat gave before it was corrected
    is_silent: bool = False
    replaces: tuple[int, ...] = ()  # ids of messages in the chat that this one is written over


def load_notices(session: Session, ids: Sequence[int]) -> list[Notice]:
    """Those notices, the oldest first."""
    parts: dict[int, list[int]] = defaultdict(list)
    arrived = select(col(NoticePartRow.notice_id), col(NoticePartRow.message_id))
    in_order = (col(NoticePartRow.notice_id), col(NoticePartRow.position))
    query = arrived.where(col(NoticePartRow.notice_id).in_(ids)).order_by(*in_order)
    for notice_id, message_id in session.connection().execute(query):
        parts[notice_id].append(message_id)
    rows = session.connection().execute(_NOTICES.where(col(NoticeRow.id).in_(ids)).order_by(col(NoticeRow.id))).all()
    reasons = reasons_of(session, ids)
    reasons |= reasons_to_hear_again(session, [row.id for row in rows if row.kind == EventKind.REPORT_RESTORED])
    replaced = _messages(session, [row.replaces for row in rows if row.replaces is not None])
    return [_notice(row, tuple(parts[row.id]), reasons.get(row.id, []), replaced.get(row.replaces, ())) for row in rows]


def _messages(session: Session, ids: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """The ids of all messages of those notices, in their order."""
    if not ids:
        return {}
    found: dict[int, list[int]] = defaultdict(list)
    parts = select(col(NoticePartRow.notice_id), col(NoticePartRow.message_id)).where(
        col(NoticePartRow.notice_id).in_(ids)
    )
    last = select(col(NoticeRow.id), col(NoticeRow.message_id)).where(col(NoticeRow.id).in_(ids))
    for query in (parts.order_by(col(NoticePartRow.position)), last):
        for notice_id, message_id in session.connection().execute(query):
            if message_id is not None:
                found[int(notice_id or 0)].append(message_id)
    return {notice_id: tuple(messages) for notice_id, messages in found.items()}


_NOTICES: Any = (
    select(
        col(NoticeRow.id),
        col(NoticeRow.event_id),
        col(EventRow.kind),
        col(EventRow.report_id),
        col(NoticeRow.chat_id),
        col(NoticeRow.thread_id),
        col(SubscriptionRow.id).label("subscription_id"),
        col(SubscriptionRow.kind).label("rule_kind"),
        col(SubscriptionRow.target),
        col(SubscriptionRow.threshold),
        col(EventRow.payload),
        col(NoticeRow.attempts),
        col(NoticeRow.about),
        col(ChatRow.is_silent),
        col(NoticeRow.replaces),
    )
    .join(EventRow, col(EventRow.id) == col(NoticeRow.event_id))
    .outerjoin(SubscriptionRow, col(SubscriptionRow.id) == col(NoticeRow.subscription_id))
    .outerjoin(ChatRow, col(ChatRow.id) == col(NoticeRow.chat_id))
)


def _notice(row: Any, parts: tuple[int, ...], reasons: list[Reason], replaces: tuple[int, ...]) -> Notice:
    rule = Rule(RuleKind(row.rule_kind), row.target, row.threshold) if row.rule_kind else None
    return Notice(
        id=row.id,
        event_id=row.event_id,
        kind=EventKind(row.kind),
        report_id=row.report_id,
        chat_id=row.chat_id,
        thread_id=row.thread_id,
        subscription_id=row.subscription_id,
        rule=rule,
        payload=row.payload,
        attempts=row.attempts,
        parts=parts,
        reasons=tuple(reasons),
        about=frozenset((row.about or "").splitlines()),
        is_silent=bool(row.is_silent),
        replaces=replaces,
    )
