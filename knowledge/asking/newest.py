"""Of several reports that tell the same thing the newest counts."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from knowledge.asking.shelves.entries import ReportEntry

Told = TypeVar("Told")


def told_last(found: Iterable[Told], report_of: Callable[[Told], ReportEntry]) -> list[Told]:
    """Those of the last day on which any of them is told, in the order in which they are given."""
    every = list(found)
    last = max((report_of(one).told_on for one in every), default=None)
    return [one for one in every if report_of(one).told_on == last]
