"""What is filled in for an entry."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from knowledge.facts import Measure, Period, Role

EntryKind = Literal["document", "figure", "task", "note"]


class IncompleteEntry(ValueError):
    """A field that this kind of entry needs is empty; `field` names it."""

    def __init__(self, field: str) -> None:
        super().__init__(f"the field {field} is empty")
        self.field = field


@dataclass(frozen=True, slots=True)
class EntryFields:
    """Each kind uses its own fields; whatever is not known stays None."""

    kind: EntryKind
    organisation: str | None = None
    province: str | None = None
    period: Period | None = None
    note: str | None = None  # of a note: its text; of others: one more sentence
    # A document: a number with its symbol, or a subject.
    type: str | None = None
    number: str | None = None
    symbol: str | None = None
    issued_on: date | None = None
    issuer: str | None = None
    subject: str | None = None
    role: Role = Role.ISSUED
    expected: Period | None = None
    status: str | None = None  # as a register has it
    # A figure: indicator, value and unit.
    indicator: str | None = None
    value: Decimal | None = None
    unit: str | None = None
    measure: Measure = Measure.COUNT
    # A task: what, by whom, by when.
    task: str | None = None
    responsible: str | None = None
    due: date | None = None
