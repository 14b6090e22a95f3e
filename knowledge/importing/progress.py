"""How far an import has come, for whoever waits for it."""

from dataclasses import dataclass
from enum import StrEnum


class Step(StrEnum):
    """What is being done, in this order."""

    READING = "reading"  # the file becomes text; how long that takes is not known beforehand
    UNDERSTANDING = "understanding"  # statement by statement
    CHECKING = "checking"
    SAVING = "saving"


@dataclass(frozen=True, slots=True)
class Progress:
    """The step, and of how many parts of it how many are done (none where that is not known)."""

    step: Step
    done: int = 0
    total: int = 0


def nobody_waits(progress: Progress) -> None:
    """For imports that nobody watches."""
