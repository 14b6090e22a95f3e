"""Everything that reports want done by a day: documents of registers, documents still planned, tasks."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from weakref import WeakKeyDictionary

from knowledge.answers import Quote
from knowledge.asking.documents import Document
from knowledge.asking.library import Library, StatementEntry
from knowledge.asking.replies import quote
from knowledge.asking.shelves.catalogue import Is
from knowledge.asking.shelves.tells import Tells
from knowledge.briefing.overtaking import Issues, Told
from knowledge.facts import TO_COME, Period
from knowledge.following.standing import is_done
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


# Looking at so many takes about ten milliseconds.
_REST_AFTER = 64
# The words of a plan's subject, and the day since which it is one.
_Planned = tuple[str, date]


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found in a library, by the numbers of its documents and statements, and all of it in order."""

    documents: dict[int, tuple[Deadline, _Planned | None]]
    tasks: dict[int, Deadline]
    documents_seen: int  # all numbers below
    statements_seen: int
    told: Told | None
    ordered: tuple[Deadline, ...]


# A library never changes, and looking at each of its documents takes a second where there are tens of thousands.
_FOUND: WeakKeyDictionary[Library, _Found] = WeakKeyDictionary()


def find_deadlines(library: Library, rest: Callable[[], None] = lambda: None) -> tuple[Deadline, ...]:
    """All there are, the earliest first; each document once.

    Of a library that follows one in which they were found only what came since is looked at.  Whoever has time gives a
    `rest`, which is called now and then.
    """
    known = _FOUND.get(library)
    if known is None:
        before = _FOUND.get(library.before) if library.before is not None else None
        known = _FOUND[library] = _find(library, before, rest)
    return known.ordered


def _find(library: Library, before: _Found | None, rest: Callable[[], None]) -> _Found:
    """All that is due by the reports; what was found before is not looked at again, and `rest` is called now and then meanwhile."""
    issues = Issues(library, before.told if before else None)
    documents: dict[int, tuple[Deadline, _Planned | None]] = {}
    for place, number in enumerate(library.all_documents().that_are(Is.AWAITED).numbers.tolist()):
        if place % _REST_AFTER == 0:
            rest()
        is_known = before is not None and number < before.documents_seen
        found = (
            before.documents.get(number) if before and is_known else _of_document(library, library.documents[number])
        )
        if found is not None:
            documents[number] = found
    tasks: dict[int, Deadline] = {}
    for place, number in enumerate(library.statements_telling(Tells.ASSIGNED).numbers.tolist()):
        if place % _REST_AFTER == 0:
            rest()
        is_known = before is not None and number < before.statements_seen
        task = before.tasks.get(number) if before and is_known else _of_task(library.statements[number])
        if task is not None:
            tasks[number] = task
    # Whether a plan was carried out under another name hangs on all documents.
    told = [
        replace(one, perhaps=issues.of(plan[0], since=plan[1])) if plan is not None else one
        for one, plan in documents.values()
    ]
    ordered = sorted((*told, *tasks.values()), key=lambda one: (one.day, one.kind.value, one.name))
    return _Found(documents, tasks, len(library.catalogue), len(library.s_report), issues.told, tuple(ordered))


def is_of(deadline: Deadline, organisation: str) -> bool:
    """Whether that organisation is charged with it, or where nobody is named reports it."""
    return is_called(deadline.responsible or deadline.quote.organisation, organisation)


def is_called(name: str, organisation: str) -> bool:
    """Whether the name is that of the organisation, or one of the two is short for the other."""
    named, wanted = fold(name), fold(organisation)
    return bool(named) and (f"{wanted} ".startswith(f"{named} ") or f"{named} ".startswith(f"{wanted} "))


def _of_document(library: Library, document: Document) -> tuple[Deadline, _Planned | None] | None:
    """When a document is due: by the newest row that gives it a day, else by its plan; None where neither does."""
    listed = next((m for m in reversed(document.mentions) if m.citation.due is not None), None)
    if listed is None or listed.citation.due is None:
        return None if document.is_numbered else _plan(library, document)
    report, said = library.reports[listed.report], listed.citation
    deadline = Deadline(
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
    return deadline, None


def _subject(document: Document) -> str:
    return (document.subject or "") if document.is_numbered else ""


def _plan(library: Library, document: Document) -> tuple[Deadline, _Planned] | None:
    """The newest plan of a document that no report calls issued, and as what it may have been issued since."""
    planned = [(m, m.citation.expected) for m in document.mentions if m.citation.role in TO_COME]
    dated = [(mention, expected) for mention, expected in planned if expected is not None]
    if not dated:
        return None
    mention, expected = max(dated, key=lambda one: one[0].told_on)
    report = library.reports[mention.report]
    deadline = Deadline(
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
    )
    return deadline, (document.subject or document.name, mention.told_on)


def _of_task(entry: StatementEntry) -> Deadline | None:
    task = entry.statement.task
    day = (task.due or (task.period.last if task.period else None)) if task else None
    if task is None or day is None:
        return None
    return Deadline(
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
