"""One update on its way through the handlers: what was read for it beforehand, and what is kept together with its end."""

from contextvars import ContextVar
from dataclasses import dataclass, field

from knowledge.people.scenes import Scene
from knowledge.store.store import Step


@dataclass(frozen=True, slots=True)
class Visit:
    """`leaving` is kept in the transaction that says that the update was handled, and not at all before."""

    scene: Scene | None = None
    leaving: list[Step] = field(default_factory=list)


# Set by whoever handles an update in a task of its own; None of who handles one in another way.
visit: ContextVar[Visit | None] = ContextVar("visit", default=None)
