"""What reports and registers charge somebody with."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from knowledge.asking.library import StatementEntry, all_words
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording, shorten
from knowledge.facts import Period
from knowledge.grammar.concepts import Terms
from knowledge.grammar.organisations import Organisation, find_organisations, normalise

# More lines nobody reads in a message.
MOST_LINES = 25


@dataclass(frozen=True, slots=True)
class Assigned:
    """A task or a row of a register, with who is charged with it and until when."""

    entry: StatementEntry
    text: str
    responsible: str  # as read
    due: date | None
    period: Period | None
    status: str = ""

    @property
    def unit(self) -> str:
        """Who does it: as read, or the body that the sentence begins with."""
        return self.responsible or _first_body(self.text)

    @property
    def last(self) -> date | None:
        """The last day for it."""
        return self.due or (self.period.last if self.period else None)


def assigned_in(entries: Iterable[StatementEntry]) -> Iterator[Assigned]:
    """Everything that these statements of reports and registers charge someone with."""
    for entry in entries:
        task = entry.statement.task
        if task is not None:
            yield Assigned(entry, task.text, task.unit or "", task.due, task.period)
            continue
        for citation in entry.statement.citations:
            if citation.responsible and citation.status:
                text = f"{citation.type or ''} {citation.written or ''}: {citation.subject or ''}".strip(": ")
                yield Assigned(entry, text, citation.responsible, citation.due, None, citation.status)


# The same tasks are gone through for many questions.
@lru_cache(maxsize=10_000)
def _first_body(text: str) -> str:
    """The body that a sentence begins with."""
    first = next(find_organisations(text), None)
    return first.name if first and first.start <= len("- Giao ") else ""


def is_charged(assigned: Assigned, body: Organisation) -> bool:
    """Whether the unit charged is the body, of the place that was named."""
    report, unit = assigned.entry.report, _words_of_unit(assigned.unit)
    if not body.body or not unit.issuperset(body.body.split()):
        return False
    return not body.place or body.place in unit or body.place in {report.province, report.body.place}


# The same units are charged with many tasks.
@lru_cache(maxsize=10_000)
def _words_of_unit(unit: str) -> frozenset[str]:
    return frozenset(normalise(unit).split())


def line_of(assigned: Assigned, wording: Wording) -> str:
    """The task on one line, with its last day and its state."""
    last = f" – {wording.say('hạn', 'due')} {wording.day(assigned.last)}" if assigned.last else ""
    status = f" – {wording.state(assigned.status)}" if assigned.status else ""
    return f"{shorten(assigned.text, 200)}{last}{status}"


def words_of_task(query: Query) -> frozenset[str]:
    """What the task that a question describes is about, less the words that ask."""
    # "Phải hoàn thành trước ngày nào": that it is to be done says nothing of what it is.
    asking = {"timeliness", "stage"} | ({"polarity"} if query.asks("due", "overdue") else set())
    dimensions = {d: v for d, v in query.naming.dimensions.items() if d not in asking}
    return all_words(Terms(dimensions, query.naming.words))
