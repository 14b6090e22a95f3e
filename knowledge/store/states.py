"""What can be the matter with a report, and with an update that came in."""

from enum import StrEnum


class ReportState(StrEnum):
    """Only a published report answers."""

    DRAFT = "draft"
    PUBLISHED = "published"
    REPLACED = "replaced"  # by a newer version
    WITHDRAWN = "withdrawn"


class UnknownReport(LookupError):
    """There is no such report, or it is not in a state in which this can be done."""


class UpdateState(StrEnum):
    """How far an update that came in is."""

    PENDING = "pending"
    DONE = "done"
    FAILED = "failed"
