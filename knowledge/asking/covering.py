"""Which periods a figure covers besides the one it was read with."""

from knowledge.asking.library import FigureEntry
from knowledge.facts import Measure, Period
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import find_periods

# What is told as of a day is the same for a quarter and for the months up to its end; a flow is not.
_AS_OF_A_DAY = frozenset({Measure.SHARE, Measure.SCORE, Measure.RANK, Measure.RATIO})
# So are procedures and services, of which there are so many until some are added, changed or done away with.
_STOCK = frozenset({"tthc", "thu tuc", "thu tuc hanh chinh", "dich vu", "dich vu cong"})
# Who is there on the day of the report: "được giao năm 2024 là 114 người, có mặt 108 người".
_PRESENT = pattern_of(r"(?:hien |dang |hien dang )?co mat\b")
_NUMBER_OF_STOCK = pattern_of(r"(?:tong )?so (?:tthc|thu tuc|dich vu cong)\b")
_FLOW = pattern_of(
    r"\b(?:cong bo|ban hanh|sua doi|bo sung|bai bo|thay the|ra soat|don gian hoa|cat giam|rut ngan|tang|giam|them|moi)\b"
)


def is_of_whole_report(entry: FigureEntry, period: Period) -> bool:
    """Whether the figure may be of another period of its report's title ("quý III và 9 tháng năm 2024").

    Only where nothing around it says of which of them it is.
    """
    figure, report = entry.figure, entry.report
    own = report.facts.period
    if own is None or figure.period != own or period.last != own.last or not _is_as_of_a_day(entry):
        return False
    if period not in report.periods:
        return False
    if _PRESENT.match(fold(figure.label)):
        return True  # whatever year the posts beside it are given for
    start = report.text.rfind("\n", 0, entry.statement.statement.span.start) + 1
    paragraph = report.text[start : entry.statement.statement.span.end]
    around = fold(f"{paragraph} {figure.head} {entry.statement.statement.heading.split(' > ')[-1]}")
    # "Đến hết tháng 8/2023 đạt …": up to a day, and of no month.
    return all(mention.is_until for mention in find_periods(around))


def _is_as_of_a_day(entry: FigureEntry) -> bool:
    figure = entry.figure
    if figure.measure is Measure.COUNT and _PRESENT.match(fold(figure.label)):
        return True
    if figure.measure is Measure.COUNT and (fold(figure.unit) in _STOCK or _NUMBER_OF_STOCK.match(fold(figure.label))):
        return not _FLOW.search(entry.statement.folded)
    return figure.measure in _AS_OF_A_DAY
