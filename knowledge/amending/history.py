"""What was changed by hand, by whom and when: read from the audit log, which keeps it for ever."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from knowledge.amending.logged import LoggedFact, read_logged
from knowledge.entries.entries import UNDO_WITHIN
from knowledge.fields.describing import Changed, differences, read_fields
from knowledge.fields.entry_fields import EntryFields
from knowledge.store.clock import Clock
from knowledge.store.store import Store
from knowledge.store.tables import AuditRow, ReportRow, id_of

_OF_ENTRIES = ("entry.add", "entry.edit", "entry.delete", "entry.undo")
_OF_FACTS = ("fact.edit", "fact.drop", "fact.undo")
_UNDONE = ("entry.undo", "fact.undo")
TAKEN_OUT = ("entry.delete", "fact.drop")
# Nobody scrolls further on a phone; the audit log holds the rest.
MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Change:
    """One change; `before` and `after` are None where there was or is nothing."""

    id: int
    at: datetime
    by: int | None
    action: str  # entry.add, entry.edit, entry.delete, entry.undo, fact.edit, fact.drop, fact.undo
    report_id: int
    before: EntryFields | None
    after: EntryFields | None
    why: str = ""
    quote: str = ""

    @property
    def changed(self) -> tuple[Changed, ...]:
        """The fields that it changed; none where all of it came or went."""
        return differences(self.before, self.after) if self.before and self.after else ()


class History:
    """Reads only."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def lineage(self, report_id: int) -> int:
        """The number that all versions of the report share."""
        with self._store.read() as session:
            return session.exec(select(ReportRow.lineage).where(ReportRow.id == report_id)).one()

    def change(self, change_id: int) -> Change | None:
        """None if there is no such change of an item."""
        with self._store.read() as session:
            row = session.get(AuditRow, change_id)
        return _read(row) if row is not None and row.action in _OF_ENTRIES + _OF_FACTS else None

    def last_of(self, report_id: int) -> int | None:
        """The last change of an item in just that version."""
        with self._store.read() as session:
            rows = _rows(session, [report_id])
        return id_of(rows[0]) if rows else None

    def latest(self, report_id: int) -> Change | None:
        """The last change of an item in any version of that report."""
        with self._store.read() as session:
            rows = _rows(session, _versions(session, report_id))
        return _read(rows[0]) if rows else None

    def is_last(self, change_id: int) -> bool:
        """Whether the item is as this change left it: what was done to it since was taken back."""
        with self._store.read() as session:
            row = session.get(AuditRow, change_id)
            if row is None or row.action in _UNDONE or self._clock() - row.at > UNDO_WITHIN:
                return False
            last = _standing(_of_same_item(session, row))
        return last is not None and id_of(last) == change_id

    def taken_back(self, change_id: int, by: int | None) -> Change | None:
        """The change by which that person took this one back, if the item was not changed since."""
        with self._store.read() as session:
            row = session.get(AuditRow, change_id)
            rows = _of_same_item(session, row) if row else []
        if not rows or rows[0].action not in _UNDONE or rows[0].by != by:
            return None
        undone = _standing(rows[1:])
        return _read(rows[0]) if undone is not None and id_of(undone) == change_id else None

    def of_item(self, report_id: int, kind: str, quote: str, offset: int | None) -> list[Change]:
        """Every change of the entry, or of the fact that stands there in that sentence; the newest first."""
        with self._store.read() as session:
            rows = _rows(session, _versions(session, report_id))
        wanted = ("entry",) if offset is None else (kind, quote, offset)
        return [_read(row) for row in rows if _key(row) == wanted][:MOST_SHOWN]

    def recent(self, *, by: int | None, limit: int) -> list[Change]:
        """What that person changed within a day and still stands so, for nobody changed it since or that was taken back."""
        since = self._clock() - timedelta(days=1)
        query = select(AuditRow).where(
            AuditRow.by == by, AuditRow.at >= since, col(AuditRow.action).in_(_OF_ENTRIES + _OF_FACTS)
        )
        with self._store.read() as session:
            rows = session.exec(query.order_by(col(AuditRow.id).desc()).limit(8 * limit)).all()
        return [_read(row) for row in rows if self.is_last(id_of(row))][:limit]


def _rows(session: Session, report_ids: list[int]) -> list[AuditRow]:
    subjects = [f"report:{number}" for number in report_ids]
    of_them = select(AuditRow).where(
        col(AuditRow.subject).in_(subjects), col(AuditRow.action).in_(_OF_ENTRIES + _OF_FACTS)
    )
    return list(session.exec(of_them.order_by(col(AuditRow.id).desc())).all())


def _of_same_item(session: Session, row: AuditRow) -> list[AuditRow]:
    """Every change of its item, the newest first."""
    rows = _rows(session, _versions(session, _report_of(row)))
    return [one for one in rows if _key(one) == _key(row)]


def _standing(rows: Iterable[AuditRow]) -> AuditRow | None:
    """Of an item's changes, the newest first, the last that was not taken back; each undoing takes back the one before it."""
    undone = 0
    for row in rows:
        if row.action in _UNDONE:
            undone += 1
        elif undone:
            undone -= 1
        else:
            return row
    return None


def _versions(session: Session, report_id: int) -> list[int]:
    lineage = select(ReportRow.lineage).where(ReportRow.id == report_id).scalar_subquery()
    return [int(number or 0) for number in session.exec(select(ReportRow.id).where(ReportRow.lineage == lineage))]


def _key(row: AuditRow) -> tuple[object, ...]:
    """Of which item of its report the change is."""
    if row.action in _OF_ENTRIES:
        return ("entry",)
    fact = _fact(row)
    return (fact.kind, fact.quote, fact.place.start - fact.span.start)


def _fact(row: AuditRow) -> LoggedFact:
    return read_logged(str(row.after or row.before))


def _report_of(row: AuditRow) -> int:
    return int(row.subject.partition(":")[2])


def _read(row: AuditRow) -> Change:
    if row.action in _OF_ENTRIES:
        before, after = (read_fields(text) if text else None for text in (row.before, row.after))
        return Change(id_of(row), row.at, row.by, row.action, _report_of(row), before, after)
    facts = [read_logged(text) if text else None for text in (row.before, row.after)]
    told = _fact(row)
    return Change(
        id=id_of(row),
        at=row.at,
        by=row.by,
        action=row.action,
        report_id=_report_of(row),
        before=facts[0].fields if facts[0] else None,
        after=facts[1].fields if facts[1] else None,
        why=told.why,
        quote=told.quote,
    )
