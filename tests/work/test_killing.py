"""A worker killed with SIGKILL in the middle of a task: another does it, and its lock holds nobody up."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from bot.work import with_procrastinate
from bot.work.schema import SCHEMA, prepare
from bot.work.task import Task
from bot.work.with_procrastinate import Procrastinate
from tests.databases import Databases
from tests.work.test_contract import Recorder, running

ROOT = Path(__file__).parents[2]


@pytest.fixture
def url(postgresql_databases: Databases) -> str:
    return postgresql_databases.empty()


@pytest.mark.parametrize("is_alone", [False, True])
async def test_what_a_killed_worker_was_doing_is_done_by_another(
    url: str, is_alone: bool, monkeypatch: pytest.MonkeyPatch
):
    recorder = Recorder()
    task = Task("task", recorder, is_alone=is_alone)
    work = Procrastinate([task], url)
    async with work.opened():
        await work.defer(task, {"number": "1"})
        await _begin_and_die(url, is_alone=is_alone)
        # It was alone, and one more waits behind its lock.
        await work.defer(task, {"number": "2"})
    monkeypatch.setattr(with_procrastinate, "DEAD_AFTER_SECONDS", 0.3)
    async with running(Procrastinate([task], url)):
        await recorder.until(lambda: {"number": "2"} in recorder.done and (is_alone or len(recorder.done) == 2))
    assert {"number": "2"} in recorder.done


async def _begin_and_die(url: str, *, is_alone: bool) -> None:
    program = str(Path(__file__).with_name("dying.py"))
    dying = await asyncio.create_subprocess_exec(
        sys.executable,
        program,
        url,
        "alone" if is_alone else "",
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert dying.stdout is not None
    assert await dying.stdout.readline() == b"begun\n"
    dying.kill()
    await dying.wait()


def test_its_tables_are_made_once_however_often_and_by_however_many(url: str):
    for _ in range(2):
        prepare(url)
    with psycopg.connect(url) as connection:
        connection.execute(f"SET search_path TO {SCHEMA}")
        [found] = connection.execute("SELECT count(*) FROM procrastinate_jobs").fetchone() or ()
    assert found == 0


async def test_what_a_task_was_given_is_not_logged(url: str, caplog: pytest.LogCaptureFixture):
    caplog.set_level("DEBUG", "bot")
    failing = Recorder(fails=99)
    task = Task("task", failing)
    work = Procrastinate([task], url)
    async with running(work):
        await work.defer(task, {"caption": "Chuyện riêng"})
        await failing.until(lambda: failing.begun == 1 and failing.at_once == 0)
    assert ("task failed" in caplog.text, "riêng" in caplog.text) == (True, False)
