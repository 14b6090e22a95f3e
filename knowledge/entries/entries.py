"""Entries: added, edited, deleted and undone, each change whole and audited."""

import hashlib
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter
from sqlmodel import Session, col, func, select

from knowledge.entries.composing import compose_entry
from knowledge.entries.similarity import Similar, find_similar
from knowledge.facts import Reading
from knowledge.fields.entry_fields import EntryFields, IncompleteEntry
from knowledge.lazily import later
from knowledge.store.audit import write_audit
from knowledge.store.clock import Clock
from knowledge.store.drafting import insert_draft
from knowledge.store.generations import wait_for_publishing
from knowledge.store.publishing import get_report
from knowledge.store.reports import Reports
from knowledge.store.states import ReportState, UnknownReport
from knowledge.store.store import Store
from knowledge.store.tables import EntryRow, EventRow, NoticeRow, ReportRow, id_of

__all__ = ["Entries", "EntryChanged", "EntryFields", "IncompleteEntry", "NothingToUndo", "Similar"]

# A slip is noticed the same day; later changes are edits with reasons of their own.
UNDO_WITHIN = timedelta(days=1)
# Whoever follows hears so long after saving, so that a slip that is undone at once is told to nobody.
TELL_AFTER = timedelta(minutes=1)

_FIELDS = later(lambda: TypeAdapter(EntryFields))


class EntryChanged(RuntimeError):
    """Somebody else changed or deleted the entry meanwhile; `current_id` is what it is now, if anything."""

    def __init__(self, current_id: int | None) -> None:
        super().__init__("the entry was changed meanwhile")
        self.current_id = current_id


class NothingToUndo(LookupError):
    """There is no change of this entry within a day that could be undone."""


