"""Which rows of a table are so, or how many: in a state, beyond a number, or with the words that are asked for."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from knowledge.answers import Answer
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording
from knowledge.asking.tables.asked import Asked, lands_of, plain_words
from knowledge.asking.tables.choosing import ASIDE, Held, holds_bodies, is_of_time, without_times, words_in
from knowledge.asking.tables.documents import type_of_row, types_told
from knowledge.asking.tables.grid import Row
from knowledge.asking.tables.numbers import column_of_numbers, value_of
from knowledge.asking.tables.states import is_past, is_row_done, is_row_late, state_asked, state_of
from knowledge.asking.tables.telling import tell_rows
from knowledge.grammar.document_types import type_by_name
from knowledge.grammar.folding import fold
from knowledge.grammar.numbers import parse_decimal
from knowledge.grammar.organisations import find_organisations
from knowledge.grammar.patterns import pattern_of

_WORK = frozenset({"nhiem vu", "viec", "cong viec", "dau viec", "noi dung", "hang muc"})
_WORK_NAMED = frozenset({"nhiem vu", "cong viec", "dau viec", "hang muc"})
_UNITS = frozenset({"don vi", "co quan", "dia phuong", "noi"})


@dataclass(frozen=True, slots=True)
class Meant:
    """Which rows of a table are the thing that is asked for, and which column names it."""

    holds: Callable[[Row], bool]
    named: int


@dataclass(frozen=True, slots=True)
class Fits:
    """The rows of one table that fit, and the column that names them."""

    held: Held
    rows: tuple[Row, ...]
    named: int


def answer_rows(
    tables: Sequence[Held], query: Query, asked: Asked, today: date, wording: Wording, *, only_told_apart: bool = False
) -> Answer | None:
    """The rows that are asked for, of the newest table that has any; None where two tables of one day have some.

    With `only_told_apart` only those that a number or a mark tells apart.
    """
    left = without_times(query, asked.left)
    if only_told_apart:
        tables = [held for held in tables if _BOUND.search(left) or (held.table.places("marks") and state_asked(left))]
    found = [fits for held in tables if (fits := _rows(held, query, asked, left, today)) is not None and fits.rows]
    if not found:
        return None
    last = max(one.held.report.told_on for one in found)
    is_of_now = _BOUND.search(left) or state_asked(left)
    newest = [one for one in found if one.held.report.told_on == last or not is_of_now]
    if len(newest) != 1:
        return None
    one = newest[0]
    noun = _noun_as_written(query, asked)
    return tell_rows(one.held, one.rows, noun, wording, named=one.named, counts=asked.sort == "count")


def _noun_as_written(query: Query, asked: Asked) -> str:
    if len(lands_of(asked.noun)) > 1:
        return "đơn vị"
    at = fold(query.text).find(asked.noun)
    text = query.text[at : at + len(asked.noun)] if at >= 0 and len(fold(query.text)) == len(query.text) else ""
    return text if text and fold(text) != text else _TONED.get(asked.noun, text or asked.noun)


_TONED = {
    "van ban": "văn bản", "nhiem vu": "nhiệm vụ", "viec": "việc", "cong viec": "công việc", "chi tieu": "chỉ tiêu", "ho so": "hồ sơ",
    "don vi": "đơn vị", "co quan": "cơ quan", "nguoi": "người", "noi dung": "nội dung", "ke hoach": "kế hoạch", "quyet dinh": "quyết định",
}  # fmt: skip


def _rows(held: Held, query: Query, asked: Asked, left: str, today: date) -> Fits | None:
    meant = sort_of_rows(held, asked.noun)
    if meant is None:
        return None
    own = [row for row in held.table.rows if not held.table.is_total(row) and meant.holds(row)]
    bound = _bound_asked(held, left, query)
    if bound is not None:
        rows = [row for row in own if bound(row) and is_of_time(held, row, [], query, today)]
        return Fits(held, tuple(rows), meant.named)
    if asked.sort == "count" and held.table.places("number") and not held.table.places("status", "marks"):
        return None  # its numbers count, not its rows
    state = state_asked(left)
    if state is not None and not any(state_of(held.table, row) for row in own):
        return None
    words = plain_words(state[1] if state else left, query)
    if _MUST.search(left):
        words -= {"xong", "hoan", "thanh"}
    if state is None and not words - held.around - _ISSUED and bool(query.periods) != (asked.sort == "rows"):
        return None  # by nothing but its sort every row is listed by none, and those of a time are counted by none
    rows = [row for row in own if _has(held, row, words, query) and is_of_time(held, row, [], query, today)]
    if state is not None:
        rows = _in_state(held, rows, state[0], today)
    is_all = state is None and len(rows) == len(own) and asked.sort == "rows"
    return None if is_all else Fits(held, tuple(rows), meant.named)


_ISSUED = frozenset({"ban", "hanh", "ky"})
_MUST = pattern_of(r"\b(?:phai|can|den han|toi han)\b")


def _in_state(held: Held, rows: Sequence[Row], holds: Callable[[str], bool], today: date) -> list[Row]:
    found = [row for row in rows if (state := state_of(held.table, row)) and holds(state)]
    if holds is not is_row_late:
        return found
    overdue = [
        row
        for row in found
        if not is_row_done(state_of(held.table, row)) and not state_of(held.table, row).startswith("xong")
    ]
    if not any(is_row_late(state_of(held.table, row)) for row in held.table.rows):
        return [row for row in rows if is_past(held.table, row, today)]
    return overdue or found


def sort_of_rows(held: Held, noun: str) -> Meant | None:
    """Which rows are such a thing, and the column that names it; None where those of the table are others."""
    table = held.table
    named = table.named_by
    if named is None:
        return None
    is_list = not [at for at in table.places("number") if not _SHARE_OR_RANK.search(table.folded[at])]
    types = type_by_name()
    if noun in types and is_list and (table.places("symbol", "type") or types_told(held)):
        return Meant(lambda row: type_of_row(held, row) == types[noun], named)
    headed = [at for at in table.worded if _is_of_noun(table.columns[at], noun)]
    if noun == "van ban":
        is_register = bool(table.places("symbol")) or "van ban" in f"{table.folded[named]} {fold(table.caption)}"
        return Meant(_any_row, named) if is_register and is_list else None
    if noun in _WORK:
        is_of_work = any(word in table.folded[named] for word in _WORK_NAMED)
        is_work = is_of_work or (not table.places("symbol") and (_charges(held) or "noi dung" in table.folded[named]))
        return Meant(_any_row, named) if is_work else None
    if headed and table.sorts[headed[0]] not in {"responsible", "issuer"}:
        return Meant(_any_row, headed[0])
    if noun in _UNITS:
        rows = [row for row in table.rows if not table.is_total(row)]
        bodies = [row for row in rows if any(True for _ in find_organisations(table.name_of(row)))]
        is_of_units = _OF_UNITS.search(table.folded[named]) or len(bodies) * 2 > len(rows)
        return Meant(_any_row, named) if is_of_units else None
    lands = lands_of(noun)
    starting = [row for row in table.rows if is_called(row.cells[named], *lands)]
    return Meant(lambda row: is_called(row.cells[named], *lands), named) if len(starting) > 1 else None


# With their tones these are no departments, and no wards.
_OTHERWISE = {"so": pattern_of(r"(?i)số\b"), "phuong": pattern_of(r"(?i)(?:địa )?phương\b")}


def is_called(name: str, *nouns: str) -> bool:
    """Whether a name begins with one of the nouns: "Sở Y tế", and never "Số xã có …"."""
    return any(
        fold(name).startswith(f"{noun} ")
        and not ((otherwise := _OTHERWISE.get(noun)) is not None and otherwise.match(name))
        for noun in nouns
    )


def _is_of_noun(heading: str, noun: str) -> bool:
    otherwise = _OTHERWISE.get(noun)
    return bool(
        re.search(rf"\b{re.escape(noun)}\b", fold(otherwise.sub(" ", heading) if otherwise is not None else heading))
    )


_OF_UNITS = pattern_of(r"\b(?:don vi(?! tinh)|co quan|dia phuong|huyen|xa|phuong|phong|so|chu dau tu)\b")
_SHARE_OR_RANK = pattern_of(r"%|\b(?:ty le|ti le|hang|tien do|so den|so di|ma so|nam sinh)\b")


def _any_row(_row: Row) -> bool:
    return True


def _charges(held: Held) -> bool:
    return bool(held.table.places("responsible")) and bool(held.table.places("due", "status", "marks"))


def _has(held: Held, row: Row, words: frozenset[str], query: Query) -> bool:
    """Whether the row has all the words; those that only a heading has say in which column the others must stand."""
    if not holds_bodies(held, row, query):
        return False
    told = {at: held.words_of(row, at) & words for at in held.table.worded}
    grouped = words_in(fold(row.group)) & words
    own = frozenset().union(*told.values())
    left = words - own - grouped
    above = {at: held.headings[at] & left for at in held.table.worded if held.headings[at] & left}
    pinned = [at for at, said in above.items() if said == max(above.values(), key=len)]
    if left - held.around - frozenset().union(*above.values()):
        return False
    if not words:
        return True
    if pinned:
        is_of_time_alone = (
            not own and bool(query.periods) and any(held.table.sorts[at] in {"date", "due"} for at in pinned)
        )
        return (
            is_of_time_alone or (any(told[at] >= own for at in pinned) and bool(own)) or words <= held.around | grouped
        )
    aside = {at for at in told if ASIDE.search(held.table.folded[at])}
    main = frozenset().union(*(said for at, said in told.items() if at not in aside))
    return (bool(main | grouped) and main >= own) or words <= held.around | grouped


_BOUND = pattern_of(
    r"\b(?:(?P<below>duoi|thap hon|it hon|nho hon|chua den|chua toi|chua dat)|(?P<above>tren|cao hon|nhieu hon|lon hon|hon|qua|vuot)"
    r"|(?P<rank>hang|xep (?:hang|thu)|thu)|(?:dat|du|toi|bang)) (?P<number>\d[\d.,]*)(?P<percent>\s?%| phan tram)?"
    r"|(?<![\w.,])(?P<share>\d[\d,]*)(?: ?%| phan tram)"
)
_NONE = pattern_of(r"\b(?:khong|chua) (?:co |con |bi )?(?P<what>.+)$")
_ANY = pattern_of(r"^(?:co|con|bi)\b(?! (?:bao|may)) (?P<what>.+)$")


def _bound_asked(held: Held, left: str, query: Query) -> Callable[[Row], bool] | None:
    """Which rows are beyond the number that is asked for, have none of what a column counts, or any of it."""
    if (said := _BOUND.search(left)) is not None:
        return _beyond(held, said, left, query)
    for pattern, is_none in ((_NONE, True), (_ANY, False)):
        if (said := pattern.search(left)) is not None and not held.table.places("status", "marks"):
            words = plain_words(f"{said['what']} {left[: said.start()]}", query)
            column = column_of_numbers(held, words)
            return None if column is None else _none_in(column) if is_none else _any_in(column)
    return None


def _none_in(column: int) -> Callable[[Row], bool]:
    return lambda row: row.cells[column] in {"-", "–", "0", "00"}


def _any_in(column: int) -> Callable[[Row], bool]:
    return lambda row: (value_of(row, column) or 0) > 0


def _beyond(held: Held, said: re.Match[str], left: str, query: Query) -> Callable[[Row], bool] | None:
    words = plain_words(f"{left[: said.start()]} {left[said.end() :]}", query)
    is_share = bool(said["percent"] or said["share"])
    column = column_of_numbers(held, words, shares=is_share, ranks=bool(said["rank"]))
    limit = parse_decimal(said["number"] or said["share"])
    if column is None:
        return None
    return lambda row: (value := value_of(row, column)) is not None and _is_beyond(said, value, limit)


def _is_beyond(said: re.Match[str], value: Decimal, limit: Decimal) -> bool:
    if said["below"]:
        return value < limit
    return value > limit if said["above"] else value == limit
