"""Who waits while a bot starts is answered before anything is loaded that answering does not need."""

import subprocess
import sys

from tests.databases import Databases

# What `cchc run` does until it has found the first answer.
_START = """
import asyncio, sys
from datetime import date
import bot.cli.run, bot.running
from bot.bootstrap import build_bot
from bot.settings import Settings
from bot.storing import open_store
from knowledge.people.scenes import Speaker

async def start():
    settings = Settings(_env_file=None, telegram_bot_token="1:a", database_url=sys.argv[1])
    knowledge = open_store(settings)
    bot = build_bot(settings, knowledge)
    knowledge.inbox.give_back()
    asked = knowledge.asking.ask("Quý I/2019 tiếp nhận bao nhiêu hồ sơ?", today=date(2019, 3, 1))
    knowledge.asking.next_steps(asked, today=date(2019, 3, 1))
    number = knowledge.scenes.look(Speaker(1, 1, "vi", "1")).question_id
    knowledge.questions.keep(knowledge.questions.note(number, "1", 1, "?", asked.answer, context=asked.context))
    knowledge.close()

asyncio.run(start())
print(*sys.modules)
"""
# What others need: files, pictures, migrations, PostgreSQL, webhooks, sources, notices, whatever is a command or a button.
_NOT_NEEDED = [
    "PIL",
    "alembic",
    "docx",
    "feedparser",
    "openpyxl",
    "procrastinate",
    "protego",
    "psycopg",
    "pypdfium2",
    "reportlab",
    "segno",
    "selectolax",
    "starlette",
    "uvicorn",
    "sqlalchemy.dialects.postgresql",
    "handlers.adding",
    "handlers.browsing",
    "handlers.drawing",
    "handlers.drafts",
    "handlers.editing",
    "handlers.layout.alerts",
    "handlers.pages",
    "knowledge.amending.amending",
    "knowledge.briefing.briefing",
    "knowledge.fetching.fetcher",
    "knowledge.following.outbox",
    "knowledge.importing.reading",
    "knowledge.importing.readers",
    "knowledge.looking",
    "knowledge.people.people",
    "knowledge.releasing",
    "knowledge.sources.watcher",
    "knowledge.store.migrate",
    "knowledge.store.tables.documents",
    "knowledge.store.tables.following",
    "knowledge.store.tables.office",
]


def test_what_answering_does_not_need_is_not_loaded_before_the_first_answer(sqlite_databases: Databases):
    command = [sys.executable, "-c", _START, sqlite_databases.migrated()]
    loaded = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.split()
    assert [name for name in _NOT_NEEDED if name in loaded] == []
