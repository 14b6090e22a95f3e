"""Nobody keeps the bot from everybody else: how much one person may ask of it, told in a friendly sentence."""

import math
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum

# Who types and presses fast does not come near this; a program does.
AT_ONCE = 30
SECONDS_EACH = 2.0
# Whoever was quiet long enough to have everything back need not be remembered; this many are, at the most.
MOST_REMEMBERED = 50_000


class Verdict(Enum):
    """What to do with one more request of a person."""

    TAKE = "take"
    TELL = "tell"  # refuse it, and say so
    IGNORE = "ignore"  # refuse it; it was said already


@dataclass(slots=True)
class _Budget:
    left: float
    at: float
    is_told: bool = False


@dataclass(slots=True)
class Restraint:
    """Counts the requests of each person in this process; off, it takes everything."""

    clock: Callable[[], float]
    is_on: bool = True
    _budgets: OrderedDict[int, _Budget] = field(default_factory=OrderedDict)

    def judge(self, person: int) -> Verdict:
        """Counts one request."""
        if not self.is_on:
            return Verdict.TAKE
        now = self.clock()
        budget = self._budgets.pop(person, None) or _Budget(AT_ONCE, now)
        budget.left = min(AT_ONCE, budget.left + (now - budget.at) / SECONDS_EACH)
        budget.at = now
        self._budgets[person] = budget
        while len(self._budgets) > MOST_REMEMBERED:
            self._budgets.popitem(last=False)
        if budget.left >= 1:
            budget.left -= 1
            budget.is_told = False
            return Verdict.TAKE
        was_told, budget.is_told = budget.is_told, True
        return Verdict.IGNORE if was_told else Verdict.TELL

    def seconds(self, person: int) -> int:
        """After how many the person may go on."""
        budget = self._budgets.get(person)
        return max(1, math.ceil((1 - budget.left) * SECONDS_EACH)) if budget else 1
