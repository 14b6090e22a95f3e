"""A store with something in every corner, for tests of what carries whole stores about."""

from datetime import date
from typing import Any

from sqlalchemy import func, select

from knowledge.bootstrap import Knowledge
from knowledge.following.rules import ALL_REPORTS
from knowledge.people.scenes import Speaker
from knowledge.sources.links import SourceKind
from knowledge.store.store import Store
from knowledge.store.tables import all_tables
from tests.house import ROOT

QUESTION, ANSWER = "Quý I/2019 tiếp nhận bao nhiêu hồ sơ?", "4.984"


def fill(knowledge: Knowledge) -> None:
    """The samples published to followers, one of whom asks, a dialogue, an update, a watched source."""
    for chat in range(1, 21):
        knowledge.subscribers.subscribe(chat, ALL_REPORTS, by=chat)
        knowledge.scenes.look(Speaker(chat, chat, "vi", str(chat)))
    for path in sorted((ROOT / "samples").glob("*")):
        draft = knowledge.importing.import_file(path, by=1)
        knowledge.reports.publish(draft.report_id, by=1)
    asked = knowledge.asking.ask(QUESTION, today=date(2019, 9, 2))
    knowledge.questions.record("2", 2, QUESTION, asked.answer)
    knowledge.inbox.take(7, "2", '{"update_id": 7}', holder="a")
    knowledge.sources.propose("https://portal.example/tin", SourceKind.LISTING, "Cổng", by=1)


def ask(knowledge: Knowledge) -> str:
    """What is answered to the question."""
    return knowledge.asking.ask(QUESTION, today=date(2019, 9, 2)).answer.direct


def counts(store: Store) -> dict[str, int]:
    """How many rows each table has."""
    with store.read() as session:
        return {
            name: session.connection().execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in all_tables().tables.items()
        }


def content(store: Store, name: str) -> list[Any]:
    """The rows of a table, by its key."""
    table = all_tables().tables[name]
    with store.read() as session:
        return list(session.connection().execute(select(table).order_by(*table.primary_key)).all())
