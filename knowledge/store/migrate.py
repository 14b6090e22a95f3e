"""Bringing a store's tables to the present version."""

from collections.abc import Iterable
from importlib.resources import files

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, text

from knowledge.store.store import Store

# Any number that nothing else locks: two programs that start at once migrate one after the other.
_LOCK = 7_206_103


class StoreTooNew(RuntimeError):
    """The store was written by a newer version of this program; update the program."""


def migrate(store: Store, revision: str = "head") -> None:
    """Bring the tables to that revision (the newest), or leave them as they are; raises StoreTooNew."""
    with store.write() as session:
        connection = session.connection()
        if store.is_postgresql:
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        current = MigrationContext.configure(connection).get_current_heads()
        config = alembic_config(connection)
        _refuse_newer(current, config)
        command.upgrade(config, revision)


def downgrade(store: Store, revision: str) -> None:
    """Take the tables back to that revision; whatever only newer tables held is lost."""
    with store.write() as session:
        command.downgrade(alembic_config(session.connection()), revision)


def alembic_config(connection: Connection | None = None) -> Config:
    """Alembic, set to work in this connection's transaction."""
    config = Config()
    folder = str(files("knowledge.store") / "migrations")
    config.set_main_option("script_location", folder.replace("%", "%%"))  # Alembic interpolates
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def _refuse_newer(current: Iterable[str], config: Config) -> None:
    """A revision that is not among ours can only come from a newer version."""
    scripts = ScriptDirectory.from_config(config)
    for revision in current:
        try:
            scripts.get_revision(revision)
        except CommandError as error:
            raise StoreTooNew(f"the store has revision {revision}") from error
