"""`cchc run` and `cchc worker`: the bot with a real token."""

import asyncio
from contextlib import suppress
from importlib import import_module
from threading import Thread

import click

from bot.beginning import begin_to_answer, stand_back
from bot.certificates import trust
from bot.logs import set_up_logs
from bot.observing import report_errors
from bot.settings import load_settings


@click.command("run")
@click.option("--no-sender", is_flag=True, help="Only answer; `cchc worker` sends the notices.")
def run_command(no_sender: bool) -> None:
    """Answer in Telegram and send notices, until Ctrl+C.

    Updates are fetched from Telegram, or taken at WEBHOOK_URL where that is set.
    """
    asyncio.run(_run(with_sender=not no_sender))


@click.command("worker")
def worker_command() -> None:
    """All that no chat waits for, until Ctrl+C: send notices, import files, watch sources, remind, forget.

    Any number of workers may run beside `cchc run --no-sender`.
    """
    asyncio.run(_run(is_worker=True))


def _read_certificates() -> None:
    """Which takes a second processor a tenth of a second, while the first goes on loading the program."""
    with suppress(Exception):  # whoever needs them finds the same wrong, and says so
        trust()
        import_module("aiohttp")  # which reads them for itself when it is loaded


async def _run(*, with_sender: bool = True, is_worker: bool = False) -> None:
    settings = load_settings()
    set_up_logs(settings.log_level, secrets=settings.secrets, log_format=settings.log_format)
    report_errors(settings)
    _ = settings.token  # a missing one is said before the store is touched
    begin_to_answer()
    if is_worker:
        stand_back()
    Thread(target=_read_certificates, daemon=True).start()
    from bot.bootstrap import build_bot
    from bot.running import run_bot, run_sender, stop_on_signals
    from bot.seating import seated
    from bot.storing import open_store

    stop = stop_on_signals()
    async with seated(settings, answers=not is_worker, sends=is_worker or with_sender, stop=stop):
        knowledge = await asyncio.to_thread(open_store, settings)
        try:
            bot = build_bot(settings, knowledge)
            await (run_sender(bot, stop) if is_worker else run_bot(bot, stop, with_sender=with_sender))
        finally:
            knowledge.close()
