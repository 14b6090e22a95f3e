"""Questions asked and what they got, so that buttons still work after a restart and gaps can be seen."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func
from sqlmodel import Session, col, delete, select

from knowledge.answers import Answer, Outcome, Step
from knowledge.people.question_rows import (
    ASKED_THERE,
    KEEP,
    KEEP_ALL,
    NUMBER,
    AskedQuestion,
    Kept,
    columns_of,
    read_question,
)
from knowledge.people.unanswered import Unanswered, groups_of, is_settled
from knowledge.storable import storable
from knowledge.store.audit import write_audit
from knowledge.store.clock import Clock
from knowledge.store.store import Store
from knowledge.store.tables import AsideRow, QuestionRow
from knowledge.store.upserting import insert_if_absent

__all__ = ["AskedQuestion", "Kept", "Questions", "Tally", "Unanswered"]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many questions of a time got which answer and verdict."""

    answered: int
    clarified: int
    not_found: int
    up: int
    down: int


class Questions:
    """What was asked, with no more of the asker than answering later needs."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def note(
        self,
        number: int,
        chat_key: str,
        user_id: int | None,
        text: str,
        answer: Answer,
        *,
        steps: tuple[Step, ...] = (),
        previous: str | None = None,
        context: str | None = None,
        message_id: int | None = None,
    ) -> Kept:
        """The question of that number, to be kept: a scene's, or of one that is asked anew its own.

        `context` is what the chat's next question is understood with, `previous` what this one was.
        """
        asked = {"chat_key": chat_key, "user_id": user_id, "message_id": message_id, "asked_at": self._clock()}
        return Kept(number, {**columns_of(text, answer, steps, previous), **asked}, context)

    def keep(self, kept: Kept, answer_message_id: int | None = None, within: Connection | None = None) -> None:
        """Our answer to the question is that message of its chat; the same again is no second question."""
        given = {"question": kept.id, "answer_message_id": answer_message_id, **kept.columns}
        with self._store.change(within) as connection:
            if kept.context is None:
                KEEP.ask(connection, **given)
                return
            remembered = {"conversation": given["chat_key"], "value": storable(kept.context), "now": given["asked_at"]}
            KEEP_ALL.ask(connection, **given, **remembered)

    def record(
        self,
        chat_key: str,
        user_id: int | None,
        text: str,
        answer: Answer,
        *,
        previous: str | None = None,
        message_id: int | None = None,
    ) -> int:
        """The number of the question, which is kept at once; asked in a message that was answered before, its number."""
        with self._store.change() as connection:
            found = ASKED_THERE.rows(connection, chat=chat_key, message=message_id) if message_id is not None else []
            [number] = found[0] if found else NUMBER.rows(connection)[0]
            kept = self.note(number, chat_key, user_id, text, answer, previous=previous, message_id=message_id)
            self.keep(kept, within=connection)
        return kept.id

    def get(self, question_id: int) -> AskedQuestion | None:
        """None if there is no such question (any more)."""
        with self._store.read() as session:
            row = session.get(QuestionRow, question_id)
        return read_question(row) if row is not None else None

    def asked_in(self, chat_key: str, message_id: int) -> AskedQuestion | None:
        """The question that was asked in that message; None if there was none."""
        with self._store.read() as session:
            row = _find(session, chat_key, message_id)
        return read_question(row) if row is not None else None

    def answered_in(self, chat_key: str, answer_message_id: int) -> AskedQuestion | None:
        """The question whose answer is that message of ours; None if it is no answer."""
        with self._store.read() as session:
            answered = select(QuestionRow).where(
                QuestionRow.chat_key == chat_key, QuestionRow.answer_message_id == answer_message_id
            )
            row = session.exec(answered.order_by(col(QuestionRow.id).desc()).limit(1)).first()
        return read_question(row) if row is not None else None

    def last(self, chat_key: str, since: datetime) -> AskedQuestion | None:
        """The chat's (in a group the person's) last question since then that was answered."""
        query = select(QuestionRow).where(
            QuestionRow.chat_key == chat_key,
            QuestionRow.asked_at >= since,
            QuestionRow.outcome == Outcome.ANSWERED,
        )
        with self._store.read() as session:
            row = session.exec(query.order_by(col(QuestionRow.id).desc()).limit(1)).first()
        return read_question(row) if row is not None else None

    def thumb(self, question_id: int, user_id: int, value: int) -> bool:
        """Whether the verdict (1 up, -1 down, 0 taken back) was noted: only the asker's own counts."""
        with self._store.write() as session:
            row = session.get(QuestionRow, question_id)
            if row is None or row.user_id != user_id:
                return False
            row.thumb = value or None
            return True

    def unanswered(self, limit: int = 20) -> list[Unanswered]:
        """Grouped by folded words, the most asked first, without those set aside or dealt with as reported."""
        listed = col(QuestionRow.key).not_in(select(AsideRow.key)) & ~is_settled()
        with self._store.read() as session:
            return groups_of(session, listed, limit)

    def asked_in_vain(self, question_ids: Iterable[int]) -> list[AskedQuestion]:
        """All that read like these questions and got no answer or a thumb down; of each chat the last one only."""
        with self._store.read() as session:
            keys = select(QuestionRow.key).where(col(QuestionRow.id).in_(list(question_ids)))
            failed = (col(QuestionRow.outcome) == Outcome.NOT_FOUND) | (col(QuestionRow.thumb) == -1)
            query = select(QuestionRow).where(col(QuestionRow.key).in_(keys), failed)
            rows = session.exec(query.order_by(col(QuestionRow.id))).all()
        last = {row.chat_key.partition(":")[0]: row for row in rows}
        return [read_question(row) for row in last.values()]

    def answered_texts(self, limit: int) -> list[str]:
        """What was asked last and answered without a thumb down, each text once; never by whom."""
        last = func.max(col(QuestionRow.id))
        well = (col(QuestionRow.outcome) == Outcome.ANSWERED) & (func.coalesce(QuestionRow.thumb, 0) != -1)
        query = select(QuestionRow.text).where(well).group_by(col(QuestionRow.text)).order_by(last.desc()).limit(limit)
        with self._store.read() as session:
            return list(session.exec(query))

    def group_of(self, question_id: int) -> Unanswered | None:
        """All that reads like this question, set aside or not; None if it is gone or was answered."""
        with self._store.read() as session:
            row = session.get(QuestionRow, question_id)
            return next(iter(groups_of(session, col(QuestionRow.key) == row.key, 1)), None) if row else None

    def set_aside(self, question_id: int, *, by: int | None) -> str | None:
        """Its text, after it and all that read alike are listed no more; None if it is gone."""
        with self._store.write() as session:
            row = session.get(QuestionRow, question_id)
            if row is None:
                return None
            insert_if_absent(session, AsideRow, ["key"], key=row.key, set_by=by, set_at=self._clock())
            write_audit(session, "question.aside", f"question:{question_id}", by=by, at=self._clock(), after=row.text)
            return row.text

    def bring_back(self, question_id: int, *, by: int | None) -> str | None:
        """Its text, after it is listed again; None if it is gone."""
        with self._store.write() as session:
            row = session.get(QuestionRow, question_id)
            if row is None:
                return None
            if session.exec(delete(AsideRow).where(col(AsideRow.key) == row.key)).rowcount:
                write_audit(
                    session, "question.back", f"question:{question_id}", by=by, at=self._clock(), after=row.text
                )
            return row.text

    def tally(self, since: datetime) -> Tally:
        """What was asked since then, counted."""
        columns = (col(QuestionRow.outcome), col(QuestionRow.thumb))
        query = select(*columns, func.count()).where(QuestionRow.asked_at >= since).group_by(*columns)
        with self._store.read() as session:
            rows = session.exec(query).all()
        outcomes = {outcome: sum(count for found, _, count in rows if found == outcome) for outcome in Outcome}
        thumbs = {value: sum(count for _, thumb, count in rows if thumb == value) for value in (1, -1)}
        return Tally(
            answered=outcomes[Outcome.ANSWERED],
            clarified=outcomes[Outcome.CLARIFY],
            not_found=outcomes[Outcome.NOT_FOUND],
            up=thumbs[1],
            down=thumbs[-1],
        )

    def prune(self, before: datetime) -> int:
        """Forget questions asked before then; how many."""
        with self._store.write() as session:
            return session.exec(delete(QuestionRow).where(col(QuestionRow.asked_at) < before)).rowcount


def _find(session: Session, chat_key: str, message_id: int | None) -> QuestionRow | None:
    if message_id is None:
        return None
    asked_there = select(QuestionRow).where(QuestionRow.chat_key == chat_key, QuestionRow.message_id == message_id)
    return session.exec(asked_there.order_by(col(QuestionRow.id).desc()).limit(1)).first()
