"""What all tables share."""

from typing import ClassVar, Protocol

from sqlalchemy import MetaData
from sqlmodel import SQLModel

# An id that was deleted never comes back as something else: buttons and audit entries name it.
COUNTED = {"sqlite_autoincrement": True}


class Base(SQLModel):
    """Constraints have names of their own, so that migrations can find them on either database."""

    model_config = {"defer_build": True}  # nothing is checked when a row is made, so that no checker need be built

    metadata: ClassVar[MetaData] = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class _Counted(Protocol):
    id: int | None


def id_of(row: _Counted) -> int:
    """The id of a row that the store has given one (after a flush)."""
    if row.id is None:
        raise ValueError("the row has not been written yet")
    return row.id


def id_in(table: type[Base]) -> str:
    """What a column that names a row of that table refers to; naming it so loads the other theme with this one."""
    return f"{table.__tablename__}.id"
