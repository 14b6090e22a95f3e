"""What the audit log holds of a fact that was corrected by hand."""

from dataclasses import dataclass
from datetime import date

from pydantic import TypeAdapter

from knowledge.facts import Span
from knowledge.fields.amendments import FactKind
from knowledge.fields.entry_fields import EntryFields
from knowledge.lazily import later


@dataclass(frozen=True, slots=True)
class LoggedFact:
    """A fact before or after a change; `fields` is None after it was taken out."""

    version: int  # the report's version of which this is said
    lineage: int
    span: Span  # of its statement
    kind: FactKind
    place: Span
    quote: str
    fields: EntryFields | None
    on: date
    why: str = ""
    undoes: int | None = None  # the audit entry that this takes back


_LOGGED = later(lambda: TypeAdapter(LoggedFact))


def write_logged(fact: LoggedFact) -> str:
    """JSON for the audit log."""
    return _LOGGED.dump_json(fact).decode()


def read_logged(text: str) -> LoggedFact:
    """What `write_logged` wrote."""
    return _LOGGED.validate_json(text)
