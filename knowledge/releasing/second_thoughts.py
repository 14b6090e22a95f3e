"""Taking a publication back before anybody was told, within a transaction of the caller's."""

from datetime import datetime

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from knowledge.following.states import EventKind, NoticeState
from knowledge.following.superseding import pass_on, revive
from knowledge.store.announcing import announcement_of
from knowledge.store.generations import next_generation
from knowledge.store.publishing import get_report, let_answer, let_rest
from knowledge.store.states import ReportState
from knowledge.store.tables import EventRow, NoticeRow, ReportRow, id_of

_PUBLICATIONS = (EventKind.REPORT_PUBLISHED.value, EventKind.REPORT_REVISED.value)
# A request for these may be under way, or has been.
_BEGUN = (NoticeState.SENDING, NoticeState.SENT, NoticeState.UNCERTAIN, NoticeState.FAILED)


class TooLate(RuntimeError):
    """The first notices have gone out; from now on a report is withdrawn, not taken back."""


def take_back(session: Session, report_id: int, *, at: datetime) -> int | None:
    """The older version, which answers again now that the report is a draft; raises TooLate and UnknownReport."""
    generation = next_generation(session)
    report = get_report(session, report_id, ReportState.PUBLISHED)
    events = _events(session, report_id)
    begun = col(NoticeRow.state).in_([state.value for state in _BEGUN])
    told = select(NoticeRow.id).where(col(NoticeRow.event_id).in_(events), begun)
    if session.exec(told.limit(1)).first() is not None:
        raise TooLate
    replaced = select(ReportRow).where(
        ReportRow.state == ReportState.REPLACED, ReportRow.generation == report.generation, ReportRow.id != report_id
    )
    older = session.exec(replaced).first()
    own = _own_events(session, report)
    let_rest(session, report, ReportState.DRAFT, generation, at)
    report.published_at = report.published_by = None
    session.connection().execute(delete(EventRow).where(col(EventRow.id).in_(own)))
    if older is None:
        return None
    let_answer(session, older, generation, by=older.published_by, at=at)
    announcement = announcement_of(session, id_of(older), at=at)
    pass_on(session, [event for event in events if event not in own], announcement)
    revive(session, id_of(older), at)
    return older.id


def hurry(session: Session, report_id: int, *, at: datetime) -> int:
    """Notices of the report that wait for a later time are sent now; how many."""
    waiting = (col(NoticeRow.state) == NoticeState.WAITING) & (col(NoticeRow.due_at) > at)
    events = _events(session, report_id)
    now = update(NoticeRow).where(col(NoticeRow.event_id).in_(events), waiting, col(NoticeRow.sender).is_(None))
    return session.connection().execute(now.values(due_at=at)).rowcount


def newest_publication(session: Session, report_id: int) -> int:
    """The event by which this version was told of last."""
    return max(_events(session, report_id))


def _own_events(session: Session, report: ReportRow) -> list[int]:
    """Those that its publication brought; others told of the older version before that."""
    query = select(EventRow.id).where(EventRow.report_id == report.id, col(EventRow.kind).in_(_PUBLICATIONS))
    return [number or 0 for number in session.exec(query.where(col(EventRow.created_at) >= report.published_at))]


def _events(session: Session, report_id: int) -> list[int]:
    """The events that tell of this version of the report."""
    query = select(EventRow.id).where(EventRow.report_id == report_id, col(EventRow.kind).in_(_PUBLICATIONS))
    return [number or 0 for number in session.exec(query)]
