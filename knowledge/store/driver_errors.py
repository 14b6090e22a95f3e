"""What a database's driver raises where it is spoken to without SQLAlchemy."""

from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError


def as_told(connection: Connection, error: Any) -> BaseException:
    """The driver's error as SQLAlchemy tells it; a connection that is lost is not used again."""
    dialect = connection.dialect
    if dialect.is_disconnect(error, connection.connection, None):
        connection.invalidate(error)
    told: BaseException = DBAPIError.instance(None, None, error, dialect.loaded_dbapi.Error, dialect=dialect)
    return told
