"""Questions asked and what they got, so that buttons still work after a restart and gaps can be seen."""

from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter
from sqlalchemy import func
from sqlmodel import col, delete, select

from knowledge.answers import Answer, Choice, Outcome, Topic
from knowledge.following.rules import rule_of
from knowledge.store.clock import Clock
from knowledge.store.store import Store
from knowledge.store.tables import QuestionRow, id_of
from knowledge.store.texts import key, storable


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question and the part of its answer that buttons refer to."""

    id: int
    chat_key: str
    text: str
    outcome: Outcome
    choices: tuple[Choice, ...]
    suggestions: tuple[Choice, ...]
    topic: Topic
    thumb: int | None  # 1 up, -1 down
    asked_at: datetime

    @property
    def options(self) -> tuple[Choice, ...]:
        """What the buttons stand for, in order: the choices, then the suggestions."""
        return self.choices + self.suggestions


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question that nobody got an answer to, or that was thumbed down; never with who asked."""

    text: str  # as asked last
    times: int
    last_asked_at: datetime
    last_id: int


@dataclass(frozen=True, slots=True)
class _Offered:
    """What of an answer is kept."""

    choices: tuple[Choice, ...]
    suggestions: tuple[Choice, ...]
    topic: Topic


_OFFERED = TypeAdapter(_Offered)


class Questions:
    """What was asked, with no more of the asker than answering later needs."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def record(self, chat_key: str, user_id: int | None, text: str, answer: Answer) -> int:
        """The number of the question, for callback data."""
        asked = storable(text)
        offered = _Offered(answer.choices, answer.suggestions, answer.topic)
        followed = rule_of(answer.topic) if answer.outcome is Outcome.ANSWERED else None
        row = QuestionRow(
            chat_key=chat_key,
            user_id=user_id,
            text=asked,
            key=key(asked),
            outcome=answer.outcome,
            offered=_OFFERED.dump_json(offered).decode(),
            asked_at=self._clock(),
            about_kind=followed.kind if followed else None,
            about=followed.key if followed else None,
            about_target=followed.target if followed else None,
            report_id=answer.topic.report_id,
        )
        with self._store.write() as session:
            session.add(row)
            session.flush()
            return id_of(row)

    def get(self, question_id: int) -> AskedQuestion | None:
        """None if there is no such question (any more)."""
        with self._store.read() as session:
            row = session.get(QuestionRow, question_id)
        return _asked(row) if row else None

    def last(self, chat_key: str, since: datetime) -> AskedQuestion | None:
        """The chat's (in a group the person's) last question since then that was answered."""
        query = select(QuestionRow).where(
            QuestionRow.chat_key == chat_key,
            QuestionRow.asked_at >= since,
            QuestionRow.outcome == Outcome.ANSWERED,
        )
        with self._store.read() as session:
            row = session.exec(query.order_by(col(QuestionRow.id).desc()).limit(1)).first()
        return _asked(row) if row else None

    def thumb(self, question_id: int, user_id: int, value: int) -> bool:
        """Whether the verdict (1 up, -1 down, 0 taken back) was noted: only the asker's own counts."""
        with self._store.write() as session:
            row = session.get(QuestionRow, question_id)
            if row is None or row.user_id != user_id:
                return False
            row.thumb = value or None
            return True

    def unanswered(self, limit: int = 20) -> list[Unanswered]:
        """Grouped by folded words, the most asked first."""
        times, last = func.count(), func.max(col(QuestionRow.id))
        failed = (col(QuestionRow.outcome) == Outcome.NOT_FOUND) | (col(QuestionRow.thumb) == -1)
        groups = (
            select(times.label("times"), last.label("last"))
            .where(failed)
            .group_by(col(QuestionRow.key))
            .order_by(times.desc(), last.desc())
            .limit(limit)
            .subquery()
        )
        query = select(QuestionRow.text, groups.c.times, QuestionRow.asked_at, QuestionRow.id).join(
            groups, groups.c.last == col(QuestionRow.id)
        )
        with self._store.read() as session:
            rows = session.exec(query.order_by(groups.c.times.desc(), groups.c.last.desc())).all()
        return [Unanswered(text, times, asked_at, int(number or 0)) for text, times, asked_at, number in rows]

    def prune(self, before: datetime) -> int:
        """Forget questions asked before then; how many."""
        with self._store.write() as session:
            return session.exec(delete(QuestionRow).where(col(QuestionRow.asked_at) < before)).rowcount


def _asked(row: QuestionRow) -> AskedQuestion:
    offered = _OFFERED.validate_json(row.offered)
    return AskedQuestion(
        id=id_of(row),
        chat_key=row.chat_key,
        text=row.text,
        outcome=Outcome(row.outcome),
        choices=offered.choices,
        suggestions=offered.suggestions,
        topic=offered.topic,
        thumb=row.thumb,
        asked_at=row.asked_at,
    )
