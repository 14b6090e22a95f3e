"""Why chats hear of what there is to tell: their rules that bring it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, exists, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from knowledge.following.rules import Rule, RuleKind
from knowledge.following.states import PUBLICATIONS
from knowledge.following.targets import matches
from knowledge.store.tables import EventRow, EventTargetRow, NoticeRow, ReportRow, SubscriptionRow


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule of the chat that brings a notice, and the subscription that a button ends."""

    subscription_id: int
    rule: Rule


def reasons_of(session: Session, ids: Sequence[int]) -> dict[int, list[Reason]]:
    """All rules that match what these notices tell, the oldest first."""
    matching = _REASONS.join(EventTargetRow, col(EventTargetRow.event_id) == col(NoticeRow.event_id))
    return _found(session, matching.join(SubscriptionRow, _IS_FOLLOWED), ids)


def reasons_to_hear_again(session: Session, ids: Sequence[int]) -> dict[int, list[Reason]]:
    """The rules that brought the reports of which these notices say that they hold after all."""
    if not ids:
        return {}
    telling, told, version = aliased(EventRow), aliased(NoticeRow), aliased(ReportRow)
    published = and_(col(telling.report_id) == col(version.id), col(telling.kind).in_(PUBLICATIONS))
    has_brought = exists().where(
        col(told.event_id) == col(telling.id), col(told.subscription_id) == col(SubscriptionRow.id)
    )
    # What its new value has not passed is no reason, and the value is not told again.
    matching = (
        _REASONS.join(EventRow, col(EventRow.id) == col(NoticeRow.event_id))
        .join(ReportRow, col(ReportRow.id) == col(EventRow.report_id))
        .join(version, col(version.lineage) == col(ReportRow.lineage))
        .join(telling, published)
        .join(EventTargetRow, col(EventTargetRow.event_id) == col(telling.id))
        .join(SubscriptionRow, _IS_FOLLOWED)
        .where(or_(col(SubscriptionRow.threshold).is_(None), has_brought))
        .distinct()
    )
    return _found(session, matching, ids)


def _found(session: Session, matching: Any, ids: Sequence[int]) -> dict[int, list[Reason]]:
    query = matching.where(col(NoticeRow.id).in_(ids)).order_by(col(SubscriptionRow.id))
    found: dict[int, list[Reason]] = defaultdict(list)
    for number, subscription_id, kind, target, threshold in session.connection().execute(query):
        found[int(number or 0)].append(Reason(int(subscription_id or 0), Rule(RuleKind(kind), target, threshold)))
    return found


_IS_FOLLOWED = (col(SubscriptionRow.chat_id) == col(NoticeRow.chat_id)) & matches()
_REASONS: Any = select(
    col(NoticeRow.id),
    col(SubscriptionRow.id).label("subscription_id"),
    col(SubscriptionRow.kind),
    col(SubscriptionRow.target),
    col(SubscriptionRow.threshold),
).select_from(NoticeRow)
