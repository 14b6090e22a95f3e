"""Everything that reports want done by a day: documents of registers, documents still planned, tasks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from weakref import WeakKeyDictionary

from knowledge.answers import Quote
from knowledge.asking.documents import Document
from knowledge.asking.library import Library
from knowledge.asking.replies import quote
from knowledge.briefing.overtaking import Issues
from knowledge.facts import Period
from knowledge.following.standing import TO_COME, is_done
from knowledge.grammar.folding import fold


class DeadlineKind(StrEnum):
    """What is to be done."""

    DOCUMENT = "document"  # a numbered document is to be carried out
    PLAN = "plan"  # a document is to be issued
    TASK = "task"


@dataclass(frozen=True, slots=True)
class Deadline:
    """One thing to be done by a day, as the newest report on it says."""

    kind: DeadlineKind
    name: str  # "Công văn 1482/UBND-KSTT", or what a task or a plan is
    subject: str
    day: date
    period: Period | None  # where only a period is named: its last day is `day`
    responsible: str  # whoever is charged with it; empty where nobody is named
    status: str  # as a register has it
    is_done: bool
    told_on: date  # when the report that says so speaks from
    quote: Quote
    perhaps: str = ""  # of a plan: the document, issued since under another name, that may be what was planned

    def is_overdue(self, on: date) -> bool:
        """Whether it is known not to be done and its day lies before that one; of tasks nobody says so."""
        is_open = self.kind is not DeadlineKind.TASK and not self.is_done and not self.perhaps
        return is_open and self.day < on


# A library never changes, and looking at each of its documents takes a second where there are tens of thousands.
_FOUND: WeakKeyDictionary[Library, tuple[Deadline, ...]] = WeakKeyDictionary()


def find_deadlines(library: Library) -> tuple[Deadline, ...]:
    """All there are, the earliest first; each document once."""
    known = _FOUND.get(library)
    if known is None:
        found = [*_of_documents(library), *_of_tasks(library)]
        known = tuple(sorted(found, key=lambda one: (one.day, one.kind.value, one.name)))
        _FOUND[library] = known
    return known


def is_of(deadline: Deadline, organisation: str) -> bool:
    """Whether that organisation is charged with it, or where nobody is named reports it."""
    charged = fold(deadline.responsible or deadline.quote.organisation)
    wanted = fold(organisation)
    return bool(charged) and (f"{wanted} ".startswith(f"{charged} ") or f"{charged} ".startswith(f"{wanted} "))


def _of_documents(library: Library) -> Iterator[Deadline]:
    issues = Issues(library)
    for document in library.documents:
        listed = next((m for m in reversed(document.mentions) if m.citation.due is not None), None)
        if listed is not None and listed.citation.due is not None:
            report, said = library.reports[listed.report], listed.citation
            yield Deadline(
                kind=DeadlineKind.DOCUMENT,
                name=document.name,
                subject=_subject(document),
                day=listed.citation.due,
                period=None,
                responsible=said.responsible or "",
                status=said.status or "",
                is_done=is_done(said.status or ""),
                told_on=report.told_on,
                quote=quote(report, listed.statement.span),
            )
        elif not document.is_numbered and (plan := _plan(library, document, issues)) is not None:
            yield plan


def _subject(document: Document) -> str:
    return (document.subject or "") if document.is_numbered else ""


def _plan(library: Library, document: Document, issues: Issues) -> Deadline | None:
    """The newest plan of a document that no report calls issued."""
    planned = [(m, m.citation.expected) for m in document.mentions if m.citation.role in TO_COME]
    dated = [(mention, expected) for mention, expected in planned if expected is not None]
    if not dated:
        return None
    mention, expected = max(dated, key=lambda one: one[0].told_on)
    report = library.reports[mention.report]
    return Deadline(
        kind=DeadlineKind.PLAN,
        name=document.name,
        subject="",
        day=expected.last,
        period=expected,
        responsible=mention.citation.responsible or "",
        status=mention.citation.status or "",
        is_done=is_done(mention.citation.status or ""),
        told_on=report.told_on,
        quote=quote(report, mention.statement.span),
        perhaps=issues.of(document.subject or document.name, since=mention.told_on),
    )


def _of_tasks(library: Library) -> Iterator[Deadline]:
    for entry in library.statements:
        task = entry.statement.task
        day = (task.due or (task.period.last if task.period else None)) if task else None
        if task is None or day is None:
            continue
        yield Deadline(
            kind=DeadlineKind.TASK,
            name=task.text.strip().rstrip(".;"),
            subject="",
            day=day,
            period=None if task.due else task.period,
            responsible=task.unit or "",
            status="",
            is_done=False,
            told_on=entry.report.told_on,
            quote=quote(entry.report, entry.statement.span),
        )
