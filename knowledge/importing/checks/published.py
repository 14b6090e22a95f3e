"""What is known beside the report that is checked: the published reports of its organisation, and dated documents."""

from dataclasses import dataclass
from datetime import date

from knowledge.facts import Reading


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class KnownReport:
    """A published report of the same organisation; what it tells is found once for each of these objects."""

    name: str  # its number, or its title where it has none
    reading: Reading


@dataclass(frozen=True, slots=True)
class DatedDocument:
    """A document whose date a published report gives."""

    report: str
    number: str
    symbol: str
    issued_on: date
    issuer: str | None
    province: str | None


@dataclass(frozen=True, slots=True)
class Known:
    """Everything published that a new report may be compared with; never the version that it will replace."""

    reports: tuple[KnownReport, ...] = ()
    documents: tuple[DatedDocument, ...] = ()


NOTHING_KNOWN = Known()
