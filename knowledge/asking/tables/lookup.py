"""What stands in one cell: of the one row that the question's words are of, in the column that it asks for."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.answers import Answer
from knowledge.asking.figures.denying import denies
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording
from knowledge.asking.tables.asked import Asked, plain_words
from knowledge.asking.tables.choosing import (
    ASIDE,
    Held,
    holds_bodies,
    is_of_time,
    may_tell,
    pairs_in,
    without_times,
    words_in,
)
from knowledge.asking.tables.documents import is_named, without_numbers
from knowledge.asking.tables.grid import Row
from knowledge.asking.tables.numbers import is_share
from knowledge.asking.tables.states import is_row_done, state_of
from knowledge.asking.tables.telling import tell_cell
from knowledge.grammar.dates import find_dates
from knowledge.grammar.folding import fold
from knowledge.grammar.function_words import NOT
from knowledge.grammar.patterns import pattern_of

_PERSONS = pattern_of(r"\b(?:ho (?:va )?ten|nguoi|can bo|truong doan|cong chuc)\b")
_OF_ALL = pattern_of(
    r"(?:tong|cong|tong so|tong cong|so luong|so)?\s?(?:\(?ho so\)?)?\s?(?:(?:ca nam|(?:quy|thang|nam) ?[0-9ivx/]+)\s?)*"
)
# What says of numbers only that they count.
_COUNTING = frozenset({"so", "ho", "tong", "cong", "luong", "luot"})
# "Lĩnh vực khác" is not the row of whichever field is asked for.
_SORT = frozenset({"linh", "vuc"})
_DAYS = pattern_of(r"\b(?:ngay|thoi gian|thoi han|thoi diem|han)\b")


@dataclass(frozen=True, slots=True)
class Found:
    """A cell, with how many of the asked words its row has."""

    held: Held
    row: Row
    column: int | None  # None where the row's mark tells its state
    said: frozenset[str]


def answer_cell(tables: Sequence[Held], query: Query, asked: Asked, today: date, wording: Wording) -> Answer | None:
    """The one cell that is asked for; None where no row or several are meant."""
    words = plain_words(without_numbers(query, without_times(query, asked.left)), query)
    if not words and not query.references:
        return None
    is_denied = _DENIED_DOSSIERS.search(query.folded) or denies(query.folded)
    if asked.sort == "many" and is_denied and not query.references:
        tables = [held for held in tables if _says_not(held)]
    found = [one for held in tables for one in _found(held, query, asked, words, today)]
    best = _best(found)
    return tell_cell(best.held, best.row, best.column, wording) if best is not None else None


_DENIED_DOSSIERS = pattern_of(rf"\b(?:ho so|hs|thu tuc|phan anh|don) (?:con |van |ma )*{NOT} [a-z]+")


def _says_not(held: Held) -> bool:
    """Whether its headings or the names of its rows deny something: what was settled is never what was not."""
    told = [*held.table.folded, *(fold(held.table.name_of(row)) for row in held.table.rows)]
    return any(_NOT.search(words) for words in told)


_NOT = pattern_of(rf"\b(?:{NOT}|con ton|ton dong|con lai)\b")


def _best(found: list[Found]) -> Found | None:
    """The one whose row has all the words that any other has; of rows that have the same, and of several reports, none."""
    if not found or len({one.held.report.index for one in found}) > 1:
        return None
    most = max(found, key=lambda one: len(one.said))
    alike = [one for one in found if len(one.said) == len(most.said)]
    return most if len(alike) == 1 and all(one.said <= most.said for one in found) else None


def _found(held: Held, query: Query, asked: Asked, words: frozenset[str], today: date) -> Iterator[Found]:
    for row in held.table.rows:
        if held.table.is_total(row) or (query.references and not is_named(held, row, query)):
            continue
        named = [at for at in held.table.worded if not _is_aside(held, at) and _is_said(row, at, asked, words)]
        if not (named or query.references):
            continue
        for column in _columns(held, row, query, asked, words, today):
            own = frozenset().union(*(held.words_of(row, at) & words for at in named if at != column))
            if asked.sort == "many" and column is not None and _is_narrower(held, row, column, named):
                continue
            columns = [column] if column is not None else []
            if own and (own <= _SORT or _is_only_of_body(held, row, own, query)):
                continue
            if not (own or query.references) or _left(held, row, column, asked, words - own - _above(held, named)):
                continue
            if holds_bodies(held, row, query, column) and is_of_time(held, row, columns, query, today):
                yield Found(held, row, column, _said_of(held, row, column, own, pairs_in(asked.left)))


def _is_only_of_body(held: Held, row: Row, own: frozenset[str], query: Query) -> bool:
    """Whether all words that it shares are a body's name and it is not that body: "Hoạt động xây dựng" is no "Sở Xây dựng"."""
    names = [words_in(o.name if o.organisation.body else o.organisation.place or o.name) for o in query.bodies]
    if not own <= frozenset().union(*names):
        return False
    cells = [words_in(row.folded[at]) for at in held.table.worded]
    return not any(name <= cell for name in names for cell in cells)


