"""A newer version says what the one before said of a followed document or figure, and somebody has yet to hear of that."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, false, or_, select
from sqlmodel import Session, col

from knowledge.following.news import News, write_news
from knowledge.following.recipients import write_notices
from knowledge.following.renewing import present_news
from knowledge.following.rules import RuleKind
from knowledge.following.states import UNBEGUN, EventKind
from knowledge.following.superseding import publications_of
from knowledge.following.targets import Target, targets_of, targets_of_report, write_targets
from knowledge.store.announcer import Announcement
from knowledge.store.tables import EventRow, NoticeRow, SubscriptionRow, id_of


@dataclass(frozen=True, slots=True)
class Unheard:
    """The event by which some are told of a newer version as if there had been none before, and how many chats."""

    event_id: int
    chats: int

    def is_told(self) -> ColumnElement[bool]:
        """As a condition of a query: the subscription is of one of these chats."""
        told = select(col(NoticeRow.chat_id)).where(col(NoticeRow.event_id) == self.event_id)
        return col(SubscriptionRow.chat_id).in_(told)


def tell_unheard(session: Session, announcement: Announcement, replaced_id: int, news: News) -> Unheard | None:
    """Tells of the newer version whoever follows what it says no otherwise, and has yet to hear of it; None where nobody has.

    The news, of what has changed since, would leave out what they follow and were about to hear of.
    """
    waiting = select(col(NoticeRow.chat_id)).where(
        col(NoticeRow.event_id).in_(publications_of(session, replaced_id)),
        col(NoticeRow.state).in_(UNBEGUN),
        col(NoticeRow.about).is_(None),
    )
    if session.connection().execute(waiting.limit(1)).first() is None:
        return None
    present = present_news(session, announcement.report_id, announcement.at)
    followers = select(col(SubscriptionRow.chat_id)).where(
        _follows(set(targets_of(present)) - set(targets_of(news))), col(SubscriptionRow.chat_id).in_(waiting)
    )
    if session.connection().execute(followers.limit(1)).first() is None:
        return None
    event_id = _write_event(session, announcement, present)
    among = col(SubscriptionRow.chat_id).in_(followers)
    return Unheard(event_id, write_notices(session, event_id, present, announcement.tell_at, among))


def _follows(targets: Collection[Target]) -> ColumnElement[bool]:
    of_kinds = (
        (col(SubscriptionRow.kind) == kind.value)
        & col(SubscriptionRow.key).in_([followed for of_kind, followed in targets if of_kind is kind])
        for kind in (RuleKind.DOCUMENT, RuleKind.INDICATOR)
    )
    return or_(false(), *of_kinds)


def _write_event(session: Session, announcement: Announcement, present: News) -> int:
    event = EventRow(
        kind=EventKind.REPORT_PUBLISHED,
        report_id=announcement.report_id,
        payload=write_news(present),
        created_at=announcement.at,
    )
    session.add(event)
    session.flush()
    write_targets(session, id_of(event), {*targets_of_report(announcement), *targets_of(present)})
    return id_of(event)
