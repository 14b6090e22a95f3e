"""A running sandbox for each test, and both client libraries on it."""

from collections.abc import AsyncIterator

import pytest
from aiogram import Bot as AiogramBot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from telegram import Bot as TelegramBot

from bot.sandbox.client import Person, Sandbox


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox.start() as running:
        yield running


@pytest.fixture
async def lan(sandbox: Sandbox) -> Person:
    return await sandbox.user("Lan", is_started=True)


@pytest.fixture
async def telegram_bot(sandbox: Sandbox) -> AsyncIterator[TelegramBot]:
    """python-telegram-bot's."""
    bot = TelegramBot(
        sandbox.token, base_url=f"{sandbox.address}/bot", base_file_url=f"{sandbox.address}/file/bot"
    )
    async with bot:
        yield bot


@pytest.fixture
async def aiogram_bot(sandbox: Sandbox) -> AsyncIterator[AiogramBot]:
    """aiogram's, which refuses an answer that lacks a field."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.address))
    async with AiogramBot(sandbox.token, session=session) as bot:
        yield bot
