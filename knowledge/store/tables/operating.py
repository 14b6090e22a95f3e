"""Updates in, the audit log and aliases."""

from datetime import datetime

from sqlalchemy import BigInteger, Index
from sqlmodel import Field

from knowledge.store.columns import BigId, UtcDateTime
from knowledge.store.tables.base import COUNTED, Base


class UpdateRow(Base, table=True):
    """An update that came in."""

    __tablename__ = "inbox_update"
    __table_args__ = (Index(None, "state", "id"), Index(None, "chat_key", "state", "id"))

    id: int = Field(primary_key=True, sa_type=BigInteger, sa_column_kwargs={"autoincrement": False})
    chat_key: str
    payload: str
    state: str  # pending, done, failed
    attempts: int = 0
    error: str | None = None
    received_at: datetime = Field(sa_type=UtcDateTime)
    shown_in: int | None = Field(default=None, sa_type=BigInteger)  # our message that tells how far the work on it is
    is_followed: bool | None = None  # a message below that one was begun to be sent


class TurnRow(Base, table=True):
    """A chat whose updates a process handles just now; it is gone when nothing is left to handle."""

    __tablename__ = "inbox_turn"

    chat_key: str = Field(primary_key=True)
    holder: str = Field(index=True)  # one run of a process
    held_until: datetime = Field(sa_type=UtcDateTime)


class AuditRow(Base, table=True):
    """One change by somebody."""

    __tablename__ = "audit"
    __table_args__ = COUNTED

    id: int | None = Field(default=None, primary_key=True, sa_type=BigId)
    at: datetime = Field(sa_type=UtcDateTime)
    by: int | None = Field(default=None, sa_type=BigInteger, index=True)
    action: str
    subject: str = Field(index=True)
    before: str | None = None
    after: str | None = None


class AliasRow(Base, table=True):
    """Words that mean an indicator or document, proposed by use and approved by an admin."""

    __tablename__ = "alias"

    key: str = Field(primary_key=True)  # folded
    words: str
    meaning: str
    state: str  # proposed, approved, refused
    times: int = 0
    decided_by: int | None = Field(default=None, sa_type=BigInteger)
    decided_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
