"""A running sandbox for each test, and both client libraries on it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from telegram import Bot as TelegramBot
from telegram import InputFile
from telegram.error import TelegramError

from bot.sandbox.client import Person, Sandbox
from tests.house_fixtures import running, sandbox

__all__ = ["running", "sandbox"]

# aiogram takes seconds to load, a third of what it takes to collect all tests, and most processes run none of it.
if TYPE_CHECKING:
    from aiogram import Bot as AiogramBot


@dataclass(frozen=True)
class Library:
    """One of the two client libraries: a bot with the same methods, and its kind of file and of error."""

    bot: Any
    file: Callable[[str, bytes], Any]
    error: type[Exception]

    async def refusal(self, call: Awaitable[Any]) -> Exception:
        """The error that the call raises."""
        with pytest.raises(self.error) as caught:
            await call
        return caught.value


@dataclass(frozen=True)
class Raw:
    """The Bot API by bare HTTP."""

    http: httpx.AsyncClient
    token: str

    async def __call__(self, method: str, **given: Any) -> dict[str, Any]:
        """The whole answer to a call with a JSON body."""
        answer = await self.http.post(f"/bot{self.token}/{method}", json=given)
        body: dict[str, Any] = answer.json()
        assert answer.status_code == body.get("error_code", 200)
        return body

    async def refusal(self, method: str, **given: Any) -> str:
        """The description of the error, or an empty string where there is none."""
        return str((await self(method, **given)).get("description", ""))


@pytest.fixture
async def lan(sandbox: Sandbox) -> Person:
    return await sandbox.user("Lan", is_started=True)


@pytest.fixture
async def telegram_bot(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[TelegramBot]:
    """python-telegram-bot's, with durations of the type it asks to be ready for."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    address = sandbox.address
    bot = TelegramBot(sandbox.token, base_url=f"{address}/bot", base_file_url=f"{address}/file/bot")
    async with bot:
        yield bot


@pytest.fixture
async def aiogram_bot(sandbox: Sandbox) -> "AsyncIterator[AiogramBot]":
    """aiogram's, which refuses an answer that lacks a field."""
    from aiogram import Bot
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer

    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.address))
    async with Bot(sandbox.token, session=session) as bot:
        yield bot


@pytest.fixture(params=["python-telegram-bot", "aiogram"])
def library(request: pytest.FixtureRequest) -> Library:
    """Each of them in turn."""
    if request.param == "aiogram":
        from aiogram.exceptions import TelegramAPIError
        from aiogram.types import BufferedInputFile

        aiogram = request.getfixturevalue("aiogram_bot")
        return Library(aiogram, lambda name, content: BufferedInputFile(content, name), TelegramAPIError)
    telegram = request.getfixturevalue("telegram_bot")
    return Library(telegram, lambda name, content: InputFile(content, filename=name), TelegramError)


@pytest.fixture
async def raw(sandbox: Sandbox) -> AsyncIterator[Raw]:
    async with httpx.AsyncClient(base_url=sandbox.address, trust_env=False, timeout=30) as http:
        yield Raw(http, sandbox.token)
