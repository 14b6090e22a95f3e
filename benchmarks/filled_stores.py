"""Generated stores as databases, with the view beside them: what `cchc run` opens."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import insert, text, update
from sqlmodel import Session

from benchmarks import generated, made_stores
from bot.work.schema import prepare
from knowledge.asking.library import PublishedReport
from knowledge.asking.shelves.snapshot import SnapshotFile
from knowledge.bootstrap import Knowledge, open_knowledge
from knowledge.facts import ReportFacts
from knowledge.grammar.folding import key
from knowledge.store.clock import utc_now
from knowledge.store.drafting import identity
from knowledge.store.engine import view_of
from knowledge.store.saving import insert_facts_of_many, report_values
from knowledge.store.states import ReportState
from knowledge.store.tables import GenerationRow, OrganisationRow, ReportRow
from tests.databases import PostgresqlDatabases

# So many reports in one transaction.
_AT_ONCE = 200


def make(folder: Path, count: int) -> str:
    """The address of a store of so many items, filled unless it was before."""
    folder.mkdir(parents=True, exist_ok=True)
    made_stores.make(folder, count)
    path = folder.resolve() / f"{count}.db"
    url = f"sqlite:///{path}"
    done = path.with_suffix(".filled")
    if not done.exists():
        path.unlink(missing_ok=True)
    knowledge = open_knowledge(url)
    try:
        if not done.exists():
            fill(knowledge, generated.published(count))
            done.touch()
        take_view(knowledge, folder, count, url)
    finally:
        knowledge.close()
    return url


def fill(knowledge: Knowledge, reports: Iterable[PublishedReport]) -> None:
    """These reports answer, and nobody is told; what follows single documents alone, their lives, is left out.

    The store must be empty: rows are written as publishing one report after the other would have, many at a time.
    """
    stream, organisations, number = enumerate(reports, 1), dict[tuple[str, str], int](), 0
    while batch := dict(islice(stream, _AT_ONCE)):
        with knowledge.store.write() as session:
            for report in batch.values():
                _note(session, organisations, report.reading.report)
            rows = [_row(number, report, organisations) for number, report in batch.items()]
            session.connection().execute(insert(ReportRow), rows)
            insert_facts_of_many(session, {number: report.reading for number, report in batch.items()})
            number = max(batch)
            session.connection().execute(update(GenerationRow).values(value=number))
            if knowledge.store.is_postgresql:
                session.connection().execute(
                    text("SELECT setval(pg_get_serial_sequence('report', 'id'), :n)"), {"n": number}
                )


def _note(session: Session, organisations: dict[tuple[str, str], int], report: ReportFacts) -> None:
    keys = key(report.organisation), key(report.province)
    if report.organisation and keys not in organisations:
        row = OrganisationRow(
            name=report.organisation, key=keys[0], province=report.province, province_key=keys[1], short_names=""
        )
        session.add(row)
        session.flush()
        organisations[keys] = int(row.id or 0)


def _row(number: int, report: PublishedReport, organisations: dict[tuple[str, str], int]) -> dict[str, Any]:
    said, now = report.reading.report, utc_now()
    return {
        "id": number,
        "state": ReportState.PUBLISHED.value,
        "generation": number,
        "lineage": number,
        "edition": 1,
        "identity": identity(said),
        "checksum": str(report.id),
        "saved_at": now,
        "changed_at": now,
        "published_at": now,
        "organisation_id": organisations.get((key(said.organisation), key(said.province))),
        "text": report.reading.text,
        **report_values(said),
    }


def take_view(knowledge: Knowledge, folder: Path, count: int, url: str) -> None:
    """The store's view is the generated one, which was laid out from the same reports in the same order.

    What was published after these is not in it, and is followed by whoever takes it up.
    """
    made = made_stores.view(folder, count).load()
    if made is None:
        raise FileNotFoundError(f"no view of {count} items in {folder}")
    generated_reports = len(made.shelves[0].reports)
    published = knowledge.reports.changes(0).published
    standing = {number: mark for number, mark in published.items() if number <= generated_reports}
    SnapshotFile(view_of(url)).save(replace(made, standing=standing))


def on_postgresql(server: Any, folder: Path, count: int) -> tuple[Knowledge, str]:
    """The knowledge over a fresh database with so many generated items and their view, and its address."""
    url = PostgresqlDatabases(server).migrated()
    prepare(url)
    knowledge = open_knowledge(url)
    fill(knowledge, generated.published(count))
    take_view(knowledge, folder, count, url)
    return knowledge, url
