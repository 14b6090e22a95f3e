"""Which row, or which month, quarter or year of a row, has most or least of what a column counts."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from knowledge.answers import Answer
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording
from knowledge.asking.tables.asked import Asked, plain_words
from knowledge.asking.tables.choosing import Held, is_of_time, may_tell, periods_in, without_times
from knowledge.asking.tables.grid import Row
from knowledge.asking.tables.numbers import column_of_numbers, is_rank, value_of
from knowledge.asking.tables.rows_asked import is_called, sort_of_rows
from knowledge.asking.tables.telling import tell_most, tell_most_of_times

_MOST = frozenset({"nhieu", "cao", "lon", "dong"})
_TIMES = frozenset({"thang", "quy", "nam"})
_FEWEST = 2  # of one thing nothing is most


def answer_extreme(tables: Sequence[Held], query: Query, asked: Asked, today: date, wording: Wording) -> Answer | None:
    """What has most or least; None where no table tells it, or two tables of one day do."""
    find = _of_columns if asked.noun in _TIMES else _of_rows_or_columns
    found = [(held, answer) for held in tables if (answer := find(held, query, asked, today, wording)) is not None]
    last = max((held.report.told_on for held, _ in found), default=None)
    newest = [answer for held, answer in found if held.report.told_on == last]
    return newest[0] if len(newest) == 1 else None


def _of_rows_or_columns(held: Held, query: Query, asked: Asked, today: date, wording: Wording) -> Answer | None:
    return _of_rows(held, query, asked, today, wording) or _of_columns(held, query, asked, today, wording)


def _of_rows(held: Held, query: Query, asked: Asked, today: date, wording: Wording) -> Answer | None:
    meant = sort_of_rows(held, asked.noun)
    if meant is None:
        return None
    words = plain_words(without_times(query, asked.left), query)
    of_time = [
        at
        for at in held.table.places("number")
        if is_of_time(held, None, [at], query, today) and may_tell(held, at, query)
    ]
    column = column_of_numbers(held, words, of_time, is_pinned=bool(query.periods))
    if column is None and not words and asked.way in {"cao", "thap"}:
        # "Sở nào thấp nhất", in a table that ranks them.
        column = column_of_numbers(held, words, of_time, ranks=True)
    if column is None or not is_of_time(held, None, [column], query, today):
        return None
    rows = [row for row in held.table.rows if meant.holds(row) and not held.table.is_total(row)]
    values = [(value, row) for row in rows if (value := value_of(row, column)) is not None]
    best = _extreme(values, asked.way, is_reversed=is_rank(held, column))
    return tell_most(held, best, column, wording, named=meant.named) if best and len(best) < len(values) else None


def _extreme(values: list[tuple[Decimal, Row]], way: str, *, is_reversed: bool) -> list[Row]:
    if not values:
        return []
    wants_high = (way in _MOST) != is_reversed
    limit = (max if wants_high else min)(value for value, _ in values)
    return [row for value, row in values if value == limit]


def _of_columns(held: Held, query: Query, asked: Asked, today: date, wording: Wording) -> Answer | None:
    """Of the columns that are months, quarters, years or bodies, that in which the one row that is meant has most."""
    columns = [at for at in held.table.places("number") if _is_headed(held, at, asked.noun, today)]
    row = _row_meant(held, plain_words(without_times(query, asked.left), query))
    if len(columns) < _FEWEST or row is None:
        return None
    if not is_of_time(held, row, [], query, today):
        return None
    values = [(value, at) for at in columns if (value := value_of(row, at)) is not None]
    limit = (max if asked.way in _MOST else min)(value for value, _ in values) if values else None
    return (
        tell_most_of_times(held, row, [at for value, at in values if value == limit], wording)
        if limit is not None
        else None
    )


_KINDS = {"thang": "month", "quy": "quarter", "nam": "year"}


def _is_headed(held: Held, at: int, noun: str, today: date) -> bool:
    """Whether the column is but one such time, or one such thing by its name."""
    heading = held.table.folded[at]
    if kind := _KINDS.get(noun):
        return [p.kind.value for p in periods_in(heading, held.report.facts.period, today)] == [kind]
    return is_called(held.table.columns[at], noun)


def _row_meant(held: Held, words: frozenset[str]) -> Row | None:
    """The one row with the words that the table's surroundings do not say; the first, where they say all and it has no total."""
    rows = [row for row in held.table.rows if not (words - _own(held, row) - held.around)]
    most = max((len(_own(held, row) & words) for row in rows), default=0)
    best = [row for row in rows if len(_own(held, row) & words) == most]
    totals = [row for row in held.table.rows if held.table.is_total(row)]
    if words - held.around and not rows:
        return None
    if not most:
        return totals[0] if len(totals) == 1 else held.table.rows[0] if not totals else None
    least = min(len(_own(held, row) - words) for row in best)
    best = [row for row in best if len(_own(held, row) - words) == least]
    return best[0] if len(best) == 1 else None


def _own(held: Held, row: Row) -> frozenset[str]:
    return frozenset().union(*(held.words_of(row, at) for at in held.table.worded))
