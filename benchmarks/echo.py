"""Bare echo bots to compare with: `python -m benchmarks.echo telegram|aiogram TOKEN ADDRESS`, until it is killed.

They fetch updates, and answer each with its own text; they store nothing, keep no order and no limit.
"""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.sandbox.client import Sandbox
from tests.house import ROOT


@asynccontextmanager
async def echoing(name: str, sandbox: Sandbox) -> AsyncIterator[int]:
    """The process id of such a bot, which ends with the block."""
    command = [sys.executable, "-m", "benchmarks.echo", name, sandbox.token, sandbox.api_url]
    bot = await asyncio.create_subprocess_exec(*command, stderr=subprocess.DEVNULL, cwd=ROOT)
    try:
        yield bot.pid
    finally:
        bot.kill()
        await bot.wait()


async def with_telegram(token: str, address: str) -> None:
    """python-telegram-bot with `concurrent_updates=True`."""
    from telegram import Update
    from telegram.ext import ApplicationBuilder, ContextTypes, MessageHandler, filters

    async def echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        if update.message is not None:
            await update.message.reply_text(update.message.text or "")

    builder = ApplicationBuilder().token(token).base_url(f"{address}/bot").concurrent_updates(True)
    application = builder.connection_pool_size(256).pool_timeout(30).build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    async with application:
        await application.start()
        if application.updater is not None:
            await application.updater.start_polling(poll_interval=0)
        await asyncio.Event().wait()


async def with_aiogram(token: str, address: str) -> None:
    """aiogram as its documentation begins."""
    from aiogram import Bot, Dispatcher
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer
    from aiogram.types import Message

    bot = Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(address)))
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def echo(message: Message) -> None:
        await message.answer(message.text or "")

    await dispatcher.start_polling(bot, handle_signals=False)


if __name__ == "__main__":
    asyncio.run((with_telegram if sys.argv[1] == "telegram" else with_aiogram)(*sys.argv[2:4]))
