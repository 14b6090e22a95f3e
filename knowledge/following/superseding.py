"""A newer version takes a report's place while some have yet to hear of it: they hear of the new one, nobody of both."""

from datetime import datetime

from sqlalchemy import ColumnElement, ScalarSelect, case, delete, exists, func, or_, select, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from knowledge.following.mending import mend_corrections
from knowledge.following.merging import is_still_to_be_told_merged, renew_unsent
from knowledge.following.news import write_news
from knowledge.following.renewing import present_news
from knowledge.following.rules import RuleKind
from knowledge.following.states import PUBLICATIONS, UNBEGUN, EventKind, NoticeState
from knowledge.following.stopping import RETRACTED, is_given_up, is_stopped, reason_that_stays, stop_notices
from knowledge.following.targets import matches, targets_of, targets_of_report, write_targets
from knowledge.following.withdrawing import newest
from knowledge.store.announcer import Announcement
from knowledge.store.tables import ChatRow, EventRow, EventTargetRow, NoticeRow, ReportRow, SubscriptionRow


def supersede(
    session: Session, announcement: Announcement, replaced_id: int, event_id: int, *, all_are_told: bool
) -> None:
    """Whoever waits to hear of the replaced version hears of the new one: by its own notice, or else by the one that waits."""
    events = publications_of(session, replaced_id)
    if all_are_told:
        stop_notices(session, col(NoticeRow.event_id).in_(events), at=announcement.at, reason=RETRACTED)
    else:
        _leave_out(session, pass_on(session, events, announcement), event_id, announcement.at)
    renew_unsent(session, [replaced_id], announcement.at)


def hand_back(session: Session, report_id: int, announcement: Announcement) -> None:
    """What told of the older version before this one took its place, and still waits, tells of that again."""
    began = select(col(ReportRow.published_at)).where(col(ReportRow.id) == report_id).scalar_subquery()
    older = select(col(EventRow.id)).where(
        col(EventRow.id).in_(publications_of(session, report_id)), col(EventRow.created_at) < began
    )
    pass_on(session, [int(number or 0) for number in session.connection().execute(older).scalars()], announcement)


def publications_of(session: Session, report_id: int) -> list[int]:
    """The events that tell of that version."""
    query = select(col(EventRow.id)).where(col(EventRow.report_id) == report_id, col(EventRow.kind).in_(PUBLICATIONS))
    return [int(number or 0) for number in session.connection().execute(query).scalars()]


def pass_on(session: Session, events: list[int], announcement: Announcement) -> list[int]:
    """Of these events those of which somebody is yet to hear tell of this version; the ones that tell of it as a whole."""
    undecided = _undecided(session, events)
    whole = _of_the_whole(session, undecided)
    mend_corrections(session, [event for event in undecided if event not in whole], announcement)
    if whole:
        _tell_instead(session, whole, announcement)
    _stop_for_nothing(session, undecided, announcement.at)
    return whole


def _tell_instead(session: Session, events: list[int], announcement: Announcement) -> None:
    news = present_news(session, announcement.report_id, announcement.at)
    told = update(EventRow).where(col(EventRow.id).in_(events))
    session.connection().execute(told.values(report_id=announcement.report_id, payload=write_news(news)))
    session.connection().execute(delete(EventTargetRow).where(col(EventTargetRow.event_id).in_(events)))
    for event in events:
        write_targets(session, event, {*targets_of_report(announcement), *targets_of(news)})
    waiting = (col(NoticeRow.state) == NoticeState.WAITING) & col(NoticeRow.event_id).in_(events)
    # Its lease goes on without anybody: whoever has laid it out as it was cannot begin it.
    session.connection().execute(update(NoticeRow).where(waiting).values(sender=None))


def _undecided(session: Session, events: list[int]) -> list[int]:
    """Those of which somebody is yet to hear, if together with others."""
    of_events = select(col(EventRow.report_id)).where(
        col(EventRow.id).in_(events), col(EventRow.report_id).is_not(None)
    )
    reports = session.connection().execute(of_events.distinct()).scalars().all()
    if not reports:
        return []
    merged = (col(NoticeRow.state) == NoticeState.MERGED) & is_still_to_be_told_merged([int(n or 0) for n in reports])
    undecided = col(NoticeRow.state).in_([*UNBEGUN, NoticeState.SENDING]) | merged
    query = select(col(NoticeRow.event_id)).where(undecided, col(NoticeRow.event_id).in_(events)).distinct()
    return sorted(session.connection().execute(query).scalars())


