"""The webhook: only with the secret, and stored before Telegram is told so."""

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest
from starlette.applications import Starlette
from telegram import Bot, Update

from bot.bootstrap import build_bot
from bot.running import run_bot
from bot.sandbox.client import Sandbox
from bot.settings import BadSettings
from bot.updates.intake import Intake
from bot.updates.regrets import Regrets
from bot.updates.webhook import MOST_BYTES, SECRET_HEADER, webhook_route
from knowledge.bootstrap import Knowledge
from knowledge.store.inbox import Inbox
from knowledge.store.store import StoreUnavailable
from tests.clock import SetClock
from tests.house import settings_for

SECRET = "a-long-random-word"
UPDATE = {"update_id": 7, "message": {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}, "text": "a"}}


async def ignore(_: Update) -> None:
    """Handles nothing, so that only storing is looked at."""


@pytest.fixture
async def client(knowledge: Knowledge) -> AsyncIterator[httpx.AsyncClient]:
    bot = Bot("1:a")
    intake = Intake(knowledge.inbox, ignore, bot)
    route = webhook_route(
        path="/hook", secret=SECRET, bot=bot, intake=intake, refused=lambda _: None, regrets=Regrets(ignore)
    )
    app = Starlette(routes=[route])
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://bot.example") as client:
        yield client


async def test_an_update_is_stored_before_the_call_is_answered(client: httpx.AsyncClient, knowledge: Knowledge):
    answer = await client.post("/hook", json=UPDATE, headers={SECRET_HEADER: SECRET})
    assert (answer.status_code, knowledge.inbox.take(7, "1", "{}", holder="another")) == (200, None)


@pytest.mark.parametrize("headers", [{}, {SECRET_HEADER: "wrong"}, {SECRET_HEADER: "ờ".encode()}])
async def test_a_forged_update_is_refused_and_not_stored(
    client: httpx.AsyncClient, knowledge: Knowledge, headers: dict[str, str]
):
    answer = await client.post("/hook", json=UPDATE, headers=headers)
    assert (answer.status_code, knowledge.inbox.pending()) == (403, [])


@pytest.mark.parametrize("body", [b"", b"[]", b"null", b"{", b'{"update_id": "x"', b'"a"'])
async def test_what_is_no_update_is_refused(client: httpx.AsyncClient, body: bytes):
    assert (await client.post("/hook", content=body, headers={SECRET_HEADER: SECRET})).status_code == 400


async def test_an_update_that_nobody_can_read_does_not_come_again(client: httpx.AsyncClient, knowledge: Knowledge):
    unknown = {"update_id": 7, "message": {"message_id": 1}}
    answer = await client.post("/hook", json=unknown, headers={SECRET_HEADER: SECRET})
    assert (answer.status_code, knowledge.inbox.pending()) == (200, [])


async def test_what_is_too_large_is_refused_whether_its_length_is_announced_or_not(client: httpx.AsyncClient):
    async def endless() -> AsyncIterator[bytes]:
        while True:
            yield b" " * 100_000

    headers = {SECRET_HEADER: SECRET}
    announced = await client.post("/hook", content=b" " * (MOST_BYTES + 1), headers=headers)
    unannounced = await client.post("/hook", content=endless(), headers=headers)
    assert (announced.status_code, unannounced.status_code) == (413, 413)


async def test_json_nested_without_end_is_refused(client: httpx.AsyncClient):
    nested = b'{"message":' * 50_000
    assert (await client.post("/hook", content=nested, headers={SECRET_HEADER: SECRET})).status_code == 400


async def test_telegram_is_told_to_send_again_what_could_not_be_stored(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
):
    def fail(*_: object, **__: object) -> None:
        raise StoreUnavailable("away")

    monkeypatch.setattr(Inbox, "taking", fail)
    assert (await client.post("/hook", json=UPDATE, headers={SECRET_HEADER: SECRET})).status_code == 503


async def test_without_a_secret_the_bot_does_not_start(sandbox: Sandbox, knowledge: Knowledge, clock: SetClock):
    bot = build_bot(settings_for(sandbox, webhook_url="https://bot.example/hook"), knowledge, clock=clock)
    with pytest.raises(BadSettings, match="WEBHOOK_SECRET"):
        await run_bot(bot, asyncio.Event())
