"""The week for owners: what was asked, what was missing, which reports and documents are late; once over all processes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pydantic import TypeAdapter
from sqlalchemy.orm import defer
from sqlmodel import Session, col, select

from knowledge.asking.service import Asking
from knowledge.briefing.deadlines import find_deadlines
from knowledge.facts import Period, PeriodKind
from knowledge.following.for_admins import tell_admins
from knowledge.following.states import EventKind
from knowledge.lazily import later
from knowledge.looking.missing import Missing, Reported, find_missing
from knowledge.looking.statistics import Numbers, Span, Statistics
from knowledge.people.gaps import Gaps
from knowledge.people.people import People
from knowledge.people.roles import PersonRole
from knowledge.store.clock import Clock
from knowledge.store.states import ReportState
from knowledge.store.store import Store
from knowledge.store.tables import EventRow, ReportRow

# Tuesday, where nothing ran on Monday; later it is no news of the week before.
LAST_DAY = 1
# As many lines of each as are read.
MOST = 5


@dataclass(frozen=True, slots=True)
class Late:
    """A document whose day has passed."""

    name: str
    day: date
    responsible: str


@dataclass(frozen=True, slots=True)
class Week:
    """What the message says; the lists are the worst of so many."""

    week: str  # "2026-W48"
    numbers: Numbers
    gaps: tuple[tuple[str, int], ...]  # a question and how often
    gap_count: int
    missing: tuple[Missing, ...]
    missing_count: int
    overdue: tuple[Late, ...]
    overdue_count: int


_WEEK = later(lambda: TypeAdapter(Week))


def read_week(payload: str) -> Week:
    """The week that a notice carries."""
    return _WEEK.validate_json(payload)


def write_week(week: Week) -> str:
    """The payload from which `read_week` reads the same."""
    return _WEEK.dump_json(week).decode()


class Weekly:
    """Any number of processes may call `write` at any time; each week is told once."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        *,
        people: People,
        gaps: Gaps,
        asking: Asking,
        statistics: Statistics,
    ) -> None:
        self._store = store
        self._clock = clock
        self._people = people
        self._gaps = gaps
        self._asking = asking
        self._statistics = statistics

    def write(self, today: date) -> bool:
        """Whether the owners get the message of this week now: on its first days, once, and if there is anything to tell."""
        if today.weekday() > LAST_DAY:
            return False
        year, number, _ = today.isocalendar()
        once = f"weekly|{year}-W{number:02}"
        with self._store.read() as session:
            if session.exec(select(EventRow.id).where(EventRow.once == once)).first() is not None:
                return False
        owners = [one.user_id for one in self._people.members() if one.role is PersonRole.OWNER]
        week = self.week(today)
        if not week.numbers.asked and not week.missing_count:
            return False
        payload = write_week(week)
        with self._store.write() as session:
            return tell_admins(session, EventKind.WEEKLY, payload, owners, at=self._clock(), once=once)

    def week(self, today: date) -> Week:
        """The seven days until now."""
        year, number, _ = today.isocalendar()
        gaps = self._gaps.listing()
        missing = self.missing(today)
        late = [one for one in find_deadlines(self._asking.library) if one.is_overdue(today)]
        return Week(
            week=f"{year}-W{number:02}",
            numbers=self._statistics.numbers(Span.WEEK),
            gaps=tuple((one.text, one.times) for one in gaps[:MOST]),
            gap_count=len(gaps),
            missing=tuple(missing[:MOST]),
            missing_count=len(missing),
            overdue=tuple(Late(one.name, one.day, one.responsible) for one in late[:MOST]),
            overdue_count=len(late),
        )

    def missing(self, today: date) -> list[Missing]:
        """The reports that have not come, the latest first."""
        with self._store.read() as session:
            return find_missing(list(_reported(session)), today)


def _reported(session: Session) -> Iterator[Reported]:
    """The published reports; a portal's page that bears a report's number is that report."""
    query = select(ReportRow).where(
        ReportRow.state == ReportState.PUBLISHED,
        (col(ReportRow.kind) == "report") | ((col(ReportRow.kind) == "news") & col(ReportRow.number).contains("/BC-")),
        col(ReportRow.organisation).is_not(None),
        col(ReportRow.period_kind).is_not(None),
    )
    for row in session.exec(query.options(defer(col(ReportRow.text)))):  # type: ignore[arg-type]
        on = row.signed_on or row.published_on or (row.published_at and row.published_at.date())
        if on and row.organisation and row.period_kind and row.period_first and row.period_last:
            period = Period(PeriodKind(row.period_kind), row.period_first, row.period_last)
            yield Reported(row.organisation, period, on, row.number or row.title)
