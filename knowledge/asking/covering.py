"""Which periods a figure covers besides the one it was read with."""

from knowledge.asking.library import FigureEntry
from knowledge.facts import Measure, Period
from knowledge.grammar.folding import fold
from knowledge.grammar.periods import find_periods

# What is told as of a day is the same for a quarter and for the months up to its end; a flow is not.
_AS_OF_A_DAY = frozenset({Measure.SHARE, Measure.SCORE, Measure.RANK, Measure.RATIO})


def is_of_whole_report(entry: FigureEntry, period: Period) -> bool:
    """Whether the figure may be of another period of its report's title ("quý III và 9 tháng năm 2024").

    Only where nothing around it says of which of them it is.
    """
    figure, report = entry.figure, entry.report
    own = report.facts.period
    if own is None or figure.period != own or period.last != own.last or figure.measure not in _AS_OF_A_DAY:
        return False
    if period not in report.periods:
        return False
    start = report.text.rfind("\n", 0, entry.statement.statement.span.start) + 1
    paragraph = report.text[start : entry.statement.statement.span.end]
    around = fold(f"{paragraph} {figure.head} {entry.statement.statement.heading.split(' > ')[-1]}")
    return not any(True for _ in find_periods(around))
