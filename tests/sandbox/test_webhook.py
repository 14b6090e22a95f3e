"""Updates come to the webhook until it takes them (core.telegram.org/bots/api#setwebhook)."""

from collections.abc import AsyncIterator

import pytest

from bot.sandbox.client import Person, Sandbox

from .conftest import Raw
from .hook import Hook, listening


@pytest.fixture
async def hook(sandbox: Sandbox) -> AsyncIterator[Hook]:
    await sandbox.settings(webhook_pause_seconds=0.01)
    async with listening() as heard:
        yield heard


async def test_an_update_comes_with_the_secret(raw: Raw, lan: Person, hook: Hook):
    await raw("setWebhook", url=hook.url, secret_token="bi-mat")
    await lan.say("một")
    headers, update = await hook.next()
    assert (headers["x-telegram-bot-api-secret-token"], update["message"]["text"]) == ("bi-mat", "một")


async def test_an_update_comes_again_until_it_is_taken(raw: Raw, lan: Person, hook: Hook):
    hook.statuses = [500, 404, 200]
    await raw("setWebhook", url=hook.url)
    await lan.say("một")
    came = [(await hook.next())[1]["update_id"] for _ in range(3)]
    assert len(set(came)) == 1


async def test_an_update_that_was_taken_is_forgotten(raw: Raw, lan: Person, hook: Hook, sandbox: Sandbox):
    await raw("setWebhook", url=hook.url)
    await lan.say("một")
    await sandbox.wait_until_confirmed()
    assert (await raw("getWebhookInfo"))["result"]["pending_update_count"] == 0


async def test_what_waited_before_the_webhook_was_set_comes_too(raw: Raw, lan: Person, hook: Hook):
    await lan.say("một")
    await raw("setWebhook", url=hook.url)
    assert (await hook.next())[1]["message"]["text"] == "một"


async def test_pending_updates_can_be_dropped(raw: Raw, lan: Person, hook: Hook):
    await lan.say("một")
    await raw("setWebhook", url=hook.url, drop_pending_updates=True)
    await lan.say("hai")
    assert (await hook.next())[1]["message"]["text"] == "hai"


async def test_updates_of_one_chat_come_in_order(raw: Raw, lan: Person, hook: Hook):
    hook.statuses = [500]
    await raw("setWebhook", url=hook.url)
    for word in ("một", "hai", "ba"):
        await lan.say(word)
    came = [(await hook.next())[1]["message"]["text"] for _ in range(4)]
    assert came == ["một", "một", "hai", "ba"]


async def test_a_failure_stands_in_the_webhook_info(raw: Raw, lan: Person, hook: Hook, sandbox: Sandbox):
    hook.statuses = [502]
    await raw("setWebhook", url=hook.url)
    await lan.say("một")
    await sandbox.wait_until_confirmed()
    info = (await raw("getWebhookInfo"))["result"]
    assert info["last_error_message"] == "Wrong response from the webhook: 502 Said"


async def test_a_method_in_the_answer_is_called(raw: Raw, lan: Person, hook: Hook):
    """core.telegram.org/bots/api#making-requests-when-getting-updates"""
    hook.answer = {"method": "sendMessage", "chat_id": lan.id, "text": "đáp"}
    await raw("setWebhook", url=hook.url)
    await lan.say("hỏi")
    assert (await lan.next_reply()).text == "đáp"


async def test_nothing_comes_after_the_webhook_is_deleted(raw: Raw, lan: Person, hook: Hook):
    await raw("setWebhook", url=hook.url)
    await raw("deleteWebhook")
    await lan.say("một")
    assert [update["message"]["text"] for update in (await raw("getUpdates", timeout=5))["result"]] == ["một"]
