"""What a bare number counts, where its label or the row above names that: a table has "Hồ sơ tiếp nhận" in one cell and "5.436" in another."""

from collections.abc import Sequence
from functools import lru_cache

from knowledge.asking.shelves.entries import FigureEntry, once_each
from knowledge.asking.shelves.terms import PARTS_OF_DOSSIERS
from knowledge.asking.words.gapped_nouns import work_before
from knowledge.facts import Cuttable, Figure, Measure, Statement
from knowledge.grammar.folding import compose, fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.units import unit_pattern

_DOSSIERS = pattern_of(r"^(?:tong )?(?:so )?(?:luong )?(?P<unit>ho so)\b")
# "Tổng số thủ tục hành chính", or as a column is headed: "Xã Trà Sơn Số nhiệm vụ". "Chữ ký số cá nhân" is no number of persons.
_NUMBER_OF = pattern_of(r"(?:^(?:[Tt]ổng )?[Ss]ố|\b(?:Tổng s|S)ố) (?:lượng )?(?=\w)")
# "Số thôn, khối phố" counts both.
_MORE = pattern_of(r"(?:,| va\b| hoac\b|/)")
# A table's head of columns and its totals stand no further off than this from the parts of one of its rows.
_MOST_ROWS = 8


@once_each
def amount_told(entry: FigureEntry) -> str:
    """The figure as the report writes it, with the unit that is named beside it where it has none itself."""
    figure = entry.figure
    return (
        f"{figure.written} {work_before(entry) or _of_whole(entry) or named_by(figure.label) or _named_above(entry)}".strip()
        if _is_bare(figure)
        else figure.written
    )


def _is_bare(figure: Figure) -> bool:
    return figure.measure is Measure.COUNT and not figure.unit and figure.written.replace(".", "").isdecimal()


def _of_whole(entry: FigureEntry) -> str:
    """The unit of what it is a part of: "53 nhiệm vụ, trong đó hoàn thành 47, quá hạn 01"."""
    figures, part_of = entry.statement.statement.figures, entry.figure.part_of
    whole = figures[part_of] if part_of is not None and part_of < len(figures) else None
    return whole.unit if whole is not None and whole.measure is Measure.COUNT and whole.unit in whole.written else ""


@lru_cache(maxsize=4_096)
def named_by(label: str) -> str:
    """The unit that a label counts: "hồ sơ" of "Hồ sơ tiếp nhận"; empty where it names none for sure."""
    words = compose(label)
    folded = fold(words)
    found = _DOSSIERS.search(folded)
    if found is not None:
        return words[found.start("unit") : found.end()].lower()
    for number in _NUMBER_OF.finditer(words):
        unit = unit_pattern().match(folded, number.end())
        if unit is None or _MORE.match(folded, unit.end()):
            continue
        named = words[unit.start() : unit.end()].lower()
        if fold(named).strip() != "so" or named.strip() == "sở":  # "Tổng số | Số dự án" counts no departments
            return named
    return ""


def _named_above(entry: FigureEntry) -> str:
    """ "hồ sơ" of a row "Trễ hạn" below "Hồ sơ đã giải quyết" in the same table."""
    rows = entry.report.statements
    if not PARTS_OF_DOSSIERS & entry.own.dimensions.keys() or not entry.statement.is_row:
        return ""
    return _in_rows_above(rows, rows.place_of(entry.statement), entry.report.text, entry.figure.head)


def _in_rows_above(rows: Sequence[Statement], at: int, text: Cuttable, head: str) -> str:
    """ "hồ sơ" where the nearest row above that names what it counts in this column says so."""
    for row in reversed(rows[max(0, at - _MOST_ROWS) : at]):
        if "|" not in row.span.cut(text):
            return ""
        unit = next((named for one in row.figures if one.head == head and (named := named_by(one.label))), "")
        if unit:
            return unit if unit == "hồ sơ" else ""
    return ""


def dossiers_told(figure: Figure, rows: Sequence[Statement], at: int, text: Cuttable) -> str:
    """A count of dossiers as its report writes it, with their name where only its table says that; it stands in `rows[at]`."""
    if not _is_bare(figure):
        return figure.written
    is_row = "|" in rows[at].span.cut(text)
    unit = named_by(figure.label) or (_in_rows_above(rows, at, text, figure.head) if is_row else "")
    return f"{figure.written} {unit}".strip()
