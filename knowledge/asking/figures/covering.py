"""Which days and periods a figure covers besides the period it was read with."""

from datetime import date
from functools import lru_cache

from knowledge.asking.library import FigureEntry
from knowledge.asking.shelves.entries import once_each
from knowledge.facts import Measure, Period, PeriodKind, Window
from knowledge.grammar.dates import find_dates
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import find_periods

# What is told as of a day is the same for a quarter and for the months up to its end; a flow is not.
_AS_OF_A_DAY = frozenset({Measure.SHARE, Measure.SCORE, Measure.RANK, Measure.RATIO})
# So are procedures and services, of which there are so many until some are added, changed or done away with.
_STOCK = frozenset({"tthc", "thu tuc", "thu tuc hanh chinh", "dich vu", "dich vu cong"})
# Who is there on the day of the report: "được giao năm 2024 là 114 người, có mặt 108 người".
# So are dossiers that are still open, and posts that are given: so many at the end, of whatever time it is the end.
_PRESENT = pattern_of(
    r"(?:hien |dang |hien dang )?co mat\b|(?:hien |con |hien con )?(?:dang|chua) (?:giai quyet|xu ly)\b|bien che (?:duoc )?giao\b"
)
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
    if _PRESENT.match(fold(figure.label)) and (period in report.periods or period.kind is PeriodKind.MONTH):
        return True  # whatever year the posts beside it are given for, and in the month in which its report ends
    if period not in report.periods:
        return False
    start = report.text.rfind("\n", 0, entry.statement.statement.span.start) + 1
    paragraph = report.text[start : entry.statement.statement.span.end]
    around = fold(f"{paragraph} {figure.head} {entry.statement.statement.heading.split(' > ')[-1]}")
    # "Đến hết tháng 8/2023 đạt …": up to a day, and of no month; "giảm 15 so với quý I" holds it against another.
    return all(m.is_until or _HELD_AGAINST.search(around, 0, m.start) for m in find_periods(around))


_HELD_AGAINST = pattern_of(r"\bso (?:voi )?(?:cung ky |cuoi |dau )?$")


@once_each
def _is_as_of_a_day(entry: FigureEntry) -> bool:
    figure = entry.figure
    if figure.measure is Measure.COUNT and _PRESENT.match(fold(figure.label)):
        return True
    if figure.measure is Measure.COUNT and _NUMBER_OF_STOCK.match(fold(figure.label)):
        return not _FLOW.search(fold(figure.label))  # whatever was done to some of them besides
    if figure.measure is Measure.COUNT and fold(figure.unit) in _STOCK:
        return not _FLOW.search(entry.statement.folded)
    return figure.measure in _AS_OF_A_DAY


# "Ngày 24/6/2025, Sở tổ chức …", "trong các ngày 05 - 09/8/2025, Sở tập huấn cho …", "diễn ra ngày 24/6/2025 với 215 đại biểu",
# "mở lớp tập huấn trong 02 ngày 11 và 12/6/2025: 90 người dự".
_ON_A_DAY = pattern_of(
    r"(?:(?:^|[;.] )\W*(?:trong |vao |sang |chieu )?(?:cac )?ngay [\d/.,–va -]{6,30},"
    r"|\b(?:dien ra|(?:to chuc|khai mac|tien hanh|thuc hien|mo)(?: (?:ky|lop|hoi|cuoc|dot|buoi)\b[^;.,:\d]{0,60}?)?)"
    r"(?: vao| trong| tu)?(?: cac| \d\d)? ngay [\d/.,–va -]{6,30})[^;.]*$"
)


def happened_in(entry: FigureEntry, month: Period) -> bool:
    """Whether so many are told of something that happened on a day of that month, by the words before the number."""
    figure = entry.figure
    if month.kind is not PeriodKind.MONTH or figure.measure is not Measure.COUNT or entry.statement.is_row:
        return False
    if figure.period is None or not (figure.period.first <= month.first and month.last <= figure.period.last):
        return False
    start = entry.statement.statement.span.start
    told = _ON_A_DAY.search(entry.statement.folded[: max(figure.span.start - start, 0)])
    days = [d.day for d in find_dates(told[0])] if told else []
    return bool(days) and all(month.first <= day <= month.last for day in days)


def ends_in(entry: FigureEntry, month: Period) -> bool:
    """Whether a figure is told up to a day of that month, or of the month itself."""
    figure = entry.figure
    if figure.period == month:
        return True
    if figure.period is not None and figure.period.last < month.first:
        return False  # told beside it: what it was a year before
    before = fold(entry.report.text[entry.statement.statement.span.start : figure.span.start])
    if any(m.is_until and m.in_year(m.year or month.first.year) == month for m in find_periods(before)):
        return True
    last = list(_UNTIL.finditer(f"{fold(figure.head)} | {before}"))
    days = [d.day for m in last for d in find_dates(m[0], default_year=entry.report.told_on.year)]
    if not days and figure.window is not None:
        return month.first <= figure.window.last <= month.last
    return bool(days) and month.first <= days[-1] <= month.last


def is_of_days(entry: FigureEntry, window: Window) -> bool:
    """Whether a figure covers just these days: they are told of it, are those of its period, or both stand in its sentence."""
    figure = entry.figure
    period = figure.period
    if period is not None and period.last < window.first:
        return False  # told beside it: what it was a year before
    if figure.window is not None:
        return figure.window == window
    if period is not None and (period.first, period.last) == (window.first, window.last):
        return True
    return has_dates(entry, (window.first, window.last))


def is_since(entry: FigureEntry, day: date, *, is_from_then: bool) -> bool:
    """Whether a figure tells of nothing before that day; with `is_from_then` it must also begin on it. Not where its days are unknown."""
    figure = entry.figure
    first = figure.window.first if figure.window else figure.period.first if figure.period else None
    if first is None or first < day:
        return False
    return not is_from_then or first == day


_UNTIL = pattern_of(r"\b(?:den|toi|chot)(?: het)?(?: ngay)? (?=\d{1,2}[/.-]\d)\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?")


def has_dates(entry: FigureEntry, dates: tuple[date, ...]) -> bool:
    """Whether a figure's sentence names all these days, or what stands above it does: a table's caption, the headings."""
    words = f"{entry.statement.folded} | {fold(entry.figure.head)} | {fold(entry.statement.statement.heading)}"
    if not all(str(d.day) in words for d in dates):
        return False
    return _days_in(words, entry.report.told_on.year).issuperset(dates)


# The figures of a sentence are each asked, and by several stages.
@lru_cache(maxsize=5_000)
def _days_in(words: str, year: int) -> frozenset[date]:
    return frozenset(d.day for d in find_dates(words, default_year=year))
