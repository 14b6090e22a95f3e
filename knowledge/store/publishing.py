"""The steps of publishing and withdrawing, within a transaction of the caller's."""

from datetime import datetime

from sqlmodel import Session, col, select

from knowledge.fields.amendments import carry
from knowledge.store.joining import join_documents
from knowledge.store.lives import forget_report
from knowledge.store.loading import load_readings
from knowledge.store.saving import replace_facts
from knowledge.store.states import ReportState, UnknownReport
from knowledge.store.tables import AmendmentRow, ReportRow, id_of


def get_report(session: Session, report_id: int, *states: ReportState) -> ReportRow:
    """The report, in one of these states if any are given; raises UnknownReport."""
    report = session.get(ReportRow, report_id)
    if report is None or (states and report.state not in states):
        raise UnknownReport(f"report {report_id} is {report.state if report else 'not there'}")
    return report


def let_answer(session: Session, report: ReportRow, generation: int, *, by: int | None, at: datetime) -> None:
    """The report answers from now on."""
    report.state = ReportState.PUBLISHED
    report.generation = generation
    report.changed_at = at
    report.published_at, report.published_by = at, by
    session.flush()
    join_documents(session, report)


def let_rest(session: Session, report: ReportRow, state: ReportState, generation: int, at: datetime) -> None:
    """The report answers no more."""
    report.state = state
    report.generation = generation
    report.changed_at = at
    session.flush()
    forget_report(session, id_of(report))


def keep_amendments(session: Session, replaced: ReportRow, report: ReportRow) -> None:
    """What was corrected by hand in the version that answers is so in the new one too, where its sentence is there."""
    amended = select(AmendmentRow.report_id).where(AmendmentRow.report_id == replaced.id).limit(1)
    if session.exec(amended).first() is None:
        return
    readings = load_readings(session, [id_of(replaced), id_of(report)])
    older, newer = readings[id_of(replaced)], readings[id_of(report)]
    carried = carry(older, newer).reading
    if carried != newer:
        replace_facts(session, id_of(report), carried)


def in_force(session: Session, report: ReportRow) -> ReportRow | None:
    """The version of the same report that answers now, if another one does."""
    same = col(ReportRow.lineage) == report.lineage
    if report.identity:
        same |= col(ReportRow.identity) == report.identity
    query = (
        select(ReportRow)
        .where(ReportRow.state == ReportState.PUBLISHED, ReportRow.id != report.id, same)
        .order_by(col(ReportRow.id).desc())
    )
    return session.exec(query).first()
