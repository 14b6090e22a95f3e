"""Dates as reports and people write them: `25/02/2019`, `ngày 25 tháng 02 năm 2019`, `19.4.2019`."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from knowledge.grammar.patterns import pattern_of

YEAR = pattern_of(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NUMERIC = r"(?P<d>\d{1,2})\s?(?P<sep>[/.-])\s?(?P<m>\d{1,2})\s?(?P=sep)\s?(?P<y>\d{4})"
# "18 tháng 9 năm 2024"; a scan may lose the spaces between, and a hand put a comma.
_WORDS = r"(?P<wd>\d{1,2})\s*thang\s*(?P<wm>\d{1,2})(?:\s*,?\s*nam\s*|\s?[/-]\s?)(?P<wy>\d{4})"
_ISO = r"(?P<iy>\d{4})-(?P<im>\d{2})-(?P<id>\d{2})"
# "ngày 19/4", "sáng 19 tháng 4": without a year only after the word "ngày" or a part of the day; "chuyển sang" is none.
_NO_YEAR = (
    r"(?:(?<=ngay )|(?<!chuyen sang )(?<=sang )|(?<=chieu ))(?P<nd>\d{1,2})(?:/|-|\s+thang\s+)(?P<nm>\d{1,2})(?![\d/])"
)
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
MONTH_NAME = r"(?:" + "|".join(f"{m[:3]}(?:{m[3:]})?" for m in _MONTHS) + r")"
_ENGLISH = (
    rf"(?P<ed>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<em>{MONTH_NAME})\s(?P<ey>\d{{4}})"
    rf"|(?P<fm>{MONTH_NAME})\s(?P<fd>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<fy>\d{{4}})"
)
# After a hyphen a date begins only where another ends: "01/12/2018-20/02/2019".
_DATE = pattern_of(rf"(?:(?<![\d/.-])|(?<=[/.]\d{{4}}-))(?:{_ISO}|{_NUMERIC}|{_WORDS}|{_NO_YEAR}|{_ENGLISH})(?!\d)")

# What every date has: two numbers with nothing but a sign or a month between.  Most questions have none, and are
# looked through for it much faster than for whole dates.
_MAY_BE_DATE = pattern_of(rf"\d(?:\s?[/.-]\s?\d|\s*thang\s*\d|(?:st|nd|rd|th)?,?\s(?:{MONTH_NAME}\s)?\d{{4}})")
# A date begins at most so much before that: with "september 1" of "september 15, 2019".
_MOST_BEFORE = len("september ") + 1


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a folded text; `year_stated` is False where the year is the caller's to give."""

    start: int
    end: int
    day: date
    year_stated: bool = True


def find_dates(folded: str, *, default_year: int | None = None) -> Iterator[DateMention]:
    """Every valid date of a folded text, in order; those without a year only where `default_year` is given."""
    may_be = _MAY_BE_DATE.search(folded)
    if may_be is None:
        return
    for match in _DATE.finditer(folded, max(0, may_be.start() - _MOST_BEFORE)):
        groups = {key: value for key, value in match.groupdict().items() if value and key != "sep"}
        parts = {key[-1]: value for key, value in groups.items()}
        year_stated = "y" in parts
        if not year_stated and default_year is None:
            continue
        month = parts["m"]
        number = int(month) if month.isdigit() else month_number(month)
        try:
            day = date(int(parts["y"]) if year_stated else int(default_year or 0), number, int(parts["d"]))
        except ValueError:
            continue
        # Portals print 1/1/0001 where a date is missing.
        if day.year >= 1900:
            yield DateMention(match.start(), match.end(), day, year_stated)


# What is a whole date whatever stands before or behind it: of every month, in the years of reports.
_PLAIN = pattern_of(r"(?<![\d/.-])(?:0[1-9]|1\d|2[0-8])/(?:0[1-9]|1[0-2])/(?:19|20)\d\d(?!\d)")


def has_date(folded: str) -> bool:
    """Whether `find_dates` finds any; the one that most answers have is seen at once."""
    return _PLAIN.search(folded) is not None or any(True for _ in find_dates(folded))


def month_number(name: str) -> int:
    """1 to 12 for a month's folded English name or its first three letters."""
    return 1 + [m[:3] for m in _MONTHS].index(name[:3])


def format_day(day: date, *, language: str = "vi") -> str:
    """The day in a year that stands elsewhere: `25/02`, in English `25 Feb`."""
    return format_date(day, language=language)[:-5]


def format_date(day: date, *, language: str = "vi") -> str:
    """The date in Vietnamese form, `25/02/2019`; in English `25 Feb 2019`, which nobody reads the other way round."""
    if language == "en":
        return f"{day.day} {_MONTHS[day.month - 1][:3].capitalize()} {day.year}"
    return f"{day.day:02}/{day.month:02}/{day.year}"
