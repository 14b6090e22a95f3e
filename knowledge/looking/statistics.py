"""What was asked, answered and sent in a stretch of time, counted."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, func, select
from sqlmodel import col

from knowledge.answers import Outcome
from knowledge.following.states import NoticeState
from knowledge.people.questions import Questions, Tally
from knowledge.store.clock import Clock
from knowledge.store.store import Store
from knowledge.store.tables import ChatRow, NoticeRow, QuestionRow, SubscriptionRow


class Span(StrEnum):
    """How far back is looked."""

    DAY = "day"  # today, in steps of three hours
    WEEK = "week"  # seven days, today included
    MONTH = "month"  # thirty days, today included


_DAYS = {Span.DAY: 1, Span.WEEK: 7, Span.MONTH: 30}
_HOURS_A_STEP = {Span.DAY: 3, Span.WEEK: 24, Span.MONTH: 24}


@dataclass(frozen=True, slots=True)
class Asked:
    """How many questions came from then until the next step."""

    begins: datetime
    count: int


@dataclass(frozen=True, slots=True)
class Numbers:
    """All that is counted of a span."""

    begins: datetime
    tally: Tally
    series: tuple[Asked, ...]
    chats: int  # that follow something and can be reached
    paused: int
    rules: int
    sent: int
    failed: int
    uncertain: int
    waiting: int

    @property
    def asked(self) -> int:
        """All questions."""
        return self.tally.answered + self.tally.clarified + self.tally.not_found


class Statistics:
    """Counts of what is kept; questions older than some hundred days are forgotten."""

    def __init__(self, store: Store, clock: Clock, questions: Questions, zone: ZoneInfo) -> None:
        self._store = store
        self._clock = clock
        self._questions = questions
        self._zone = zone

    def numbers(self, span: Span) -> Numbers:
        """Of that span until now."""
        begins = self._begins(span)
        notices = self._notices(begins)
        return Numbers(
            begins=begins,
            tally=self._questions.tally(begins),
            series=self._series(begins, span),
            chats=self._count(ChatRow, col(ChatRow.paused_at).is_(None)),
            paused=self._count(ChatRow, col(ChatRow.paused_at).is_not(None)),
            rules=self._count(SubscriptionRow),
            sent=notices.get(NoticeState.SENT, 0),
            failed=notices.get(NoticeState.FAILED, 0),
            uncertain=notices.get(NoticeState.UNCERTAIN, 0),
            waiting=self._count(NoticeRow, col(NoticeRow.state) == NoticeState.WAITING.value),
        )

    def _begins(self, span: Span) -> datetime:
        first = self._clock().astimezone(self._zone).date() - timedelta(days=_DAYS[span] - 1)
        return datetime.combine(first, time(), self._zone)

    def _series(self, begins: datetime, span: Span) -> tuple[Asked, ...]:
        step = timedelta(hours=_HOURS_A_STEP[span])
        starts = [begins + n * step for n in range(_DAYS[span] * 24 // _HOURS_A_STEP[span])]
        counts = (self._count(QuestionRow, *_within(start, start + step)) for start in starts)
        return tuple(Asked(start, count) for start, count in zip(starts, counts, strict=True))

    def _notices(self, since: datetime) -> dict[str, int]:
        query = select(col(NoticeRow.state), func.count()).where(col(NoticeRow.decided_at) >= since)
        with self._store.read() as session:
            rows = session.connection().execute(query.group_by(col(NoticeRow.state)))
            return {str(state): int(count) for state, count in rows}

    def _count(
        self, table: type[ChatRow | SubscriptionRow | NoticeRow | QuestionRow], *where: ColumnElement[bool]
    ) -> int:
        with self._store.read() as session:
            return int(session.connection().execute(select(func.count()).select_from(table).where(*where)).scalar_one())


def _within(start: datetime, end: datetime) -> tuple[ColumnElement[bool], ...]:
    asked = col(QuestionRow.outcome).in_([outcome.value for outcome in Outcome])
    return (col(QuestionRow.asked_at) >= start, col(QuestionRow.asked_at) < end, asked)
