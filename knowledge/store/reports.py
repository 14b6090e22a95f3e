"""Reports: drafts that are saved, published, replaced by newer versions and withdrawn."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice

from pydantic import TypeAdapter
from sqlalchemy import delete, func
from sqlmodel import Session, col, select

from knowledge.facts import Amendment, Doubt, Reading
from knowledge.lazily import later
from knowledge.storable import UnstorableText, storable
from knowledge.store.announcer import Announcer
from knowledge.store.announcing import announcement_of
from knowledge.store.answering import Answering
from knowledge.store.audit import write_audit
from knowledge.store.clock import Clock
from knowledge.store.drafting import SavedDraft, find_previous, insert_draft, of_same_file
from knowledge.store.generations import next_generation
from knowledge.store.loading import load_readings
from knowledge.store.publishing import get_report, in_force, keep_amendments, let_answer, let_rest
from knowledge.store.saving import insert_doubts
from knowledge.store.states import ReportState, UnknownReport
from knowledge.store.store import Store
from knowledge.store.summaries import ReportSummary, select_reports, summarise
from knowledge.store.tables import AuditRow, DoubtRow, OrganisationRow, ReportRow, id_of

__all__ = [
    "KnownOrganisation",
    "Publication",
    "PublishedReport",
    "ReportState",
    "ReportSummary",
    "Reports",
    "SavedDraft",
    "UnknownReport",
    "UnstorableText",
]

_AMENDED = later(lambda: TypeAdapter(tuple[Amendment, ...]))

# So many reports are in memory at once while all are read.
_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Publication:
    """A publication: its event and how many chats will be told."""

    event_id: int
    report_id: int
    recipients: int
    replaced_id: int | None = None  # the older version that it took the place of


@dataclass(frozen=True, slots=True)
class PublishedReport:
    """A report that answers, exactly as saved; `version` is the generation at which it was published."""

    id: int
    reading: Reading
    version: int


@dataclass(frozen=True, slots=True)
class KnownOrganisation:
    """An organisation with published reports."""

    name: str
    province: str | None
    reports: int


class Reports(Answering):
    """Every change is one transaction: it happens wholly or not at all."""

    def __init__(self, store: Store, clock: Clock, announcer: Announcer) -> None:
        super().__init__(store)
        self._clock = clock
        self._announcer = announcer

    def save_draft(self, reading: Reading, *, checksum: str, by: int | None) -> SavedDraft:
        """The draft; of a file that is already a draft or published, that report and outcome "same".

        Raises UnstorableText.
        """
        with self._store.write() as session:
            return self.save_draft_within(session, reading, checksum=checksum, by=by)

    def save_draft_within(
        self, session: Session, reading: Reading, *, checksum: str, by: int | None, replaces: int | None = None
    ) -> SavedDraft:
        """`save_draft` as a part of a larger transaction; `replaces` says of which report it is a newer version."""
        saved = insert_draft(session, reading, checksum=checksum, by=by, at=self._clock(), replaces=replaces)
        if saved.outcome != "same":
            _log(session, "report.save", saved.report_id, by, self._clock(), None, ReportState.DRAFT)
        return saved

    def publish(
        self, report_id: int, *, by: int | None, notify: bool = True, tell_at: datetime | None = None
    ) -> Publication:
        """The draft now answers in place of its older version; from `tell_at` on its followers are told.

        Raises UnknownReport unless it is a draft.
        """
        with self._store.write() as session:
            return self.publish_within(session, report_id, by=by, notify=notify, tell_at=tell_at)

    def publish_within(
        self,
        session: Session,
        report_id: int,
        *,
        by: int | None,
        notify: bool,
        tell_at: datetime | None = None,
        is_correction: bool = False,
        why: str = "",
    ) -> Publication:
        """`publish` as a part of a larger transaction; what was corrected by hand stays, unless this corrects it."""
        at = self._clock()
        generation = next_generation(session)
        report = get_report(session, report_id, ReportState.DRAFT)
        replaced = in_force(session, report)
        before = self._announcer.look(session, id_of(replaced) if replaced else None)
        if replaced:
            if not is_correction:
                keep_amendments(session, replaced, report)
            let_rest(session, replaced, ReportState.REPLACED, generation, at)
            _log(session, "report.replace", id_of(replaced), by, at, ReportState.PUBLISHED, ReportState.REPLACED)
        let_answer(session, report, generation, by=by, at=at)
        replaced_id = replaced.id if replaced else None
        announced = announcement_of(session, report_id, at=at, tell_at=tell_at, replaced_id=replaced_id)
        announcement = replace(announced, is_correction=is_correction, why=why)
        event_id, recipients = self._announcer.announce(session, announcement, before, notify=notify)
        amended = announcement.reading.amendments
        _log(session, "report.publish", report_id, by, at, ReportState.DRAFT, ReportState.PUBLISHED, amended=amended)
        return Publication(event_id, report_id, recipients, replaced_id)

    def withdraw(self, report_id: int, *, by: int | None, why: str = "") -> None:
        """The published report answers no more; notices of it that still wait are not sent."""
        with self._store.write() as session:
            self.withdraw_within(session, report_id, by=by, why=why)

    def withdraw_within(self, session: Session, report_id: int, *, by: int | None, why: str = "") -> None:
        """`withdraw` as a part of a larger transaction; the audit log says why."""
        at = self._clock()
        generation = next_generation(session)
        report = get_report(session, report_id, ReportState.PUBLISHED)
        let_rest(session, report, ReportState.WITHDRAWN, generation, at)
        self._announcer.withdraw(session, report_id, why=why, at=at)
        _log(session, "report.withdraw", report_id, by, at, ReportState.PUBLISHED, ReportState.WITHDRAWN, why=why)

    def withdrew_last(self, report_id: int) -> int | None:
        """Who withdrew the report last, by the audit log; None where nobody did or it is not known who."""
        withdrawn = (col(AuditRow.action) == "report.withdraw") & (col(AuditRow.subject) == f"report:{report_id}")
        with self._store.read() as session:
            return session.exec(select(AuditRow.by).where(withdrawn).order_by(col(AuditRow.id).desc())).first()

    def restore_within(self, session: Session, report_id: int, *, by: int | None) -> None:
        """A replaced or withdrawn report answers again; who heard that it was withdrawn hears so. Part of a larger transaction."""
        at = self._clock()
        generation = next_generation(session)
        report = get_report(session, report_id, ReportState.REPLACED, ReportState.WITHDRAWN)
        before = ReportState(report.state)
        let_answer(session, report, generation, by=by, at=at)
        self._announcer.restore(session, announcement_of(session, report_id, at=at))
        _log(session, "report.restore", report_id, by, at, before, ReportState.PUBLISHED)

    def discard(self, report_id: int, *, by: int | None) -> None:
        """The draft is deleted; raises UnknownReport unless it is one."""
        with self._store.write() as session:
            session.delete(get_report(session, report_id, ReportState.DRAFT))
            _log(session, "report.discard", report_id, by, self._clock(), ReportState.DRAFT, None)

    def set_doubts(self, report_id: int, doubts: tuple[Doubt, ...]) -> None:
        """These are now the doubts of the draft; raises UnknownReport unless it is one."""
        with self._store.write() as session:
            get_report(session, report_id, ReportState.DRAFT)
            session.connection().execute(delete(DoubtRow).where(col(DoubtRow.report_id) == report_id))
            insert_doubts(session, report_id, doubts)

    def of_same_file(self, checksum: str) -> int | None:
        """The draft or published report of a file with this checksum."""
        with self._store.read() as session:
            return of_same_file(session, checksum)

    def previous(self, reading: Reading) -> ReportSummary | None:
        """The newest version so far of this report, in whatever state, if there is one."""
        with self._store.read() as session:
            found = find_previous(session, reading)
            return summarise(session, select_reports(col(ReportRow.id) == found.id))[0] if found else None

    def replaced_by(self, report_id: int) -> int | None:
        """The published version that this draft would take the place of; raises UnknownReport."""
        with self._store.read() as session:
            found = in_force(session, get_report(session, report_id))
            return id_of(found) if found else None

    def reading(self, report_id: int) -> Reading:
        """The reading exactly as saved, in whatever state the report is; raises UnknownReport."""
        with self._store.read() as session:
            get_report(session, report_id)
            return load_readings(session, [report_id])[report_id]

    def summary(self, report_id: int) -> ReportSummary:
        """Raises UnknownReport."""
        with self._store.read() as session:
            get_report(session, report_id)
            return summarise(session, select_reports(col(ReportRow.id) == report_id))[0]

    def drafts(self) -> list[ReportSummary]:
        """All drafts, the newest first."""
        with self._store.read() as session:
            query = select_reports(col(ReportRow.state) == ReportState.DRAFT)
            return summarise(session, query.order_by(col(ReportRow.id).desc()))

    def listing(self, offset: int = 0, limit: int = 10) -> list[ReportSummary]:
        """Published reports (no entries), the latest signed or published first."""
        published = col(ReportRow.state) == ReportState.PUBLISHED
        query = select_reports(published, col(ReportRow.kind) != "entry")
        day = func.coalesce(ReportRow.signed_on, ReportRow.published_on).desc().nulls_last()
        with self._store.read() as session:
            return summarise(session, query.order_by(day, col(ReportRow.id).desc()).offset(offset).limit(limit))

    def organisations(self) -> list[KnownOrganisation]:
        """Whoever has published reports, by name."""
        query = (
            select(OrganisationRow.name, OrganisationRow.province, func.count())
            .join(ReportRow, col(ReportRow.organisation_id) == col(OrganisationRow.id))
            .where(ReportRow.state == ReportState.PUBLISHED, ReportRow.kind != "entry")
            .group_by(col(OrganisationRow.id))
            .order_by(col(OrganisationRow.name))
        )
        with self._store.read() as session:
            return [KnownOrganisation(*row) for row in session.exec(query)]

    def published(self, after_version: int = 0) -> Iterator[PublishedReport]:
        """The reports that answer and were published after that generation, the oldest publication first.

        Ask `generation` before and begin there the next time: what is published meanwhile may come twice.
        """
        with self._store.read() as session:
            query = (
                select(ReportRow.id, ReportRow.generation)
                .where(ReportRow.state == ReportState.PUBLISHED, ReportRow.generation > after_version)
                .order_by(col(ReportRow.generation))
            )
            versions = [(int(report_id or 0), version) for report_id, version in session.exec(query)]
        remaining = iter(versions)
        while chunk := dict(islice(remaining, _AT_ONCE)):
            with self._store.read() as session:
                readings = load_readings(session, list(chunk))
            for report_id, reading in readings.items():
                yield PublishedReport(report_id, reading, chunk[report_id])

    def gone(self, after_version: int = 0) -> list[int]:
        """The reports that were replaced, withdrawn or taken back after that generation."""
        gone = col(ReportRow.state) != ReportState.PUBLISHED
        with self._store.read() as session:
            query = select(ReportRow.id).where(gone, ReportRow.generation > after_version)
            return [int(report_id or 0) for report_id in session.exec(query)]


def _log(
    session: Session,
    action: str,
    report_id: int,
    by: int | None,
    at: datetime,
    before: ReportState | None,
    after: ReportState | None,
    why: str = "",
    amended: tuple[Amendment, ...] = (),
) -> None:
    """What the audit log holds of reports: their states, as JSON, why, and what is corrected by hand in them."""
    states = [json.dumps({"state": state.value}) if state else None for state in (before, after)]
    if after and (why or amended):
        said: dict[str, object] = {"state": after.value}
        if why:
            said["why"] = storable(why)
        if amended:
            said["amended"] = _AMENDED.dump_python(amended, mode="json")
        states[1] = json.dumps(said, ensure_ascii=False)
    write_audit(session, action, f"report:{report_id}", by=by, at=at, before=states[0], after=states[1])
