"""procrastinate's tables, in a schema of their own beside ours; brought up to date, however often this is called."""

import importlib.resources
from pathlib import Path

import psycopg
from procrastinate.schema import SchemaManager

SCHEMA = "cchc_work"
# Any number that nothing else locks; knowledge.store.migrate has the one before.
_LOCK = 7_206_104


def prepare(address: str) -> None:
    """In one transaction: procrastinate's own `apply_schema` fails where its tables are, and knows no versions."""
    with psycopg.connect(address) as connection:
        connection.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        connection.execute(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}")
        connection.execute(f"SET LOCAL search_path TO {SCHEMA}")
        connection.execute("CREATE TABLE IF NOT EXISTS applied (name text PRIMARY KEY)")
        if connection.execute(f"SELECT to_regclass('{SCHEMA}.procrastinate_jobs')").fetchone() == (None,):
            connection.execute(SchemaManager.get_schema())
        else:
            known = {name for (name,) in connection.execute("SELECT name FROM applied")}
            for path in _migrations():
                if path.name not in known:
                    connection.execute(path.read_bytes())
        with connection.cursor() as cursor:
            names = [[path.name] for path in _migrations()]
            cursor.executemany("INSERT INTO applied VALUES (%s) ON CONFLICT DO NOTHING", names)


def living_workers(address: str) -> tuple[int, float] | None:
    """How many workers gave a sign of life within a minute, and the time by the database; None before any began."""
    with psycopg.connect(address) as connection:
        if connection.execute(f"SELECT to_regclass('{SCHEMA}.procrastinate_workers')").fetchone() == (None,):
            return None
        connection.execute(f"SET LOCAL search_path TO {SCHEMA}")
        alive = "last_heartbeat > now() - interval '1 minute'"
        found = connection.execute(
            f"SELECT count(*), extract(epoch FROM clock_timestamp())::float FROM procrastinate_workers WHERE {alive}"  # noqa: S608 (no value of anybody's is in it)
        ).fetchone()
    return (found[0], found[1]) if found else None


def _migrations() -> list[Path]:
    """In their order."""
    with importlib.resources.as_file(importlib.resources.files("procrastinate.sql")) as folder:
        return sorted((folder / "migrations").glob("*.sql"))
