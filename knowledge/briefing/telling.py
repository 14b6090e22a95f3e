"""Which reports tell of a period, and whose they are."""

from knowledge.asking.library import Library, ReportEntry
from knowledge.asking.shelves.filing import issued_by
from knowledge.asking.shelves.kept import Some
from knowledge.facts import Period

# A register or an entry tells of no period.
TOLD = frozenset({"report", "news"})


def told_periods(library: Library, organisation: str | None = None) -> tuple[Period, ...]:
    """The periods of which reports tell, of that organisation or of any, the newest first."""
    told = reports_telling(library) if organisation is None else reports_of(library, organisation)
    return tuple(sorted(library.filed.own_periods(told), key=lambda one: (one.last, one.first), reverse=True))


def reports_telling(library: Library) -> Some[ReportEntry]:
    """Those that may tell of a period."""
    return library.filed.of_kinds(TOLD)


def reports_of(library: Library, organisation: str) -> Some[ReportEntry]:
    """Those of that organisation; where it is "", those that name none."""
    return reports_telling(library).among(library.filed.issued_by(organisation).numbers)


def is_same_name(one: str | None, other: str | None) -> bool:
    """Whether both name the same organisation, however it is spelt."""
    return issued_by(one) == issued_by(other)
