"""Corrections by hand of what was read in published reports: each is a new version, audited, and can be undone."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from knowledge.amending.logged import LoggedFact, read_logged, write_logged
from knowledge.entries.entries import TELL_AFTER, UNDO_WITHIN, NothingToUndo
from knowledge.facts import Amendment, Reading
from knowledge.fields.amendments import FactKind, Place, amend, fact_at, places_of, put_back
from knowledge.fields.describing import Fact, describe, differences
from knowledge.fields.entry_fields import EntryFields
from knowledge.following.states import NoticeState
from knowledge.store.audit import write_audit
from knowledge.store.clock import Clock
from knowledge.store.drafting import insert_draft
from knowledge.store.generations import wait_for_publishing
from knowledge.store.loading import load_readings
from knowledge.store.publishing import get_report
from knowledge.store.reports import Publication, Reports
from knowledge.store.states import ReportState, UnknownReport
from knowledge.store.store import Store
from knowledge.store.tables import AuditRow, EventRow, NoticeRow, ReportRow, id_of

# What may have reached somebody.
_TOLD = (NoticeState.SENT, NoticeState.SENDING, NoticeState.UNCERTAIN)


@dataclass(frozen=True, slots=True)
class Correction:
    """One fact as an admin saw it and as it is to be; nothing comes after what is to be taken out."""

    report_id: int
    place: Place
    before: EntryFields
    after: EntryFields | None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Corrected:
    """The version that answers now, how many chats will be told, and the audit entry; None if nothing was to change."""

    report_id: int
    recipients: int = 0
    change_id: int | None = None


class FactChanged(RuntimeError):
    """Somebody else changed the fact meanwhile: `now` is what it is (None where it was taken out), `by` whom and when."""

    def __init__(
        self, report_id: int, place: Place | None, now: EntryFields | None, by: int | None, at: datetime
    ) -> None:
        super().__init__("the fact was changed meanwhile")
        self.report_id = report_id
        self.place = place
        self.now = now
        self.by = by
        self.at = at


class Amending:
    """Facts of published reports are changed one at a time; of several admins the later sees what the earlier did."""

    def __init__(self, store: Store, clock: Clock, reports: Reports, timezone: ZoneInfo) -> None:
        self._store = store
        self._clock = clock
        self._reports = reports
        self._timezone = timezone

    def current(self, report_id: int) -> int:
        """The version of this report that answers now; raises UnknownReport where none does."""
        with self._store.read() as session:
            return id_of(_answering(session, report_id))

    def correct(self, correction: Correction, *, by: int | None, notify: bool = False) -> Corrected:
        """The new version, which answers from now on; doing the same again changes nothing.

        Raises FactChanged if the fact is not any more what `before` says, and UnknownReport if the report is gone.
        """
        with self._store.write() as session:
            return self._correct(session, correction, by=by, notify=notify)

    def find_again(self, report_id: int, place: Place) -> tuple[int, Place] | None:
        """Where the fact stands in the version that answers now; None where none does or it was taken out."""
        with self._store.read() as session:
            try:
                now = id_of(_answering(session, report_id))
            except UnknownReport:
                return None
            readings = load_readings(session, list({now, report_id}))
        found, _ = _find_again(readings[report_id], place, readings[now])
        return (now, found) if found else None

    def rehearse(self, correction: Correction) -> int:
        """How many chats would be told of the correction; nothing is changed. Raises as `correct`."""
        with self._store.write() as session:
            nested = session.begin_nested()
            told = self._correct(session, correction, by=None, notify=True).recipients
            nested.rollback()
            return told

    def undo(self, change_id: int, *, by: int | None) -> Corrected:
        """Take that change of the audit log back; whoever was told of it hears that, too.

        Raises NothingToUndo after a day, and FactChanged if the fact was changed again since.
        """
        with self._store.write() as session:
            wait_for_publishing(session)
            change = session.get(AuditRow, change_id)
            if change is None or change.action not in ("fact.edit", "fact.drop") or not change.after:
                raise NothingToUndo
            if self._clock() - change.at > UNDO_WITHIN or change.before is None:
                raise NothingToUndo
            return self._undo(session, change_id, read_logged(change.before), read_logged(change.after), by=by)

    def _correct(self, session: Session, correction: Correction, *, by: int | None, notify: bool) -> Corrected:
        wait_for_publishing(session)
        report = _answering(session, correction.report_id)
        readings = load_readings(session, list({id_of(report), correction.report_id}))
        reading, seen = readings[id_of(report)], readings[correction.report_id]
        place, fact = _find_again(seen, correction.place, reading)
        now = describe(fact) if fact else None
        if now is None or place is None or _differ(now, correction.before):
            if not _differ(now, correction.after):
                return Corrected(id_of(report))
            raise _changed_by_another(report, place, now)
        changed = amend(reading, place, correction.after, on=self._today(), why=correction.why)
        if changed == reading:
            return Corrected(id_of(report))
        logged = _logged(report, reading, place, self._today(), correction.why)
        published = self._publish(session, report, changed, by=by, notify=notify, why=correction.why)
        action = "fact.edit" if correction.after else "fact.drop"
        stands = _after(logged, changed, published.report_id) if correction.after else None
        after = replace(logged, version=published.report_id, fields=stands)
        return Corrected(published.report_id, published.recipients, self._log(session, action, logged, after, by))

    def _undo(
        self, session: Session, change_id: int, before: LoggedFact, after: LoggedFact, *, by: int | None
    ) -> Corrected:
        report = _answering(session, after.version)
        reading = load_readings(session, [id_of(report)])[id_of(report)]
        place, fact = _at(reading, after)
        now = describe(fact) if fact else None
        if _differ(now, after.fields):
            raise _changed_by_another(report, place, now)
        if place is None:
            older = load_readings(session, [before.version])[before.version]
            made = next((one for one in reading.amendments if _is_of(one, after)), None)
            if made is None:
                raise NothingToUndo
            changed = put_back(reading, older, made)
        else:
            changed = amend(reading, place, before.fields, on=self._today(), why=before.why)
        notify = _was_told(session, after.version)
        published = self._publish(session, report, changed, by=by, notify=notify, why="")
        undone = replace(before, version=published.report_id, on=self._today(), undoes=change_id)
        change = self._log(session, "fact.undo", replace(after, version=id_of(report)), undone, by)
        return Corrected(published.report_id, published.recipients, change)

    def _publish(
        self, session: Session, report: ReportRow, reading: Reading, *, by: int | None, notify: bool, why: str
    ) -> Publication:
        at, report_id = self._clock(), id_of(report)
        saved = insert_draft(session, reading, checksum=report.checksum, by=by, at=at, replaces=report_id)
        return self._reports.publish_within(
            session, saved.report_id, by=by, notify=notify, tell_at=at + TELL_AFTER, is_correction=True, why=why
        )

    def _log(self, session: Session, action: str, before: LoggedFact, after: LoggedFact, by: int | None) -> int:
        return write_audit(
            session,
            action,
            f"report:{after.version}",
            by=by,
            at=self._clock(),
            before=write_logged(before),
            after=write_logged(after),
        )

    def _today(self) -> date:
        return self._clock().astimezone(self._timezone).date()


def _answering(session: Session, report_id: int) -> ReportRow:
    lineage = get_report(session, report_id).lineage
    published = select(ReportRow).where(ReportRow.lineage == lineage, ReportRow.state == ReportState.PUBLISHED)
    report = session.exec(published.order_by(col(ReportRow.id).desc())).first()
    if report is None:
        raise UnknownReport(f"no version of report {report_id} answers")
    return report


def _find_again(seen: Reading, place: Place, now: Reading) -> tuple[Place | None, Fact | None]:
    """The fact of one version in another: by the place of its words, for the text stays while facts are corrected."""
    fact = fact_at(seen, place)
    if fact is None:
        return None, None
    if seen is now:
        return place, fact
    statement = seen.statements[place.statement]
    words = statement.span.cut(seen.text)
    for position, other in enumerate(now.statements):
        if other.span.cut(now.text) != words or (seen.text == now.text and other.span != statement.span):
            continue
        for found, candidate in places_of(other, position):
            offset = candidate.span.start - other.span.start
            if found.kind == place.kind and offset == fact.span.start - statement.span.start:
                return found, candidate
    return None, None


def _at(reading: Reading, logged: LoggedFact) -> tuple[Place | None, Fact | None]:
    for position, statement in enumerate(reading.statements):
        if statement.span.cut(reading.text) != logged.quote:
            continue
        for place, fact in places_of(statement, position):
            offset = fact.span.start - statement.span.start
            if place.kind == logged.kind and offset == logged.place.start - logged.span.start:
                return place, fact
    return None, None


def _logged(report: ReportRow, reading: Reading, place: Place, on: date, why: str) -> LoggedFact:
    statement, fact = reading.statements[place.statement], fact_at(reading, place)
    if fact is None:
        raise LookupError("the fact is not there")
    quote = statement.span.cut(reading.text)
    kind: FactKind = place.kind
    return LoggedFact(id_of(report), report.lineage, statement.span, kind, fact.span, quote, describe(fact), on, why)


def _after(logged: LoggedFact, reading: Reading, version: int) -> EntryFields | None:
    _, fact = _at(reading, replace(logged, version=version))
    return describe(fact) if fact else None


def _is_of(amendment: Amendment, logged: LoggedFact) -> bool:
    return (amendment.span, amendment.kind, amendment.place) == (logged.span, logged.kind, logged.place)


def _differ(one: EntryFields | None, other: EntryFields | None) -> bool:
    if one is None or other is None:
        return one is not other
    return bool(differences(one, other))


def _changed_by_another(report: ReportRow, place: Place | None, now: EntryFields | None) -> FactChanged:
    return FactChanged(id_of(report), place, now, report.published_by, report.changed_at)


def _was_told(session: Session, report_id: int) -> bool:
    told = (
        select(NoticeRow.id)
        .join(EventRow, col(EventRow.id) == col(NoticeRow.event_id))
        .where(EventRow.report_id == report_id, col(NoticeRow.state).in_([state.value for state in _TOLD]))
    )
    return session.exec(told.limit(1)).first() is not None
