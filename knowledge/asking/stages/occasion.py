"""What one question is answered on: the reports, the day, the language, and how a part of it is read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from knowledge.asking.library import Library
from knowledge.asking.question import Query
from knowledge.asking.replies import Wording


@dataclass(frozen=True, slots=True)
class Occasion:
    """The same for every stage that a question goes through."""

    library: Library
    today: date
    wording: Wording
    read: Callable[[str], Query]  # a part of the question, as a question of its own
