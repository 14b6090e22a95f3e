"""The audit log: who changed what and when, with before and after; entries are never changed."""

from dataclasses import dataclass
from datetime import datetime

from knowledge.store.clock import Clock
from knowledge.store.store import Store


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
        raise NotImplementedError

    def listing(
        self,
        *,
        limit: int = 20,
        before_id: int | None = None,
        action: str | None = None,
        subject: str | None = None,
        by: int | None = None,
    ) -> list[AuditEntry]:
        """The newest first; the next page begins before the last entry's id."""
        raise NotImplementedError
