"""The samples of 2019, published, for tests of the chat."""

from functools import cache

from knowledge.bootstrap import Knowledge, open_knowledge
from knowledge.facts import Reading
from knowledge.importing.files import read_file
from tests.clock import SetClock
from tests.databases import Databases
from tests.house import OWNER, ROOT, House

QUESTION = "Quý I/2019 tiếp nhận bao nhiêu hồ sơ?"
ANSWER = "4.984"


def publish_samples(house: House, *names: str) -> None:
    """Publish the samples whose names begin so, or all; nobody is told."""
    _publish(house.knowledge, names)


@cache
def store_with_samples(databases: Databases, *names: str) -> str:
    """The address of a store in which they are published, made once, to be copied."""
    url = databases.migrated()
    knowledge = open_knowledge(url, owner_ids=frozenset({OWNER}), clock=SetClock())
    _publish(knowledge, names)
    knowledge.close()
    return url


def _publish(knowledge: Knowledge, names: tuple[str, ...]) -> None:
    for name, reading in _readings().items():
        if not names or name.startswith(names):
            saved = knowledge.reports.save_draft(reading, checksum=name, by=OWNER)
            knowledge.reports.publish(saved.report_id, by=OWNER, notify=False)
    knowledge.asking.refresh()


@cache
def _readings() -> dict[str, Reading]:
    return {path.name: read_file(path) for path in sorted((ROOT / "samples").iterdir())}
