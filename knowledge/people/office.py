"""What owners set for the whole office."""

import json

from knowledge.store.audit import write_audit
from knowledge.store.clock import Clock
from knowledge.store.store import Store
from knowledge.store.tables import OfficeSettingRow
from knowledge.store.upserting import insert_or_update

_TWO_PERSONS = "two_persons"


class Office:
    """One value for all; every change is in the audit log."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def needs_two_persons(self) -> bool:
        """Whether whoever imported or changed a draft may not publish it, so that two persons have looked."""
        with self._store.read() as session:
            row = session.get(OfficeSettingRow, _TWO_PERSONS)
        return row is not None and json.loads(row.value) is True

    def set_two_persons(self, is_needed: bool, *, by: int | None) -> None:
        """Whether it is so from now on."""
        value, was = json.dumps(is_needed), json.dumps(self.needs_two_persons())
        with self._store.write() as session:
            insert_or_update(session, OfficeSettingRow, ["name"], name=_TWO_PERSONS, value=value)
            write_audit(
                session, "office.set", f"office:{_TWO_PERSONS}", by=by, at=self._clock(), before=was, after=value
            )
