"""The samples of 2019, published, for tests of the chat."""

from functools import cache

from knowledge.facts import Reading
from knowledge.importing.files import read_file
from tests.house import OWNER, ROOT, House

QUESTION = "Quý I/2019 tiếp nhận bao nhiêu hồ sơ?"
ANSWER = "4.984"


def publish_samples(house: House, *names: str) -> None:
    """Publish the samples whose names begin so, or all; nobody is told."""
    for name, reading in _readings().items():
        if not names or name.startswith(names):
            saved = house.knowledge.reports.save_draft(reading, checksum=name, by=OWNER)
            house.knowledge.reports.publish(saved.report_id, by=OWNER, notify=False)
    house.knowledge.asking.refresh()


@cache
def _readings() -> dict[str, Reading]:
    return {path.name: read_file(path) for path in sorted((ROOT / "samples").iterdir())}
