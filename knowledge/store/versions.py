"""Which migrations a store has, and which are still to come."""

from dataclasses import dataclass

from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from knowledge.store.migrate import alembic_config
from knowledge.store.store import Store


@dataclass(frozen=True, slots=True)
class Version:
    """One migration: what it brings, and whether the store has it."""

    revision: str
    title: str
    is_applied: bool


def list_versions(store: Store) -> tuple[Version, ...]:
    """All migrations of this program, the first one first; nothing is changed. Raises StoreUnavailable."""
    with store.read() as session:
        connection = session.connection()
        scripts = ScriptDirectory.from_config(alembic_config(connection))
        current = MigrationContext.configure(connection).get_current_revision()
    known = [(script.revision, str(script.doc)) for script in reversed(list(scripts.walk_revisions()))]
    reached = [revision for revision, _ in known].index(current) + 1 if current in dict(known) else 0
    return tuple(Version(revision, title, place < reached) for place, (revision, title) in enumerate(known))
