"""Columns of numbers: which one is meant, and the value of a cell."""

import re
from collections.abc import Sequence
from decimal import Decimal

from knowledge.asking.tables.choosing import Held
from knowledge.asking.tables.grid import Row
from knowledge.grammar.numbers import parse_decimal
from knowledge.grammar.patterns import pattern_of

_SHARE = pattern_of(r"%|\b(?:ty le|ti le|muc do)\b")
_RANK = pattern_of(r"\b(?:hang|xep hang|thu hang|xep thu)\b")


def value_of(row: Row, column: int) -> Decimal | None:
    """The number in a cell; none where it holds another thing or nothing."""
    cell = row.cells[column].rstrip("% ").lstrip("+")
    return parse_decimal(cell) if re.fullmatch(r"-?\d[\d.,]*", cell) else None


def is_rank(held: Held, column: int) -> bool:
    """Whether a column gives places, of which the first is the best."""
    return bool(_RANK.search(held.table.folded[column]))


def is_share(held: Held, column: int) -> bool:
    """Whether a column gives percents."""
    return bool(_SHARE.search(held.table.folded[column])) or any("%" in row.cells[column] for row in held.table.rows)


def column_of_numbers(
    held: Held,
    words: frozenset[str],
    among: Sequence[int] | None = None,
    *,
    is_pinned: bool = False,
    shares: bool = False,
    ranks: bool = False,
) -> int | None:
    """The one column of numbers that the words are of; None where none is, or several."""
    table = held.table
    may_be = [at for at in (table.places("number") if among is None else among) if is_rank(held, at) == ranks]
    if shares:
        may_be = [at for at in may_be if is_share(held, at)]
    fitting = [at for at in may_be if not words - held.headings[at] - held.around]
    most = max((len(held.headings[at] & words) for at in fitting), default=0)
    is_pinned = is_pinned or most > 0 or ranks or shares
    best = [at for at in fitting if len(held.headings[at] & words) == most] if is_pinned else []
    least = min((len(held.headings[at] - words) for at in best), default=0)
    best = [at for at in best if len(held.headings[at] - words) == least]
    return best[0] if len(best) == 1 else None
