"""Days from one to another, as reports write the time that their figures cover: `từ ngày 01/12/2018 đến ngày 20/02/2019`."""

import itertools
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta

from knowledge.facts import Period, Window
from knowledge.grammar.dates import DateMention, find_dates
from knowledge.grammar.patterns import pattern_of


def find_windows(folded: str) -> Iterator[tuple[int, int, Window]]:
    """Every "từ ngày … đến ngày …" of a folded text and `01/12/2018 - 20/02/2019`, with its place."""
    days = list(find_dates(folded, default_year=_ANY_LEAP_YEAR))
    days = sorted([*days, *_days_before(folded, days)], key=lambda day: day.start)
    for a, b in itertools.pairwise(days):
        if not b.year_stated or (first := _first_day(a, b.day)) is None:
            continue
        between = folded[a.end : b.start]
        before = folded[max(0, a.start - _BEGUN) : a.start]
        # "Từ ngày 01/7/2025 (ngày xã mới hoạt động) đến ngày 14/12/2025", "…, khi xã mới hoạt động, đến …": what the first day is may be said.
        linked = re.fullmatch(
            rf"(?:\s\([^()]{{3,60}}\)|,\s(?:khi|luc|ngay|thoi diem)\s[^,;.()]{{3,80}},)?\s?(?:[-→]|den|toi|to)\s?(?:het\s)?{_HOUR}(?:ngay\s)?",
            between,
        )
        is_begun = re.search(rf"(?:tu\s|:\s?|\(\s?){_HOUR}(?:ngay\s)?$|from\s$", before)
        if linked and first <= b.day and (is_begun or _SIGN.search(between)):
            opening = re.search(rf"tu\s{_HOUR}(?:ngay\s)?$|from\s$", before)
            yield a.start - (len(before) - opening.start() if opening else 0), b.end, Window(first, b.day)


# "Từ 00h00 ngày 15/6/2024 đến 24h00 ngày 14/9/2024"
_HOUR = r"(?:\d{1,2}\s?(?:h|gio|:)\s?(?:\d{1,2}(?:\sphut)?)?,?\s)?"
_SIGN = re.compile(r"[-→]")
_BEGUN = len("tu 00 gio 00 phut, ngay ")
_ANY_LEAP_YEAR = 2000
_BEFORE = 40  # characters before a whole date in which the first day may stand
# "quý II: 16/02 - 15/5/2018": the first day has the second one's year.
_DAY_ALONE = pattern_of(r"(?<![\d/.,])(?P<day>\d{1,2})/(?P<month>\d{1,2})(?=\s?(?:-|den)\s?(?:ngay\s)?$)")


def _days_before(folded: str, days: list[DateMention]) -> Iterator[DateMention]:
    """The days without a year that stand right before a whole date, and no "ngày" before them."""
    for later in days:
        alone = _DAY_ALONE.search(folded, max(0, later.start - _BEFORE), later.start)
        if alone and later.year_stated and not any(d.start <= alone.start() < d.end for d in days):
            with suppress(ValueError):
                day = date(_ANY_LEAP_YEAR, int(alone["month"]), int(alone["day"]))
                yield DateMention(alone.start(), alone.end(), day, year_stated=False)


def _first_day(mention: DateMention, last: date) -> date | None:
    """The first day of a window; without a year of its own it is the nearest such day before the last."""
    if mention.year_stated:
        return mention.day
    for year in (last.year, last.year - 1):
        with suppress(ValueError):
            if (day := mention.day.replace(year=year)) <= last:
                return day
    return None


# Offices close their books up to so long before a period begins, and before or after it ends.
_BEGINS_WITHIN, _ENDS_BEFORE, _ENDS_AFTER = timedelta(days=50), timedelta(days=60), timedelta(days=31)
# Of a year in which a body began its work the days cover this much at least.
_LEAST_COVERED = 0.4


def may_cover(window: Window, period: Period) -> bool:
    """Whether these may be the days that a report on that period covers: of a quarter no days "lũy kế từ đầu năm" are."""
    if not period.last - _ENDS_BEFORE <= window.last <= period.last + _ENDS_AFTER:
        return False
    late = window.first - period.first
    return abs(late) <= _BEGINS_WITHIN or (
        late > _BEGINS_WITHIN and window.last - window.first >= _LEAST_COVERED * (period.last - period.first)
    )
