"""The number, title, date, period and organisation of a draft, put right by hand before it is published."""

import json
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlmodel import Session

from knowledge.facts import Period, PeriodKind, ReportFacts
from knowledge.releasing.restating import restate
from knowledge.store.audit import write_audit
from knowledge.store.clock import Clock
from knowledge.store.drafting import file_anew
from knowledge.store.loading import load_readings
from knowledge.store.publishing import get_report
from knowledge.store.saving import replace_facts
from knowledge.store.states import ReportState
from knowledge.store.store import Store
from knowledge.store.tables import AuditRow

# In the order in which a report's head has them.
FIELDS = ("number", "signed_on", "title", "period", "organisation")
Value = str | date | Period | None


@dataclass(frozen=True, slots=True)
class Restated:
    """One field of a draft's data as it was and is, and the audit entry; None if nothing was to change."""

    report_id: int
    name: str
    before: Value
    after: Value
    change_id: int | None = None


class DataChanged(RuntimeError):
    """Somebody else changed the field meanwhile; `now` is what stands there."""

    def __init__(self, now: Value) -> None:
        super().__init__("the data of the draft were changed meanwhile")
        self.now = now


class DraftData:
    """What was read wrongly in a report's head need not be mended in the file; each change is in the audit log."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def correct(self, report_id: int, name: str, value: Value, *, seen: Value, by: int | None) -> Restated:
        """The draft says so from now on, and is filed as the version of whatever report that makes it.

        Raises UnknownReport unless it is a draft, and DataChanged unless the field is still as it was `seen`.
        """
        with self._store.write() as session:
            return self._correct(session, report_id, name, value, seen=seen, by=by)

    def undo(self, change_id: int, *, by: int | None) -> Restated | None:
        """The field is as it was before that change; None if there is no such. Raises as `correct`."""
        with self._store.write() as session:
            change = session.get(AuditRow, change_id)
            if change is None or change.action != "report.restate" or not (change.before and change.after):
                return None
            [(name, before)] = json.loads(change.before).items()
            after = json.loads(change.after)[name]
            report_id = int(change.subject.partition(":")[2])
            return self._correct(session, report_id, name, _read(name, before), seen=_read(name, after), by=by)

    def _correct(
        self, session: Session, report_id: int, name: str, value: Value, *, seen: Value, by: int | None
    ) -> Restated:
        row = get_report(session, report_id, ReportState.DRAFT)
        reading = load_readings(session, [report_id])[report_id]
        before: Value = getattr(reading.report, name)
        if before == value:
            return Restated(report_id, name, before, value)
        if before != seen:
            raise DataChanged(before)
        # Which field has which type is known by its name alone.
        facts: ReportFacts = replace(reading.report, **{name: value})  # type: ignore[arg-type]
        changed = restate(reading, facts)
        file_anew(session, row, changed, at=self._clock())
        replace_facts(session, report_id, changed)
        was, now = (json.dumps({name: _write(one)}, ensure_ascii=False) for one in (before, value))
        change = write_audit(
            session, "report.restate", f"report:{report_id}", by=by, at=self._clock(), before=was, after=now
        )
        return Restated(report_id, name, before, value, change)


def _write(value: Value) -> Any:
    if isinstance(value, Period):
        return [value.kind.value, value.first.isoformat(), value.last.isoformat()]
    return value.isoformat() if isinstance(value, date) else value


def _read(name: str, value: Any) -> Value:
    if value is None or name not in ("period", "signed_on"):
        return str(value) if value is not None else None
    if name == "signed_on":
        return date.fromisoformat(value)
    kind, first, last = value
    return Period(PeriodKind(kind), date.fromisoformat(first), date.fromisoformat(last))
