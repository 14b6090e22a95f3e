"""What the row of a table's total says in the column that is asked for."""

from collections.abc import Sequence
from datetime import date

from knowledge.answers import Answer
from knowledge.asking.bodies import asks_whole
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording
from knowledge.asking.tables.asked import Asked, plain_words
from knowledge.asking.tables.choosing import Held, is_captioned_whole, is_of_time, may_tell, without_times
from knowledge.asking.tables.grid import Row, Table
from knowledge.asking.tables.numbers import column_of_numbers
from knowledge.asking.tables.telling import tell_cell
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import listed

# What says of a number that it is of all.
_OF_ALL = frozenset({"tong", "cong", "so", "toan", "ca", "chung", "tinh", "huyen", "xa", "thanh", "pho", "tat"})


def answer_total(tables: Sequence[Held], query: Query, asked: Asked, today: date, wording: Wording) -> Answer | None:
    """The one total that is meant; None where several tables have one, or a word is said that none of it has."""
    words = plain_words(without_times(query, asked.left), query)
    found = [(held, *told) for held in tables if (told := _total(held, words, query, asked, today)) is not None]
    return tell_cell(*found[0], wording) if len(found) == 1 else None


def _total(held: Held, words: frozenset[str], query: Query, asked: Asked, today: date) -> tuple[Row, int] | None:
    table = held.table
    totals = [row for row in table.rows if table.is_total(row) and not _OF_SOME.search(table.name_of(row))]
    if len(totals) != 1 or any(held.words_of(row, at) & (words - _OF_ALL) for row in table.rows for at in table.worded):
        return None
    is_of_whole = asks_whole(query.terms, query.bodies, query.folded)
    if is_of_whole and _is_of_units(table) and not is_captioned_whole(held):
        return None  # "Địa phương | Tiếp nhận": together they are not the province
    if not _is_of_levels(held, query):
        return None
    own = words - _OF_ALL
    of_time = [
        at
        for at in table.places("number")
        if is_of_time(held, totals[0], [at], query, today) and may_tell(held, at, query)
    ]
    column = column_of_numbers(held, own, of_time, is_pinned=True)
    if column is None or not totals[0].cells[column] or held.not_counted(asked.noun, column):
        return None
    if not (held.headings[column] & own or _is_of_period(held, column, query)):
        return None
    return totals[0], column


def _is_of_levels(held: Held, query: Query) -> bool:
    """Whether it is of the levels that the question says ("cấp xã"): by its caption, or as what such a body reports."""
    asked = {said for said in query.terms.dimensions.get("scope", ()) if said.startswith("level_")}
    told = held.tagger.tag(fold(held.table.caption)).dimensions.get("scope", frozenset())
    return asked <= {*told, f"level_{held.report.body.level}"}


def _is_of_units(table: Table) -> bool:
    """Whether its rows are units or fields of one sort."""
    return any(_UNITS.match(table.folded[at]) for at in table.worded[:1])


_UNITS = pattern_of(lambda: rf"(?:ten )?(?:cac )?(?:{listed('counting', 'dossiers', 'sharers')})\b")


# "Cộng 08 địa phương": no total of all.
_OF_SOME = pattern_of(r"\d")


def _is_of_period(held: Held, column: int, query: Query) -> bool:
    """Whether the column is but a period that is named, of what the table's caption counts."""
    return bool(query.periods) and not held.headings[column] - {"quy", "thang", "nam", "ca"} - _NUMBERS


_NUMBERS = frozenset({"i", "ii", "iii", "iv", *(str(n) for n in range(1, 13)), *(f"0{n}" for n in range(1, 10))})
