"""Keeping what a look brought: all of it in one transaction, or nothing."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from sqlmodel import Session, col, select

from knowledge.facts import Reading
from knowledge.importing.page import without_empty_cells
from knowledge.sources.links import Link, SourceKind
from knowledge.sources.news import FoundReport, Unreadable
from knowledge.sources.obtaining import Obtained
from knowledge.sources.pacing import after_failure
from knowledge.sources.source import ItemState, Source
from knowledge.sources.trouble import Trouble, trouble_of, write_trouble
from knowledge.storable import UnstorableText, storable
from knowledge.store.drafting import SavedDraft
from knowledge.store.reports import Reports
from knowledge.store.states import ReportState
from knowledge.store.summaries import select_reports, summarise
from knowledge.store.tables import ReportRow, SourceItemRow
from knowledge.store.upserting import insert_if_absent

# A report that cannot be fetched is given up after so many tries: by then a day has passed.
MOST_ATTEMPTS = 8

_PRESENT = (ReportState.DRAFT, ReportState.PUBLISHED)


@dataclass(frozen=True, slots=True)
class Settling:
    """One look's results being kept, in a transaction of the caller's."""

    session: Session
    reports: Reports
    source: Source
    now: datetime

    def note(self, links: dict[str, Link], *, is_first: bool) -> None:
        """What was found is known from now on, whatever becomes of it."""
        is_left_alone = is_first and self.source.is_new_only and self.source.kind is not SourceKind.PAGE
        state = ItemState.SKIPPED if is_left_alone else ItemState.WAITING
        for key, link in links.items():
            insert_if_absent(
                self.session,
                SourceItemRow,
                ["key"],
                key=key,
                source_id=self.source.id,
                address=link.address,
                title=storable(link.title),
                state=state.value,
                is_backlog=is_first,
                attempts=0,
                next_try_at=self.now,
                found_at=self.now,
            )

    def keep(self, obtained: Obtained) -> FoundReport | Unreadable | None:
        """What there is to tell of it; None if it was there already or will be tried again."""
        row = self._row(obtained)
        if row is None:
            return None
        if obtained.reading is None:
            return self._put_off(row, obtained.trouble) if obtained.trouble else None
        checksum = sha256(without_empty_cells(obtained.reading.text).encode("utf-8", "replace")).hexdigest()
        if row.checksum == checksum:
            return None
        try:
            with self.session.begin_nested():
                found = self._import(row, obtained.reading, obtained.checksum)
        except UnstorableText as error:
            return self._put_off(row, trouble_of(error))
        row.checksum, row.trouble, row.attempts = checksum, None, 0
        return found

    def has_waiting(self) -> bool:
        """Whether more of what was found could be fetched right away."""
        query = select(SourceItemRow.id).where(
            SourceItemRow.source_id == self.source.id,
            SourceItemRow.state == ItemState.WAITING,
            SourceItemRow.next_try_at <= self.now,
        )
        return self.session.exec(query).first() is not None

    def _row(self, obtained: Obtained) -> SourceItemRow | None:
        """The item, unless it is settled or another source has it; a watched page is its own source's for ever."""
        query = select(SourceItemRow).where(SourceItemRow.key == obtained.item.key).with_for_update()
        row = self.session.exec(query).first()
        if row is not None and self.source.kind is SourceKind.PAGE:
            row.source_id = self.source.id
            return row
        is_open = row is not None and row.source_id == self.source.id and row.state == ItemState.WAITING
        return row if is_open else None

    def _import(self, row: SourceItemRow, reading: Reading, checksum: str) -> FoundReport | None:
        present = _with_text(self.session, reading.text)
        if present is not None:
            row.state, row.report_id = ItemState.KNOWN.value, present
            return None
        replaces = self._make_way(row.report_id)
        saved = self.reports.save_draft_within(self.session, reading, checksum=checksum, by=None, replaces=replaces)
        may_publish = self.source.is_trusted and self._may_replace(saved.previous_id)
        row.state = (ItemState.KNOWN if saved.outcome == "same" else ItemState.IMPORTED).value
        row.report_id = saved.report_id
        return None if saved.outcome == "same" else self._found(saved, row, is_published=may_publish)

    def _make_way(self, report_id: int | None) -> int | None:
        """The report that a changed page is a newer version of; a draft that nobody published is replaced."""
        before = self.session.get(ReportRow, report_id) if report_id else None
        if before is None or before.state != ReportState.DRAFT:
            return before.id if before else None
        replaces = before.replaces
        self.session.delete(before)
        self.session.flush()
        return replaces

    def _may_replace(self, report_id: int | None) -> bool:
        """Trust is for what a source says itself: a report that somebody else brought, or took back, is theirs."""
        if report_id is None:
            return True
        before = self.session.get(ReportRow, report_id)
        own = select(SourceItemRow.id).where(
            SourceItemRow.source_id == self.source.id, SourceItemRow.report_id == report_id
        )
        is_own = self.session.exec(own).first() is not None
        return is_own and before is not None and before.state == ReportState.PUBLISHED

    def _found(self, saved: SavedDraft, row: SourceItemRow, *, is_published: bool) -> FoundReport:
        told = 0
        if is_published:
            # What was there before the source was added is no news to anybody.
            told = self.reports.publish_within(
                self.session, saved.report_id, by=None, notify=not row.is_backlog
            ).recipients
        [report] = summarise(self.session, select_reports(col(ReportRow.id) == saved.report_id))
        return FoundReport(
            report_id=report.id,
            title=report.title,
            number=report.number,
            period=report.period,
            documents=report.documents,
            figures=report.figures,
            tasks=report.tasks,
            doubts=report.doubts,
            is_version=saved.outcome == "version",
            is_published=is_published,
            told=told,
        )

    def _put_off(self, row: SourceItemRow, trouble: Trouble) -> Unreadable | None:
        is_known = row.state == ItemState.FAILED and row.trouble == write_trouble(trouble)
        row.attempts += 1
        row.trouble = write_trouble(trouble)
        if not trouble.is_lasting and row.attempts < MOST_ATTEMPTS:
            row.next_try_at = self.now + after_failure(row.attempts, timedelta())
            return None
        row.state = ItemState.FAILED.value
        return None if is_known else Unreadable(row.address, row.title, trouble)


def _with_text(session: Session, words: str) -> int | None:
    """A present report that says the very same: pages differ in counters and menus each time they are fetched."""
    present = col(ReportRow.state).in_(_PRESENT)
    return session.exec(select(ReportRow.id).where(present, ReportRow.text == words)).first()
