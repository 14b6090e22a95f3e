"""The days and years that figures are asked for by: from one to another, since all of the country changed, a year before."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files

from knowledge.facts import PeriodKind, Window
from knowledge.grammar.dates import DateMention
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import PeriodMention, find_windows
from knowledge.grammar.sought import Sought
from knowledge.worked_out import worked_out


@dataclass(frozen=True, slots=True)
class AskedDays:
    """A window, or a first day alone, and where they are said besides by dates."""

    window: Window | None = None
    since: date | None = None  # up to no day that is said as such: to a month's end, or until now
    span: tuple[int, int] | None = None


def find_asked_days(folded: str, dates: Sequence[DateMention]) -> AskedDays:
    """What a folded question says, of which `dates` are those that it names."""
    for start, end, window in find_windows(folded):
        return AskedDays(window, span=(start, end))
    named = _since_era(folded)
    if named is None:
        return AskedDays()
    start, end, day = named
    last = next((d for d in dates if d.start >= end and _UP_TO.search(folded[end : d.start])), None)
    if last is not None and day <= last.day:
        return AskedDays(Window(day, last.day), span=(start, last.end))
    return AskedDays(since=day, span=(start, end))


def with_named_years(periods: Sequence[PeriodMention], folded: str) -> list[PeriodMention]:
    """ "Năm 2021 … so với năm trước": the year before the one that is named, and not before that of asking."""
    named = next((p.year for p in periods if p.year is not None), None)
    return [
        replace(p, year=named - 1, year_offset=None)
        if named and p.kind is PeriodKind.YEAR and p.year_offset == -1 and folded[p.start : p.end].endswith("nam truoc")
        else p
        for p in periods
    ]


_UP_TO = pattern_of(r"\b(?:den|toi)(?: het)?(?: ngay)? $")


def _since_era(folded: str) -> tuple[int, int, date] | None:
    """Where an era is said to begin, and its first day."""
    for pattern, day in _eras():
        if found := pattern.search(folded):
            return (*found.span(), day)
    return None


@cache
def _eras() -> tuple[tuple[Sought, date], ...]:
    return tuple((Sought(pattern), date.fromisoformat(day)) for pattern, day in _patterns())


@worked_out
def _patterns() -> list[tuple[str, str]]:
    data = tomllib.loads((files("knowledge.vocabulary") / "eras.toml").read_text(encoding="utf-8"))
    since = rf"\b(?:{'|'.join(data['since'])}) (?:{'|'.join(data['when'])})"
    return [(since + "".join(map(_one_of, row["said"])) + r"\b", row["day"].isoformat()) for row in data["era"]]


def _one_of(choices: list[str]) -> str:
    """The choices as a pattern, each behind a space."""
    said = "|".join(choice for choice in choices if choice)
    return f"(?: (?:{said})){'?' if '' in choices else ''}"