class Entries:
    """Each version of an entry is a report of its own; the newest one answers."""

    def __init__(self, store: Store, clock: Clock, reports: Reports, timezone: ZoneInfo) -> None:
        self._store = store
        self._clock = clock
        self._reports = reports
        self._timezone = timezone

    def preview(self, fields: EntryFields) -> Reading:
        """The sentence and the facts that saving would add; raises IncompleteEntry."""
        return compose_entry(fields, self._today())

    def similar(self, fields: EntryFields, limit: int = 5) -> list[Similar]:
        """What published reports say of the same document, indicator or task."""
        with self._store.read() as session:
            return find_similar(session, fields, limit)

    def save(self, fields: EntryFields, *, by: int | None, notify: bool = False) -> int:
        """The new entry's report id; it answers from now on. Saving the same again changes nothing."""
        reading = self.preview(fields)
        with self._store.write() as session:
            wait_for_publishing(session)
            saved = insert_draft(session, reading, checksum=_checksum(fields), by=by, at=self._clock())
            if saved.outcome != "same":
                self._publish(session, saved.report_id, fields, by=by, notify=notify)
                self._log(session, "entry.add", saved.report_id, by, None, fields)
            return saved.report_id

    def fields(self, report_id: int) -> EntryFields:
        """What was filled in; raises UnknownReport of anything but an entry."""
        with self._store.read() as session:
            return _fields(session, report_id)

    def edit(self, report_id: int, fields: EntryFields, *, by: int | None, notify: bool = False) -> int:
        """The id of the new version of `report_id`; raises EntryChanged unless that still answers."""
        reading = self.preview(fields)
        with self._store.write() as session:
            wait_for_publishing(session)
            _check_current(session, report_id)
            before = _fields(session, report_id)
            checksum = _checksum(fields)
            saved = insert_draft(session, reading, checksum=checksum, by=by, at=self._clock(), replaces=report_id)
            self._publish(session, saved.report_id, fields, by=by, notify=notify)
            self._log(session, "entry.edit", saved.report_id, by, before, fields)
            return saved.report_id

    def told(self, report_id: int) -> int:
        """How many chats hear of this version, or have heard of it."""
        notices = select(func.count(col(NoticeRow.id))).join(EventRow, col(EventRow.id) == col(NoticeRow.event_id))
        with self._store.read() as session:
            return session.exec(notices.where(EventRow.report_id == report_id)).one()

    def rehearse(self, report_id: int | None, fields: EntryFields) -> int:
        """How many chats would be told of the edit, or of a new entry; nothing is changed. Raises as `edit`."""
        reading = self.preview(fields)
        with self._store.write() as session:
            wait_for_publishing(session)
            if report_id is not None:
                _check_current(session, report_id)
            nested = session.begin_nested()
            checksum = _checksum(fields)
            saved = insert_draft(session, reading, checksum=checksum, by=None, at=self._clock(), replaces=report_id)
            told = 0
            if saved.outcome != "same":
                told = self._publish(session, saved.report_id, fields, by=None, notify=True)
            nested.rollback()
            return told

    def delete(self, report_id: int, *, by: int | None) -> None:
        """The entry answers no more; raises EntryChanged unless it still answers."""
        with self._store.write() as session:
            wait_for_publishing(session)
            _check_current(session, report_id)
            self._reports.withdraw_within(session, report_id, by=by)
            self._log(session, "entry.delete", report_id, by, _fields(session, report_id), None)

    def undo(self, report_id: int, *, by: int | None) -> int | None:
        """Take the last change of this entry back: the version that now answers, None if it was just added.

        Raises NothingToUndo.
        """
        with self._store.write() as session:
            wait_for_publishing(session)
            _fields(session, report_id)
            versions = _versions(session, report_id)
            current = next((row for row in versions if row.state == ReportState.PUBLISHED), None)
            undone = self._take_back(session, current, by) if current else self._bring_back(session, versions, by)
            before = _fields(session, id_of(current)) if current else None
            self._log(session, "entry.undo", report_id, by, before, _fields(session, undone) if undone else None)
            return undone

    def _take_back(self, session: Session, current: ReportRow, by: int | None) -> int | None:
        """The version before an edit answers again, or nothing does after an addition."""
        if self._clock() - current.saved_at > UNDO_WITHIN:
            raise NothingToUndo
        if current.replaces is not None:  # first, so that only who heard of the edit hears that it is gone
            self._reports.restore_within(session, current.replaces, by=by)
        self._reports.withdraw_within(session, id_of(current), by=by)
        return current.replaces

    def _bring_back(self, session: Session, versions: list[ReportRow], by: int | None) -> int:
        """What was deleted last answers again."""
        deleted = max(versions, key=lambda row: (row.changed_at, row.generation))
        if self._clock() - deleted.changed_at > UNDO_WITHIN:
            raise NothingToUndo
        self._reports.restore_within(session, id_of(deleted), by=by)
        return id_of(deleted)

    def _publish(self, session: Session, report_id: int, fields: EntryFields, *, by: int | None, notify: bool) -> int:
        """How many chats will be told."""
        session.add(EntryRow(report_id=report_id, fields=_FIELDS.dump_json(fields).decode()))
        session.flush()
        tell_at = self._clock() + TELL_AFTER
        return self._reports.publish_within(session, report_id, by=by, notify=notify, tell_at=tell_at).recipients

    def _log(
        self,
        session: Session,
        action: str,
        report_id: int,
        by: int | None,
        before: EntryFields | None,
        after: EntryFields | None,
    ) -> None:
        filled_in = [_FIELDS.dump_json(fields).decode() if fields else None for fields in (before, after)]
        subject = f"report:{report_id}"
        at = self._clock()
        write_audit(session, action, subject, by=by, at=at, before=filled_in[0], after=filled_in[1])

    def _today(self) -> date:
        return self._clock().astimezone(self._timezone).date()


def _checksum(fields: EntryFields) -> str:
    return "entry:" + hashlib.sha256(_FIELDS.dump_json(fields)).hexdigest()


def _fields(session: Session, report_id: int) -> EntryFields:
    row = session.get(EntryRow, report_id)
    if row is None:
        raise UnknownReport(f"report {report_id} is no entry")
    return _FIELDS.validate_json(row.fields)


def _versions(session: Session, report_id: int) -> list[ReportRow]:
    lineage = get_report(session, report_id).lineage
    return list(session.exec(select(ReportRow).where(ReportRow.lineage == lineage).order_by(col(ReportRow.id))))


def _check_current(session: Session, report_id: int) -> None:
    _fields(session, report_id)
    current = [row.id for row in _versions(session, report_id) if row.state == ReportState.PUBLISHED]
    if report_id not in current:
        raise EntryChanged(current[0] if current else None)
