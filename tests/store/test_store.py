"""Transactions hold, whoever else writes and whatever dies."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Connection, text

from knowledge.bootstrap import Knowledge, open_knowledge
from knowledge.store.store import StoreUnavailable
from tests.databases import Databases
from tests.store.readings import issued, reading

# Publishes report 1, and stops in the middle for ever once everything but the commit is done.
PUBLISHER = """
import sys, time
from knowledge.bootstrap import open_knowledge
from knowledge.store.clock import utc_now
from knowledge.store.reports import Reports

class Stopping:
    def look(self, session, replaced_id):
        return None

    def announce(self, session, announcement, before, *, notify):
        session.flush()
        print("in the middle", flush=True)
        time.sleep(600)

knowledge = open_knowledge(sys.argv[1])
Reports(knowledge.store, utc_now, Stopping()).publish(1, by=1)
"""


def test_killing_the_program_in_the_middle_of_publishing_leaves_the_store_as_it_was(store_url: str):
    knowledge = open_knowledge(store_url)
    knowledge.reports.save_draft(reading(issued("192/QĐ-UBND")), checksum="a", by=1)
    program = subprocess.Popen([sys.executable, "-c", PUBLISHER, store_url], stdout=subprocess.PIPE, text=True)
    assert program.stdout is not None
    assert program.stdout.readline() == "in the middle\n"
    program.kill()
    program.wait(timeout=30)
    program.stdout.close()
    assert list(knowledge.reports.published()) == []
    assert knowledge.reports.generation() == 0
    assert knowledge.reports.publish(1, by=1).report_id == 1
    knowledge.close()


def test_many_threads_write_at_once_and_nothing_is_lost(knowledge: Knowledge):
    with ThreadPoolExecutor(16) as pool:
        stored = list(pool.map(lambda n: knowledge.inbox.take(n % 100, "1", "{}", holder="a"), range(200)))
    assert len([first for first in stored if first]) == 1  # of one chat, one is handled at a time
    assert len(knowledge.inbox.pending()) == 100


def test_a_server_that_goes_in_the_middle_of_a_transaction_is_said_to_be_unavailable(postgresql_databases: Databases):
    knowledge = open_knowledge(postgresql_databases.migrated())

    def lose(connection: Connection) -> None:
        process = connection.execute(text("SELECT pg_backend_pid()")).scalar()
        with knowledge.store.change() as another:
            another.execute(text("SELECT pg_terminate_backend(:process)"), {"process": process})
        knowledge.inbox.take(1, "1", "{}", holder="a", within=connection)

    [given] = knowledge.store.together([lose])
    assert isinstance(given, StoreUnavailable)
    assert knowledge.inbox.take(1, "1", "{}", holder="a") is not None
    knowledge.close()


@pytest.mark.parametrize("state", ["SET TRANSACTION READ ONLY", "ALTER TABLE turn RENAME TO away"])
def test_a_server_that_takes_no_changes_or_is_just_restored_is_said_to_be_unavailable(
    postgresql_databases: Databases, state: str
):
    knowledge = open_knowledge(postgresql_databases.migrated())

    def take(connection: Connection) -> None:
        connection.execute(text(state))
        knowledge.inbox.take(1, "1", "{}", holder="a", within=connection)

    assert [type(given) for given in knowledge.store.together([take])] == [StoreUnavailable]
    knowledge.close()


@contextmanager
def immutable(store: Path) -> Iterator[None]:
    """All files of an SQLite store, what was written to them having reached the disk."""
    files = [str(path) for path in store.parent.glob(f"{store.name}*")]
    os.sync()
    subprocess.run(["chattr", "+i", *files], check=True)
    try:
        yield
    finally:
        subprocess.run(["chattr", "-i", *files], check=True)


def takes_attributes(folder: Path) -> bool:
    """Whether files there can be made immutable, for which one must be root and the disk of some sorts."""
    (folder / "tried").touch()
    tries = (["chattr", sign, str(folder / "tried")] for sign in ("+i", "-i"))
    return bool(shutil.which("chattr")) and all(subprocess.run(a, check=False).returncode == 0 for a in tries)


def test_files_that_are_made_immutable_under_a_process_end_it_with_no_signal(tmp_path: Path):
    if not takes_attributes(tmp_path):
        pytest.skip("no files can be made immutable here")
    store = tmp_path / "cchc.db"
    knowledge = open_knowledge(f"sqlite:///{store}")
    knowledge.inbox.take(1, "1", "{}", holder="a")
    with immutable(store):
        with pytest.raises(StoreUnavailable):
            knowledge.reports.generation()
        with pytest.raises(StoreUnavailable):
            knowledge.inbox.take(2, "2", "{}", holder="a")
    assert knowledge.inbox.take(2, "2", "{}", holder="a") is not None
    knowledge.close()


def test_a_process_whose_files_are_made_immutable_ends_of_itself(tmp_path: Path):
    if not takes_attributes(tmp_path):
        pytest.skip("no files can be made immutable here")
    store = tmp_path / "cchc.db"
    closing = (
        "import sys; from knowledge.bootstrap import open_knowledge; knowledge = open_knowledge(sys.argv[1]);"
        "knowledge.inbox.take(1, '1', '{}', holder='a'); print(flush=True); input(); knowledge.close()"
    )
    command = [sys.executable, "-c", closing, f"sqlite:///{store}"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        with immutable(store):
            process.communicate(b"\n")
    assert process.returncode == 0
    knowledge = open_knowledge(f"sqlite:///{store}")
    assert knowledge.inbox.take(1, "1", "{}", holder="b") is None  # it is there already
    knowledge.close()


def test_one_step_that_fails_undoes_no_other_though_all_were_asked_together(postgresql_databases: Databases):
    knowledge = open_knowledge(postgresql_databases.migrated())

    def take(number: int, payload: str) -> Callable[[Connection], object]:
        return lambda within: knowledge.inbox.taking(within, number, str(number), payload, holder="a")

    first, second, third = knowledge.store.together([take(1, "{}"), take(1 << 63, "{}"), take(3, "á\n'\"\\")])
    assert (first.payload, isinstance(second, Exception), third.payload) == ("{}", True, "á\n'\"\\")
    knowledge.close()


def test_a_server_that_is_cut_off_is_waited_for_no_longer_than_seconds_or_than_its_address_says(
    postgresql_databases: Databases,
):
    url = postgresql_databases.migrated()
    knowledge = open_knowledge(f"{url}{'&' if '?' in url else '?'}connect_timeout=9")
    with knowledge.store.look() as connection:
        driver = connection.connection.driver_connection
        assert isinstance(driver, psycopg.Connection)
        found = driver.info.get_parameters()
    [idle] = knowledge.store.together([lambda within: within.scalar(text("SHOW idle_in_transaction_session_timeout"))])
    assert (found["connect_timeout"], found["tcp_user_timeout"], idle) == ("9", "25000", "20s")
    knowledge.close()


@pytest.mark.parametrize("begun", ["look", "change"])
def test_what_is_under_way_in_a_thread_when_the_store_is_closed_ends_well_and_leaves_no_connection(
    postgresql_databases: Databases, begun: str
):
    knowledge = open_knowledge(postgresql_databases.migrated())
    with getattr(knowledge.store, begun)() as connection:
        driver = connection.connection.driver_connection
        knowledge.close()
        assert connection.scalar(text("SELECT 1")) == 1
    assert driver.closed


def test_what_a_thread_begins_when_the_store_is_closed_leaves_no_connection(postgresql_databases: Databases):
    knowledge = open_knowledge(postgresql_databases.migrated())
    knowledge.close()
    drivers = knowledge.store.together([lambda within: within.connection.driver_connection])
    with knowledge.store.look() as connection:
        drivers.append(connection.connection.driver_connection)
    assert [driver.closed for driver in drivers] == [True, True]


def test_two_programs_write_to_one_store(store_url: str):
    first, second = open_knowledge(store_url), open_knowledge(store_url)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: (first, second)[n % 2].audit.record("test", str(n), by=None), range(100)))
    assert len(first.audit.listing(limit=1000)) == 100
    first.close()
    second.close()


def test_the_same_file_imported_twice_at_once_is_one_draft(knowledge: Knowledge):
    with ThreadPoolExecutor(4) as pool:
        saved = list(pool.map(lambda _: knowledge.reports.save_draft(reading("một"), checksum="a", by=1), range(4)))
    assert sorted(draft.outcome for draft in saved) == ["new", "same", "same", "same"]
    assert len({draft.report_id for draft in saved}) == 1


def test_a_file_that_is_no_database_is_said_to_be_unavailable(tmp_path: Path):
    (tmp_path / "notes.db").write_text("no database at all, but long enough to be one" * 100)
    with pytest.raises(StoreUnavailable):
        open_knowledge(f"sqlite:///{tmp_path}/notes.db")


def test_a_server_that_is_not_there_is_said_to_be_unavailable(tmp_path: Path):
    with pytest.raises(StoreUnavailable):
        open_knowledge(f"postgresql:///nothing?host={tmp_path}")


def test_the_folder_of_a_new_file_is_made(tmp_path: Path):
    knowledge = open_knowledge(f"sqlite:///{tmp_path}/a/b/cchc.db")
    assert knowledge.reports.generation() == 0
    knowledge.close()
