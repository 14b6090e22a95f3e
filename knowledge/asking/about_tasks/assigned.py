"""What reports and registers charge somebody with."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from knowledge.asking.bodies import BELOW_PROVINCE
from knowledge.asking.library import Library, StatementEntry, all_words
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording, shorten
from knowledge.asking.shelves.charging import Charge, charges_in, is_called
from knowledge.asking.shelves.kept import Some
from knowledge.asking.shelves.postings import union
from knowledge.grammar.concepts import Terms
from knowledge.grammar.normalising import normalise
from knowledge.grammar.organisations import Organisation, OrganisationMention

# More lines nobody reads in a message.
MOST_LINES = 25


@dataclass(frozen=True, slots=True)
class Assigned(Charge):
    """A charge where it stands."""

    entry: StatementEntry = field(kw_only=True)

    @property
    def last(self) -> date | None:
        """The last day for it."""
        return self.due or (self.period.last if self.period else None)


def assigned_in(entries: Iterable[StatementEntry]) -> Iterator[Assigned]:
    """Everything that these statements of reports and registers charge someone with."""
    for entry in entries:
        for one in charges_in(entry.statement):
            yield Assigned(one.text, one.responsible, one.due, one.period, one.status, entry=entry)


def is_charged(assigned: Assigned, body: Organisation) -> bool:
    """Whether the unit charged is the body, of the place that was named."""
    report, called = assigned.entry.report, _charged_by(body)
    if not called or not is_called(assigned.unit, called):
        return False
    if not body.place:
        return True
    is_own = body.place in {report.province, report.body.place} and bool(body.body)
    return is_own or f" {body.place} " in f" {normalise(assigned.unit)} "


def _charged_by(body: Organisation) -> str:
    """What the unit is called that is charged: a district or commune named alone by its committee."""
    return body.body or ("ubnd" if body.place and body.level in BELOW_PROVINCE else "")


def charging(library: Library, bodies: Iterable[OrganisationMention]) -> Some[StatementEntry]:
    """The statements that may charge one of the bodies, in order."""
    named = {_charged_by(mention.organisation) for mention in bodies} - {""}
    may = union([library.statements_charging(body.split()) for body in sorted(named)])
    return Some(library.statements, may)


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
