"""The years by which a plan of several is called: "kế hoạch 2021-2025"."""

from knowledge.asking.reading.question import Query
from knowledge.facts import PeriodKind
from knowledge.grammar.patterns import pattern_of

_UP_TO = pattern_of(r"\W*(?:-|–|den|toi|to)\W*(?:nam )?")
_BOTH = 2


def plan_years(query: Query) -> tuple[str, ...]:
    """The first and the last year of a plan, where the question names them as one stretch ("2021-2025"); else none."""
    if len(query.periods) != _BOTH or any(m.kind is not PeriodKind.YEAR or m.year is None for m in query.periods):
        return ()
    first, last = query.periods
    joined = _UP_TO.fullmatch(query.folded[first.end : last.start])
    return (str(first.year), str(last.year)) if joined else ()
