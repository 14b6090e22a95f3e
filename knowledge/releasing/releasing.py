"""How admins publish: two persons where the office wants it, a minute's undo, a later hour, withdrawing with a reason."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, delete, func, select

from knowledge.following.for_admins import tell_admins
from knowledge.following.states import EventKind
from knowledge.people.office import Office
from knowledge.people.people import People
from knowledge.releasing.office_news import OfficeMatter, OfficeNews, write_office_news
from knowledge.releasing.second_thoughts import hurry, newest_publication, take_back
from knowledge.store.audit import write_audit
from knowledge.store.clock import Clock
from knowledge.store.publishing import get_report, in_force
from knowledge.store.reports import Publication, Reports
from knowledge.store.states import ReportState, UnknownReport
from knowledge.store.store import Store
from knowledge.store.tables import AuditRow, NoticeRow, PutOffRow, ReportRow
from knowledge.store.upserting import insert_or_update

# Long enough to see a slip on the screen, and nobody waits for an alert of a report by the second.
TELL_AFTER = timedelta(minutes=1)
# As for entries: a slip is noticed on the same day.
RESTORE_WITHIN = timedelta(days=1)
# What a person did to a draft so that somebody else has to publish it under the two-person rule.
_TOUCHED = ("report.save", "report.drop", "report.keep", "report.restate")


class NeedsAnother(RuntimeError):
    """The two-person rule is on, and this person has imported or changed the draft."""


class Superseded(RuntimeError):
    """A newer version answers, so the withdrawn one stays withdrawn."""


@dataclass(frozen=True, slots=True)
class Released:
    """A publication, and when its followers are told."""

    publication: Publication
    tell_at: datetime


class Releasing:
    """Every step is one transaction and in the audit log."""

    def __init__(self, store: Store, clock: Clock, reports: Reports, office: Office, people: People) -> None:
        self._store = store
        self._clock = clock
        self._reports = reports
        self._office = office
        self._people = people

    def release(self, report_id: int, *, by: int | None, notify: bool = True) -> Released:
        """The draft answers at once, and its followers are told a minute later.

        Raises UnknownReport and NeedsAnother.
        """
        with self._store.write() as session:
            self._require_another(session, report_id, by)
            _forget(session, report_id)
            tell_at = self._clock() + TELL_AFTER
            publication = self._reports.publish_within(session, report_id, by=by, notify=notify, tell_at=tell_at)
            return Released(publication, tell_at)

    def released(self, report_id: int) -> Released:
        """What `release` said of a report that is published; raises UnknownReport."""
        with self._store.read() as session:
            report = get_report(session, report_id, ReportState.PUBLISHED)
            event_id = newest_publication(session, report_id)
            told = select(func.count()).select_from(NoticeRow).where(col(NoticeRow.event_id) == event_id)
            publication = Publication(event_id, report_id, session.exec(told).one())
            return Released(publication, (report.published_at or self._clock()) + TELL_AFTER)

    def take_back(self, report_id: int, *, by: int | None) -> None:
        """The report is a draft again, as if it had not been published; raises TooLate and UnknownReport."""
        with self._store.write() as session:
            older = take_back(session, report_id, at=self._clock())
            self._log(session, "report.unpublish", report_id, by, "published", {"state": "draft"})
            if older is not None:
                self._log(session, "report.restore", older, by, "replaced", {"state": "published"})

    def tell_now(self, report_id: int, *, by: int | None) -> int:
        """The minute is over; how many are told."""
        with self._store.write() as session:
            told = hurry(session, report_id, at=self._clock())
            if told:
                write_audit(session, "report.hurry", f"report:{report_id}", by=by, at=self._clock(), after=str(told))
            return told

    def ask_another(self, report_id: int, *, by: int) -> int:
        """Everybody else who may publish the draft is asked to, once; how many they are. Raises UnknownReport."""
        with self._store.write() as session:
            report = get_report(session, report_id, ReportState.DRAFT)
            others = [
                one.user_id
                for one in self._people.members()
                if one.user_id != by
                and one.may_change(report.organisation)
                and not self._has_touched(session, report_id, one.user_id)
            ]
            news = OfficeNews(OfficeMatter.APPROVAL, report_id, report.title, report.number)
            once = f"approval|{report_id}|{self._clock():%Y-%m-%d}"
            tell_admins(session, EventKind.OFFICE, write_office_news(news), others, at=self._clock(), once=once)
            return len(others)

    def put_off(self, report_id: int, at: datetime, *, by: int | None, is_quiet: bool = False) -> None:
        """The draft is published then; raises UnknownReport and NeedsAnother."""
        with self._store.write() as session:
            self._require_another(session, report_id, by)
            get_report(session, report_id, ReportState.DRAFT)
            values = {"at": at, "by": by, "is_quiet": is_quiet}
            insert_or_update(session, PutOffRow, ["report_id"], report_id=report_id, **values)
            self._log(session, "report.put-off", report_id, by, "draft", {"at": at.isoformat()})

    def put_off_until(self, report_id: int) -> datetime | None:
        """When the draft will be published; None if it waits for somebody."""
        with self._store.read() as session:
            row = session.get(PutOffRow, report_id)
            return row.at if row is not None else None

    def call_off(self, report_id: int, *, by: int | None) -> bool:
        """Whether there was a publication to come; the draft waits for somebody again."""
        with self._store.write() as session:
            if not _forget(session, report_id):
                return False
            self._log(session, "report.call-off", report_id, by, "draft", None)
            return True

    def release_due(self) -> int:
        """Publish what was put off until now, each once over all processes; how many. Whoever put it off is told."""
        now = self._clock()
        with self._store.read() as session:
            due = [row.report_id for row in session.exec(select(PutOffRow).where(col(PutOffRow.at) <= now))]
        return sum(1 for report_id in due if self._release_one(report_id))

    def withdraw(self, report_id: int, *, by: int | None, why: str = "") -> None:
        """The published report answers no more; raises UnknownReport."""
        with self._store.write() as session:
            self._reports.withdraw_within(session, report_id, by=by, why=why)

    def restore(self, report_id: int, *, by: int | None) -> None:
        """The withdrawn report answers again; raises UnknownReport after a day, Superseded if a newer version does."""
        with self._store.write() as session:
            report = get_report(session, report_id, ReportState.WITHDRAWN)
            if self._clock() - report.changed_at > RESTORE_WITHIN:
                raise UnknownReport(f"report {report_id} was withdrawn more than a day ago")
            if in_force(session, report) is not None:
                raise Superseded
            self._reports.restore_within(session, report_id, by=by)

    def _release_one(self, report_id: int) -> bool:
        with self._store.write() as session:
            row = session.get(PutOffRow, report_id, with_for_update=True)
            report = session.get(ReportRow, report_id)
            if row is None or report is None:
                return False
            by, is_quiet = row.by, row.is_quiet
            session.delete(row)
            if report.state != ReportState.DRAFT:
                return False
            session.flush()
            done = self._reports.publish_within(session, report_id, by=by, notify=not is_quiet)
            news = OfficeNews(OfficeMatter.RELEASED, report_id, report.title, report.number, done.recipients)
            told = [by] if by is not None else []
            tell_admins(session, EventKind.OFFICE, write_office_news(news), told, at=self._clock())
            return True

    def _require_another(self, session: Session, report_id: int, by: int | None) -> None:
        if by is not None and self._office.needs_two_persons() and self._has_touched(session, report_id, by):
            raise NeedsAnother

    def _has_touched(self, session: Session, report_id: int, by: int) -> bool:
        touched = select(AuditRow.id).where(
            AuditRow.subject == f"report:{report_id}", AuditRow.by == by, col(AuditRow.action).in_(_TOUCHED)
        )
        return session.exec(touched.limit(1)).first() is not None

    def _log(
        self, session: Session, action: str, report_id: int, by: int | None, before: str, after: dict[str, str] | None
    ) -> None:
        was = json.dumps({"state": before})
        now = json.dumps(after) if after else None
        write_audit(session, action, f"report:{report_id}", by=by, at=self._clock(), before=was, after=now)


def _forget(session: Session, report_id: int) -> bool:
    """Whether there was a publication to come, which now is not."""
    return session.exec(delete(PutOffRow).where(col(PutOffRow.report_id) == report_id)).rowcount > 0
