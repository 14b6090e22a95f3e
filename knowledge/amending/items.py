"""Whatever an admin can correct or take out: entries added by hand, and facts read in reports, behind one door."""

from dataclasses import dataclass, replace
from datetime import datetime

from knowledge.amending.amending import Amending, Corrected, Correction, FactChanged
from knowledge.amending.history import TAKEN_OUT, Change, History
from knowledge.entries.entries import Entries, EntryChanged, NothingToUndo
from knowledge.facts import ReportFacts
from knowledge.fields.amendments import Place, fact_at
from knowledge.fields.describing import CORRECTABLE, GROUPS, Changed, changes_of, describe, differences
from knowledge.fields.entry_fields import EntryFields
from knowledge.store.reports import Reports
from knowledge.store.states import ReportState, UnknownReport

__all__ = ["Change", "Changed", "Item", "ItemChanged", "ItemRef", "Items", "NothingToUndo"]

_OF_ENTRY = {
    "document": ("role", "number", "subject", "issued_on", "expected", "issuer", "status", "due", "responsible"),
    "figure": ("indicator", "value", "period", "organisation"),
    "task": ("task", "responsible", "due"),
    "note": ("note", "organisation"),
}


@dataclass(frozen=True, slots=True)
class ItemRef:
    """Which version of which report, and which fact in it; of an entry its only one."""

    report_id: int
    place: Place


@dataclass(frozen=True, slots=True)
class Item:
    """A fact as it answers now, with its sentence, the report it stands in and what can be corrected of it."""

    ref: ItemRef
    fields: EntryFields
    quote: str
    report: ReportFacts
    entry_number: int | None  # of an entry: the same in all its versions
    mended: tuple[Changed, ...] = ()

    @property
    def is_entry(self) -> bool:
        """Whether an admin added it; else it was read in a report."""
        return self.entry_number is not None

    @property
    def groups(self) -> tuple[str, ...]:
        """The fields that can be corrected, each of `describing.GROUPS`."""
        groups = _OF_ENTRY[self.fields.kind] if self.is_entry else CORRECTABLE[self.fields.kind]
        return tuple(name for name in groups if name in GROUPS)


class ItemChanged(RuntimeError):
    """Somebody else changed the item meanwhile; `now` is what it is, None where it was taken out."""

    def __init__(self, now: Item | None, by: int | None, at: datetime) -> None:
        super().__init__("the item was changed meanwhile")
        self.now = now
        self.by = by
        self.at = at


