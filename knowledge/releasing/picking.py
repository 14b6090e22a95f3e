"""Single statements of a draft that are wrong are left out before it is published, and put back."""

from dataclasses import replace

from pydantic import TypeAdapter
from sqlmodel import Session

from knowledge.facts import Reading, Span, Statement
from knowledge.lazily import later
from knowledge.store.audit import write_audit
from knowledge.store.clock import Clock
from knowledge.store.loading import load_readings
from knowledge.store.publishing import get_report
from knowledge.store.saving import replace_facts
from knowledge.store.states import ReportState
from knowledge.store.store import Store
from knowledge.store.tables import AuditRow

_STATEMENT = later(lambda: TypeAdapter(Statement))


class Picking:
    """The text of the report stays; what is left out is no longer searched, answered or counted."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def drop(self, report_id: int, place: Span, *, by: int | None) -> int | None:
        """The change, for `keep`; None where no such statement is (any more). Raises UnknownReport unless a draft."""
        with self._store.write() as session:
            reading = _draft(session, report_id)
            gone = next((one for one in reading.statements if one.span == place), None)
            if gone is None:
                return None
            rest = tuple(one for one in reading.statements if one is not gone)
            replace_facts(session, report_id, replace(reading, statements=rest))
            before = _STATEMENT.dump_json(gone).decode()
            return write_audit(session, "report.drop", f"report:{report_id}", by=by, at=self._clock(), before=before)

    def keep(self, change_id: int, *, by: int | None) -> int | None:
        """The draft, after what that change left out is in it again; None if there was no such change."""
        with self._store.write() as session:
            change = session.get(AuditRow, change_id)
            if change is None or change.action != "report.drop" or not change.before:
                return None
            report_id = int(change.subject.partition(":")[2])
            reading, kept = _draft(session, report_id), _STATEMENT.validate_json(change.before)
            if any(one.span == kept.span for one in reading.statements):
                return report_id
            whole = sorted((*reading.statements, kept), key=lambda one: (one.span.start, one.span.end))
            replace_facts(session, report_id, replace(reading, statements=tuple(whole)))
            write_audit(session, "report.keep", f"report:{report_id}", by=by, at=self._clock(), after=change.before)
            return report_id


def _draft(session: Session, report_id: int) -> Reading:
    get_report(session, report_id, ReportState.DRAFT)
    return load_readings(session, [report_id])[report_id]