def _of_the_whole(session: Session, events: list[int]) -> list[int]:
    """Those that tell of the report and not only of what was corrected in it."""
    whole = (col(EventTargetRow.kind) == RuleKind.ALL.value) & col(EventTargetRow.event_id).in_(events)
    return sorted(session.connection().execute(select(col(EventTargetRow.event_id)).where(whole)).scalars())


def _stop_for_nothing(session: Session, events: list[int], at: datetime) -> None:
    """What a chat follows may have been taken out of the report."""
    for_nothing = col(NoticeRow.subscription_id).is_not(None) & _rule().is_(None) & col(NoticeRow.about).is_(None)
    stop_notices(session, col(NoticeRow.event_id).in_(events), for_nothing, at=at, reason=RETRACTED)


def _leave_out(session: Session, events: list[int], event_id: int, at: datetime) -> None:
    """Whoever is yet to hear of the report needs no word of what was corrected in it, unless an answer gave it."""
    unbegun = (col(NoticeRow.state).in_(UNBEGUN)) & col(NoticeRow.event_id).in_(events)
    waiting = select(col(NoticeRow.chat_id)).where(unbegun)
    of_correction = (col(NoticeRow.event_id) == event_id) & col(NoticeRow.about).is_(None)
    stop_notices(session, of_correction, col(NoticeRow.chat_id).in_(waiting), at=at, reason="told as a whole")


def revive(session: Session, report_id: int, at: datetime) -> None:
    """The version answers again: whoever had yet to hear of it, and follows it now, does; for the others it is over."""
    events = publications_of(session, report_id)
    take_up(session, events, is_stopped(RETRACTED) | (is_given_up() & ~_hears_that_it_holds(session, report_id)), at=at)
    over = update(NoticeRow).where(is_stopped(RETRACTED), col(NoticeRow.event_id).in_(events))
    session.connection().execute(over.values(reason="ended"))


def _hears_that_it_holds(session: Session, report_id: int) -> ColumnElement[bool]:
    other, restored = aliased(NoticeRow), newest(session, EventKind.REPORT_RESTORED, [report_id])
    return exists().where(col(other.event_id) == restored, col(other.chat_id) == col(NoticeRow.chat_id))


def take_up(session: Session, events: list[int], those: ColumnElement[bool], *, at: datetime) -> int:
    """Those that were stopped are told after all, as each chat wants it and while it follows it; how many."""
    of_chat, rule = col(ChatRow.id) == col(NoticeRow.chat_id), _rule()
    digest_at = select(col(ChatRow.digest_at)).where(of_chat).correlate(NoticeRow).scalar_subquery()
    state = case(
        (exists().where(of_chat, col(ChatRow.paused_at).is_not(None)), NoticeState.MISSED.value),
        (digest_at.is_not(None) & col(NoticeRow.about).is_(None), NoticeState.HELD.value),
        else_=NoticeState.WAITING.value,
    )
    again = update(NoticeRow).where(
        those, col(NoticeRow.event_id).in_(events), or_(rule.is_not(None), col(NoticeRow.about).is_not(None))
    )
    due_at = case((digest_at > at, digest_at), else_=at)
    values = {"state": state, "due_at": due_at, "subscription_id": rule, "reason": reason_that_stays()}
    return session.connection().execute(again.values(**values, decided_at=None, sender=None)).rowcount


def _rule() -> ScalarSelect[int | None]:
    """The oldest subscription of the notice's chat to what its event is about; null where there is none."""
    query = (
        select(func.min(col(SubscriptionRow.id)))
        .join(EventTargetRow, matches())
        .where(
            col(EventTargetRow.event_id) == col(NoticeRow.event_id),
            col(SubscriptionRow.chat_id) == col(NoticeRow.chat_id),
        )
    )
    return query.correlate(NoticeRow).scalar_subquery()
