"""What publishing asks of whoever tells the followers, within its own transaction."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

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
    replaced_id: int | None  # the older version that it takes the place of
    at: datetime
    tell_at: datetime  # when the first may be told
    is_correction: bool = False  # by hand, of single facts: only who follows these or was told them hears of it
    why: str = ""  # what the admin says of the correction


class Announcer(Protocol):
    """Writes and takes back the notices of reports."""

    def look(self, session: Session, replaced_id: int | None) -> Any:
        """What is to be compared with what is published next; call it while the older version still answers."""

    def announce(self, session: Session, announcement: Announcement, before: Any, *, notify: bool) -> tuple[int, int]:
        """The event, and how many chats will be told (none unless `notify`); `before` is what `look` gave.

        Whoever has yet to hear of the older version hears of this one.
        """

    def withdraw(self, session: Session, report_id: int, *, why: str, at: datetime) -> None:
        """The report no longer answers: what waits is not sent, and whoever was told of it hears why."""

    def restore(self, session: Session, announcement: Announcement) -> None:
        """The report answers again: whoever heard that it was withdrawn hears so, and whoever had yet to hear of it does."""
