"""Questions asked and what they got, so that buttons still work after a restart and gaps can be seen."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, Connection, Executable, bindparam, func
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, delete, select

from knowledge.answers import Answer, Choice, Outcome, Step, Topic
from knowledge.following.rules import rule_of
from knowledge.lazily import later
from knowledge.people.conversations import remembering
from knowledge.store.audit import write_audit
from knowledge.store.clock import Clock
from knowledge.store.numbering import counting
from knowledge.store.prepared import Prepared
from knowledge.store.store import Store
from knowledge.store.tables import AsideRow, QuestionRow, id_of
from knowledge.store.texts import key, storable
from knowledge.store.upserting import insert_if_absent, writing


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
    steps: tuple[Step, ...]
    previous: str | None  # the conversation before it, with which it means the same again
    thumb: int | None  # 1 up, -1 down
    answer_message_id: int | None  # our answer in that chat
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
    is_thumbed_down: bool = False  # by anybody who asked it


@dataclass(frozen=True, slots=True)
class Tally:
    """How many questions of a time got which answer and verdict."""

    answered: int
    clarified: int
    not_found: int
    up: int
    down: int


@dataclass(frozen=True, slots=True)
class _Offered:
    """What of an answer is kept."""

    choices: tuple[Choice, ...]
    suggestions: tuple[Choice, ...]
    topic: Topic
    steps: tuple[Step, ...] = ()
    previous: str | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A question and what is kept of it, ready to be written."""

    id: int
    columns: Mapping[str, Any]
    context: str | None  # what the chat's next question is understood with; None leaves that as it is


_OFFERED = later(lambda: TypeAdapter(_Offered))

_COLUMNS = (
    "chat_key",
    "user_id",
    "message_id",
    "answer_message_id",
    "text",
    "key",
    "outcome",
    "offered",
    "asked_at",
    "about_kind",
    "about",
    "about_target",
    "report_id",
)
# An old verdict says nothing of a new answer.
_VALUES: dict[str, Any] = {"id": bindparam("question"), **{name: bindparam(name) for name in _COLUMNS}, "thumb": None}


def _writing(dialect: str) -> Executable:
    return writing(dialect, QuestionRow, ("id",), _VALUES)


def _numbering(dialect: str) -> list[Executable]:
    before, number = counting(dialect, QuestionRow)
    return [*before, select_columns(number)]


_KEEP = Prepared(lambda dialect: [_writing(dialect)])
_KEEP_ALL = Prepared(lambda dialect: [remembering(dialect), _writing(dialect)])
_NUMBER = Prepared(_numbering)
_ASKED_THERE = Prepared(
    lambda _: [
        select_columns(col(QuestionRow.id))
        .where(col(QuestionRow.chat_key) == bindparam("chat"), col(QuestionRow.message_id) == bindparam("message"))
        .order_by(col(QuestionRow.id).desc())
        .limit(1)
    ]
)


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
        return Kept(number, {**_asked(text, answer, steps, previous), **asked}, context)

    def keep(self, kept: Kept, answer_message_id: int | None = None, within: Connection | None = None) -> None:
        """Our answer to the question is that message of its chat; the same again is no second question."""
        given = {"question": kept.id, "answer_message_id": answer_message_id, **kept.columns}
        with self._store.change(within) as connection:
            if kept.context is None:
                _KEEP.ask(connection, **given)
                return
            remembered = {"conversation": given["chat_key"], "value": storable(kept.context), "now": given["asked_at"]}
            _KEEP_ALL.ask(connection, **given, **remembered)

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
            found = _ASKED_THERE.rows(connection, chat=chat_key, message=message_id) if message_id is not None else []
            [number] = found[0] if found else _NUMBER.rows(connection)[0]
            kept = self.note(number, chat_key, user_id, text, answer, previous=previous, message_id=message_id)
            self.keep(kept, within=connection)
        return kept.id

    def get(self, question_id: int) -> AskedQuestion | None:
        """None if there is no such question (any more)."""
        with self._store.read() as session:
            row = session.get(QuestionRow, question_id)
        return _read(row) if row is not None else None

    def asked_in(self, chat_key: str, message_id: int) -> AskedQuestion | None:
        """The question that was asked in that message; None if there was none."""
        with self._store.read() as session:
            row = _find(session, chat_key, message_id)
        return _read(row) if row is not None else None

    def answered_in(self, chat_key: str, answer_message_id: int) -> AskedQuestion | None:
        """The question whose answer is that message of ours; None if it is no answer."""
        with self._store.read() as session:
            answered = select(QuestionRow).where(
                QuestionRow.chat_key == chat_key, QuestionRow.answer_message_id == answer_message_id
            )
            row = session.exec(answered.order_by(col(QuestionRow.id).desc()).limit(1)).first()
        return _read(row) if row is not None else None

    def last(self, chat_key: str, since: datetime) -> AskedQuestion | None:
        """The chat's (in a group the person's) last question since then that was answered."""
        query = select(QuestionRow).where(
            QuestionRow.chat_key == chat_key,
            QuestionRow.asked_at >= since,
            QuestionRow.outcome == Outcome.ANSWERED,
        )
        with self._store.read() as session:
            row = session.exec(query.order_by(col(QuestionRow.id).desc()).limit(1)).first()
        return _read(row) if row is not None else None

    def thumb(self, question_id: int, user_id: int, value: int) -> bool:
        """Whether the verdict (1 up, -1 down, 0 taken back) was noted: only the asker's own counts."""
        with self._store.write() as session:
            row = session.get(QuestionRow, question_id)
            if row is None or row.user_id != user_id:
                return False
            row.thumb = value or None
            return True

    def unanswered(self, limit: int = 20) -> list[Unanswered]:
        """Grouped by folded words, the most asked first, without those set aside."""
        listed = col(QuestionRow.key).not_in(select(AsideRow.key))
        with self._store.read() as session:
            return _groups(session, listed, limit)

    def asked_in_vain(self, question_ids: Iterable[int]) -> list[AskedQuestion]:
        """All that read like these questions and got no answer or a thumb down; of each chat the last one only."""
        with self._store.read() as session:
            keys = select(QuestionRow.key).where(col(QuestionRow.id).in_(list(question_ids)))
            failed = (col(QuestionRow.outcome) == Outcome.NOT_FOUND) | (col(QuestionRow.thumb) == -1)
            query = select(QuestionRow).where(col(QuestionRow.key).in_(keys), failed)
            rows = session.exec(query.order_by(col(QuestionRow.id))).all()
        last = {row.chat_key.partition(":")[0]: row for row in rows}
        return [_read(row) for row in last.values()]

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
            return next(iter(_groups(session, col(QuestionRow.key) == row.key, 1)), None) if row else None

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


