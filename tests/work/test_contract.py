"""What any engine for tasks promises: the same tests for the one in the process and for procrastinate."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress

import pytest
from procrastinate.manager import JobManager

from bot.work import task as tasks
from bot.work.in_process import InProcess
from bot.work.task import Given, Task, Work
from bot.work.with_procrastinate import Procrastinate
from tests.databases import Databases

DEADLINE_SECONDS = 60.0
Build = Callable[[Sequence[Task]], Work]


@pytest.fixture(params=["in_process", "procrastinate"])
def build(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Build:
    """Makes the engine."""
    monkeypatch.setattr(tasks, "LONGEST_BACK_OFF_SECONDS", 0.1)
    if request.param == "in_process":
        return InProcess
    databases: Databases = request.getfixturevalue("postgresql_databases")
    url = databases.empty()
    return lambda given: Procrastinate(given, url)


class Recorder:
    """Notes what it was given, and may fail or wait."""

    def __init__(self, *, fails: int = 0, barrier: asyncio.Event | None = None) -> None:
        self.done: list[Given] = []
        self.at_once = self.most_at_once = self.begun = 0
        self._fails = fails
        self._barrier = barrier
        self._changed = asyncio.Condition()

    async def __call__(self, given: Given) -> None:
        self.begun += 1
        self.at_once += 1
        self.most_at_once = max(self.at_once, self.most_at_once)
        await self._tell()
        try:
            if self._barrier is not None:
                await self._barrier.wait()
            if self.begun <= self._fails:
                raise OSError("the network")
            self.done.append(given)
        finally:
            self.at_once -= 1
            await self._tell()

    async def until(self, is_so: Callable[[], bool]) -> None:
        async with asyncio.timeout(DEADLINE_SECONDS), self._changed:
            await self._changed.wait_for(is_so)

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()


@asynccontextmanager
async def running(work: Work) -> AsyncIterator[None]:
    async with work.opened():
        task = asyncio.create_task(work.run())
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task


async def test_what_is_deferred_is_done_with_what_it_was_given(build: Build):
    recorder = Recorder()
    task = Task("import", recorder)
    work = build([task])
    async with running(work):
        await work.defer(task, {"name": "báo cáo"})
        await recorder.until(lambda: bool(recorder.done))
    assert recorder.done == [{"name": "báo cáo"}]


async def test_what_fails_is_tried_so_often_and_no_oftener(build: Build):
    good, bad = Recorder(fails=2), Recorder(fails=99)
    first, second = Task("import", good, attempts=3), Task("other", bad, attempts=3)
    work = build([first, second])
    async with running(work):
        await work.defer(first, {})
        with suppress(OSError):
            await work.defer(second, {})
        await good.until(lambda: bool(good.done))
        await bad.until(lambda: bad.begun == 3)
        await work.defer(first, {"is": "last"})
        await good.until(lambda: len(good.done) == 2)
    assert (good.begun, bad.begun) == (4, 3)


async def test_a_task_that_is_alone_is_done_once_at_a_time_and_waits_once(build: Build):
    barrier = asyncio.Event()
    recorder = Recorder(barrier=barrier)
    task = Task("send", recorder, is_alone=True)
    work = build([task])
    async with running(work):
        deferring = [asyncio.create_task(work.defer(task, {})) for _ in range(1)]
        await recorder.until(lambda: recorder.begun == 1)
        deferring += [asyncio.create_task(work.defer(task, {})) for _ in range(5)]
        await asyncio.wait(deferring, timeout=0.5)
        barrier.set()
        await asyncio.wait(deferring)
        await recorder.until(lambda: len(recorder.done) == 2)
    assert (recorder.begun, recorder.most_at_once) == (2, 1)


async def test_a_periodic_task_is_begun_by_itself_again_and_again(build: Build):
    recorder = Recorder()
    async with running(build([Task("watch", recorder, is_alone=True, every_seconds=1)])):
        await recorder.until(lambda: len(recorder.done) >= 2)


async def test_what_was_begun_is_finished_before_it_stops(build: Build):
    barrier = asyncio.Event()
    recorder = Recorder(barrier=barrier)
    task = Task("import", recorder)
    work = build([task])
    async with running(work):
        deferring = asyncio.create_task(work.defer(task, {}))
        await recorder.until(lambda: recorder.begun == 1)
        asyncio.get_running_loop().call_later(0.2, barrier.set)
    await deferring
    assert recorder.done == [{}]


@pytest.mark.parametrize("turns", range(4))
async def test_work_that_is_stopped_just_as_it_begins_ends(build: Build, turns: int):
    work = build([])
    async with work.opened():
        running = asyncio.create_task(work.run())
        for _ in range(turns):
            await asyncio.sleep(0)
        running.cancel()
        await asyncio.wait([running], timeout=DEADLINE_SECONDS)
        assert running.done()


async def test_work_that_is_stopped_where_its_beginning_loses_that_ends(
    postgresql_databases: Databases, monkeypatch: pytest.MonkeyPatch
):
    register, begun = JobManager.register_worker, asyncio.Event()

    async def lose(manager: JobManager) -> int:
        """As waiting for a connection does, if it comes at the same moment."""
        begun.set()
        with suppress(asyncio.CancelledError):
            await asyncio.Event().wait()
        return await register(manager)

    monkeypatch.setattr(JobManager, "register_worker", lose)
    work = Procrastinate([], postgresql_databases.empty())
    async with work.opened():
        running = asyncio.create_task(work.run())
        await begun.wait()
        running.cancel()
        await asyncio.wait([running], timeout=DEADLINE_SECONDS)
        assert running.done()


@pytest.mark.parametrize("turns", range(4))
async def test_work_that_is_stopped_while_it_connects_leaves_nothing_running(
    postgresql_databases: Databases, turns: int
):
    work = Procrastinate([], postgresql_databases.empty())

    async def open_it() -> None:
        async with work.opened():
            await asyncio.Event().wait()

    opening = asyncio.create_task(open_it())
    before, more = asyncio.all_tasks(), 0
    while more <= turns:  # so often it was looked since tasks of the connections' own are there
        await asyncio.sleep(0)
        more += asyncio.all_tasks() != before
    opening.cancel()
    await asyncio.wait([opening], timeout=DEADLINE_SECONDS)
    assert asyncio.all_tasks() - {opening} == before - {opening}
