"""The life of a document: every step that reports tell of it, the oldest first, and what is yet to come."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from knowledge.answers import Quote
from knowledge.asking.documents import Document, Mention
from knowledge.asking.library import Library
from knowledge.asking.replies import quote
from knowledge.asking.shelves.entries import ReportEntry
from knowledge.facts import Period, Role
from knowledge.following.standing import is_done
from knowledge.grammar.folding import fold


@dataclass(frozen=True, slots=True)
class Step:
    """What one report says of the document; without a `day` it is not known when, but that it was no later than `told_on`."""

    role: Role
    day: date | None
    expected: Period | None
    status: str
    quote: Quote
    told_on: date = date.min


@dataclass(frozen=True, slots=True)
class Life:
    """A document and its steps; `due` is set while something is still to be done by then."""

    name: str
    subject: str
    steps: tuple[Step, ...]
    due: date | None


def find_life(library: Library, key: str | None) -> Life | None:
    """The life of the document that an answer is about; None where it is not known or has a single step."""
    found = _candidates(library, key) if key else ()
    document = next((one for one in found if key in {mention.key for mention in one.mentions}), None)
    if document is None:
        return None
    steps = tuple(sorted(_steps(library, document), key=lambda step: step.day or step.told_on))
    due = _due(document)
    if len(steps) + (due is not None) < 2:
        return None
    return Life(document.name, (document.subject or "") if document.is_numbered else "", steps, due)


def _candidates(library: Library, key: str) -> Iterable[Document]:
    """The documents that the key can mean: those of its number, else those with a word of its subject."""
    number = re.match(r"0*(\d+\w*)", key)
    if number is not None:
        return library.by_number.get(number[1], ())
    words = library.tagger.tag(fold(key.split("|")[2])).words
    return library.documents_saying(words)


def _steps(library: Library, document: Document) -> list[Step]:
    """Each step once, as the first report tells it; that something rests on it is no step."""
    found: dict[tuple[Role, date | None, Period | None, str], Step] = {}
    for mention in document.mentions:
        if mention.citation.role is Role.BASIS:
            continue
        step = _step(library, document, mention)
        same = (step.role, step.day, step.expected, step.status)
        found.setdefault(same, step)
    return list(found.values())


def _step(library: Library, document: Document, mention: Mention) -> Step:
    report, said = library.reports[mention.report], mention.citation
    return Step(
        said.role,
        _day(document, said.role, report),
        said.expected,
        said.status or "",
        quote(report, mention.statement.span),
        mention.told_on,
    )


def _day(document: Document, role: Role, report: ReportEntry) -> date | None:
    """The day of issue where any report gives it, and never that of a report; an entry's own day is when an admin added it."""
    if role is Role.ISSUED:
        return document.issued_on
    return None if report.facts.kind == "entry" else report.dated_on


def _due(document: Document) -> date | None:
    """The day of the newest register that gives one, unless it calls the document done."""
    listed = next((m for m in reversed(document.mentions) if m.citation.due is not None), None)
    return listed.citation.due if listed and not is_done(listed.citation.status or "") else None