_UNITS = pattern_of(r"don vi tinh|dvt|don vi do")


def _is_narrower(held: Held, row: Row, column: int, named: Sequence[int]) -> bool:
    """Whether the row is of a part by a name that the question does not say: "Huyện Kon Breh | Xã Kon Lơm"."""
    table = held.table
    return any(
        table.sorts[at] in {"", "subject"}
        and at not in named
        and not (row.is_empty(at) or _is_aside(held, at) or _UNITS.match(table.folded[at]))
        for at in table.worded
        if at < column
    )


def _above(held: Held, columns: Sequence[int]) -> frozenset[str]:
    """The words above these columns."""
    return frozenset().union(*(held.headings[at] for at in columns))


def _is_said(row: Row, at: int, asked: Asked, words: frozenset[str]) -> bool:
    """Whether the question says the cell: two of its syllables, or all of it."""
    cell = row.folded[at]
    return (bool(cell) and words_in(cell) <= words_in(asked.left)) or len(words_in(cell) & words) > 1


def _left(held: Held, row: Row, column: int | None, asked: Asked, words: frozenset[str]) -> frozenset[str]:
    """The words that neither the row nor its column says; of a number's, nor what its table is about."""
    left = words - _named(held) - (held.around if asked.sort == "many" else held.whose)
    if asked.sort == "many" and column is not None:
        left |= held.not_counted(asked.noun, column)
    if column is None:
        return left - _OF_STATES
    if asked.sort == "what":
        left -= held.words_of(row, column)
    return left - held.headings[column] - (_OF_STATES if asked.sort in {"why", "state"} else frozenset())


def _said_of(held: Held, row: Row, column: int | None, own: frozenset[str], asked: frozenset[str]) -> frozenset[str]:
    """What of the question is the row's: words that its column's heading has not, and any two side by side."""
    above = held.headings[column] if column is not None else frozenset[str]()
    pairs = (pairs_in(row.folded[at]) for at in held.table.worded if at != column)
    return (own - above) | (frozenset().union(*pairs) & asked)


_OF_STATES = frozenset(
    {
        "thap",
        "cao",
        "cham",
        "bi",
        "chua",
        "xong",
        "hoan",
        "thanh",
        "ban",
        "hanh",
        "ket",
        "qua",
        "tinh",
        "trang",
        "han",
        "tre",
        "dung",
    }
)


def _is_aside(held: Held, at: int) -> bool:
    return bool(ASIDE.search(held.table.folded[at]))


def _named(held: Held) -> frozenset[str]:
    """The words of what rows are called: "Nhiệm vụ"."""
    at = held.table.named_by
    return held.headings[at] if at is not None else frozenset()


