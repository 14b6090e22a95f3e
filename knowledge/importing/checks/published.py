"""What is known beside the report that is checked: the published reports of its organisation, and dated documents."""

from dataclasses import dataclass

from knowledge.facts import DatedDocument, Reading


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class KnownReport:
    """A published report of the same organisation; what it tells is found once for each of these objects."""

    name: str  # its number, or its title where it has none
    reading: Reading


@dataclass(frozen=True, slots=True)
class Known:
    """Everything published that a new report may be compared with; never the version that it will replace."""

    reports: tuple[KnownReport, ...] = ()
    documents: tuple[DatedDocument, ...] = ()


NOTHING_KNOWN = Known()
