"""Answers of tables as rows and columns: which rows are so, how many, which has most, and what stands in a cell."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from knowledge.answers import Answer
from knowledge.asking.library import Library
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording
from knowledge.asking.tables.asked import Asked, read_asked
from knowledge.asking.tables.choosing import Held, held_tables
from knowledge.asking.tables.extremes import answer_extreme
from knowledge.asking.tables.lookup import answer_cell
from knowledge.asking.tables.rows_asked import answer_rows
from knowledge.asking.tables.totals import answer_total
from knowledge.grammar.patterns import pattern_of


def answer_of_table(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """What a table tells of what no sentence, document or figure does."""
    asked = _asked(query)
    if asked is None:
        return None
    tables = held_tables(library, query)
    return _answer(tables, query, asked, today, wording) if tables else None


def answer_which_rows(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """Which rows are in a state or beyond a number; and how far one is whose state is but a mark: no line of theirs says it."""
    asked = _asked(query)
    if asked is None or query.references or asked.sort not in {"rows", "state"}:
        return None
    tables = held_tables(library, query)
    if asked.sort == "state":
        marked = [held for held in tables if held.table.places("marks")]
        return answer_cell(marked, query, asked, today, wording) if marked else None
    return answer_rows(tables, query, asked, today, wording, only_told_apart=True)


def answer_marked_row(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """How far a document is that is named by number, where a register says it by a mark alone."""
    asked = _asked(query) if len(query.references) == 1 else None
    if asked is None or asked.sort != "state":
        return None
    marked = [held for held in held_tables(library, query) if held.table.places("marks")]
    return answer_cell(marked, query, asked, today, wording) if marked else None


def _asked(query: Query) -> Asked | None:
    is_of_report = query.named_type == "Báo cáo" and not _BY_REPORT.search(query.folded)
    if is_of_report or len(query.references) > 1 or query.asks("compare", "trend"):
        return None  # what a report is numbered no table tells
    return read_asked(query)


# "Theo báo cáo quý III/2025, phường nào …": only where it is told.
_BY_REPORT = pattern_of(r"\b(?:theo|trong) (?:ban )?bao cao\b")


def _answer(tables: Sequence[Held], query: Query, asked: Asked, today: date, wording: Wording) -> Answer | None:
    if query.references:
        return answer_cell(tables, query, asked, today, wording)
    if asked.sort == "most":
        return answer_extreme(tables, query, asked, today, wording)
    if asked.sort in {"rows", "count"} and (rows := answer_rows(tables, query, asked, today, wording)) is not None:
        return rows
    if query.is_follow_up:
        return None  # "Còn quý II?" is of what was asked before
    if asked.sort == "count":
        asked = replace(asked, sort="many")
    sorts = ("many", "what") if asked.sort == "cell" else (asked.sort,)
    found = (answer_cell(tables, query, replace(asked, sort=sort), today, wording) for sort in sorts)
    cell = next((answer for answer in found if answer is not None), None)
    if cell is None and asked.sort in {"many", "cell"} and (query.periods or query.bodies or query.level):
        return answer_total(tables, query, asked, today, wording)
    return cell
