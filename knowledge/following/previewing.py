"""How much a rule would have brought, so that nobody is surprised by what they follow."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import func
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from knowledge.asking.figures.indicators import find_value, read_indicator
from knowledge.following.rules import Rule, RuleKind
from knowledge.following.standing import standing_of
from knowledge.store.documents import lives_of
from knowledge.store.loading import load_readings
from knowledge.store.states import ReportState
from knowledge.store.tables import DocumentEventRow, DocumentRow, EventRow, EventTargetRow, ReportRow


def preview(session: Session, rule: Rule, since: datetime) -> int:
    """The notices since then: of a document one for each change, of an indicator one for each value."""
    if rule.kind is RuleKind.DOCUMENT:
        return sum(1 for _ in _changes(session, rule, since))
    if rule.kind is RuleKind.INDICATOR:
        return _values(session, rule, since)
    query = (
        select(func.count())
        .select_from(EventTargetRow)
        .join(EventRow, col(EventRow.id) == col(EventTargetRow.event_id))
        .where(EventTargetRow.kind == rule.kind, EventTargetRow.key == rule.key, EventRow.created_at >= since)
    )
    return session.exec(query).one()


def _changes(session: Session, rule: Rule, since: datetime) -> Iterator[int]:
    """The reports published since then that left the document elsewhere than those before."""
    known = select_columns(col(DocumentEventRow.document_id)).where(col(DocumentEventRow.key) == rule.key)
    rows = session.exec(select(DocumentRow).where(col(DocumentRow.id).in_(known)).order_by(col(DocumentRow.id))).all()
    for document in lives_of(session, rows[:1]):
        told = list(dict.fromkeys(event.report_id for event in document.events))
        began = dict(
            session.exec(select(ReportRow.id, ReportRow.published_at).where(col(ReportRow.id).in_(told))).all()
        )
        for number, report_id in enumerate(told):
            before = standing_of([e for e in document.events if e.report_id in told[:number]])
            now = standing_of([e for e in document.events if e.report_id in told[: number + 1]])
            published_at = began.get(report_id)
            if now != before and published_at is not None and published_at >= since:
                yield report_id


def _values(session: Session, rule: Rule, since: datetime) -> int:
    indicator = read_indicator(rule.target)
    query = select(ReportRow.id).where(
        ReportRow.state == ReportState.PUBLISHED,
        col(ReportRow.published_at) >= since,
        ReportRow.organisation == (indicator.organisation if indicator else None),
    )
    ids = [int(number or 0) for number in session.exec(query)]
    return sum(1 for reading in load_readings(session, ids).values() if indicator and find_value(reading, indicator))
