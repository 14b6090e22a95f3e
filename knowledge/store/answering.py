"""The reports that answer: which they are, and what changed of them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from sqlmodel import Session, col, select

from knowledge.facts import Reading
from knowledge.lazily import lazily
from knowledge.store.states import ReportState
from knowledge.store.store import Store
from knowledge.store.tables import GenerationRow, ReportRow

# So many reports are in memory at once while all are read.
_AT_ONCE = 200
# Whoever finds all of them in the view that was kept reads none from their tables.
_load_readings: Callable[[Session, Sequence[int]], dict[int, Reading]] = lazily(
    "knowledge.store.loading", "load_readings"
)


@dataclass(frozen=True, slots=True)
class SavedReport:
    """A report exactly as saved, in whatever state it is."""

    id: int
    reading: Reading


@dataclass(frozen=True, slots=True)
class Changes:
    """The reports that were published (each with a mark that no other publication has), and those that went."""

    generation: int
    published: Mapping[int, str]  # the oldest publication first
    gone: tuple[int, ...]


class Answering:
    """What answers are found in, as the store has it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def changes(self, after: int) -> Changes:
        """What came and went after that generation; after 0 all that is published."""
        state = col(ReportRow.state) == ReportState.PUBLISHED
        since = col(ReportRow.generation) > after
        came = select(ReportRow.id, ReportRow.generation, ReportRow.changed_at).where(state, since)
        with self._store.read() as session:
            generation = session.exec(select(GenerationRow.value)).one()
            published = session.connection().execute(came.order_by(col(ReportRow.generation))).all()
            gone = session.exec(select(ReportRow.id).where(~state, since)).all() if after else ()
        # The moment tells apart what a restored store published under a number that was used before.
        marks = {int(row[0]): f"{row[1]} {row[2].isoformat()}" for row in published}
        return Changes(generation, marks, tuple(int(one or 0) for one in gone))

    def load(self, report_ids: Sequence[int]) -> Iterator[SavedReport]:
        """Those of these reports that there are, in this order, a few in memory at once."""
        remaining = iter(report_ids)
        while chunk := list(islice(remaining, _AT_ONCE)):
            with self._store.read() as session:
                readings = _load_readings(session, chunk)
            yield from (SavedReport(report_id, reading) for report_id, reading in readings.items())

    def generation(self) -> int:
        """A number that grows with every publication and withdrawal; cheap to ask."""
        with self._store.read() as session:
            return session.exec(select(GenerationRow.value)).one()
