"""How long each stage of handling an update took, from its arrival to its end."""

from dataclasses import dataclass, field
from enum import StrEnum
from time import perf_counter


class Stage(StrEnum):
    """What an update went through, in this order; each ends where the next begins."""

    STORED = "stored"  # the transaction that takes the update, others' steps in it included
    QUEUED = "queued"  # until its chat's turn came
    READ = "read"  # who speaks and what is wanted
    WAITED = "waited"  # until a thread that finds answers was free
    FOUND = "found"  # the answer
    FOLLOWED = "followed"  # what may follow it
    RESUMED = "resumed"  # until the event loop went on with it
    LAID_OUT = "laid_out"  # the message
    PASSED = "passed"  # until Telegram's limits let it go
    SENT = "sent"  # the request to Telegram
    KEPT = "kept"  # the transaction that says that the update was handled


@dataclass(slots=True)
class Stages:
    """Seconds of one update; a stage that it did not go through is not there."""

    seconds: dict[Stage, float] = field(default_factory=dict)
    _since: float = field(default_factory=perf_counter)

    def passed(self, stage: Stage) -> None:
        """That stage ends here."""
        now = perf_counter()
        self.seconds[stage] = self.seconds.get(stage, 0.0) + now - self._since
        self._since = now
