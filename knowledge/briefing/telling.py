"""Which reports tell of a period, and whose they are."""

from functools import lru_cache

from knowledge.asking.library import Library
from knowledge.facts import Period
from knowledge.grammar.folding import fold

# A register or an entry tells of no period.
TOLD = frozenset({"report", "news"})


def told_periods(library: Library) -> tuple[Period, ...]:
    """The periods of which reports tell, the newest first."""
    periods = library.filed.own_periods(library.filed.of_kinds(TOLD))
    return tuple(sorted(periods, key=lambda period: (period.last, period.first), reverse=True))


def is_same_name(one: str | None, other: str | None) -> bool:
    """Whether both name the same organisation, however it is spelt."""
    return one == other or _folded(one or "") == _folded(other or "")


@lru_cache(maxsize=4096)
def _folded(name: str) -> str:
    return " ".join(fold(name).split())
