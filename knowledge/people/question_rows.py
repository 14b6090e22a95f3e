"""A question as its row keeps it: what of its answer is kept, and the statements that keep it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Executable, bindparam
from sqlalchemy import select as select_columns
from sqlmodel import col

from knowledge.answers import Answer, Choice, Outcome, Step, Topic
from knowledge.following.rules import rule_of
from knowledge.grammar.folding import key
from knowledge.lazily import later
from knowledge.people.conversations import remembering
from knowledge.storable import storable
from knowledge.store.numbering import counting
from knowledge.store.prepared import Prepared
from knowledge.store.tables import QuestionRow, id_of
from knowledge.store.upserting import writing


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


def columns_of(text: str, answer: Answer, steps: tuple[Step, ...], previous: str | None) -> dict[str, Any]:
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


def read_question(row: QuestionRow) -> AskedQuestion:
    """The question that a row keeps."""
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


KEEP = Prepared(lambda dialect: [_writing(dialect)])
KEEP_ALL = Prepared(lambda dialect: [remembering(dialect), _writing(dialect)])
NUMBER = Prepared(_numbering)
ASKED_THERE = Prepared(
    lambda _: [
        select_columns(col(QuestionRow.id))
        .where(col(QuestionRow.chat_key) == bindparam("chat"), col(QuestionRow.message_id) == bindparam("message"))
        .order_by(col(QuestionRow.id).desc())
        .limit(1)
    ]
)
