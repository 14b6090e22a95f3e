"""Generated stores as databases, with the view beside them: what `cchc run` opens."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice
from pathlib import Path

from benchmarks import generated, made_stores
from knowledge.asking.library import PublishedReport
from knowledge.asking.shelves.snapshot import SnapshotFile
from knowledge.bootstrap import Knowledge, open_knowledge
from knowledge.store.clock import utc_now
from knowledge.store.drafting import insert_draft
from knowledge.store.engine import view_of
from knowledge.store.publishing import next_generation
from knowledge.store.states import ReportState
from knowledge.store.tables import ReportRow

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
    """These reports answer, and nobody is told; what follows single documents alone, their lives, is left out."""
    stream = iter(reports)
    while batch := list(islice(stream, _AT_ONCE)):
        with knowledge.store.write() as session:
            for report in batch:
                saved = insert_draft(session, report.reading, checksum=str(report.id), by=None, at=utc_now())
                row = session.get_one(ReportRow, saved.report_id)
                row.state, row.generation, row.published_at = ReportState.PUBLISHED, next_generation(session), utc_now()
                session.flush()
                session.expunge_all()


def take_view(knowledge: Knowledge, folder: Path, count: int, url: str) -> None:
    """The store's view is the generated one, which was laid out from the same reports in the same order."""
    made = made_stores.view(folder, count).load()
    if made is None:
        raise FileNotFoundError(f"no view of {count} items in {folder}")
    standing = knowledge.reports.changes(0).published
    SnapshotFile(view_of(url)).save(replace(made, standing=standing))
