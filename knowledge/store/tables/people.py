"""Persons, their dialogues and questions."""

from datetime import datetime

from sqlalchemy import BigInteger, Index
from sqlmodel import Field

from knowledge.store.columns import BigId, UtcDateTime
from knowledge.store.tables.base import COUNTED, Base

_GIVEN = {"autoincrement": False}  # the messenger's numbers, never our own


class PersonRow(Base, table=True):
    """A person who was seen or has a role."""

    __tablename__ = "person"

    user_id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs=_GIVEN)
    role: str = "none"
    organisation: str | None = None  # an editor of this one only
    granted_by: int | None = Field(default=None, sa_type=BigInteger)
    granted_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    language_code: str | None = None  # the messenger's
    language: str | None = None  # chosen
    seen_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class DialogueRow(Base, table=True):
    """A dialogue under way."""

    __tablename__ = "dialogue"

    chat_id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs=_GIVEN)
    user_id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs=_GIVEN)
    name: str
    step: str
    data: str  # JSON
    updated_at: datetime = Field(sa_type=UtcDateTime)


class ConversationRow(Base, table=True):
    """What an asker asked last."""

    __tablename__ = "conversation"

    chat_key: str = Field(primary_key=True)
    value: str
    updated_at: datetime = Field(sa_type=UtcDateTime)


class QuestionRow(Base, table=True):
    """A question and the part of its answer that buttons refer to."""

    __tablename__ = "question"
    __table_args__ = (Index(None, "chat_key", "message_id"), Index(None, "about_kind", "about"), COUNTED)

    id: int | None = Field(default=None, primary_key=True, sa_type=BigId)
    chat_key: str
    user_id: int | None = Field(default=None, sa_type=BigInteger, index=True)
    text: str
    key: str = Field(index=True)  # folded, for grouping
    outcome: str
    offered: str  # JSON: choices, suggestions, topic, next steps, the conversation before
    thumb: int | None = None
    message_id: int | None = Field(default=None, sa_type=BigInteger)  # of the question in its chat
    answer_message_id: int | None = Field(default=None, sa_type=BigInteger)  # of our answer
    asked_at: datetime = Field(sa_type=UtcDateTime, index=True)
    # What the answer was about, as a rule would follow it; `about` is folded.
    about_kind: str | None = None
    about: str | None = None
    about_target: str | None = None
    report_id: int | None = Field(default=None, index=True)  # that a figure was taken from


class AsideRow(Base, table=True):
    """A question that admins have set aside: the reports will never answer it."""

    __tablename__ = "aside_question"

    key: str = Field(primary_key=True)  # folded, as of the questions
    set_by: int | None = Field(default=None, sa_type=BigInteger)
    set_at: datetime = Field(sa_type=UtcDateTime)


class CorrectionRow(Base, table=True):
    """What somebody says is wrong or missing, until an admin has settled it."""

    __tablename__ = "correction"
    __table_args__ = (Index(None, "chat_id", "message_id"), COUNTED)

    id: int | None = Field(default=None, primary_key=True, sa_type=BigId)
    question_id: int = Field(unique=True, sa_type=BigInteger)  # no foreign key: questions are forgotten sooner
    kind: str  # wrong, missing
    state: str = Field(index=True)  # open, fixed, kept
    question: str
    answer: str  # as it was shown, with its sources
    words: str | None = None
    chat_id: int = Field(sa_type=BigInteger)
    thread_id: int | None = Field(default=None, sa_type=BigInteger)
    user_id: int | None = Field(default=None, sa_type=BigInteger, index=True)
    message_id: int | None = Field(default=None, sa_type=BigInteger)  # ours, to which a reply says more
    opened_at: datetime = Field(sa_type=UtcDateTime)
    settled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    settled_by: int | None = Field(default=None, sa_type=BigInteger)
    told_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # the person
