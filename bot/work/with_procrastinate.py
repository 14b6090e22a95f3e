"""Tasks on procrastinate, over the PostgreSQL that all processes share."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import Any

import procrastinate
from procrastinate.exceptions import AlreadyEnqueued, ConnectorException
from procrastinate.jobs import DeleteJobCondition, Job, Status
from procrastinate.retry import BaseRetryStrategy, RetryDecision
from procrastinate.worker import Worker

from bot.work.schema import SCHEMA, prepare
from bot.work.task import Given, Task, pause_after
from knowledge.ending import end, heed

log = logging.getLogger(__name__)

# Imports are long and use a whole core; sending and looking at sources mostly wait.
AT_ONCE = 4
# A lock that comes free wakes nobody, so who waits for it looks this often.
LOOK_SECONDS = 1.0
# A worker says so often that it lives; after three times that in silence it is taken for dead.
ALIVE_EVERY_SECONDS = 5.0
DEAD_AFTER_SECONDS = 15.0
# How long tasks under way may take after the worker is told to stop; then they are given back and done by another.
STOP_WITHIN_SECONDS = 6.0
# After the database was away.
AGAIN_SECONDS = 1.0


class _Retry(BaseRetryStrategy):
    """Tried `attempts` times in all: procrastinate's own `max_attempts` counts the repetitions."""

    def __init__(self, attempts: int) -> None:
        self._attempts = attempts

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        """How long to wait; what was cut short by a stop is done at once, by another worker."""
        if isinstance(exception, asyncio.CancelledError):
            return RetryDecision(retry_in={"seconds": 0})
        attempt = job.attempts + 1
        return RetryDecision(retry_in={"seconds": int(pause_after(attempt))}) if attempt < self._attempts else None


class Procrastinate:
    """Deferred tasks wait in the database; any number of `run` share them."""

    def __init__(self, tasks: Sequence[Task], address: str) -> None:
        self._address = address
        self._app = procrastinate.App(
            connector=procrastinate.PsycopgConnector(
                conninfo=address, kwargs={"options": f"-c search_path={SCHEMA}"}, min_size=1, max_size=AT_ONCE + 2
            ),
            worker_defaults={
                "concurrency": AT_ONCE,
                "fetch_job_polling_interval": LOOK_SECONDS,
                "update_heartbeat_interval": ALIVE_EVERY_SECONDS,
                "stalled_worker_timeout": DEAD_AFTER_SECONDS,
                "shutdown_graceful_timeout": STOP_WITHIN_SECONDS,
                # What a task was given may be people's words.
                "delete_jobs": DeleteJobCondition.ALWAYS,
                "install_signal_handlers": False,
            },
        )
        for task in tasks:
            self._register(task)
        _keep_words_out_of_the_log()

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[None]:
        """Its tables are made or brought up to date first."""
        await asyncio.to_thread(prepare, self._address)
        try:
            await self._app.open_async()
            heed()
            yield
        finally:  # of connections that are only being opened, too: procrastinate would leave them, and what opens them, behind
            await self._app.close_async()

    async def defer(self, task: Task, given: Given) -> None:
        """Returns when it is written down; one that waits already is enough for a task that is alone."""
        lock = task.name if task.is_alone else None
        try:
            await self._app.configure_task(task.name, lock=lock, queueing_lock=lock).defer_async(given=dict(given))
        except AlreadyEnqueued:
            log.debug("%s waits already", task.name)

    async def run(self) -> None:
        """Never returns; a database that goes away for a while ends nothing."""
        recovering = asyncio.create_task(_forever(self._recover_once, DEAD_AFTER_SECONDS / 3))
        try:
            await _forever(self._work, AGAIN_SECONDS)
        finally:
            recovering.cancel()
            await asyncio.wait([recovering])

    async def recover(self) -> int:
        """What dead workers were doing waits again, and their locks are free; how many tasks."""
        manager = self._app.job_manager
        stalled = list(await manager.get_stalled_jobs(seconds_since_heartbeat=DEAD_AFTER_SECONDS))
        for job in stalled:
            try:
                await manager.retry_job(job)
            except (AlreadyEnqueued, ConnectorException):
                # Another of its kind waits already, and only one may; that one will do.
                await manager.finish_job(job, status=Status.FAILED, delete_job=True)
        return len(stalled)

    async def _work(self) -> None:
        """Told to end, it is told twice: a cancellation is lost where the worker, beginning, waits for a connection."""
        worker: Any = Worker(app=self._app, **self._app.worker_defaults)
        working = asyncio.create_task(worker.run())
        try:
            await asyncio.wait({working})
        finally:
            worker.stop()
            await end(working)

    async def _recover_once(self) -> None:
        if count := await self.recover():
            log.warning("%d tasks of workers that died wait again", count)

    def _register(self, task: Task) -> None:
        async def do(timestamp: int = 0, given: dict[str, str] | None = None) -> None:  # noqa: ARG001 (periodic tasks get it)
            try:
                await task.do(given or {})
            except Exception:
                # procrastinate's own words name what the task was given.
                log.exception("%s failed", task.name)
                raise

        lock = task.name if task.is_alone else None
        # A task that is alone may find another waiting when it fails, so it is not repeated but begun anew.
        retry = _Retry(task.attempts) if not task.is_alone else False
        registered = self._app.task(name=task.name, lock=lock, queueing_lock=lock, retry=retry)(do)
        if task.every_seconds:
            self._app.periodic(cron=_cron(task.every_seconds))(registered)


async def _forever(call: Callable[[], Awaitable[None]], seconds: float) -> None:
    while True:
        try:
            await call()
        except Exception as error:
            log.warning("the work in the database cannot be reached (%s); trying again", type(error).__name__)
        heed()  # a worker that is just beginning may have lost it
        await asyncio.sleep(seconds)


def _cron(seconds: int) -> str:
    """Every so many seconds, minutes, or every hour."""
    if seconds < 60:
        return f"* * * * * */{seconds}"
    return f"*/{seconds // 60} * * * *" if seconds < 3600 else "0 * * * *"


def _keep_words_out_of_the_log() -> None:
    """procrastinate logs what each task was given: at INFO when it begins, at ERROR when it fails."""
    logger = logging.getLogger("procrastinate")
    logger.setLevel(logging.WARNING)
    for name in ("worker", "manager", "utils", "periodic"):
        speaking = logging.getLogger(f"procrastinate.{name}")
        if not any(isinstance(known, _NotOfJobs) for known in speaking.filters):
            speaking.addFilter(_NotOfJobs())


class _NotOfJobs(logging.Filter):
    """Drops what names a job, and tracebacks of a database that is away; this module says both in a line."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether the line may be written."""
        if record.exc_info and isinstance(record.exc_info[1], ConnectorException):
            return False
        return not str(getattr(record, "action", "")).startswith("job_")
