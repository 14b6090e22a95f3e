"""What is to be done in a period, as the report before it set out."""

from collections.abc import Iterable
from functools import lru_cache

from knowledge.answers import Answer, Choice, Topic
from knowledge.asking.bodies import speaks_for_province
from knowledge.asking.library import ReportEntry
from knowledge.asking.replies import Wording, answered, clarify, quote
from knowledge.asking.reports.naming_reports import label_of
from knowledge.asking.reports.which_reports import is_governing
from knowledge.asking.shelves.entries import once_each
from knowledge.asking.shelves.tells import Tells
from knowledge.facts import Period, Statement
from knowledge.grammar.folding import fold
from knowledge.grammar.periods import find_periods


def answer_tasks(
    reports: Iterable[ReportEntry], wanted: Period | None, wording: Wording, *, of_province: bool = False
) -> Answer | None:
    """What is to be done in a period, as the report before it set out; a province's own before those of its bodies."""
    found: list[tuple[ReportEntry, list[Statement]]] = []
    for report in reports:
        of_period = [report.statements[at] for at, of in _tasks_of(report) if wanted is None or wanted in of]
        if of_period:
            found.append((report, of_period))
    if not found:
        return None
    if of_province:
        found = (
            [(r, told) for r, told in found if is_governing(r)]
            or [(r, told) for r, told in found if speaks_for_province(r, None, is_said_whole=False)]
            or found
        )
    if len(found) > 1:
        choices = tuple(Choice(label_of(r, wording), f"Phương hướng nhiệm vụ trong báo cáo {r.name}") for r, _ in found)
        return clarify(
            wording.say(
                "Có nhiều báo cáo nêu nhiệm vụ, bạn hỏi báo cáo nào?", "Several reports set out tasks. Which one?"
            ),
            choices,
        )
    report, tasks = found[0]
    lines = tuple(f"{i}. {s.task.text if s.task else ''}" for i, s in enumerate(tasks, 1))
    direct = wording.say(
        f"{len(tasks)} nhiệm vụ – {tasks[0].heading.split(' > ')[-1]} (báo cáo {report.name})",
        f"{wording.count(len(tasks), 'task')} – {report.name}",
    )
    return answered(direct, tuple(quote(report, s.span) for s in tasks), lines=lines, topic=Topic(report_id=report.id))


@once_each
def _tasks_of(report: ReportEntry) -> tuple[tuple[int, tuple[Period, ...]], ...]:
    """Where its tasks stand, and of which periods each is."""
    places = report.statements.places_telling(Tells.ASSIGNED)
    return tuple((at, periods_of_task(report, one)) for at in places if (one := report.statements[at]).task)


def periods_of_task(report: ReportEntry, statement: Statement) -> tuple[Period, ...]:
    """The periods that the heading of a task names; where it names none, the one after the report's."""
    year = report.told_on.year
    # The nearest heading may only name the unit that is charged.
    for heading in reversed(statement.heading.split(" > ")):
        if named := _periods_named(heading, year):
            return named
    return _periods_named(report.facts.title, year)[1:]


# All tasks under one heading ask for the same.
@lru_cache(maxsize=2_000)
def _periods_named(words: str, year: int) -> tuple[Period, ...]:
    return tuple(
        m.in_year(m.year or year)
        for m in find_periods(fold(words))
        if m.year_offset is None and m.step is None and not m.is_same_period
    )
