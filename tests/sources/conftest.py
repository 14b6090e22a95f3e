"""A local portal, and services on SQLite and PostgreSQL that may reach it."""

from collections.abc import Iterator

import pytest

from knowledge.bootstrap import Knowledge
from tests.clock import SetClock
from tests.site import Site, open_site
from tests.sources.portal import open_watching


@pytest.fixture
def site() -> Iterator[Site]:
    with open_site() as opened:
        yield opened


@pytest.fixture
def knowledge(store_url: str, clock: SetClock) -> Iterator[Knowledge]:
    opened = open_watching(store_url, clock)
    yield opened
    opened.close()
