"""What an asker is likely to want next: the period before, a comparison, the run over all periods.

A step is offered only if asking it now gets an answer to just that.
"""

import time
from collections.abc import Callable

from knowledge.answers import Answer, Outcome, Step, StepKind
from knowledge.asking.asker import Asked
from knowledge.asking.without_periods import without_periods
from knowledge.facts import Period
from knowledge.grammar.periods import name_period, previous_period

# Trying a step takes a millisecond; where a store is so large that it takes long, the answer does not wait for buttons.
_LONGEST_SECONDS = 0.15

Ask = Callable[[str], Asked]


def next_steps(ask: Ask, asked: Asked) -> tuple[Step, ...]:
    """The steps that follow the answer; none unless it is one figure of a known period, or a run of figures."""
    answer = asked.answer
    if answer.points:
        return (Step(StepKind.TREND, asked.meant),)
    if answer.outcome is not Outcome.ANSWERED or answer.topic.period is None:
        return ()
    period, core = answer.topic.period, without_periods(asked.meant)
    before = previous_period(period)
    now_and_then = f"{name_period(period)} {{}} {name_period(before)}"
    tried = (
        (StepKind.PREVIOUS, f"{core} {name_period(before)}", lambda found: found.topic.period == before),
        (StepKind.COMPARE, f"so sánh {core} {now_and_then.format('và')}", lambda found: _rests_on(found, answer)),
        (StepKind.TREND, f"diễn biến {core} qua các kỳ", lambda found: _runs_through(found, answer, period)),
    )
    steps: list[Step] = []
    until = time.perf_counter() + _LONGEST_SECONDS
    for kind, words, fits in tried:
        if time.perf_counter() < until and fits(ask(words).answer):
            steps.append(Step(kind, words))
    return tuple(steps)


def _rests_on(found: Answer, answer: Answer) -> bool:
    """Whether the comparison speaks of the very figure that was told."""
    value = answer.direct.split()[0]
    return found.outcome is Outcome.ANSWERED and any(line.split()[0] == value for line in found.lines)


def _runs_through(found: Answer, answer: Answer, period: Period) -> bool:
    """Whether the run holds the figure that was told, in its period."""
    names = {name_period(period, language=language) for language in ("vi", "en")}
    told = {point.written for point in found.points if point.period in names}
    return any(written in answer.direct for written in told)
