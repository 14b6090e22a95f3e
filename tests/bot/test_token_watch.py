"""A token that Telegram does not know any more: the bot says so and waits, and loses nothing meanwhile."""

import asyncio
import logging

import pytest

from bot import token_watch
from bot.outbox import delivering
from bot.token_watch import SAID
from bot.updates import attempts, polling
from knowledge.following.rules import ALL_REPORTS
from tests.house import OWNER, House


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits half a minute."""
    monkeypatch.setattr(token_watch, "ASK_AGAIN_SECONDS", 0.05)
    monkeypatch.setattr(polling, "LONGEST_BACK_OFF_SECONDS", 0.05)
    monkeypatch.setattr(attempts, "AWAY_SECONDS", 0.05)
    monkeypatch.setattr(attempts, "LONGEST_BACK_OFF_SECONDS", 0.05)
    monkeypatch.setattr(delivering, "LOOK_AGAIN_SECONDS", 0.05)


async def until(house: House, missing: str | None) -> None:
    """Returns when just that keeps the bot from being ready."""
    async with asyncio.timeout(30):
        while await house.bot.status.missing() != missing:
            await house.sandbox.calls("getMe", count=1)  # others have their turn meanwhile


@pytest.fixture
async def up_house(house: House) -> House:
    """The bot once it is up: one whose token is refused before that ends, as it should."""
    await until(house, None)
    return house


async def test_a_bot_whose_token_was_revoked_says_so_and_lives(up_house: House, caplog: pytest.LogCaptureFixture):
    lan = await up_house.official()
    with caplog.at_level(logging.ERROR):
        await up_house.sandbox.fault("revoked")
        await lan.say("/start")
        await until(up_house, SAID)
    assert sum("@BotFather" in record.getMessage() for record in caplog.records) == 1
    assert b"cchc_token_known 0.0" in up_house.bot.metrics.page()


async def test_what_was_asked_and_what_waits_to_be_sent_goes_out_when_the_token_is_known_again(up_house: House):
    lan, hoa = await up_house.official(), await up_house.official("Hoa")
    up_house.knowledge.subscribers.subscribe(hoa.id, ALL_REPORTS, by=hoa.id)
    await up_house.sandbox.fault("revoked")
    await lan.say("/start")
    up_house.knowledge.reports.publish(up_house.draft(), by=OWNER)
    up_house.bot.sender.wake()
    await until(up_house, SAID)
    await up_house.sandbox.clear_faults()
    assert "Xin chào" in (await lan.next_reply(timeout_seconds=30)).text
    assert "134/BC-VPUBND" in (await hoa.next_reply(timeout_seconds=30)).text
    assert await up_house.bot.status.missing() is None


async def test_a_server_that_does_not_know_a_method_knows_the_token(up_house: House):
    up_house.bot.token_watch.hear(404)
    await up_house.sandbox.calls("getMe", count=2)
    assert not up_house.bot.token_watch.is_refused


async def test_a_suspicion_stands_while_telegram_cannot_be_asked(up_house: House):
    await up_house.sandbox.fault("bad_request", methods=["getMe"], times=2)
    asked = len(await up_house.sandbox.calls("getMe"))
    up_house.bot.token_watch.hear(401)
    assert len(await up_house.sandbox.calls("getMe", count=asked + 3)) >= asked + 3
    assert not up_house.bot.token_watch.is_refused
