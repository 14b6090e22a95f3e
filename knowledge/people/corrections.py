"""What people say is wrong or missing, until an admin has settled it and they were told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import func
from sqlmodel import Session, col, delete, select

from knowledge.storable import storable
from knowledge.store.audit import write_audit
from knowledge.store.clock import Clock
from knowledge.store.store import Store
from knowledge.store.tables import CorrectionRow, QuestionRow, id_of


class CorrectionKind(StrEnum):
    """What is the matter."""

    WRONG = "wrong"  # an answer is said to be wrong
    MISSING = "missing"  # a question that was not answered is sent to the admins


class CorrectionState(StrEnum):
    """How far it is."""

    OPEN = "open"
    FIXED = "fixed"  # the reports or entries were mended
    KEPT = "kept"  # looked into, and left as it was


@dataclass(frozen=True, slots=True)
class Reported:
    """What somebody reports: the question, the answer as it was shown, and where the person is told."""

    question_id: int
    kind: CorrectionKind
    question: str
    answer: str
    chat_id: int
    user_id: int | None
    thread_id: int | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """A report and how far it is."""

    id: int
    reported: Reported
    state: CorrectionState
    words: str | None
    opened_at: datetime
    is_told: bool


class Corrections:
    """At most one for each answer."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def open(self, reported: Reported) -> tuple[Correction, bool]:
        """The correction of this answer, and whether it is new."""
        with self._store.write() as session:
            of_question = select(CorrectionRow).where(CorrectionRow.question_id == reported.question_id)
            row = session.exec(of_question).first()
            if row is not None:
                return _read(row), False
            row = CorrectionRow(
                question_id=reported.question_id,
                kind=reported.kind,
                state=CorrectionState.OPEN,
                question=storable(reported.question),
                answer=storable(reported.answer),
                chat_id=reported.chat_id,
                thread_id=reported.thread_id,
                user_id=reported.user_id,
                opened_at=self._clock(),
            )
            session.add(row)
            session.flush()
            return _read(row), True

    def place(self, correction_id: int, message_id: int) -> None:
        """That message of its chat asks the person for more words."""
        with self._store.write() as session:
            row = session.get(CorrectionRow, correction_id)
            if row is not None:
                row.message_id = message_id

    def explain(self, chat_id: int, message_id: int, words: str, *, by: int | None) -> Correction | None:
        """The open correction that this message asked about, with the words added; None unless `by` opened it."""
        asked_there = (col(CorrectionRow.chat_id) == chat_id) & (col(CorrectionRow.message_id) == message_id)
        with self._store.read() as session:
            found = session.exec(select(CorrectionRow.id).where(asked_there)).first()
        if found is None:
            return None
        with self._store.write() as session:
            row = session.get(CorrectionRow, found)
            if row is None or row.user_id != by or row.state != CorrectionState.OPEN:
                return None
            row.words = storable(words)
            return _read(row)

    def get(self, correction_id: int) -> Correction | None:
        """None if there is no such correction (any more)."""
        with self._store.read() as session:
            row = session.get(CorrectionRow, correction_id)
        return _read(row) if row is not None else None

    def waiting(self, limit: int = 20) -> list[Correction]:
        """Those that are open, the oldest first."""
        is_open = select(CorrectionRow).where(CorrectionRow.state == CorrectionState.OPEN)
        with self._store.read() as session:
            return [_read(row) for row in session.exec(is_open.order_by(col(CorrectionRow.id)).limit(limit))]

    def count(self) -> int:
        """How many are open."""
        is_open = CorrectionRow.state == CorrectionState.OPEN
        with self._store.read() as session:
            return session.exec(select(func.count()).select_from(CorrectionRow).where(is_open)).one()

    def settle(self, correction_id: int, state: CorrectionState, *, by: int | None) -> Correction | None:
        """The correction, settled so now or before; None if there is none, or if it was settled otherwise."""
        at = self._clock()
        with self._store.write() as session:
            row = session.get(CorrectionRow, correction_id)
            if row is None:
                return None
            if row.state == CorrectionState.OPEN:
                row.state, row.settled_at, row.settled_by = state, at, by
                write_audit(session, f"correction.{state}", f"correction:{correction_id}", by=by, at=at)
            return _read(row) if row.state == state else None

    def settle_asked(self, question_ids: Iterable[int], state: CorrectionState, *, by: int | None) -> None:
        """Questions that read like these and were sent without an answer are dealt with; whoever asked them is told by a reply."""
        at = self._clock()
        with self._store.write() as session:
            for row in _sent(session, question_ids, CorrectionState.OPEN):
                row.state, row.settled_at, row.settled_by, row.told_at = state, at, by, at
                write_audit(session, f"correction.{state}", f"correction:{row.id}", by=by, at=at)

    def reopen_asked(self, question_ids: Iterable[int]) -> None:
        """Those of them that were left without an answer wait again."""
        with self._store.write() as session:
            for row in _sent(session, question_ids, CorrectionState.KEPT):
                row.state, row.settled_at, row.settled_by, row.told_at = CorrectionState.OPEN, None, None, None

    def told(self, correction_id: int) -> None:
        """The person knows how it was settled."""
        with self._store.write() as session:
            row = session.get(CorrectionRow, correction_id)
            if row is not None:
                row.told_at = self._clock()

    def prune(self, before: datetime) -> int:
        """Forget those settled before then; how many."""
        with self._store.write() as session:
            return session.exec(delete(CorrectionRow).where(col(CorrectionRow.settled_at) < before)).rowcount


def _sent(session: Session, question_ids: Iterable[int], state: CorrectionState) -> Sequence[CorrectionRow]:
    keys = select(QuestionRow.key).where(col(QuestionRow.id).in_(list(question_ids)))
    alike = select(QuestionRow.id).where(col(QuestionRow.key).in_(keys))
    sent = (CorrectionRow.kind == CorrectionKind.MISSING) & (CorrectionRow.state == state)
    return session.exec(select(CorrectionRow).where(col(CorrectionRow.question_id).in_(alike), sent)).all()


def _read(row: CorrectionRow) -> Correction:
    reported = Reported(
        question_id=row.question_id,
        kind=CorrectionKind(row.kind),
        question=row.question,
        answer=row.answer,
        chat_id=row.chat_id,
        user_id=row.user_id,
        thread_id=row.thread_id,
    )
    return Correction(
        id=id_of(row),
        reported=reported,
        state=CorrectionState(row.state),
        words=row.words,
        opened_at=row.opened_at,
        is_told=row.told_at is not None,
    )
