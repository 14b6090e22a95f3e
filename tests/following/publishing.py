"""Publishing in one line, for tests of what follows from it."""

from datetime import UTC, datetime
from typing import Any

from knowledge.bootstrap import Knowledge
from knowledge.following.notices import Notice
from knowledge.store.reports import Publication
from tests.store.readings import figure, reading


def publish(knowledge: Knowledge, number: str = "1/BC", *, notify: bool = True, **report: Any) -> Publication:
    """The publication of a report with that number."""
    read = reading(figure("hồ sơ tiếp nhận", "4984"), number=number, **report)
    draft = knowledge.reports.save_draft(read, checksum=repr((number, report)), by=1)
    return knowledge.reports.publish(draft.report_id, by=1, notify=notify)


def arrive(knowledge: Knowledge, notice: Notice, message_id: int) -> None:
    """The message of a notice that was begun has arrived."""
    knowledge.outbox.record(
        begin=(), sent=[(notice.id, message_id)], sender="a", now=datetime.now(UTC), lease_seconds=0.0
    )
