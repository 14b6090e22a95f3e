"""Fixtures for everything that needs a store: each test that does runs on SQLite and on PostgreSQL.

Random examples are drawn alike on every run, and few; `HYPOTHESIS_PROFILE=new` draws new ones, and more.
"""

import gc
import os
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

import hypothesis
import pytest

from knowledge.bootstrap import Knowledge, open_knowledge
from tests.clock import SetClock
from tests.compiling import share_compiled_statements
from tests.databases import Databases, PostgresqlDatabases, SqliteDatabases, postgresql_server
from tests.held_folders import remove_left_behind

OWNER = 1

# httpcore looks for it at every lock, along the whole path if it is not there: a tenth of what a test of the bot costs.
if find_spec("sniffio") is None:
    sys.modules["sniffio"] = None  # type: ignore[assignment] - Python's way to say that there is none

share_compiled_statements()

hypothesis.settings.register_profile("repeatable", derandomize=True, deadline=None, max_examples=30)
hypothesis.settings.register_profile("new", deadline=None)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))


# Half a million objects stay as long as the tests run; they are not looked through again and again, and new ones seldom.
# Ten thousand is where the time of the whole stops falling.
_GARBAGE_AT = 10_000


def pytest_sessionstart() -> None:
    """Tests that were killed leave databases behind, which fill the memory that others need."""
    remove_left_behind()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Those that wait most of their time begin first: one process has them while the others keep the processors busy to the end."""
    items.sort(key=lambda item: "delivery" not in item.path.parts)


def pytest_collection_finish() -> None:
    """Called when all tests are loaded."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_GARBAGE_AT, 20, 20)


@pytest.fixture(scope="session", autouse=True)
def _caches(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Views of PostgreSQL stores are kept in a folder of the tests' own."""
    with pytest.MonkeyPatch.context() as changed:
        changed.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("caches")))
        yield


@pytest.fixture(scope="session")
def sqlite_databases(tmp_path_factory: pytest.TempPathFactory) -> Databases:
    """As many SQLite files as wanted."""
    return SqliteDatabases(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def postgresql_databases() -> Iterator[Databases]:
    """As many PostgreSQL databases as wanted, on one server that runs until the last test is done."""
    with postgresql_server() as server:
        yield PostgresqlDatabases(server)


@pytest.fixture(params=["sqlite", "postgresql"], scope="session")
def databases(request: pytest.FixtureRequest) -> Databases:
    """Either kind, one after the other; for tests that need several stores."""
    found: Any = request.getfixturevalue(f"{request.param}_databases")
    databases: Databases = found
    return databases


@pytest.fixture
def store_url(databases: Databases) -> str:
    """The address of a fresh store."""
    return databases.migrated()


@pytest.fixture
def clock() -> SetClock:
    """A clock that stands at 1 March 2019, 8:00 UTC."""
    return SetClock()


@pytest.fixture
def knowledge(store_url: str, clock: SetClock) -> Iterator[Knowledge]:
    """The services over a fresh store; user 1 is the owner."""
    knowledge = open_knowledge(store_url, owner_ids=frozenset({OWNER}), clock=clock)
    yield knowledge
    knowledge.close()
