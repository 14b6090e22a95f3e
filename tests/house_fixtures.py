"""The fixtures that tests of bot and handlers share."""

import os
from collections.abc import AsyncIterator, Iterator

import pytest

from bot.sandbox.client import Sandbox
from bot.sandbox.command import DEMO_TOKEN
from bot.sandbox.server import Running
from handlers import turn
from knowledge.bootstrap import Knowledge, open_knowledge
from tests.clock import SetClock
from tests.databases import Databases
from tests.house import OWNER, House, open_house


@pytest.fixture(scope="session")
def running() -> Iterator[Running]:
    """One sandbox for all tests."""
    server = Running(tokens=[DEMO_TOKEN], has_limits=False)
    server.start()
    yield server
    server.stop()


@pytest.fixture
async def sandbox(running: Running) -> AsyncIterator[Sandbox]:
    """A bot of its own in it, in an empty world."""
    async with Sandbox.join(running) as joined:
        yield joined


def databases_of(request: pytest.FixtureRequest) -> Databases:
    """SQLite, since what differs is tested on both where the store is; every night the other too."""
    name = os.environ.get("CCHC_HOUSE", "sqlite")
    databases: Databases = request.getfixturevalue(f"{name}_databases")
    return databases


@pytest.fixture
def store_url(request: pytest.FixtureRequest) -> str:
    """The address of a fresh store."""
    return databases_of(request).migrated()


@pytest.fixture
def knowledge(store_url: str, clock: SetClock) -> Iterator[Knowledge]:
    """The services over that store."""
    opened = open_knowledge(store_url, owner_ids=frozenset({OWNER}), clock=clock)
    yield opened
    opened.close()


@pytest.fixture
async def house(
    sandbox: Sandbox, knowledge: Knowledge, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[House]:
    """The bot, up and running; what was just changed is answered from, however busy the machine is."""
    monkeypatch.setattr(turn, "LONGEST_RENEWING_SECONDS", 60.0)
    async with open_house(sandbox, knowledge, clock) as opened:
        yield opened
