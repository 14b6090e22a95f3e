"""Answers go ahead of notices, and both wait for the pacer."""

import asyncio
from datetime import timedelta
from time import monotonic

import pytest
from telegram.error import RetryAfter

from bot.outbox.gate import Gate
from bot.outbox.limiter import GateLimiter
from bot.outbox.pacer import MESSAGES_PER_SECOND, REFUSALS_THAT_HOLD_ALL, Pacer
from handlers.visit import Visit, visit


async def test_an_answer_goes_before_notices_that_waited_longer():
    pacer = Pacer(monotonic)
    for chat in range(1, MESSAGES_PER_SECOND + 1):
        pacer.landed(pacer.take(chat))
    gate, gone = Gate(pacer), []

    async def note(name: str, passing: object) -> None:
        await passing  # type: ignore[misc]
        gone.append(name)

    notices = [asyncio.create_task(note("notice", gate.pass_notice(1000 + n))) for n in range(5)]
    await asyncio.sleep(0)
    answer = asyncio.create_task(note("answer", gate.pass_answer(2000)))
    await asyncio.gather(*notices, answer)
    assert gone[0] == "answer"


async def test_an_answer_goes_before_the_welcomes_of_a_crowd():
    pacer = Pacer(monotonic)
    for chat in range(1, MESSAGES_PER_SECOND + 1):
        pacer.landed(pacer.take(chat))
    limiter, gone = GateLimiter(Gate(pacer)), []

    async def send(chat: int, *, is_welcome: bool) -> None:
        visit.set(Visit(gives_way=is_welcome))

        async def sent() -> bool:
            gone.append(chat)
            return True

        await limiter.process_request(sent, (), {}, "sendMessage", {"chat_id": chat}, None)

    welcomes = [asyncio.create_task(send(1000 + n, is_welcome=True)) for n in range(5)]
    await asyncio.sleep(0)
    await asyncio.gather(*welcomes, asyncio.create_task(send(2000, is_welcome=False)))
    assert gone[0] == 2000


async def test_a_message_goes_at_once_where_nothing_holds_it():
    gate = Gate(Pacer(lambda: 0.0))  # whoever waits for a time that stands waits for ever
    async with asyncio.timeout(10):
        await gate.pass_answer(1)
        await gate.pass_notice(2)


async def test_a_chat_that_is_refused_for_long_is_held_and_its_answer_is_left_for_later(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    gate = Gate(Pacer(monotonic))

    async def refuse() -> bool:
        raise RetryAfter(timedelta(seconds=45))

    with pytest.raises(RetryAfter):
        await GateLimiter(gate).process_request(refuse, (), {}, "sendMessage", {"chat_id": 1}, None)
    assert await gate.wait_for_chat(1, patience_seconds=30) > 30


async def test_a_notice_does_not_stand_where_telegram_refuses_the_bot_as_a_whole_for_long():
    gate = Gate(Pacer(monotonic))
    for chat in range(REFUSALS_THAT_HOLD_ALL):
        gate.pacer.hold(chat, 600)
    assert await gate.pass_notice(1000, patience_seconds=5) == pytest.approx(600, abs=60)