def _groups(session: Session, where: ColumnElement[bool], limit: int) -> list[Unanswered]:
    times, last, thumb = func.count(), func.max(col(QuestionRow.id)), func.min(col(QuestionRow.thumb))
    failed = (col(QuestionRow.outcome) == Outcome.NOT_FOUND) | (col(QuestionRow.thumb) == -1)
    groups = (
        select(times.label("times"), last.label("last"), thumb.label("thumb"))
        .where(failed, where)
        .group_by(col(QuestionRow.key))
        .order_by(times.desc(), last.desc())
        .limit(limit)
        .subquery()
    )
    query = (
        select_columns(
            col(QuestionRow.text), groups.c.times, col(QuestionRow.asked_at), col(QuestionRow.id), groups.c.thumb
        )
        .join(groups, groups.c.last == col(QuestionRow.id))
        .order_by(groups.c.times.desc(), groups.c.last.desc())
    )
    rows = session.connection().execute(query)
    return [Unanswered(text, times, at, int(number), thumb == -1) for text, times, at, number, thumb in rows]


def _asked(text: str, answer: Answer, steps: tuple[Step, ...], previous: str | None) -> dict[str, Any]:
    """The columns that say what was asked and what of its answer is kept."""
    asked = storable(text)
    offered = _Offered(answer.choices, answer.suggestions, answer.topic, steps, previous)
    followed = rule_of(answer.topic) if answer.outcome is Outcome.ANSWERED else None
    return {
        "text": asked,
        "key": " ".join(re.findall(r"\w+", key(asked))),
        "outcome": answer.outcome.value,
        "offered": _OFFERED.dump_json(offered).decode(),
        "about_kind": followed.kind if followed else None,
        "about": followed.key if followed else None,
        "about_target": followed.target if followed else None,
        "report_id": answer.topic.report_id,
    }


def _find(session: Session, chat_key: str, message_id: int | None) -> QuestionRow | None:
    if message_id is None:
        return None
    asked_there = select(QuestionRow).where(QuestionRow.chat_key == chat_key, QuestionRow.message_id == message_id)
    return session.exec(asked_there.order_by(col(QuestionRow.id).desc()).limit(1)).first()


def _read(row: QuestionRow) -> AskedQuestion:
    offered = _OFFERED.validate_json(row.offered)
    return AskedQuestion(
        id=id_of(row),
        chat_key=row.chat_key,
        text=row.text,
        outcome=Outcome(row.outcome),
        choices=offered.choices,
        suggestions=offered.suggestions,
        topic=offered.topic,
        steps=offered.steps,
        previous=offered.previous,
        thumb=row.thumb,
        answer_message_id=row.answer_message_id,
        asked_at=row.asked_at,
    )
