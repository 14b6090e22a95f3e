"""Failures that tests switch on, as the two client libraries meet them."""

from typing import TYPE_CHECKING

import httpx
import pytest
from telegram import Bot as TelegramBot
from telegram.error import NetworkError, RetryAfter

from bot.sandbox.client import Person, Sandbox

from .conftest import Raw

if TYPE_CHECKING:
    from aiogram import Bot as AiogramBot


async def test_too_many_requests_says_how_long_to_wait(
    sandbox: Sandbox, telegram_bot: TelegramBot, aiogram_bot: "AiogramBot", lan: Person
):
    from aiogram.exceptions import TelegramRetryAfter

    await sandbox.fault("too_many_requests", seconds=7)
    with pytest.raises(RetryAfter) as told:
        await telegram_bot.send_message(lan.id, "x")
    with pytest.raises(TelegramRetryAfter) as told_too:
        await aiogram_bot.send_message(lan.id, "x")
    assert (told.value._retry_after.total_seconds(), told_too.value.retry_after) == (7, 7)


async def test_a_server_error_records_nothing(sandbox: Sandbox, aiogram_bot: "AiogramBot", lan: Person):
    from aiogram.exceptions import TelegramServerError

    await sandbox.fault("server_error", code=502, description="Bad Gateway")
    with pytest.raises(TelegramServerError):
        await aiogram_bot.send_message(lan.id, "x")
    assert await lan.messages() == []


async def test_a_lost_answer_has_delivered_the_message(
    sandbox: Sandbox, telegram_bot: TelegramBot, aiogram_bot: "AiogramBot", lan: Person
):
    from aiogram.exceptions import TelegramNetworkError

    await sandbox.fault("lost_answer")
    with pytest.raises(NetworkError):
        await telegram_bot.send_message(lan.id, "một")
    with pytest.raises(TelegramNetworkError):
        await aiogram_bot.send_message(lan.id, "hai")
    assert [message.text for message in await lan.messages()] == ["một", "hai"]


async def test_a_dropped_connection_has_delivered_nothing(sandbox: Sandbox, raw: Raw, lan: Person):
    await sandbox.fault("dropped")
    with pytest.raises((httpx.ReadError, httpx.RemoteProtocolError)):
        await raw("sendMessage", chat_id=lan.id, text="x")
    assert await lan.messages() == []


async def test_a_refused_connection_is_told_as_one():
    async with Sandbox.start() as sandbox, httpx.AsyncClient(trust_env=False) as http:
        address = f"{sandbox.address}/bot{sandbox.token}/getMe"
        await http.get(address)
        async with sandbox.refusing_connections():
            with pytest.raises(httpx.ConnectError):
                await http.get(address)
        assert (await http.get(address)).is_success


async def test_a_slow_call_is_answered_later(sandbox: Sandbox, raw: Raw, lan: Person):
    await sandbox.fault("slow", seconds=0.05)
    await raw("sendMessage", chat_id=lan.id, text="x")
    (call,) = await sandbox.calls("sendMessage")
    assert call.seconds >= 0.05


async def test_a_fault_can_strike_one_chat_only(sandbox: Sandbox, raw: Raw, lan: Person):
    minh = await sandbox.user("Minh", is_started=True)
    await sandbox.fault("bad_request", chat_id=minh.id, description="CHAT_SEND_PLAIN_FORBIDDEN")
    assert (await raw("sendMessage", chat_id=lan.id, text="x"))["ok"]
    assert await raw.refusal("sendMessage", chat_id=minh.id, text="x") == "Bad Request: CHAT_SEND_PLAIN_FORBIDDEN"


async def test_a_fault_can_strike_each_third_call_and_end(sandbox: Sandbox, raw: Raw, lan: Person):
    await sandbox.fault("blocked", every=3, times=2)
    went = [(await raw("sendMessage", chat_id=lan.id, text=str(place)))["ok"] for place in range(9)]
    assert went == [True, True, False, True, True, False, True, True, True]


async def test_a_seeded_fault_strikes_the_same_calls_each_time(sandbox: Sandbox, raw: Raw, lan: Person):
    async def run() -> list[bool]:
        await sandbox.fault("server_error", probability=0.3, seed=5)
        went = [(await raw("sendMessage", chat_id=lan.id, text="x"))["ok"] for _ in range(20)]
        await sandbox.clear_faults()
        return went

    assert await run() == await run()


async def test_a_fault_can_make_a_group_migrate_under_the_call(sandbox: Sandbox, raw: Raw, lan: Person):
    group = await sandbox.group("Phòng", lan)
    await sandbox.fault("migrated", chat_id=group.id)
    answer = await raw("sendMessage", chat_id=group.id, text="x")
    assert answer["parameters"]["migrate_to_chat_id"] < group.id


async def test_polls_are_not_struck_unless_named(sandbox: Sandbox, raw: Raw):
    await sandbox.fault("server_error", methods=[])
    assert (await raw("getUpdates"))["ok"]
    assert not (await raw("getMe"))["ok"]
