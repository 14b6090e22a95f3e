"""When a bot looks for garbage, and what it says of a store that is away."""

import asyncio

import pytest

from bot import housekeeping
from bot.housekeeping import MOST_LOOKS, SWEEP_AFTER_LOOKS, SWEEP_SECONDS, keep_up, oldest_to_sweep
from knowledge.bootstrap import Knowledge
from knowledge.store.store import StoreUnavailable


async def test_a_store_that_cannot_be_reached_is_told_once_until_it_is_back(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    tries = iter((True, True, False, True, True, False))
    looked = asyncio.Semaphore(0)

    def refresh() -> bool:
        if next(tries, False):
            raise StoreUnavailable("away")
        return False

    monkeypatch.setattr(housekeeping, "REFRESH_SECONDS", 0.0)
    monkeypatch.setattr(knowledge.asking, "refresh", refresh)
    keeping = asyncio.create_task(keep_up(knowledge, looked.release))
    for _ in range(2):
        await asyncio.wait_for(looked.acquire(), 60)
    keeping.cancel()
    assert [record.message for record in caplog.records if record.name == "bot.housekeeping"] == [
        "the store cannot be reached; answering from what is known: away",
        "the store can be reached again",
    ] * 2


def test_what_outlived_looks_for_garbage_is_looked_through_when_nobody_waits() -> None:
    assert oldest_to_sweep(SWEEP_AFTER_LOOKS, 9, quiet_seconds=0.1) == 1
    assert oldest_to_sweep(SWEEP_AFTER_LOOKS, 9, quiet_seconds=0.0) == 0


def test_it_does_not_wait_for_ever() -> None:
    assert oldest_to_sweep(MOST_LOOKS, 9, quiet_seconds=0.0) == 1
    assert oldest_to_sweep(SWEEP_AFTER_LOOKS - 1, 9, quiet_seconds=0.1) == 0


def test_all_is_looked_through_only_where_nobody_has_written_for_a_while() -> None:
    assert oldest_to_sweep(0, 1, quiet_seconds=SWEEP_SECONDS) == 2
    assert oldest_to_sweep(0, 0, quiet_seconds=SWEEP_SECONDS) == 0