class Items:
    """Finds, corrects, takes out and brings back."""

    def __init__(self, reports: Reports, entries: Entries, amending: Amending, history: History) -> None:
        self._reports = reports
        self._entries = entries
        self._amending = amending
        self._history = history

    def get(self, ref: ItemRef) -> Item | None:
        """The item as it answers now, whatever version it was found in; None if it answers no more."""
        now = self._now(ref)
        return None if now is None else self._at(now)

    def _at(self, now: ItemRef) -> Item | None:
        """The item in just that version; None if that has none there."""
        reading = self._reports.reading(now.report_id)
        fact = fact_at(reading, now.place)
        is_entry = reading.report.kind == "entry"
        if not is_entry and fact is None:
            return None
        span = reading.statements[now.place.statement].span
        mine = [one for one in reading.amendments if fact and (one.span, one.place) == (span, fact.span)]
        return Item(
            ref=now,
            fields=self._entries.fields(now.report_id) if is_entry or fact is None else describe(fact),
            quote=span.cut(reading.text).strip(),
            report=reading.report,
            entry_number=self._history.lineage(now.report_id) if is_entry else None,
            mended=tuple(changed for one in mine for changed in changes_of(one)),
        )

    def entry(self, number: int) -> Item | None:
        """The entry of that number, if it answers."""
        try:
            if self._reports.summary(number).kind != "entry":
                return None
        except UnknownReport:
            return None
        return self.get(ItemRef(number, Place(0, "document")))

    def save(
        self, before: Item, after: EntryFields, *, by: int | None, why: str = "", notify: bool = False
    ) -> Corrected:
        """The item is so from now on; doing it again changes nothing.

        Raises ItemChanged unless it is still as it was `before`, and IncompleteEntry.
        """
        if not before.is_entry:
            return self._correct(
                Correction(before.ref.report_id, before.ref.place, before.fields, after, why), by, notify
            )
        try:
            now = self._entries.edit(before.ref.report_id, after, by=by, notify=notify)
        except EntryChanged as error:
            current = None if error.current_id is None else self._entries.fields(error.current_id)
            if error.current_id is not None and current is not None and not differences(current, after):
                return Corrected(error.current_id)
            raise self._changed(before.ref) from error
        told = self._entries.told(now) if notify else 0
        return Corrected(now, told, change_id=self._history.last_of(now))

    def remove(self, item: Item, *, by: int | None, notify: bool = False) -> Corrected:
        """The item answers no more; whoever was told an entry hears so, of a fact only with `notify`.

        Raises ItemChanged unless it is still as it was.
        """
        if not item.is_entry:
            return self._correct(Correction(item.ref.report_id, item.ref.place, item.fields, None), by, notify)
        try:
            self._entries.delete(item.ref.report_id, by=by)
        except EntryChanged as error:
            if error.current_id is None:
                return Corrected(item.ref.report_id)
            raise self._changed(item.ref) from error
        return Corrected(item.ref.report_id, change_id=self._history.last_of(item.ref.report_id))

    def rehearse(self, before: Item, after: EntryFields, why: str = "") -> int:
        """How many chats would be told of the change; nothing is changed. Raises ItemChanged."""
        try:
            if before.is_entry:
                return self._entries.rehearse(before.ref.report_id, after)
            return self._amending.rehearse(
                Correction(before.ref.report_id, before.ref.place, before.fields, after, why)
            )
        except EntryChanged as error:
            raise self._changed(before.ref) from error
        except FactChanged as error:
            raise self._changed(before.ref, error) from error

    def rehearse_removal(self, item: Item) -> int:
        """How many chats would be told that the fact is gone; of an entry 0. Nothing is changed. Raises ItemChanged."""
        if item.is_entry:
            return 0
        try:
            return self._amending.rehearse(Correction(item.ref.report_id, item.ref.place, item.fields, None))
        except FactChanged as error:
            raise self._changed(item.ref, error) from error

    def undo(self, change_id: int, *, by: int | None) -> None:
        """Take that change back; raises NothingToUndo after a day, or if it was changed or undone since."""
        change = self._history.change(change_id)
        if change is None or not self._history.is_last(change_id):
            raise NothingToUndo
        if change.action.startswith("entry."):
            self._entries.undo(change.report_id, by=by)
            return
        try:
            self._amending.undo(change_id, by=by)
        except FactChanged as error:
            raise NothingToUndo from error

    def change(self, change_id: int) -> Change | None:
        """That change of an item; None if there is none."""
        return self._history.change(change_id)

    def history(self, item: Item) -> list[Change]:
        """Every change of the item since it is there, the newest first."""
        reading = self._reports.reading(item.ref.report_id)
        fact = None if item.is_entry else fact_at(reading, item.ref.place)
        span = reading.statements[item.ref.place.statement].span
        offset = fact.span.start - span.start if fact else None
        return self._history.of_item(item.ref.report_id, item.ref.place.kind, span.cut(reading.text), offset)

    def own_change(self, item: Item, by: int | None) -> int | None:
        """The audit entry of the item's newest change, if it is that person's."""
        newest = next(iter(self.history(item)), None)
        return newest.id if newest is not None and newest.by == by else None

    def taken_out(self, ref: ItemRef, by: int | None) -> tuple[Item, Change] | None:
        """The item that answers no more as it was, and the change, if that person took it out and nothing became of it since."""
        item = self._at(ref)
        newest = next(iter(self.history(item)), None) if item else None
        if item is None or newest is None or newest.by != by or newest.action not in TAKEN_OUT:
            return None
        return item, newest

    def taken_back(self, change_id: int, by: int | None) -> Change | None:
        """The change by which that person took this one back, if nothing became of the item since."""
        return self._history.taken_back(change_id, by)

    def last_change(self, report_id: int) -> int | None:
        """The audit entry by which this version of an entry came about."""
        return self._history.last_of(report_id)

    def recent(self, *, by: int | None, limit: int = 8) -> list[Change]:
        """What that admin changed within a day and can take back, the newest first."""
        return self._history.recent(by=by, limit=limit)

    def _now(self, ref: ItemRef) -> ItemRef | None:
        try:
            summary = self._reports.summary(ref.report_id)
            if summary.kind == "entry":
                return replace(ref, report_id=self._amending.current(ref.report_id), place=Place(0, ref.place.kind))
            if summary.state is ReportState.DRAFT:
                return None
        except UnknownReport:
            return None
        found = self._amending.find_again(ref.report_id, ref.place)
        return ItemRef(*found) if found else None

    def _correct(self, correction: Correction, by: int | None, notify: bool) -> Corrected:
        try:
            return self._amending.correct(correction, by=by, notify=notify)
        except FactChanged as error:
            raise self._changed(ItemRef(correction.report_id, correction.place), error) from error

    def _changed(self, ref: ItemRef, error: FactChanged | None = None) -> ItemChanged:
        now = self.get(ref)
        own = self.history(now) if now else []
        last = own[0] if own else self._history.latest(ref.report_id)
        if last is not None:
            return ItemChanged(now, last.by, last.at)
        if error is not None:
            return ItemChanged(now, error.by, error.at)
        return ItemChanged(now, None, self._reports.summary(ref.report_id).saved_at)
