"""What an asker is likely to want next: the period before, a comparison, the run over all periods.

A step is offered only if asking it now gets an answer to just that.  Most would not: where the figure that was asked for
is told of no other period, which is seen at a small part of the cost, they are not tried.  At most three are, each at
the cost of a question; none goes missing because the machine is busy.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from knowledge.answers import Answer, Outcome, Step, StepKind
from knowledge.asking.asker import Asked, Asker
from knowledge.asking.figures.comparing import RUN_THRESHOLD
from knowledge.asking.figures.matching import periods_told
from knowledge.asking.reading.courtesies import without_courtesies
from knowledge.asking.reading.question import Query
from knowledge.asking.reading.without_periods import without_periods
from knowledge.asking.replies import Wording
from knowledge.asking.stages import Stage
from knowledge.asking.stages.by_comparison import by_run
from knowledge.asking.stages.kinds import with_default_terms
from knowledge.asking.stages.occasion import Occasion
from knowledge.facts import Measure, Period
from knowledge.grammar.year_parts import name_period, previous_period


@dataclass(frozen=True, slots=True)
class _Trial:
    """A question that may follow, and whether what is found is what it is for, by that stage at the latest."""

    kind: StepKind
    words: str
    last: str
    fits: Callable[[Answer], bool]
    by: Stage | None = None  # the part of that stage that can find it


def next_steps(asker: Asker, asked: Asked, *, today: date, language: str) -> tuple[Step, ...]:
    """The steps that follow the answer; none unless it is one figure of a known period, or a run of figures."""
    answer = asked.answer
    if answer.points:
        return (Step(StepKind.TREND, asked.meant),)
    if answer.outcome is not Outcome.ANSWERED or answer.topic.period is None or asked.query is None:
        return ()
    steps: list[Step] = []
    at = asker.occasion(today, Wording(language))
    for one in _trials(answer, asked.query, answer.topic.period, _told_of(at, asked.query)):
        found = asker.look_for(one.words, at, last=one.last, by=one.by)
        if found is not None and found.outcome is Outcome.ANSWERED and one.fits(found):
            steps.append(Step(one.kind, one.words))
    return tuple(steps)


def _told_of(at: Occasion, query: Query) -> frozenset[Period]:
    """All periods of which the figure that was asked for may be told, whatever its sort."""
    wanted = with_default_terms(at.wanted(query))
    is_share = wanted.measures == {Measure.SHARE}
    open_ones = replace(
        wanted.with_period(None), measures=wanted.measures if is_share else frozenset(), unit="", until=None, value=None
    )
    return periods_told(at.library, open_ones, RUN_THRESHOLD)


def core_of(query: Query) -> str:
    """What is asked, of whichever period and however politely: whoever asks the same may go on to the same."""
    return without_periods(without_courtesies(query.text))


def _trials(answer: Answer, query: Query, period: Period, told_of: frozenset[Period]) -> Iterator[_Trial]:
    """What may follow; nothing that would be asked of a period of which no such figure is told."""
    core, before = core_of(query), previous_period(period)
    if any(other.last == before.last for other in told_of):
        name = name_period(before)
        both = f"{name_period(period)} và {name}"
        yield _Trial(StepKind.PREVIOUS, f"{core} {name}", "figure", lambda found: found.topic.period == before)
        yield _Trial(StepKind.COMPARE, f"so sánh {core} {both}", "comparison", lambda found: _rests_on(found, answer))
    if len(told_of) > 1:
        words = f"diễn biến {core} qua các kỳ"
        yield _Trial(StepKind.TREND, words, "comparison", lambda found: _runs_through(found, answer, period), by_run)


def _rests_on(found: Answer, answer: Answer) -> bool:
    """Whether the comparison speaks of the very figure that was told."""
    value = answer.direct.split()[0]
    return any(line.split()[0] == value for line in found.lines)


def _runs_through(found: Answer, answer: Answer, period: Period) -> bool:
    """Whether the run holds the figure that was told, in its period."""
    names = {name_period(period, language=language) for language in ("vi", "en")}
    told = {point.written for point in found.points if point.period in names}
    return any(written in answer.direct for written in told)