def _columns(held: Held, row: Row, query: Query, asked: Asked, words: frozenset[str], today: date) -> list[int | None]:
    """The columns that may answer: of the sort asked for, those first whose headings the question names."""
    if asked.sort == "state":
        return [_state_column(held, row)] if state_of(held.table, row) else []
    may_be = [at for at in _of_sort(held, row, query, asked, words) if row.cells[at]]
    may_be = [at for at in may_be if is_of_time(held, row, [at], query, today)]
    may_be = [at for at in may_be if held.table.sorts[at] != "number" or may_tell(held, at, query, row)]
    named = {at: held.headings[at] & words - _COUNTING for at in may_be}
    most = max(map(len, named.values()), default=0)
    if not most:
        of_all = [at for at in may_be if held.table.sorts[at] == "number" and _OF_ALL.fullmatch(held.table.folded[at])]
        shares = [at for at in may_be if is_share(held, at)] if query.asks("percent") and asked.sort == "many" else []
        if len(shares) == 1:
            return list(shares)
        is_one = asked.sort in {"who", "symbol", "why"} or (len(may_be) == 1 and asked.sort != "many")
        return list(may_be[:1] if is_one else of_all if len(of_all) == 1 else [])
    best = [at for at in may_be if len(named[at]) == most]
    least = min(len(held.headings[at] - words) for at in best)
    best = [at for at in best if len(held.headings[at] - words) == least]
    return list(best) if len(best) == 1 else []


def _state_column(held: Held, row: Row) -> int | None:
    told = [at for at in held.table.places("status") if not row.is_empty(at)]
    is_marked = any(row.is_marked(at) for at in held.table.places("marks"))
    return told[0] if told and not is_marked else None


def _of_sort(held: Held, row: Row, query: Query, asked: Asked, words: frozenset[str]) -> Iterable[int]:
    table = held.table
    match asked.sort:
        case "why":
            return table.places("reason", "note")
        case "who":
            persons = [at for at in table.worded if _PERSONS.search(table.folded[at])]
            others = [at for at in table.worded if at not in persons and table.sorts[at] == "" and at != table.named_by]
            return list(
                dict.fromkeys([*table.places("responsible", "issuer"), *persons, *_named_by_words(held, others, words)])
            )
        case "when":
            return [at for at in _days(held, row, words) if _is_of_deed(held.table.folded[at], query.folded)]
        case "symbol":
            return table.places("symbol")
        case "many":
            return table.places("number")
        case "rows":
            return [
                at
                for at in table.worded
                if at != table.named_by and asked.noun and set(asked.noun.split()) <= held.headings[at]
            ]
        case _:
            return _named_by_words(held, table.worded, words) or table.places("subject")


def _named_by_words(held: Held, columns: Iterable[int], words: frozenset[str]) -> list[int]:
    return [at for at in columns if held.headings[at] & words - held.around]


_DEEDS = pattern_of(
    r"\b(?:het hieu luc|hieu luc|ban hanh|trinh|ky|tiep nhan|nhan|gui|den|hen tra|tra|hoan thanh|xong|bat dau|khoi cong|kiem tra|hop)\b"
)


def _is_of_deed(heading: str, asked: str) -> bool:
    """Whether a column of days is of what the question asks the day of, where both say what was done."""
    above, wanted = set(_DEEDS.findall(heading)), set(_DEEDS.findall(asked))
    return not above or not wanted or bool(above & wanted)


def _days(held: Held, row: Row, words: frozenset[str]) -> list[int]:
    """Columns of days; the day by which a row is due only where that is asked for, or where it is not done."""
    table = held.table
    columns = [
        at
        for at, sort in enumerate(table.sorts)
        if sort in {"due", "date", "effective"} or _DAYS.search(table.folded[at])
    ]
    state = [at for at in table.places("status") if any(True for _ in find_dates(row.folded[at]))]
    wants_due = bool(words & {"han", "phai"})
    if state and not wants_due:
        return state
    due = set(table.places("due"))
    if wants_due:
        return [at for at in columns if at in due] or columns
    return [at for at in columns if at not in due or not is_row_done(state_of(table, row))]
