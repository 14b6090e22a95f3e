"""Rows of tables as documents: of which type they are, and whether one is named by its number."""

import re

from knowledge.asking.reading.question import Query
from knowledge.asking.reading.references import Reference
from knowledge.asking.tables.choosing import Held
from knowledge.asking.tables.grid import Row, Table
from knowledge.grammar.document_types import type_by_code, type_by_name, type_of_symbol
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of


def types_told(held: Held) -> list[int]:
    """Columns of which every cell is a type of document."""
    types = type_by_name()
    return [at for at in held.table.worded if all(row.folded[at] in types for row in held.table.rows)]


def type_of_row(held: Held, row: Row) -> str | None:
    """The type of document that a row is of, as its own column or its number's letters say."""
    types = type_by_name()
    told = [types[row.folded[at]] for at in (*held.table.places("type"), *types_told(held)) if row.folded[at] in types]
    symbols = held.table.places("symbol")
    written = row.cells[symbols[0]] if symbols else ""
    if told:
        return told[0]
    if "/" in written:
        return type_of_symbol(written.split("/", 1)[1])
    return type_by_code().get(fold(written).split(" ")[0])


def without_numbers(query: Query, left: str) -> str:
    """The words without the documents that are named by number: "công văn 140"."""
    for reference in query.references:
        said = re.escape(query.folded[reference.start : reference.end])
        left = re.sub(rf"{said}(?:/\d{{4}})?(?:/[\w-]+)?", " ", left)
    return " ".join(left.split())


def is_named(held: Held, row: Row, query: Query) -> bool:
    """Whether the row is of the document that is named by number."""
    symbols = held.table.places("symbol") or [at for at in held.table.worded if _are_numbers(held.table, at)]
    own = type_of_row(held, row)
    return bool(symbols) and all(
        _is_number(row.folded[symbols[0]], reference) and (not (reference.type and own) or reference.type == own)
        for reference in query.references
    )


def _is_number(cell: str, reference: Reference) -> bool:
    first = _DIGITS.search(cell)
    if first is None or first[0].lstrip("0") != reference.number.lstrip("0"):
        return False
    return (reference.year is None or str(reference.year) in cell) and (reference.symbol or "") in cell


def _are_numbers(table: Table, at: int) -> bool:
    """Whether a column has nothing but documents' numbers: "QĐ số 12", "15/KH-UBND"."""
    return all(_NUMBERED.fullmatch(row.folded[at]) for row in table.rows if not row.is_empty(at))


_NUMBERED = pattern_of(r"(?:[a-z]+(?: [a-z]+)? )?(?:so )?\d{1,5}[a-e]?(?:/.*)?")
_DIGITS = pattern_of(r"\d+[a-e]?")
