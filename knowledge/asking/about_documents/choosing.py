"""Asking back which of several documents is meant, and offering those near a number that is not there."""

import re
from collections.abc import Sequence
from datetime import date

from knowledge.answers import Answer, Choice
from knowledge.asking.documents import Document
from knowledge.asking.library import Library, ReportEntry
from knowledge.asking.reading.question import Query, as_written
from knowledge.asking.reading.references import Reference
from knowledge.asking.replies import Wording, clarify, not_found, shorten
from knowledge.asking.shelves.shortlist import Shortlist
from knowledge.grammar.dates import format_date
from knowledge.grammar.folding import fold

# So many are looked at, which is more than a message offers.
_MOST_OFFERED = 16


def ask_which(found: Sequence[Document], query: Query, wording: Wording) -> Answer:
    """The documents that fit, newest first, as choices that tell them apart."""
    newest = found.newest()[:_MOST_OFFERED] if isinstance(found, Shortlist) else found
    ordered = sorted(newest, key=lambda d: d.issued_on or date.min, reverse=True)
    choices = tuple(Choice(_label(d, wording), _specific_question(d, query)) for d in ordered)
    written = {d.written for d in newest}
    number = found[0].written if len(written) == 1 else _number_of(query, wording) or query.named_type or ""
    words = wording.say(
        f"Có {len(found)} văn bản {number} phù hợp, bạn hỏi văn bản nào?",
        f"{len(found)} documents match {number}. Which one?",
    )
    return clarify(words, choices)


def ask_between(
    reports: Sequence[ReportEntry], documents: Sequence[Document], query: Query, wording: Wording
) -> Answer:
    """A bare number that is both a report's and a document's."""
    own = [
        Choice(
            shorten(f"{r.name} – {r.facts.organisation or r.facts.title}", 120), f"Báo cáo {r.name} {_ask_words(query)}"
        )
        for r in reports
    ]
    others = [Choice(_label(d, wording), _specific_question(d, query)) for d in documents[:_MOST_OFFERED]]
    return clarify(
        wording.say("Số này có nhiều văn bản, bạn hỏi văn bản nào?", "Several documents bear this number. Which one?"),
        (*own, *others),
    )


def _number_of(query: Query, wording: Wording) -> str:
    """What the question calls the document by, as in "số 3456"."""
    return f"{wording.say('số', 'number')} {query.references[0].number}" if query.references else ""


def _label(document: Document, wording: Wording) -> str:
    """A button that tells the document apart: number, date, issuer, subject."""
    issued = wording.say(" ngày ", " of ") + wording.day(document.issued_on) if document.issued_on else ""
    issuer = f" ({document.issuer})" if document.issuer else ""
    named = f"{document.written or document.type}{issued}{issuer}: "
    subject = " ".join((document.subject or "").split())
    room = max(_ON_A_BUTTON - len(named), 0)
    # By as much of its subject as there is room for: its first clause alone may be that of both.
    return named + (
        subject if len(subject) <= room else f"{subject[: max(subject.rfind(' ', 0, room), 0)].rstrip(',; ')}…"
    )


_ON_A_BUTTON = 120


def _specific_question(document: Document, query: Query) -> str:
    issued = f" ngày {format_date(document.issued_on)}" if document.issued_on else ""
    issuer = f" của {document.issuer}" if document.issuer else ""
    if not document.is_numbered:
        return f"{query.text.rstrip('?. ')} ({document.subject})"
    return f"{document.name}{issued}{issuer} {_ask_words(query)}".strip()


def _ask_words(query: Query) -> str:
    if query.asks("when"):
        return "ban hành ngày nào?"
    if query.asks("who"):
        return "cơ quan nào ban hành?"
    if query.asks("status", "overdue"):
        return "tới đâu rồi?"
    return "về việc gì?"


# So many near misses are offered.
_MOST_NEAR = 6


def answer_unknown(library: Library, reference: Reference, query: Query, wording: Wording) -> Answer:
    """No such number: say so and offer those one slip away, or the number with another symbol."""
    near: list[Document] = [*library.documents_numbered(reference.number)[:_MOST_NEAR]]
    for documents in library.documents_numbered_like(reference.number):
        if len(near) >= _MOST_NEAR:
            break
        fitting = documents.of_types(lambda types: reference.type in types) if reference.type else documents
        near.extend(fitting[:_MOST_NEAR])
    typed = f"{reference.type or wording.say('văn bản', 'document')} {_as_typed(reference, query)}{_of_year(reference, query, wording)}"
    typed += _of_body(library, reference, query, wording)
    choices = tuple(Choice(_label(d, wording), _specific_question(d, query)) for d in near[:_MOST_NEAR])
    return not_found(
        wording.say(
            f"Không có {typed} trong các báo cáo." + (" Các số gần giống:" if choices else ""),
            f"No {typed} in the reports." + (" Near it:" if choices else ""),
        ),
        choices,
    )


def _of_body(library: Library, reference: Reference, query: Query, wording: Wording) -> str:
    """Whose it is asked to be, where there is one of that number that is another's."""
    alike = library.documents_numbered(reference.number)
    if reference.type:
        alike = alike.of_types(lambda types: reference.type in types)
    if not query.bodies or not alike:
        return ""
    name = query.bodies[0].name
    if (written := as_written(query.text, name)) == name:
        return wording.say(" của cơ quan đó", " of that body")
    return f"{wording.say(' của', ' of')} {written}"


def _of_year(reference: Reference, query: Query, wording: Wording) -> str:
    """The year that the question names beside the number, for there may be one of another year."""
    named = [p.year for p in query.periods if p.kind == "year" and p.year]
    year = None if str(reference.year or "") in _as_typed(reference, query) and reference.symbol else reference.year
    years = [year] if year else named[:1]
    return f"{wording.say(' năm', ' of')} {years[0]}" if years else ""


def _as_typed(reference: Reference, query: Query) -> str:
    """The number with its symbol as the question has it, "703/QĐ-UBND"; the folded symbol where it has it otherwise."""
    if not reference.symbol:
        return reference.number
    letters = r"\s?[-_/.]\s?".join(map(re.escape, reference.symbol.split("-")))
    year = rf"{reference.year}\s?/\s?" if reference.year else ""
    found = re.search(rf"(?<!\d)0*{reference.number}\s?[/-]\s?{year}{letters}(?!\w)", fold(query.text))
    return query.text[found.start() : found.end()] if found else f"{reference.number}/{reference.symbol.upper()}"
