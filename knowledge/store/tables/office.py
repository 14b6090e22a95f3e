"""What an office settles for itself: invitations, settings, publications put off."""

from datetime import datetime

from sqlalchemy import BigInteger
from sqlmodel import Field

from knowledge.store.columns import BigId, UtcDateTime
from knowledge.store.tables.base import COUNTED, Base, id_in
from knowledge.store.tables.reports import ReportRow


class InvitationRow(Base, table=True):
    """An invitation to a role; whoever holds its token takes it up, once."""

    __tablename__ = "invitation"
    __table_args__ = COUNTED

    id: int | None = Field(default=None, primary_key=True, sa_type=BigId)
    token_hash: str = Field(unique=True)  # whoever reads the store cannot take it up
    role: str
    organisation: str | None = None
    created_by: int | None = Field(default=None, sa_type=BigInteger)
    created_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime)
    used_by: int | None = Field(default=None, sa_type=BigInteger)
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    revoked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class OfficeSettingRow(Base, table=True):
    """What an owner has set for everybody."""

    __tablename__ = "office_setting"

    name: str = Field(primary_key=True)
    value: str


class PutOffRow(Base, table=True):
    """A draft that is published at that time."""

    __tablename__ = "put_off_publication"

    report_id: int = Field(primary_key=True, foreign_key=id_in(ReportRow), ondelete="CASCADE")
    at: datetime = Field(sa_type=UtcDateTime, index=True)
    by: int | None = Field(default=None, sa_type=BigInteger)
    is_quiet: bool = False
