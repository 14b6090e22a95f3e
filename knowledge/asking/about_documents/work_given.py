"""The work that a document gives: the rows of registers that name it as what assigned them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from knowledge.answers import Answer
from knowledge.asking.about_documents.numbered import find_referenced
from knowledge.asking.documents import Document, Mention
from knowledge.asking.library import Library
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording, answered, quote, shorten
from knowledge.facts import Citation, Role
from knowledge.grammar.folding import fold
from knowledge.grammar.sought import Sought

# Of one row the document itself is told.
_FEWEST = 2
_MOST_LINES = 25


def answer_work_given(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """ "Thông báo 61 giao những việc gì?": its rows, of the body that is named where some are charged to it; None of fewer than two."""
    if len(query.references) != 1 or not _ASKS_WORK.search(query.folded):
        return None
    # To whom it is given did not issue it.
    found = find_referenced(library, query.references[0], replace(query, bodies=()), today)
    if len(found) != 1:
        return None
    rows = list(_rows(found[0]))
    named = [fold(body.name) for body in query.bodies]
    rows = [row for row in rows if any(name in fold(row[1].responsible or "") for name in named)] or rows
    if len(rows) < _FEWEST:
        return None
    lines = tuple(f"{i}. {_line(citation, wording)}" for i, (_, citation) in enumerate(rows[:_MOST_LINES], 1))
    quotes = tuple(quote(library.reports[m.report], m.statement.span) for m, _ in rows[:_MOST_LINES])
    name, count = found[0].name, len(rows)
    direct = wording.say(
        f"{name} giao {wording.counted(count, 'việc', 'task')}", f"{name} assigned {wording.count(count, 'task')}"
    )
    return answered(direct, quotes, lines=lines, of=count)


def _rows(document: Document) -> Iterator[tuple[Mention, Citation]]:
    """Each row of work that names it, with what the row says."""
    for mention in document.mentions:
        for citation in mention.statement.citations:
            if citation.role is Role.LISTED and (citation.status or citation.due):
                yield mention, citation


def _line(citation: Citation, wording: Wording) -> str:
    unit = f" ({citation.responsible})" if citation.responsible else ""
    due = wording.say(", hạn ", ", due ") + wording.day(citation.due) if citation.due else ""
    status = f" – {wording.state(citation.status)}" if citation.status else ""
    return shorten(f"{citation.subject or ''}{unit}{due}{status}", 240)


_ASKS_WORK = Sought(
    r"\bgiao\b.*\b(?:viec|nhiem vu|dau viec)\b(?: [a-z]+){0,3} (?:gi|nao|chi)\b|\bgiao\b.*\b(?:nhung|cac|may|bao nhieu) (?:viec|nhiem vu|dau viec)\b"
)
