"""What a balancer and monitoring are told."""

import asyncio

import httpx
import pytest
from starlette.applications import Starlette

from bot.bootstrap import build_bot
from bot.metrics import Metrics
from bot.running import run_sender
from bot.sandbox.client import Sandbox
from bot.status import Status
from bot.token_watch import TokenWatch
from bot.updates.status import status_routes
from knowledge.bootstrap import Knowledge
from tests.bot.ports import free_port
from tests.clock import SetClock
from tests.house import House, settings_for


def caller(status: Status, metrics: Metrics) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(Starlette(routes=status_routes(status, metrics)))
    return httpx.AsyncClient(transport=transport, base_url="http://bot.example")


@pytest.fixture
def status(knowledge: Knowledge) -> Status:
    return Status(knowledge, TokenWatch())


@pytest.fixture
def metrics(knowledge: Knowledge, clock: SetClock) -> Metrics:
    return Metrics(knowledge, clock, TokenWatch())


async def codes(status: Status, metrics: Metrics) -> tuple[int, int]:
    async with caller(status, metrics) as client:
        return (await client.get("/healthz")).status_code, (await client.get("/readyz")).status_code


async def test_it_is_ready_between_start_and_stop_and_lives_all_along(status: Status, metrics: Metrics):
    before = await codes(status, metrics)
    status.open()
    during = await codes(status, metrics)
    status.close()
    assert (before, during, await codes(status, metrics)) == ((200, 503), (200, 200), (200, 503))


async def test_it_is_not_ready_without_its_store(
    status: Status, metrics: Metrics, monkeypatch: pytest.MonkeyPatch, knowledge: Knowledge
):
    def fail(_: object) -> int:
        raise RuntimeError("away")

    status.open()
    monkeypatch.setattr(type(knowledge.answering), "generation", fail)
    assert await codes(status, metrics) == (200, 503)


async def test_what_was_done_and_what_waits_is_counted(house: House):
    house.published()
    await (await house.official()).ask("Trung tâm tiếp nhận bao nhiêu hồ sơ?")
    await house.bot.intake.finish()
    async with caller(house.bot.status, house.bot.metrics) as client:
        page = (await client.get("/metrics")).text
    assert "cchc_answer_seconds_count{outcome=" in page
    assert 'cchc_update_seconds_count{fate="handled"} 1.0' in page
    assert 'cchc_notices{state="waiting"} 0.0' in page
    assert "cchc_view_reports 1.0" in page


async def test_no_person_and_no_question_is_in_the_metrics(house: House):
    lan = await house.official("Bích Ngọc")
    await lan.ask("Chuyện riêng của tôi")
    page = house.bot.metrics.page().decode()
    assert [word for word in (str(lan.id), "Ngọc", "riêng") if word in page] == []


async def test_a_worker_tells_where_it_is_asked(sandbox: Sandbox, knowledge: Knowledge, clock: SetClock):
    address = f"127.0.0.1:{free_port()}"
    bot = build_bot(settings_for(sandbox, status_listen=address), knowledge, clock=clock)
    stop = asyncio.Event()
    running = asyncio.create_task(run_sender(bot, stop))
    async with httpx.AsyncClient(transport=httpx.AsyncHTTPTransport(retries=5)) as client:
        assert (await client.get(f"http://{address}/readyz", timeout=10)).text == "ready"
    stop.set()
    await running
