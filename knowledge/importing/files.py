"""A file on disk to a reading: the importer's one entry."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from knowledge.facts import Period, Reading
from knowledge.grammar.folding import compose, fold
from knowledge.grammar.periods import find_periods
from knowledge.importing.apart import read_apart
from knowledge.importing.header import Given
from knowledge.importing.progress import Progress, nobody_waits


class UnknownPeriod(ValueError):
    """The words name no period: write it as "quý I/2019", "6 tháng đầu năm 2019" or "năm 2019"."""


def read_file(
    path: Path,
    given: Given = Given(),  # noqa: B008 - a frozen value
    progress: Callable[[Progress], None] = nobody_waits,
) -> Reading:
    """What the file says; the given data fill what it leaves out. Raises UnreadableFile where it cannot be read."""
    return read_apart(path, replace(given, source=given.source or path.name), progress)


def parse_period(words: str) -> Period:
    """The period that the words name with its year, as in "quý I/2019"."""
    for mention in find_periods(fold(compose(words))):
        if period := mention.resolve(date.min):
            return period
    raise UnknownPeriod(words)
