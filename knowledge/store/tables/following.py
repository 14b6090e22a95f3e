"""Chats, what they follow, what happened and the notices of it."""

from datetime import datetime
from decimal import Decimal

from sqlalchemy import BigInteger, Index, UniqueConstraint, false
from sqlmodel import Field

from knowledge.store.columns import BigId, ExactDecimal, UtcDateTime
from knowledge.store.tables.base import COUNTED, Base, id_in
from knowledge.store.tables.reports import ReportRow


class ChatRow(Base, table=True):
    """A chat that follows something; paused while it cannot be reached."""

    __tablename__ = "chat"

    id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    paused_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    pause_reason: str | None = None
    quiet_from: int | None = None  # nothing is sent from this hour of the day until the other
    quiet_until: int | None = None
    is_silent: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    digest_hour: int | None = None  # of the day
    digest_day: int | None = None  # of the week, 0 is Monday
    digest_at: datetime | None = Field(default=None, sa_type=UtcDateTime, index=True)  # the next


class SubscriptionRow(Base, table=True):
    """One rule of one chat; kind and key are compared with those of event targets."""

    __tablename__ = "subscription"
    __table_args__ = (UniqueConstraint("chat_id", "kind", "key"), Index(None, "kind", "key"), COUNTED)

    id: int | None = Field(default=None, primary_key=True, sa_type=BigId)
    chat_id: int = Field(sa_type=BigInteger, foreign_key="chat.id", ondelete="CASCADE")
    thread_id: int | None = None
    kind: str
    key: str
    target: str
    threshold: Decimal | None = Field(default=None, sa_type=ExactDecimal)
    created_at: datetime = Field(sa_type=UtcDateTime)
    created_by: int | None = Field(default=None, sa_type=BigInteger)


class EventRow(Base, table=True):
    """Something to tell; what it tells is kept once, not with every notice."""

    __tablename__ = "event"
    __table_args__ = COUNTED

    id: int | None = Field(default=None, primary_key=True, sa_type=BigId)
    kind: str
    report_id: int | None = Field(default=None, foreign_key=id_in(ReportRow), ondelete="CASCADE", index=True)
    payload: str  # JSON
    once: str | None = Field(default=None, unique=True, index=True)  # of what is to be told only once
    created_at: datetime = Field(sa_type=UtcDateTime, index=True)


class EventTargetRow(Base, table=True):
    """One thing that an event is about: whoever follows it is told."""

    __tablename__ = "event_target"
    __table_args__ = (Index(None, "kind", "key"),)

    event_id: int = Field(primary_key=True, sa_type=BigInteger, foreign_key="event.id", ondelete="CASCADE")
    kind: str = Field(primary_key=True)
    key: str = Field(primary_key=True)


class NoticeRow(Base, table=True):
    """One message to one chat; `due_at` is when it may be claimed next, or when its lease ends."""

    __tablename__ = "notice"
    __table_args__ = (
        UniqueConstraint("event_id", "chat_id"),
        Index(None, "state", "due_at", "id"),
        COUNTED,
    )

    id: int | None = Field(default=None, primary_key=True, sa_type=BigId)
    event_id: int = Field(sa_type=BigInteger, foreign_key="event.id", ondelete="CASCADE")
    chat_id: int = Field(sa_type=BigInteger, index=True)
    thread_id: int | None = None
    subscription_id: int | None = Field(default=None, sa_type=BigInteger)
    state: str
    due_at: datetime = Field(sa_type=UtcDateTime)
    sender: str | None = None
    attempts: int = 0
    message_id: int | None = Field(default=None, sa_type=BigInteger)
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    reason: str | None = None  # of a failure or doubt
    replaces: int | None = Field(default=None, sa_type=BigInteger)  # the notice whose message is edited instead
    about: str | None = None  # folded keys, one a line: told because an answer gave what has changed


class NoticePartRow(Base, table=True):
    """A part of a long message that arrived."""

    __tablename__ = "notice_part"

    notice_id: int = Field(primary_key=True, sa_type=BigInteger, foreign_key="notice.id", ondelete="CASCADE")
    position: int = Field(primary_key=True)
    message_id: int = Field(sa_type=BigInteger)
    sent_at: datetime = Field(sa_type=UtcDateTime)


class BroadcastRow(Base, table=True):
    """A message in which an admin watches how far an event's notices are."""

    __tablename__ = "broadcast"

    event_id: int = Field(primary_key=True, sa_type=BigInteger, foreign_key="event.id", ondelete="CASCADE")
    chat_id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    message_id: int = Field(sa_type=BigInteger)
    look_at: datetime | None = Field(default=None, sa_type=UtcDateTime, index=True)  # again then; None: it is over
