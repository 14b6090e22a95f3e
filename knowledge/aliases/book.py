"""The aliases in use; each change reaches every process as a publication does."""

import hashlib
import json

from sqlmodel import Session, col, select

from knowledge.asking.aliases import Alias
from knowledge.storable import storable
from knowledge.store.audit import write_audit
from knowledge.store.clock import Clock
from knowledge.store.generations import next_generation
from knowledge.store.store import Store
from knowledge.store.tables import AliasRow

_APPROVED, _REMOVED = "approved", "removed"
# So much of a hash tells the aliases of one office apart.
_DIGEST = 12


class AliasBook:
    """Adds, removes and lists; every change is audited."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def listing(self) -> list[Alias]:
        """Those in use, by their phrase."""
        query = select(AliasRow).where(AliasRow.state == _APPROVED).order_by(col(AliasRow.key))
        with self._store.read() as session:
            return [Alias(row.words, row.meaning) for row in session.exec(query)]

    def add(self, alias: Alias, *, by: int | None) -> bool:
        """Whether that is new; a phrase has one meaning, so another one takes its place."""
        with self._store.write() as session:
            row = session.get(AliasRow, alias.key)
            before = _written(row) if row is not None and row.state == _APPROVED else None
            words, meaning = storable(alias.phrase), storable(alias.meaning)
            if row is not None and (row.state, row.meaning) == (_APPROVED, meaning):
                return False
            if row is None:
                row = AliasRow(key=alias.key, words=words, meaning=meaning, state=_APPROVED)
                session.add(row)
            row.words, row.meaning, row.state = words, meaning, _APPROVED
            row.decided_by, row.decided_at = by, self._clock()
            self._log(session, "alias.add", alias.key, before, _written(row), by)
            return True

    def remove(self, digest: str, *, by: int | None) -> Alias | None:
        """The alias that is in use no more; None if there was none. `restore` takes that back."""
        with self._store.write() as session:
            row = _find(session, digest, _APPROVED)
            if row is None:
                return None
            row.state, row.decided_by, row.decided_at = _REMOVED, by, self._clock()
            self._log(session, "alias.remove", row.key, _written(row), None, by)
            return Alias(row.words, row.meaning)

    def restore(self, digest: str, *, by: int | None) -> Alias | None:
        """The alias that was removed and is in use again; None if there is none."""
        with self._store.write() as session:
            row = _find(session, digest, _REMOVED)
            if row is None:
                return None
            row.state, row.decided_by, row.decided_at = _APPROVED, by, self._clock()
            self._log(session, "alias.add", row.key, None, _written(row), by)
            return Alias(row.words, row.meaning)

    def _log(
        self, session: Session, action: str, key: str, before: str | None, after: str | None, by: int | None
    ) -> None:
        next_generation(session)
        write_audit(session, action, f"alias:{key}", by=by, at=self._clock(), before=before, after=after)


def digest(alias: Alias) -> str:
    """The alias in a button's data."""
    return _digest(alias.key)


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()[:_DIGEST]


def _find(session: Session, wanted: str, state: str) -> AliasRow | None:
    rows = session.exec(select(AliasRow).where(AliasRow.state == state)).all()
    return next((row for row in rows if _digest(row.key) == wanted), None)


def _written(row: AliasRow | None) -> str | None:
    return json.dumps({"phrase": row.words, "meaning": row.meaning}, ensure_ascii=False) if row else None
