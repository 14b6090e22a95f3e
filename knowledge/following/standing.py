"""Where a document stands, by what the reports that answer say of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from knowledge.facts import TO_COME, Period, Role
from knowledge.grammar.folding import fold
from knowledge.grammar.row_states import is_done as is_all_done
from knowledge.store.steps import STEP

if TYPE_CHECKING:
    from knowledge.store.documents import DocumentEvent

_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of a document at one time; when two are equal, there is nothing new to tell."""

    role: Role
    written: str | None = None  # its number, once it has one
    issued_on: date | None = None
    expected: Period | None = None  # of a document that is still to come
    due: date | None = None
    status: str | None = None  # as a register has it
    progress: str | None = None  # the newest sentence on how it is carried out
    # Whether nothing has happened since that register; what came of it is told with what did.
    is_status_newest: bool = field(default=True, compare=False)

    @property
    def deadline(self) -> date | None:
        """The day by which something is expected to happen; None where nothing is, or it has happened."""
        if self.role in TO_COME and self.written is None:
            return self.expected.last if self.expected else self.due
        return self.due if self.status and not is_done(self.status) else None


def standing_of(events: "Sequence[DocumentEvent]") -> Standing | None:
    """Where these events, the oldest first, leave the document; None where it only serves as a basis.

    Of what a register has as wholly done, how it is carried out is no step any more.
    """
    said = [event for event in events if event.role is not Role.BASIS]
    if not said:
        return None
    status = _last([event.status for event in said])
    is_over = status is not None and is_all_done(fold(status))
    steps = [event for event in said if not (is_over and event.role is Role.IMPLEMENTED)] or said
    written = _last([event.written for event in events])
    return Standing(
        role=_role([event.role for event in steps]),
        written=written,
        issued_on=_last([event.issued_on for event in events]),
        expected=_last([event.expected for event in steps]) if written is None else None,
        due=_last([event.due for event in steps]),
        status=status,
        is_status_newest=_is_status_newest(steps),
        progress=_last([" ".join(e.quote.split()) for e in steps if e.role is Role.IMPLEMENTED]),
    )


def _is_status_newest(steps: "Sequence[DocumentEvent]") -> bool:
    """Whether the last of them that is more than a mention has no later step behind its status."""
    since = next((step for step in reversed(steps) if step.status or step.role is not Role.LISTED), None)
    return since is None or bool(since.status)


def _role(roles: Sequence[Role]) -> Role:
    """The furthest step once it is issued: that a later report tells of the issue again takes nothing back."""
    taken = [role for role in roles if STEP[role] >= STEP[Role.ISSUED]]
    coming = [role for role in roles if role in TO_COME]
    return max(taken, key=lambda role: STEP[role]) if taken else (coming or list(roles))[-1]


def telling(events: "Sequence[DocumentEvent]") -> "DocumentEvent | None":
    """The event that says where the document stands."""
    return next((event for event in reversed(events) if event.role is not Role.BASIS), None)


def _last(values: Sequence[_Value | None]) -> _Value | None:
    return next((value for value in reversed(values) if value), None)


def is_done(status: str) -> bool:
    """Whether a register's status says that nothing is open any more: all of it is done, or it was issued or is no longer in force."""
    folded = fold(status)
    return is_all_done(folded) or ("chua" not in folded and any(words in folded for words in _SETTLED))


_SETTLED = ("da ban hanh", "het hieu luc")
