"""The briefing of a period: one section for each organisation that reports of it, and what is due."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from knowledge.answers import Quote
from knowledge.asking.library import Library, ReportEntry, StatementEntry
from knowledge.asking.replies import quote
from knowledge.briefing.deadlines import Deadline, DeadlineKind, find_deadlines, is_of
from knowledge.briefing.figures import ChiefFigure, chief_figures, chief_name
from knowledge.facts import Measure, Period, Role
from knowledge.grammar.folding import fold
from knowledge.grammar.periods import previous_period

# A register or an entry tells of no period.
TOLD = frozenset({"report", "news"})
# Of one report; more is a report again.
_MOST_RESULTS = 6
_TELLING = frozenset({Measure.COUNT, Measure.SHARE, Measure.RATIO, Measure.MONEY, Measure.SCORE, Measure.RANK})


@dataclass(frozen=True, slots=True)
class Issued:
    """A document that was issued in the period."""

    name: str
    subject: str
    day: date | None
    quote: Quote


@dataclass(frozen=True, slots=True)
class Section:
    """What one organisation reports of the period."""

    organisation: str
    figures: tuple[ChiefFigure, ...]
    results: tuple[Quote, ...]  # other sentences with figures, word for word
    issued: tuple[Issued, ...]
    tasks: tuple[Deadline, ...]  # for the time to come


@dataclass(frozen=True, slots=True)
class Briefing:
    """A period at a glance; `as_of` is the day on which something counts as overdue."""

    period: Period
    before: Period
    as_of: date
    organisation: str  # the one that was asked for; empty for all
    sections: tuple[Section, ...]
    overdue: tuple[Deadline, ...]
    coming: tuple[Deadline, ...]  # due by the end of the period after

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """All that it rests on, in the order in which it is told, each place once."""
        return tuple(dict.fromkeys(self._quotes()))

    def _quotes(self) -> Iterable[Quote]:
        for section in self.sections:
            yield from (figure.quote for figure in section.figures)
            yield from section.results
            yield from (issued.quote for issued in section.issued)
            yield from (task.quote for task in section.tasks)
        yield from (deadline.quote for deadline in (*self.overdue, *self.coming))


def told_periods(library: Library) -> tuple[Period, ...]:
    """The periods of which reports tell, the newest first."""
    periods = {r.facts.period for r in library.reports if r.facts.period and r.facts.kind in TOLD}
    return tuple(sorted(periods, key=lambda period: (period.last, period.first), reverse=True))


def told_organisations(library: Library) -> tuple[str, ...]:
    """Whoever reports of a period, by name."""
    return tuple(sorted({r.facts.organisation for r in library.reports if r.facts.organisation and _tells(r)}))


def brief(library: Library, period: Period, today: date, *, organisation: str = "") -> Briefing:
    """The briefing of that period; of one organisation, where one is named."""
    before, as_of = previous_period(period), min(today, period.last)
    told = [r for r in library.reports if r.facts.period == period and _tells(r)]
    names = sorted({r.facts.organisation or "" for r in told})
    wanted = [name for name in names if not organisation or fold(name) == fold(organisation)]
    deadlines = [d for d in find_deadlines(library) if not organisation or is_of(d, organisation)]
    return Briefing(
        period=period,
        before=before,
        as_of=as_of,
        organisation=organisation,
        sections=tuple(_section(library, name, period, before) for name in wanted),
        overdue=tuple(d for d in deadlines if d.is_overdue(as_of)),
        coming=tuple(d for d in deadlines if _is_coming(d, as_of)),
    )


def _tells(report: ReportEntry) -> bool:
    return report.facts.period is not None and report.facts.kind in TOLD


def _is_coming(deadline: Deadline, as_of: date) -> bool:
    """Whether it is due within a quarter and not known to be done; tasks stand with their organisation."""
    is_near = 0 <= (deadline.day - as_of).days <= _NEAR_DAYS
    return is_near and not deadline.is_done and deadline.kind is not DeadlineKind.TASK


# A quarter ahead is what the next meeting can still change.
_NEAR_DAYS = 92


def _section(library: Library, organisation: str, period: Period, before: Period) -> Section:
    own = [r for r in library.reports if (r.facts.organisation or "") == organisation and _tells(r)]
    now = sorted((r for r in own if r.facts.period == period), key=lambda r: r.told_on, reverse=True)
    earlier = sorted((r for r in own if r.facts.period == before), key=lambda r: r.told_on, reverse=True)
    figures = chief_figures(library, now, earlier)
    return Section(
        organisation=organisation,
        figures=figures,
        results=_results(library, now, figures),
        issued=_issued(library, now, period),
        tasks=tuple(t for t in find_deadlines(library) if _is_task_of(t, now)),
    )


def _is_task_of(deadline: Deadline, reports: list[ReportEntry]) -> bool:
    return deadline.kind is DeadlineKind.TASK and deadline.quote.report_id in {report.id for report in reports}


def _results(library: Library, reports: list[ReportEntry], figures: tuple[ChiefFigure, ...]) -> tuple[Quote, ...]:
    """The sentences that tell other figures of the period, in the order of the report, those that say most."""
    told, wanted = {figure.quote.text for figure in figures}, {report.index for report in reports}
    chief = {
        id(entry.statement)
        for entry in library.figures
        if entry.report.index in wanted and chief_name(entry) is not None
    }
    candidates = [
        entry
        for entry in library.statements
        if entry.report.index in wanted and id(entry) not in chief and _weight(entry) and " | " not in _words(entry)
    ]
    kept = sorted(candidates, key=_weight, reverse=True)[:_MOST_RESULTS]
    quotes = (quote(entry.report, entry.statement.span) for entry in candidates if entry in kept)
    return tuple(one for one in dict.fromkeys(quotes) if one.text not in told)


def _weight(entry: StatementEntry) -> int:
    """How many figures of its report's own time a sentence tells; none where it says what is yet to be done."""
    statement = entry.statement
    if statement.task is not None or statement.kind in {"heading", "note"}:
        return 0
    return sum(figure.measure in _TELLING and not figure.is_cumulative for figure in statement.figures)


def _words(entry: StatementEntry) -> str:
    return entry.statement.span.cut(entry.report.text)


def _issued(library: Library, reports: list[ReportEntry], period: Period) -> tuple[Issued, ...]:
    """What these reports say was issued in the period."""
    found: list[Issued] = []
    indices = {report.index for report in reports}
    for document in library.documents:
        mention = next((m for m in document.mentions if m.report in indices and m.citation.role is Role.ISSUED), None)
        if mention is None or not document.is_numbered:
            continue
        day = document.issued_on
        if day is not None and not _reaches(period, reports, day):
            continue
        report = library.reports[mention.report]
        found.append(Issued(document.name, document.subject or "", day, quote(report, mention.statement.span)))
    return tuple(sorted(found, key=lambda one: one.day or date.min))


def _reaches(period: Period, reports: list[ReportEntry], day: date) -> bool:
    """Whether the day lies in the period, or in the days that its reports say they cover."""
    windows = [report.facts.window for report in reports if report.facts.window]
    return period.first <= day <= period.last or any(w.first <= day <= w.last for w in windows)
