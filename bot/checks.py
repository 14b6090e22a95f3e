"""What `cchc doctor` looks at."""

import asyncio
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

from telegram import Bot, WebhookInfo
from telegram.error import InvalidToken, TelegramError

from bot.clock_watch import ClockWatch
from bot.explaining import explain
from bot.file_checks import check_files
from bot.looking_after import Finding, look_after
from bot.settings import BadSettings, Settings, load_settings
from bot.storing import open_store
from bot.transport import Transport
from knowledge.store.versions import list_versions


async def check_all() -> list[Finding]:
    """Everything that can be checked with the settings as they are."""
    try:
        settings = load_settings()
    except BadSettings as error:
        return [Finding(False, f"Settings: {error}")]
    findings = [*_settings(settings), *await asyncio.to_thread(_store, settings), *check_files(settings)]
    return findings + [finding async for finding in _telegram(settings)]


def _settings(settings: Settings) -> list[Finding]:
    where = ".env" if Path(".env").is_file() else "the environment (there is no .env here)"
    now = datetime.now(settings.zone)
    findings = [
        Finding(True, f"Settings were read from {where}."),
        Finding(True, f"Time zone {settings.timezone}: it is {now:%H:%M} on {now:%d/%m/%Y}."),
    ]
    if settings.owner_ids:
        findings.append(Finding(True, f"{len(settings.owner_ids)} owner(s) may administer the bot."))
    else:
        findings.append(
            Finding(False, "OWNER_IDS is empty: nobody can administer the bot. /start tells each person their id.")
        )
    if settings.webhook_url and settings.webhook_secret is None:
        findings.append(Finding(False, "WEBHOOK_URL is set without WEBHOOK_SECRET; `cchc run` will not start."))
    if settings.webhook_url and not settings.webhook_url.startswith("https://"):
        findings.append(Finding(False, "WEBHOOK_URL must begin with https://; Telegram calls nothing else."))
    return findings


def _store(settings: Settings) -> list[Finding]:
    try:
        knowledge = open_store(settings)
    except Exception as error:
        return [Finding(False, f"Store: {explain(error)}")]
    try:
        count = len(knowledge.reports.listing(0, 1000))
        version = list_versions(knowledge.store)[-1].revision
        advice = "" if count else " Import reports with `cchc import --publish FILE…`."
        first = Finding(True, f"The store is up to date ({version}) and holds {count} published report(s).{advice}")
        return [first, *look_after(settings, knowledge)]
    except Exception as error:
        return [Finding(False, f"Store: {explain(error)}")]
    finally:
        knowledge.close()


async def _telegram(settings: Settings) -> AsyncIterator[Finding]:
    try:
        token = settings.token
    except BadSettings as error:
        yield Finding(False, str(error))
        return
    proxy = settings.telegram_proxy_url.get_secret_value() if settings.telegram_proxy_url else None
    clock = ClockWatch()
    transport = Transport(proxy=proxy, hear_date=clock.hear)
    bot = Bot(token, base_url=f"{settings.telegram_api_url}/bot", request=transport)
    try:
        async with bot:
            yield Finding(True, f"The token is good: it is @{bot.username}'s.")
            if clock.is_wrong:
                said = clock.said
                yield Finding(
                    False,
                    f"{said[:1].upper()}{said[1:]}: nothing is done by the clock. Set it, and keep it right by NTP.",
                )
            if not bot.supports_inline_queries:
                yield Finding(
                    True, f"`@{bot.username} …` works in no other chat yet: @BotFather, Bot Settings, Inline Mode."
                )
            yield _webhook(settings, await bot.get_webhook_info())
    except InvalidToken as error:
        yield Finding(False, explain(error))
    except TelegramError as error:
        yield Finding(
            False,
            f"{settings.telegram_api_url} cannot be reached ({error.message}). Check the network; where "
            "Telegram is restricted, set TELEGRAM_PROXY_URL or TELEGRAM_API_URL.",
        )


def _webhook(settings: Settings, info: WebhookInfo) -> Finding:
    if settings.webhook_url and info.url != settings.webhook_address:
        return Finding(True, "The webhook is not set yet; `cchc run` sets it when it starts.")
    if info.url and not settings.webhook_url:
        return Finding(
            True, f"Telegram still sends updates to {info.url}; `cchc run` will end that and fetch them itself."
        )
    if info.last_error_message:
        return Finding(
            False,
            f"Telegram could not deliver updates to the webhook: {info.last_error_message} "
            f"({info.pending_update_count} wait). Check that WEBHOOK_URL leads to WEBHOOK_LISTEN.",
        )
    return Finding(True, "Updates come in by webhook." if info.url else "Updates are fetched by the bot itself.")
