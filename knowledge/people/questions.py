"""Questions asked and what they got, so that buttons still work after a restart and gaps can be seen."""

from dataclasses import dataclass
from datetime import datetime

from knowledge.answers import Answer, Choice, Outcome, Topic
from knowledge.store.clock import Clock
from knowledge.store.store import Store


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question and the part of its answer that buttons refer to."""

    id: int
    chat_key: str
    text: str
    outcome: Outcome
    choices: tuple[Choice, ...]
    suggestions: tuple[Choice, ...]
    topic: Topic
    thumb: int | None  # 1 up, -1 down
    asked_at: datetime

    @property
    def options(self) -> tuple[Choice, ...]:
        """What the buttons stand for, in order: the choices, then the suggestions."""
        return self.choices + self.suggestions


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question that nobody got an answer to, or that was thumbed down; never with who asked."""

    text: str  # as asked last
    times: int
    last_asked_at: datetime
    last_id: int


class Questions:
    """What was asked, with no more of the asker than answering later needs."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def record(self, chat_key: str, user_id: int | None, text: str, answer: Answer) -> int:
        """The number of the question, for callback data."""
        raise NotImplementedError

    def get(self, question_id: int) -> AskedQuestion | None:
        """None if there is no such question (any more)."""
        raise NotImplementedError

    def thumb(self, question_id: int, user_id: int, value: int) -> bool:
        """Whether the verdict (1 up, -1 down, 0 taken back) was noted: only the asker's own counts."""
        raise NotImplementedError

    def unanswered(self, limit: int = 20) -> list[Unanswered]:
        """Grouped by folded words, the most asked first."""
        raise NotImplementedError

    def prune(self, before: datetime) -> int:
        """Forget questions asked before then; how many."""
        raise NotImplementedError
