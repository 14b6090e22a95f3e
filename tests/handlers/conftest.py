"""A running bot against a running sandbox, over HTTP, on an SQLite store."""

import pytest

from tests.handlers.published import store_with_samples
from tests.house import House
from tests.house_fixtures import databases_of, house, knowledge, running, sandbox

__all__ = ["house", "knowledge", "running", "sandbox"]

# What is published in the store of whoever asks for the fixture; publishing takes longer than most tests.
_PUBLISHED: dict[str, tuple[str, ...]] = {"samples": (), "first_sample": ("01",), "second_sample": ("02",)}


@pytest.fixture
def store_url(request: pytest.FixtureRequest) -> str:
    """The address of a fresh store, with the samples of whoever asks for some."""
    databases = databases_of(request)
    for name, begin in _PUBLISHED.items():
        if name in request.fixturenames:
            return databases.copied(store_with_samples(databases, *begin))
    return databases.migrated()


@pytest.fixture
def samples(house: House) -> House:
    """The bot with the samples of 2019 published."""
    house.knowledge.asking.refresh()
    return house


@pytest.fixture
def first_sample(house: House) -> House:
    """The bot with the first sample published."""
    house.knowledge.asking.refresh()
    return house


@pytest.fixture
def second_sample(house: House) -> House:
    """The bot with the second sample published."""
    house.knowledge.asking.refresh()
    return house
