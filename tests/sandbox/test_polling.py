"""Long polling as bots rely on it (core.telegram.org/bots/api#getupdates)."""

import asyncio

from bot.sandbox.client import Person, Sandbox

from .conftest import Raw


async def texts(raw: Raw, **given: int) -> list[str]:
    return [update["message"]["text"] for update in (await raw("getUpdates", **given))["result"]]


async def test_a_poll_waits_for_the_first_update(raw: Raw, lan: Person, sandbox: Sandbox):
    poll = asyncio.create_task(texts(raw, timeout=30))
    await sandbox.control.get("updates", polled=1, timeout=10)
    await lan.say("một")
    assert await asyncio.wait_for(poll, 10) == ["một"]


async def test_a_poll_without_news_ends_empty(raw: Raw):
    assert await texts(raw, timeout=1) == []


async def test_a_negative_offset_keeps_only_the_last(raw: Raw, lan: Person):
    for word in ("một", "hai", "ba"):
        await lan.say(word)
    assert await texts(raw, offset=-1) == ["ba"]
    assert await texts(raw) == ["ba"]


async def test_a_limit_gives_the_oldest(raw: Raw, lan: Person):
    for word in ("một", "hai", "ba"):
        await lan.say(word)
    assert await texts(raw, limit=2) == ["một", "hai"]


async def test_what_is_not_confirmed_comes_again(raw: Raw, lan: Person):
    await lan.say("một")
    assert await texts(raw) == await texts(raw) == ["một"]


async def test_a_second_poller_ends_the_first_with_409(raw: Raw, lan: Person, sandbox: Sandbox):
    first = asyncio.create_task(raw("getUpdates", timeout=30))
    await sandbox.control.get("updates", polled=1, timeout=10)
    second = asyncio.create_task(raw("getUpdates", timeout=30))
    answer = await asyncio.wait_for(first, 10)
    await lan.say("một")
    assert answer["description"] == (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )
    assert (await second)["ok"]


async def test_deleting_a_webhook_that_is_not_set_leaves_the_poll_alone(raw: Raw, lan: Person, sandbox: Sandbox):
    poll = asyncio.create_task(texts(raw, timeout=30))
    await sandbox.control.get("updates", polled=1, timeout=10)
    await raw("deleteWebhook")
    await lan.say("một")
    assert await asyncio.wait_for(poll, 10) == ["một"]


async def test_nobody_polls_while_a_webhook_is_set(raw: Raw):
    await raw("setWebhook", url="http://127.0.0.1:9/hook")
    words = await raw.refusal("getUpdates")
    await raw("deleteWebhook")
    assert words.startswith("Conflict: can't use getUpdates method while webhook is active")
    assert (await raw("getUpdates"))["ok"]
