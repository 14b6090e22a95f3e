"""What there is to tell admins of their own work: JSON in the outbox, values for whoever lays it out."""

from dataclasses import dataclass
from enum import StrEnum

from pydantic import TypeAdapter

from knowledge.lazily import later


class OfficeMatter(StrEnum):
    """What it is about."""

    APPROVAL = "approval"  # a draft waits for a second person
    RELEASED = "released"  # a publication that was put off has been done


@dataclass(frozen=True, slots=True)
class OfficeNews:
    """A matter of one report."""

    matter: OfficeMatter
    report_id: int
    title: str
    number: str | None
    recipients: int = 0


_NEWS = later(lambda: TypeAdapter(OfficeNews))


def read_office_news(payload: str) -> OfficeNews:
    """The news that a notice carries."""
    return _NEWS.validate_json(payload)


def write_office_news(news: OfficeNews) -> str:
    """The payload from which `read_office_news` reads the same."""
    return _NEWS.dump_json(news).decode()
