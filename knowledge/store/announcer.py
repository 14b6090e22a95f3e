"""What publishing asks of whoever tells the followers, within its own transaction."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sqlmodel import Session

from knowledge.facts import Reading


@dataclass(frozen=True, slots=True)
class Announcement:
    """What is now published."""

    report_id: int
    reading: Reading
    documents: int
    figures: int
    tasks: int
    document_keys: frozenset[str]  # of the documents that it says something new of
    is_revision: bool  # in place of an older version
    at: datetime
    tell_at: datetime  # when the first may be told


class Announcer(Protocol):
    """Writes and takes back the notices of reports."""

    def announce(self, session: Session, announcement: Announcement, *, notify: bool) -> tuple[int, int]:
        """The event, and how many chats will be told (none unless `notify`)."""

    def retract(self, session: Session, report_id: int, at: datetime) -> None:
        """Notices of that report that still wait are not sent."""
