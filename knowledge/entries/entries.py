"""Entries: added, edited, deleted and undone, each change whole and audited."""

from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from knowledge.entries.fields import EntryFields
from knowledge.facts import Reading
from knowledge.store.clock import Clock
from knowledge.store.reports import Reports
from knowledge.store.store import Store

# A slip is noticed the same day; later changes are edits with reasons of their own.
UNDO_WITHIN = timedelta(days=1)


class EntryChanged(RuntimeError):
    """Somebody else changed or deleted the entry meanwhile; `current_id` is what it is now, if anything."""

    def __init__(self, current_id: int | None) -> None:
        super().__init__("the entry was changed meanwhile")
        self.current_id = current_id


class NothingToUndo(LookupError):
    """There is no change of this entry within a day that could be undone."""


@dataclass(frozen=True, slots=True)
class Similar:
    """A sentence that may say the same already."""

    report_id: int
    quote: str
    is_entry: bool  # an entry can be edited here, another report cannot


class Entries:
    """Each version of an entry is a report of its own; the newest one answers."""

    def __init__(self, store: Store, clock: Clock, reports: Reports, timezone: ZoneInfo) -> None:
        self._store = store
        self._clock = clock
        self._reports = reports
        self._timezone = timezone

    def preview(self, fields: EntryFields) -> Reading:
        """The sentence and the facts that saving would add; raises IncompleteEntry."""
        raise NotImplementedError

    def similar(self, fields: EntryFields, limit: int = 5) -> list[Similar]:
        """What published reports say of the same document, indicator or task."""
        raise NotImplementedError

    def save(self, fields: EntryFields, *, by: int | None, notify: bool = False) -> int:
        """The new entry's report id; it answers from now on."""
        raise NotImplementedError

    def fields(self, report_id: int) -> EntryFields:
        """What was filled in; raises UnknownReport of anything but an entry."""
        raise NotImplementedError

    def edit(self, report_id: int, fields: EntryFields, *, by: int | None, notify: bool = False) -> int:
        """The id of the new version of `report_id`; raises EntryChanged unless that still answers."""
        raise NotImplementedError

    def delete(self, report_id: int, *, by: int | None) -> None:
        """The entry answers no more; raises EntryChanged unless it still answers."""
        raise NotImplementedError

    def undo(self, report_id: int, *, by: int | None) -> int | None:
        """Take the last change of this entry back: the version that now answers, None if it was just added.

        Raises NothingToUndo.
        """
        raise NotImplementedError
