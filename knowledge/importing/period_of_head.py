"""Of when a report is: the period of its title or its head, its year from wherever the head says one."""

import re
from collections.abc import Iterator
from datetime import date

from knowledge.facts import Period, PeriodKind, Window
from knowledge.grammar.folding import fold
from knowledge.grammar.periods import PeriodMention, find_periods, with_years
from knowledge.grammar.windows import find_windows
from knowledge.grammar.year_parts import make_period
from knowledge.importing.head_lines import HEAD_BLOCKS, OF_DAY, is_period_alone, labelled


def read_period(title: str, lines: list[str], day: date | None) -> Period | None:
    """The period in the title, the first one named; its year from the title or the day of the report."""
    head = lines[:HEAD_BLOCKS]
    said = (words for line in head if (words := labelled("period", line)))
    opening = (title, *said, *(line for line in head if "bao cao" in fold(line)), *filter(is_period_alone, head))
    for line in opening:
        if _WEEK.search(line.lower()):
            return None  # a week is no period that figures are kept by, and neither is the year it lies in
        if period := next(_resolved(line, day or _day_begun(head)), None):
            return period
    return None


# "Báo cáo tuần 37 năm 2024"; "tuần tra" is no week.
_WEEK = re.compile(r"\btuần\b(?! tra\b| lễ\b)")


def _resolved(line: str, day: date | None) -> Iterator[Period]:
    """The periods that a line names, in order, but what names a document before what it is carried out in."""
    folded = fold(line)
    mentions = with_years(list(find_periods(folded)))
    for mention in mentions:
        if (mention.is_bare_year and len(mentions) > 1) or mention.is_same_period:
            continue
        if mention.kind is PeriodKind.YEAR and _UNREAD_QUARTER.search(folded[: mention.start]):
            continue
        if period := _in_its_year(mention, day):
            yield _within(period, mention, mentions, folded) or period


# "Quý lI năm 2021", as a scan may be read: which quarter is not known, and it is not the year.
_UNREAD_QUARTER = re.compile(r"\bqu[yi]\s[il1|!v]{1,4}\s?[,/-]?\s?$")


def _in_its_year(mention: PeriodMention, day: date | None) -> Period | None:
    """The period in the year that is said, else in that of the report's day: "quý IV" of a report of January was the last one."""
    if not mention.is_open or day is None:
        return mention.resolve(day or date(1, 1, 1))
    period, before = mention.in_year(day.year), mention.in_year(day.year - 1)
    return before if period.first - day > day - before.last else period


def _within(year: Period, named: PeriodMention, mentions: list[PeriodMention], folded: str) -> Period | None:
    """The period of a year's document: "thực hiện Kế hoạch cải cách hành chính năm 2024 quý III năm 2024" is of the quarter."""
    if named.kind is not PeriodKind.YEAR or not _NAMES_DOCUMENT.search(folded[: named.start]):
        return None
    for later in mentions:
        is_part = later.start > named.end and later.kind is not PeriodKind.YEAR and later.year == year.first.year
        if is_part and not _TO_COME.search(folded[named.end : later.start]):
            return later.resolve(year.first)
    return None


_NAMES_DOCUMENT = re.compile(r"\b(?:ke hoach|chuong trinh|de an|nghi quyet|chi thi|quyet dinh)\b[^;]*$")
_TO_COME = re.compile(r"\b(?:nhiem vu|phuong huong|ke hoach|giai phap|trong tam)\b")


def _day_begun(head: list[str]) -> date | None:
    """A day of the year, and the month where it is said, that a draft's blanks leave: "Vàm Hải, ngày     tháng 7 năm 2024"."""
    for line in head:
        folded = fold(line)
        if OF_DAY.search(folded) and (said := _BEGUN.search(folded)):
            return date(int(said["year"]), int(said["month"] or 12), 28)
    return None


_BEGUN = re.compile(r"thang[\s.…]*(?P<month>1[0-2]|0?[1-9])?[\s.…]*nam\s?(?P<year>20\d\d)")


def window_alone(line: str) -> Window | None:
    """The days of a line that says nothing else: "(Từ ngày 15/12/2023 đến ngày 14/3/2024)", "(Thời gian: từ 15/12/2023 đến 14/3/2024)"."""
    folded = fold(line).strip()
    found = next(find_windows(folded), None)
    is_alone = found and _BEFORE_DAYS.fullmatch(folded[: found[0]]) and not folded[found[1] :].strip(" ).:*")
    return found[2] if found and is_alone else None


_BEFORE_DAYS = re.compile(
    r"[(*\s]*(?:(?:thoi gian|ky bao cao|so lieu|du lieu|ky so lieu|ky du lieu|pham vi|ky|thoi ky)\b[^\d:]{0,30}:?\s?)?"
)


def period_of_days(window: Window | None) -> Period | None:
    """The month, quarter, half year, nine months or year whose days these are, to the day: "Kỳ: 01/7/2024 - 30/9/2024"."""
    if window is None:
        return None
    year, month = window.first.year, window.first.month
    numbers = {
        PeriodKind.MONTH: month,
        PeriodKind.QUARTER: (month + 2) // 3,
        PeriodKind.HALF: (month + 5) // 6,
        PeriodKind.NINE_MONTHS: 0,
        PeriodKind.YEAR: 0,
    }
    periods = (make_period(kind, number, year) for kind, number in numbers.items())
    return next((p for p in periods if (p.first, p.last) == (window.first, window.last)), None)


def window_in_title(title: str) -> Window | None:
    """The days that a title names: "Kết quả cải cách hành chính từ ngày 15/6/2024 đến ngày 14/9/2024"."""
    return next((window for _start, _end, window in find_windows(fold(title))), None)
