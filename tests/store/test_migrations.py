"""A store is brought up to date when it is opened, on either database."""

import subprocess
import sys

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from knowledge.bootstrap import open_knowledge
from knowledge.grammar.folding import key
from knowledge.store.engine import UnknownDatabase
from knowledge.store.migrate import StoreTooNew, alembic_config, downgrade, migrate
from knowledge.store.present import newest_revision
from knowledge.store.store import Store
from knowledge.store.tables import all_tables
from knowledge.store.versions import list_versions
from tests.databases import Databases
from tests.store.filled import ANSWER, ask, content, counts, fill
from tests.store.readings import reading

# What the first migration made, and no later one takes away.
KEPT = (
    "chat",
    "document",
    "document_event",
    "event",
    "figure",
    "notice",
    "question",
    "report",
    "statement",
    "subscription",
)


def test_the_last_migration_is_known_by_its_name():
    assert ScriptDirectory.from_config(alembic_config()).get_current_head() == newest_revision()


@pytest.fixture
def empty_url(databases: Databases) -> str:
    return databases.empty()


def tables(store: Store) -> set[str]:
    with store.read() as session:
        return set(inspect(session.connection()).get_table_names()) - {"alembic_version"}


def test_the_migrations_make_exactly_the_tables_of_the_code(store_url: str):
    store = Store(store_url)
    with store.read() as session:
        context = MigrationContext.configure(session.connection(), opts={"compare_type": True})
        assert compare_metadata(context, all_tables()) == []
    store.close()


def test_migrations_go_up_and_down_and_up_again(empty_url: str):
    store = Store(empty_url)
    migrate(store)
    made = tables(store)
    downgrade(store, "base")
    assert tables(store) == set()
    migrate(store)
    assert tables(store) == made == set(all_tables().tables)
    store.close()


def test_each_step_down_and_up_again_keeps_what_older_tables_hold(store_url: str):
    knowledge = open_knowledge(store_url)
    fill(knowledge)
    before, keys = counts(knowledge.store), [row.key for row in content(knowledge.store, "document")]
    for version in reversed(list_versions(knowledge.store)[:-1]):
        downgrade(knowledge.store, version.revision)
    assert {version.is_applied for version in list_versions(knowledge.store)[1:]} == {False}
    knowledge.close()
    again = open_knowledge(store_url)
    after = counts(again.store)
    assert [name for name in KEPT if after[name] != before[name]] == []
    assert [row.key for row in content(again.store, "document")] == keys
    assert ANSWER in ask(again)
    again.close()


def test_opening_an_old_store_keeps_what_it_holds(empty_url: str):
    first = open_knowledge(empty_url)
    report_id = first.reports.save_draft(reading("một"), checksum="a", by=1).report_id
    first.close()
    again = open_knowledge(empty_url)
    assert again.reports.reading(report_id) == reading("một")
    again.close()


def test_a_store_of_a_newer_version_is_refused_and_left_alone(store_url: str):
    store = Store(store_url)
    with store.write() as session:
        session.connection().execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreTooNew):
        open_knowledge(store_url)
    with store.read() as session:
        assert session.connection().execute(text("SELECT version_num FROM alembic_version")).scalar() == "9999"
    store.close()


def test_two_programs_that_open_a_new_store_at_once_both_get_it(empty_url: str):
    command = [sys.executable, "-c", f"from knowledge.bootstrap import open_knowledge; open_knowledge({empty_url!r})"]
    programs = [subprocess.Popen(command) for _ in range(2)]
    assert [program.wait(timeout=60) for program in programs] == [0, 0]


@pytest.mark.parametrize("url", ["mysql://localhost/x", "sqlite://", "sqlite:///:memory:", "no address"])
def test_another_sort_of_database_is_refused_in_plain_words(url: str):
    with pytest.raises(UnknownDatabase):
        open_knowledge(url)


def test_what_was_followed_by_keys_without_the_province_is_followed_by_those_with_it(store_url: str):
    old, new = "192/QĐ-UBND|2019|UBND tỉnh Hưng Hòa", "192/QĐ-UBND|2019|UBND tỉnh Hưng Hòa|Hưng Hòa"
    knowledge = open_knowledge(store_url)
    fill(knowledge)
    downgrade(knowledge.store, "0008")
    with knowledge.store.write() as session:
        run = session.connection().execute
        run(text("DELETE FROM subscription"))
        run(text("INSERT INTO chat (id, is_silent) SELECT 77, is_silent FROM chat LIMIT 1"))
        run(text("UPDATE document_event SET key = :key"), {"key": key(new)})
        run(text("UPDATE report SET province = 'Hưng Hòa'"))
        run(
            text(
                "INSERT INTO subscription (chat_id, kind, key, target, created_at) SELECT 77, 'document', :key, :target, created_at FROM event LIMIT 1"
            ),
            {"key": key(old), "target": old},
        )
    knowledge.close()
    again = open_knowledge(store_url)
    assert [found.rule.target for found in again.subscribers.list_for(77)] == [new]
    again.close()
