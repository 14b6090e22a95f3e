"""Whether a figure is of the time that a question names: its period, its days, and what a change is told against."""

from collections.abc import Iterator

from knowledge.asking.figures.covering import ends_in, happened_in, is_of_days, is_of_whole_report, is_since
from knowledge.asking.figures.figure_query import Differs, FigureQuery
from knowledge.asking.library import FigureEntry
from knowledge.asking.sifting import index_of
from knowledge.facts import Measure


def differences_of_time(query: FigureQuery) -> Iterator[Differs]:
    """What tells of a figure that it is of another time than the asked one; nothing where no time is named."""
    if query.is_against_year_before:
        yield lambda entry: entry.figure.measure is Measure.CHANGE and not _is_against_year_before(entry)
    if (until := query.until) is not None:
        yield lambda entry: not ends_in(entry, until)
    if (window := query.window) is not None:
        yield lambda entry: not is_of_days(entry, window)
    if (since := query.since) is not None:
        yield lambda entry: not is_since(entry, since, is_from_then=query.until is not None)
    if (period := query.period) is not None:
        yield (
            lambda entry: (
                not (entry.figure.period == period or is_of_whole_report(entry, period) or happened_in(entry, period))
            )
        )
    if query.kind_index:
        yield lambda entry: entry.figure.period is None or index_of(entry.figure.period) != query.kind_index


def _is_against_year_before(entry: FigureEntry) -> bool:
    """Whether a change is one since the same time of an earlier year, as far as is known."""
    figure = entry.figure
    if figure.compared_to is None or figure.period is None:
        return True
    return figure.compared_to.kind is figure.period.kind and figure.compared_to.last.year < figure.period.last.year
