"""`cchc move`: a whole store into another database, or nothing."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from knowledge.bootstrap import Knowledge, open_knowledge
from knowledge.facts import Reading
from knowledge.store.moving import CannotMove, move_store
from knowledge.store.store import Store
from tests.databases import Databases
from tests.store.filled import ANSWER, ask, content, counts, fill
from tests.store.readings import reading

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def source_url(sqlite_databases: Databases) -> str:
    url = sqlite_databases.migrated()
    knowledge = open_knowledge(url)
    fill(knowledge)
    # The newest id of all was given out, and is gone.
    gone = knowledge.reports.save_draft(reading("bỏ đi"), checksum="gone", by=1).report_id
    knowledge.reports.discard(gone, by=1)
    knowledge.close()
    return url


@pytest.fixture
def target_url(postgresql_databases: Databases) -> str:
    return postgresql_databases.empty()


@pytest.fixture
def stores(source_url: str, target_url: str) -> Iterator[tuple[Store, Store]]:
    source, target = Store(source_url), Store(target_url)
    yield source, target
    source.close()
    target.close()


def save(knowledge: Knowledge, said: Reading) -> int:
    return knowledge.reports.save_draft(said, checksum=said.text, by=1).report_id


def test_all_of_it_is_there(stores: tuple[Store, Store]):
    source, target = stores
    moved = move_store(source, target, lambda _: None)
    assert counts(target) == counts(source) == {table.name: table.rows for table in moved}
    assert content(target, "figure") == content(source, "figure") != []


def test_the_same_is_answered_there(source_url: str, target_url: str, stores: tuple[Store, Store]):
    move_store(*stores, lambda _: None)
    knowledge = open_knowledge(target_url)
    assert ANSWER in ask(knowledge)
    knowledge.close()


def test_ids_go_on_where_they_stood(source_url: str, target_url: str, stores: tuple[Store, Store]):
    move_store(*stores, lambda _: None)
    old, new = open_knowledge(source_url), open_knowledge(target_url)
    assert save(new, reading("mới")) == save(old, reading("mới"))
    old.close()
    new.close()


def test_a_target_that_is_not_empty_is_refused_and_left_alone(target_url: str, stores: tuple[Store, Store]):
    knowledge = open_knowledge(target_url)
    report = save(knowledge, reading("của người khác"))
    with pytest.raises(CannotMove, match="not empty"):
        move_store(*stores, lambda _: None)
    assert knowledge.reports.reading(report) == reading("của người khác")
    knowledge.close()


def test_a_database_of_another_program_is_refused(stores: tuple[Store, Store]):
    with stores[1].write() as session:
        session.connection().execute(text("CREATE TABLE invoice (id integer)"))
    with pytest.raises(CannotMove, match="invoice"):
        move_store(*stores, lambda _: None)


def test_a_store_moves_back_as_well_and_ids_go_on_there(
    source_url: str, sqlite_databases: Databases, stores: tuple[Store, Store]
):
    source, target = stores
    move_store(source, target, lambda _: None)
    back_url = sqlite_databases.empty()
    back = Store(back_url)
    move_store(target, back, lambda _: None)
    assert counts(back) == counts(source)
    back.close()
    old, new = open_knowledge(source_url), open_knowledge(back_url)
    assert save(new, reading("về")) == save(old, reading("về"))
    old.close()
    new.close()


def test_killed_halfway_it_has_moved_nothing_and_can_be_called_again(
    source_url: str, target_url: str, stores: tuple[Store, Store]
):
    program = [sys.executable, "-u", "-c", "from bot.cli import main; main()", "move", source_url, target_url]
    moving = subprocess.Popen(program, stdout=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}, text=True)
    assert moving.stdout is not None
    assert "rows" in moving.stdout.readline()
    moving.kill()
    moving.communicate()
    source, target = stores
    assert [name for name, rows in counts(target).items() if rows] == ["generation"]
    move_store(source, target, lambda _: None)
    assert counts(target) == counts(source)
