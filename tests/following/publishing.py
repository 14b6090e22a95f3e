"""Publishing in one line, for tests of what follows from it."""

from typing import Any

from knowledge.bootstrap import Knowledge
from knowledge.store.reports import Publication
from tests.store.readings import figure, reading


def publish(knowledge: Knowledge, number: str = "1/BC", *, notify: bool = True, **report: Any) -> Publication:
    """The publication of a report with that number."""
    read = reading(figure("hồ sơ tiếp nhận", "4984"), number=number, **report)
    draft = knowledge.reports.save_draft(read, checksum=repr((number, report)), by=1)
    return knowledge.reports.publish(draft.report_id, by=1, notify=notify)
