"""Answers that are rows of registers: those of a unit, a type, a state."""

import re
from collections.abc import Sequence

from knowledge.answers import Answer
from knowledge.asking.library import Library, StatementEntry
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording, answered, quote, shorten
from knowledge.asking.shelves.kept import Some
from knowledge.asking.shelves.tells import Tells
from knowledge.asking.words.framing import framing
from knowledge.asking.words.things import sorts_of_bodies
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import any_of
from knowledge.grammar.row_states import is_done, words_of_states


def answer_register(library: Library, query: Query, wording: Wording) -> Answer | None:
    """The documents of the registers that fit: by unit, by status, overdue; None where the question names none of these."""
    states = [state for state in STATES if state.search(query.folded)]
    if not (query.bodies or states or query.named_type):
        return None
    if not states and lists_bodies(query):
        return None
    found = _rows_in_states(library, query, states)
    rows: Sequence[StatementEntry] = found
    if query.named_type not in _ANY_TYPE:
        may_be = found.among(library.statements_of_types(lambda types: query.named_type in types))
        rows = [entry for entry in may_be if entry.statement.citations[0].type == query.named_type]
    named = query.naming.words - framing("registers") - framing("documents") - query.type_words
    if not states and named:
        # "Phường có những mô hình gì": no row that only charges it with something else.
        rows = [entry for entry in rows if named <= entry.terms.words | entry.report.terms.words]
    if not rows:
        return None
    lines = tuple(f"{i}. {register_line(e, wording)}" for i, e in enumerate(rows[:MOST_ROWS], 1))
    direct = wording.counted(len(rows), "văn bản", "document")
    quotes = tuple(quote(e.report, e.statement.span) for e in rows[:MOST_ROWS])
    return answered(direct, quotes, lines=lines, of=len(rows))


def lists_bodies(query: Query) -> bool:
    """ "Kể tên các phòng của Trung tâm": bodies, and no document that names them."""
    return query.named_type is None and bool(_OF_BODIES.search(query.folded))


# More lines nobody reads in a message.
MOST_ROWS = 25


def _rows_of_units(library: Library, query: Query) -> Some[StatementEntry]:
    """The rows of registers with the bodies that are asked for, found without a look at any row."""
    words = {word for b in query.bodies for word in f"{b.organisation.body} {b.organisation.place}".split()}
    is_charged = query.asks("responsible")

    def has_all(issuer: str, responsible: str) -> bool:
        unit = fold(responsible if is_charged else f"{responsible} {issuer}")
        return all(word in unit for word in words)

    rows = library.statements_telling(Tells.LISTED)
    return rows.among(library.statements_naming(has_all)) if words else rows


def register_line(entry: StatementEntry, wording: Wording) -> str:
    """A register's row in one line: its number, subject, unit, day and state."""
    citation = entry.statement.citations[0]
    due = f"{wording.say(', hạn', ', due')} {wording.day(citation.due)}" if citation.due else ""
    status = f" – {wording.state(citation.status)}" if citation.status else ""
    unit = f" ({citation.responsible})" if citation.responsible else ""
    return shorten(f"{citation.written}: {citation.subject or ''}{unit}{due}{status}", 240)


def _state(name: str) -> re.Pattern[str]:
    """The words of a state, which both a question and the state of a row have."""
    return pattern_of(lambda: rf"\b(?:{words_of_states(name)})\b")


STATES = tuple(map(_state, ("late", "done", "under_way", "not_begun")))


def _rows_in_states(library: Library, query: Query, states: Sequence[re.Pattern[str]]) -> Some[StatementEntry]:
    """The rows of which all these states are given, found without a look at any row."""
    rows = _rows_of_units(library, query)
    if not states:
        return rows
    return rows.among(library.statements_stating(lambda status: all(_is_in(state, status) for state in states)))


def _is_in(state: re.Pattern[str], status: str) -> bool:
    """Whether a row's state is that one; "đang thực hiện, hoàn thành 3/9" is not done."""
    return is_done(status) if state is STATES[1] else state.search(status) is not None


# "Kể tên các phòng": of bodies and their fields of work, and of no documents.
_OF_BODIES = pattern_of(
    lambda: (
        r"\b(?:ke ten|liet ke|neu ten|ke ra|danh sach)(?: ten)? (?:cac |nhung |\d+ )?"
        rf"(?:{any_of(sorts_of_bodies())}|nganh|thon|linh vuc)\b(?! ban)"
    )
)


# What names no type that the rows of a register have.
_ANY_TYPE = frozenset({None, "Báo cáo", "Bảng theo dõi"})
