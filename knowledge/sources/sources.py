"""The list of watched sources, and what admins do with it."""

import json
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from knowledge.fetching.addresses import canonical, same_page
from knowledge.fetching.errors import CannotFetch
from knowledge.importing.files import parse_period
from knowledge.sources.links import SourceKind
from knowledge.sources.source import ItemState, Source, SourceState, UnknownSource, source_of
from knowledge.storable import storable
from knowledge.store.audit import write_audit
from knowledge.store.clock import Clock
from knowledge.store.store import Store
from knowledge.store.tables import SourceItemRow, SourceRow
from knowledge.store.upserting import insert_if_absent

# Those that the list shows.
_SHOWN = (SourceState.WATCHED, SourceState.PAUSED)


class Sources:
    """Every change is in the audit log; a removed source can be restored with all that it was."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def propose(
        self,
        address: str,
        kind: SourceKind,
        title: str | None,
        *,
        by: int | None,
        organisation: str | None = None,
        province: str | None = None,
        period: str | None = None,
    ) -> Source:
        """The source as it would be added; one that is watched or paused already, as it is.

        Raises CannotFetch(BAD_ADDRESS) and UnknownPeriod.
        """
        address = canonical(address)
        if period:
            parse_period(period)
        values = {
            "address": address,
            "kind": kind.value,
            "title": storable(title) if title else None,
            "organisation": storable(organisation) if organisation else None,
            "province": storable(province) if province else None,
            "period": period,
        }
        with self._store.write() as session:
            same = select(SourceRow).where(SourceRow.key == same_page(address))
            if session.exec(same).first() is None:  # an insert in vain would use up a number
                self._insert(session, same_page(address), values, by)
            row = session.exec(same).one()
            if row.state not in _SHOWN:
                forget = {"etag": None, "last_modified": None, "trouble": None, "failures": 0, "is_trusted": False}
                _set(row, **values, **forget, state=SourceState.PROPOSED.value)
            return source_of(row)

    def add(self, source_id: int, *, by: int | None, is_new_only: bool = False) -> Source:
        """The proposed source is watched from now on; with `is_new_only` what is there already is left alone."""
        now = self._clock()
        values = {"state": SourceState.WATCHED, "is_new_only": is_new_only, "added_by": by, "added_at": now}
        return self._change(
            source_id, "add", by, (SourceState.PROPOSED,), **values, last_seen_at=None, next_look_at=now
        )

    def get(self, source_id: int) -> Source:
        """Raises UnknownSource."""
        with self._store.read() as session:
            return source_of(_row(session, source_id))

    def find(self, words: str) -> Source:
        """The listed source with that number or address; raises UnknownSource."""
        found = [source for source in self.listing() if str(source.id) == words or _is_at(source, words)]
        if not found:
            raise UnknownSource(words)
        return found[0]

    def listing(self) -> list[Source]:
        """Those that are watched or paused, the oldest first."""
        query = select(SourceRow).where(col(SourceRow.state).in_(_SHOWN)).order_by(col(SourceRow.id))
        with self._store.read() as session:
            return [source_of(row) for row in session.exec(query)]

    def counts(self, source_id: int) -> dict[ItemState, int]:
        """How many reports were found there, by what became of them."""
        query = select(SourceItemRow.state, func.count()).where(SourceItemRow.source_id == source_id)
        with self._store.read() as session:
            rows = session.exec(query.group_by(col(SourceItemRow.state))).all()
        return {ItemState(state): count for state, count in rows}

    def pause(self, source_id: int, *, by: int | None) -> Source:
        """It is not looked at until it is resumed."""
        return self._change(source_id, "pause", by, _SHOWN, state=SourceState.PAUSED)

    def resume(self, source_id: int, *, by: int | None) -> Source:
        """It is looked at again, at once."""
        values: dict[str, Any] = {"failures": 0, "trouble": None, "next_look_at": self._clock()}
        return self._change(source_id, "resume", by, _SHOWN, state=SourceState.WATCHED, **values)

    def trust(self, source_id: int, *, by: int | None, is_trusted: bool = True) -> Source:
        """What is found there from now on is published without a look, or (not trusted) kept as drafts."""
        return self._change(source_id, "trust" if is_trusted else "distrust", by, _SHOWN, is_trusted=is_trusted)

    def remove(self, source_id: int, *, by: int | None) -> Source:
        """It is no longer watched; the reports that came from it stay."""
        return self._change(source_id, "remove", by, _SHOWN, state=SourceState.REMOVED)

    def restore(self, source_id: int, *, by: int | None) -> Source:
        """The removed source is watched again as it was, trusted or not."""
        values: dict[str, Any] = {"state": SourceState.WATCHED, "next_look_at": self._clock()}
        return self._change(source_id, "restore", by, (SourceState.REMOVED,), **values)

    def _insert(self, session: Session, key: str, values: dict[str, Any], by: int | None) -> None:
        now = self._clock()
        flags = {"is_trusted": False, "is_new_only": False, "failures": 0, "state": SourceState.PROPOSED.value}
        times = {"added_at": now, "next_look_at": now}
        insert_if_absent(session, SourceRow, ["key"], key=key, added_by=by, **values, **flags, **times)

    def _change(
        self, source_id: int, action: str, by: int | None, states: tuple[SourceState, ...], **values: Any
    ) -> Source:
        with self._store.write() as session:
            row = _row(session, source_id, is_to_change=True)
            if row.state not in states:
                raise UnknownSource(f"source {source_id} is {row.state}")
            before = _audited(row)
            _set(row, **values)
            write_audit(
                session,
                f"source.{action}",
                f"source:{source_id}",
                by=by,
                at=self._clock(),
                before=before,
                after=_audited(row),
            )
            return source_of(row)


def _row(session: Session, source_id: int, *, is_to_change: bool = False) -> SourceRow:
    # Who only reads must not lock: on PostgreSQL that fails while somebody else changes the row.
    row = session.get(SourceRow, source_id, with_for_update=is_to_change)
    if row is None:
        raise UnknownSource(f"source {source_id} is not there")
    return row


def _set(row: SourceRow, **values: Any) -> None:
    for name, value in values.items():
        setattr(row, name, value)


def _audited(row: SourceRow) -> str:
    return json.dumps({"address": row.address, "state": str(row.state), "is_trusted": row.is_trusted})


def _is_at(source: Source, address: str) -> bool:
    try:
        return same_page(canonical(address)) == same_page(source.address)
    except CannotFetch:
        return False
