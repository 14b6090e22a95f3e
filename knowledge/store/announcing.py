"""What there is to announce of a report, as it lies in the store."""

from datetime import datetime

from sqlmodel import Session, col

from knowledge.store.announcer import Announcement
from knowledge.store.loading import load_readings
from knowledge.store.summaries import select_reports, summarise
from knowledge.store.tables import ReportRow


def announcement_of(
    session: Session, report_id: int, *, at: datetime, tell_at: datetime | None = None, replaced_id: int | None = None
) -> Announcement:
    """Of a report that answers from `at` on and took the place of that older version; told at once or from `tell_at` on."""
    [summary] = summarise(session, select_reports(col(ReportRow.id) == report_id))
    return Announcement(
        report_id=report_id,
        reading=load_readings(session, [report_id])[report_id],
        documents=summary.documents,
        figures=summary.figures,
        tasks=summary.tasks,
        replaced_id=replaced_id,
        at=at,
        tell_at=tell_at or at,
    )
