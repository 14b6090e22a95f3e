"""What `cchc doctor` looks at on the machine and in the store: what waits, workers, backups, disk and clock."""

import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.backup import DUMPS, BadBackup, newest_backup, store_file
from bot.seating import who_answers
from bot.settings import Settings
from bot.work.schema import living_workers
from knowledge.bootstrap import Knowledge
from knowledge.following.depths import read_depths
from knowledge.store.clock import utc_now
from knowledge.store.seats import SeatName
from knowledge.store.shared_seats import count_sitting

# An update is handled within seconds; one that has waited for minutes waits for nobody.
WAITED_TOO_LONG_SECONDS = 120.0
# One night may have been missed.
BACKUP_TOO_OLD_SECONDS = 2 * 86_400.0
# A store, its view and a backup of a province fit many times; less than this and writing soon fails.
LEAST_FREE_BYTES = 1_000_000_000
# Turns are kept for 15 seconds by the clocks of all machines.
CLOCKS_APART_SECONDS = 5.0

_NO_BACKUPS = "BACKUP_FOLDER is not set: a broken disk would take everything. Set it, or back up otherwise."
# The bot copies SQLite stores only.
_HOW_DUMPED = f"Dumps are made by the `backup` service of compose.yaml, or by pg_dump into {DUMPS} there."
_NO_DUMPS_KNOWN = (
    "PostgreSQL is not backed up by the bot: have pg_dump run every night, as the `backup` service of compose.yaml does. "
    f"Name the folder of the dumps ({DUMPS}) in BACKUP_FOLDER to be told here when the newest is too old."
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, and what to do if it is not fine."""

    is_fine: bool
    sentence: str


def look_after(settings: Settings, knowledge: Knowledge) -> Iterator[Finding]:
    """Everything that can be seen without Telegram; raises what the store raises."""
    yield _updates(knowledge)
    yield from _notices(knowledge)
    if knowledge.store.address is not None:
        yield _bots(count_sitting(knowledge.store.address, SeatName.ANSWERING))
        yield from _shared(knowledge.store.address)
    else:
        process_id = who_answers(settings)
        yield Finding(True, f"`cchc run` is up (process {process_id}).") if process_id else _bots(0)
        yield _disk(store_file(settings).absolute().parent)
    yield _backups(settings, is_postgresql=knowledge.store.is_postgresql)


def _updates(knowledge: Knowledge) -> Finding:
    depths = read_depths(knowledge.store, utc_now)
    if depths.oldest_update_seconds > WAITED_TOO_LONG_SECONDS:
        minutes = depths.oldest_update_seconds / 60
        return Finding(
            False, f"{depths.updates} message(s) wait since {minutes:.0f} min. Is `cchc run` up? Its log says why."
        )
    return Finding(True, f"{depths.updates} message(s) wait to be handled.")


def _notices(knowledge: Knowledge) -> Iterator[Finding]:
    counts = read_depths(knowledge.store, utc_now).notices
    yield Finding(
        True, f"Notices: {counts['waiting']} wait, {counts['sent']} sent, {counts['failed']} refused for good."
    )
    if counts["uncertain"]:
        yield Finding(
            True,
            f"{counts['uncertain']} notice(s) may or may not have arrived: the connection broke. They are not sent again.",
        )


def _bots(count: int) -> Finding:
    """No fault where there is none: whoever sets it up asks before the first start."""
    said = f"{count} × `cchc run` are up." if count else "No `cchc run` is up: nobody is answered until one is started."
    return Finding(True, said)


def _shared(address: str) -> Iterator[Finding]:
    workers, apart = living_workers(address), None
    if workers is not None:
        count, database_time = workers
        apart = abs(database_time - time.time())
        if count:
            yield Finding(True, f"{count} worker(s) are alive.")
        else:
            yield Finding(False, "No worker is alive: nothing is sent, imported or watched. Start `cchc worker`.")
    if apart is not None and apart > CLOCKS_APART_SECONDS:
        yield Finding(False, f"This machine's clock and the database's are {apart:.0f} s apart. Turn on NTP.")


def _disk(folder: Path) -> Finding:
    free = shutil.disk_usage(folder).free
    said = f"{free / 1e9:.1f} GB are free where the store lies ({folder})."
    return Finding(free >= LEAST_FREE_BYTES, said if free >= LEAST_FREE_BYTES else f"Only {said} Make room.")


def _backups(settings: Settings, *, is_postgresql: bool) -> Finding:
    folder, how = settings.backup_folder, _HOW_DUMPED if is_postgresql else "`cchc backup` makes one now."
    if folder is None:
        return Finding(True, _NO_DUMPS_KNOWN if is_postgresql else _NO_BACKUPS)
    try:
        newest = newest_backup(settings)
    except BadBackup as error:
        return Finding(False, f"Backups: {error}")
    if newest is None:
        return Finding(False, f"There is no backup in {folder} yet. {how}")
    age = time.time() - newest.stat().st_mtime
    if age > BACKUP_TOO_OLD_SECONDS:
        return Finding(False, f"The newest backup, {newest}, is {age / 86_400:.0f} days old. {how}")
    return Finding(True, f"The newest backup is {newest}, {age / 3600:.0f} hours old.")
