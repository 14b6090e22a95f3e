"""One update on its way through the handlers: what was read for it beforehand, and what is kept together with its end."""

from contextvars import ContextVar
from dataclasses import dataclass, field

from handlers.stages import Stages
from knowledge.people.dialogues import Dialogue
from knowledge.people.scenes import Scene
from knowledge.store.store import Step


@dataclass(frozen=True, slots=True)
class Visit:
    """`leaving` is kept in the transaction that says that the update was handled, and not at all before.

    `is_again`: handling it was begun before and broken off, by a kill or a network that was away; what it was to change may be changed.
    """

    scene: Scene | None = None
    leaving: list[Step] = field(default_factory=list)
    stages: Stages = field(default_factory=Stages)
    is_again: bool = False
    # One of very many: what is sent for it goes behind the answers to questions.
    gives_way: bool = False
    # Where it stands from then on, None where it ended; empty where nothing of that changed.
    dialogue: list[Dialogue | None] = field(default_factory=list)


# Set by whoever handles an update in a task of its own; None of who handles one in another way.
visit: ContextVar[Visit | None] = ContextVar("visit", default=None)


def gives_way_here() -> bool:
    """Whether what is sent here goes behind answers."""
    here = visit.get()
    return here is not None and here.gives_way


def stages_here() -> Stages:
    """Those of the update that is under way here; some that nobody hears of where there is none."""
    here = visit.get()
    return here.stages if here is not None else Stages()
