"""The audit log: who changed what and when, with before and after; entries are never changed."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from knowledge.store.clock import Clock
from knowledge.store.store import Store
from knowledge.store.tables import AuditRow, id_of

_A_NEW_VERSION = frozenset({"report.publish", "report.replace"})
# What is written just before such a change, in its transaction, each at most once.
_STEPS = {
    "entry.add": frozenset({"report.publish"}),
    "entry.edit": _A_NEW_VERSION,
    "entry.delete": frozenset({"report.withdraw"}),
    "entry.undo": frozenset({"report.withdraw", "report.restore"}),
    "fact.edit": _A_NEW_VERSION,
    "fact.drop": _A_NEW_VERSION,
    "fact.undo": _A_NEW_VERSION,
}


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One change; `before` and `after` are JSON, or None where there was or is nothing."""

    id: int
    at: datetime
    by: int | None  # None: the program or the shell
    action: str  # "report.publish", "person.grant"
    subject: str  # "report:12", "person:4711"
    before: str | None
    after: str | None


class Audit:
    """Services write their own entries in their own transactions; `record` is for everybody else."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def record(
        self,
        action: str,
        subject: str,
        *,
        by: int | None,
        before: str | None = None,
        after: str | None = None,
    ) -> int:
        """The number of the new entry."""
        with self._store.write() as session:
            return write_audit(session, action, subject, by=by, at=self._clock(), before=before, after=after)

    def listing(
        self,
        *,
        limit: int = 20,
        before_id: int | None = None,
        action: str | None = None,
        subject: str | None = None,
        action_prefix: str = "",
        by: int | None = None,
    ) -> list[AuditEntry]:
        """The newest first; the next page begins before the last entry's id."""
        wanted = {"action": action, "subject": subject, "by": by}
        query = select(AuditRow).filter_by(**{name: value for name, value in wanted.items() if value is not None})
        if action_prefix:
            query = query.where(col(AuditRow.action).startswith(action_prefix, autoescape=True))
        if before_id is not None:
            query = query.where(col(AuditRow.id) < before_id)
        with self._store.read() as session:
            rows = session.exec(query.order_by(col(AuditRow.id).desc()).limit(limit)).all()
        return [AuditEntry(id_of(row), row.at, row.by, row.action, row.subject, row.before, row.after) for row in rows]

    def changes(
        self,
        limit: int,
        *,
        before_id: int | None = None,
        subject: str | None = None,
        action_prefix: str = "",
        by: int | None = None,
    ) -> list[AuditEntry]:
        """As `listing`, without the steps that a change of one item is made of: a version published and one replaced."""
        shown: list[AuditEntry] = []
        last, parts = None, frozenset[str]()
        # From that entry itself on, whose steps may stand behind it.
        first = before_id + 1 if before_id is not None else None
        while rows := self.listing(limit=3 * limit, before_id=first, subject=subject, by=by):
            for entry in rows:
                if last is not None and entry.action in parts and entry.by == last.by:
                    parts -= {entry.action}
                    continue
                last, parts = entry, _STEPS.get(entry.action, frozenset())
                if entry.id != before_id and entry.action.startswith(action_prefix):
                    shown.append(entry)
            if len(shown) >= limit:
                break
            first = rows[-1].id
        return shown[:limit]


def write_audit(
    session: Session,
    action: str,
    subject: str,
    *,
    by: int | None,
    at: datetime,
    before: str | None = None,
    after: str | None = None,
) -> int:
    """The number of the new entry, written with whatever else the transaction writes."""
    row = AuditRow(at=at, by=by, action=action, subject=subject, before=before, after=after)
    session.add(row)
    session.flush()
    return id_of(row)
