"""Saving a reading as a draft: new, the same file again, or a newer version of a report."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import text
from sqlmodel import Session, col, select

from knowledge.facts import Reading, ReportFacts
from knowledge.grammar.folding import key
from knowledge.storable import refuse_unstorable
from knowledge.store.saving import insert_facts, report_values
from knowledge.store.states import ReportState
from knowledge.store.tables import OrganisationRow, ReportRow, id_of
from knowledge.store.upserting import insert_if_absent


@dataclass(frozen=True, slots=True)
class SavedDraft:
    """What became of a reading: a new draft, a draft of a new version, or the same file as `report_id`."""

    report_id: int
    outcome: Literal["new", "same", "version"]
    previous_id: int | None = None  # of a version: the one before it


def insert_draft(
    session: Session,
    reading: Reading,
    *,
    checksum: str,
    by: int | None,
    at: datetime,
    replaces: int | None = None,
) -> SavedDraft:
    """The draft, unless the same file is one already or answers.

    `replaces` says of which report it is a newer version; without it the number and organisation tell.
    """
    _queue(session, checksum)
    same = of_same_file(session, checksum) if replaces is None else None
    if same:
        return SavedDraft(same, "same")
    previous = session.get(ReportRow, replaces) if replaces else find_previous(session, reading)
    report_id = _insert(session, reading, previous, checksum=checksum, by=by, at=at)
    insert_facts(session, report_id, reading)
    return SavedDraft(report_id, "version" if previous else "new", previous.id if previous else None)


def file_anew(session: Session, draft: ReportRow, reading: Reading, *, at: datetime) -> None:
    """The draft has this reading's data, and is the next version of the report that they say it is."""
    said = report_values(reading.report)
    refuse_unstorable(said)
    previous = find_previous(session, reading, apart_from=id_of(draft))
    draft.sqlmodel_update(said)
    draft.identity = identity(reading.report)
    draft.lineage = previous.lineage if previous else id_of(draft)
    draft.edition = previous.edition + 1 if previous else 1
    draft.replaces = previous.id if previous else None
    draft.organisation_id = _organisation(session, reading.report)
    draft.changed_at = at
    session.flush()


def identity(report: ReportFacts) -> str | None:
    """What all versions of a numbered report share: number, organisation and year, for numbers begin anew."""
    if not report.number:
        return None
    day = report.signed_on or report.published_on or (report.period.last if report.period else None)
    parts = (report.number, report.organisation, report.province)
    return "|".join([*map(key, parts), str(day.year) if day else ""])


def _queue(session: Session, checksum: str) -> None:
    """Two imports of one file at the same time become one draft; SQLite lets one write at a time anyhow."""
    if session.connection().dialect.name == "postgresql":
        session.connection().execute(text("SELECT pg_advisory_xact_lock(hashtextextended(:c, 0))"), {"c": checksum})


def of_same_file(session: Session, checksum: str) -> int | None:
    """The draft or published report of a file with this checksum."""
    present = col(ReportRow.state).in_([ReportState.DRAFT, ReportState.PUBLISHED])
    return session.exec(select(ReportRow.id).where(ReportRow.checksum == checksum, present)).first()


def find_previous(session: Session, reading: Reading, *, apart_from: int = 0) -> ReportRow | None:
    """The newest version so far of the report that this is, in whatever state; one may be left out.

    The number tells, with organisation and year.  Where that says nothing, a report from the same file name or
    address is the same if half of its lines are.
    """
    newest_first = col(ReportRow.edition).desc(), col(ReportRow.id).desc()
    if (shared := identity(reading.report)) is not None:
        same = select(ReportRow).where(ReportRow.identity == shared, ReportRow.id != apart_from)
        query = same.order_by(*newest_first)
        if found := session.exec(query).first():
            return found
    return _of_same_source(session, reading, apart_from)


def _of_same_source(session: Session, reading: Reading, apart_from: int) -> ReportRow | None:
    report = reading.report
    if not report.source:
        return None
    number = col(ReportRow.number)
    query = (
        select(ReportRow)
        .where(ReportRow.source == report.source, ReportRow.kind == report.kind, ReportRow.id != apart_from)
        .where(number.is_(None) if report.number is None else number == report.number)
        .order_by(col(ReportRow.id).desc())
    )
    found = session.exec(query).first()
    return found if found and _agrees(found, report) and _has_half_of(found.text, reading.text) else None


def _agrees(row: ReportRow, report: ReportFacts) -> bool:
    """Whether nothing that both say tells them apart."""
    told = ((row.organisation, report.organisation), (row.province, report.province))
    return all(not a or not b or key(a) == key(b) for a, b in told)


def _has_half_of(old: str, new: str) -> bool:
    """Whether at least half of the shorter text's lines stand in the other as well."""
    lines = [{line.strip() for line in text.splitlines() if line.strip()} for text in (old, new)]
    return 2 * len(lines[0] & lines[1]) >= min(map(len, lines)) > 0


def _insert(
    session: Session,
    reading: Reading,
    previous: ReportRow | None,
    *,
    checksum: str,
    by: int | None,
    at: datetime,
) -> int:
    said = {"text": reading.text, **report_values(reading.report)}
    refuse_unstorable(said)
    report = ReportRow(
        state=ReportState.DRAFT,
        checksum=checksum,
        saved_at=at,
        saved_by=by,
        changed_at=at,
        identity=identity(reading.report),
        lineage=previous.lineage if previous else 0,
        edition=previous.edition + 1 if previous else 1,
        replaces=previous.id if previous else None,
        organisation_id=_organisation(session, reading.report),
        **said,
    )
    session.add(report)
    session.flush()
    report.lineage = report.lineage or id_of(report)
    session.flush()
    return id_of(report)


def _organisation(session: Session, report: ReportFacts) -> int | None:
    """The organisation's id, by its folded name."""
    if not report.organisation:
        return None
    keys = {"key": key(report.organisation), "province_key": key(report.province)}
    insert_if_absent(
        session,
        OrganisationRow,
        list(keys),
        name=report.organisation,
        province=report.province,
        short_names="",
        **keys,
    )
    return session.exec(select(OrganisationRow.id).filter_by(**keys)).one()
