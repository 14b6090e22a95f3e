"""What handlers work with, handed to them by whoever builds the bot."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from zoneinfo import ZoneInfo

from handlers.words import Catalogue
from knowledge.bootstrap import Knowledge
from knowledge.store.clock import Clock

# Questions are edited within minutes; an older one gets a new answer.
ANSWERS_REMEMBERED = 2000


class AnswerPlaces:
    """Which message of ours answers which question, for as long as somebody may correct the question."""

    def __init__(self) -> None:
        self._places: OrderedDict[tuple[int, int], int] = OrderedDict()

    def note(self, chat_id: int, question: int, answer: int) -> None:
        """Message `answer` answers message `question`."""
        self._places[chat_id, question] = answer
        while len(self._places) > ANSWERS_REMEMBERED:
            self._places.popitem(last=False)

    def find(self, chat_id: int, question: int) -> int | None:
        """The answering message, if it is remembered."""
        return self._places.get((chat_id, question))


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything a handler may use besides the update itself."""

    knowledge: Knowledge
    catalogue: Catalogue
    zone: ZoneInfo
    clock: Clock
    wake_sender: Callable[[], None]
    answers: AnswerPlaces = field(default_factory=AnswerPlaces)

    def today(self) -> date:
        """The day it is for those who ask."""
        return self.clock().astimezone(self.zone).date()
