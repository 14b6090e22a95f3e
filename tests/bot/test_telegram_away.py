"""While Telegram refuses, answers with a page or is away, nothing is lost and the bot goes on when it is back."""

from contextlib import AsyncExitStack
from typing import Any

import pytest

from bot.sandbox.client import Sandbox
from knowledge.bootstrap import Knowledge
from tests.house import House, open_house


async def test_an_answer_waits_while_telegram_refuses_for_some_seconds(house: House):
    await house.sandbox.fault("too_many_requests", seconds=1, times=1)
    assert "Xin chào" in (await (await house.official()).ask("/start")).text


@pytest.mark.parametrize("code", [200, 302, 401, 403, 404])
async def test_a_page_in_telegram_s_place_costs_no_question_and_ends_no_bot(house: House, code: int):
    everything = {"getupdates", "sendmessage", "sendchataction"}
    await house.sandbox.fault("page", code=code, times=3, methods=everything)
    lan = await house.official()
    assert "Xin chào" in (await lan.ask("/start")).text


async def test_the_bot_waits_for_telegram_when_it_starts(knowledge: Knowledge, clock: Any):
    async with AsyncExitStack() as stack:
        sandbox = await stack.enter_async_context(Sandbox.start())
        lan = await sandbox.user("Lan", is_started=True)
        away = AsyncExitStack()
        await away.enter_async_context(sandbox.refusing_connections())
        await stack.enter_async_context(open_house(sandbox, knowledge, clock))
        await lan.say("/start")
        await away.aclose()
        assert "Xin chào" in (await lan.next_reply(timeout_seconds=20)).text


async def test_updates_come_in_again_after_telegram_was_away(knowledge: Knowledge, clock: Any):
    async with Sandbox.start() as sandbox, open_house(sandbox, knowledge, clock) as house:
        lan = await house.official()
        await lan.ask("/start")
        async with sandbox.refusing_connections():
            await lan.say("/caidat")
        assert "Ngôn ngữ" in (await lan.next_reply(timeout_seconds=20)).text
