"""The opened database: SQLite in one file or PostgreSQL."""

from sqlalchemy import Engine


class Store:
    """Hands out sessions to read and transactions to write in; thread-safe."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
