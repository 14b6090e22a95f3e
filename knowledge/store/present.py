"""Whether a store is of the present version, seen at a glance; only one that is not needs the migrations."""

from collections.abc import Callable
from functools import cache
from importlib.resources import files

from sqlalchemy import Connection, inspect, text

from knowledge.lazily import lazily
from knowledge.store.store import Store

# Alembic and all migrations take longer to load than most stores take to open.
_migrate: Callable[[Store], None] = lazily("knowledge.store.migrate", "migrate")


def bring_up_to_date(store: Store) -> None:
    """The store's tables are those of this program; raises StoreTooNew, StoreUnavailable."""
    with store.read() as session:
        is_present = _revision(session.connection()) == newest_revision()
    if not is_present:
        _migrate(store)


@cache
def newest_revision() -> str:
    """That of the last migration, whose file is named after it: `v0009_digests.py`."""
    names = (file.name for file in (files("knowledge.store") / "migrations" / "versions").iterdir())
    return max(name[1:5] for name in names if name.startswith("v"))


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found
