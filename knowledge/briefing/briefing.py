"""The briefing of a period: one section for each organisation that reports of it, and what is due."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from knowledge.answers import Quote
from knowledge.asking.documents import Document, Mention
from knowledge.asking.library import Library, ReportEntry
from knowledge.asking.replies import quote
from knowledge.asking.shelves.catalogue import Is
from knowledge.asking.shelves.postings import union
from knowledge.briefing.deadlines import Deadline, DeadlineKind, find_deadlines, is_called, is_of
from knowledge.briefing.figures import ChiefFigure, Told, chief_figures, chief_name
from knowledge.briefing.telling import is_same_name, reports_telling
from knowledge.facts import Citation, Measure, Period, Role, Statement
from knowledge.grammar.year_parts import previous_period

# Of one report; more is a report again.
_MOST_RESULTS = 6
_TELLING = frozenset({Measure.COUNT, Measure.SHARE, Measure.RATIO, Measure.MONEY, Measure.SCORE, Measure.RANK})


@dataclass(frozen=True, slots=True)
class Issued:
    """A document that was issued in the period; by its `key` it is told once."""

    key: str
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
    listed: tuple[Issued, ...]  # issued in the period by what registers say, beside what the sections tell
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
        yield from (issued.quote for issued in self.listed)
        yield from (deadline.quote for deadline in (*self.overdue, *self.coming))


def told_organisations(library: Library) -> tuple[str, ...]:
    """Whoever reports of a period, by name."""
    telling = reports_telling(library)
    found = (r.facts for r in telling if r.facts.period is not None)
    return library.once(told_organisations, lambda: tuple(sorted({r.organisation for r in found if r.organisation})))


def brief(library: Library, period: Period, today: date, *, organisation: str = "") -> Briefing:
    """The briefing of that period; of one organisation, where one is named."""
    before, as_of = previous_period(period), min(today, period.last)
    of_both = union([library.filed.of_own_period(one).numbers for one in (period, before)])
    telling = list(reports_telling(library).among(of_both))
    names = sorted({r.facts.organisation or "" for r in telling if r.facts.period == period})
    wanted = [name for name in names if not organisation or is_same_name(name, organisation)]
    deadlines = find_deadlines(library)
    own = [d for d in deadlines if not organisation or is_of(d, organisation)]
    sections = tuple(_section(library, name, period, telling, deadlines) for name in wanted)
    told = {issued.key for section in sections for issued in section.issued}
    return Briefing(
        period=period,
        before=before,
        as_of=as_of,
        organisation=organisation,
        sections=sections,
        listed=tuple(one for one in _listed(library, period, organisation) if one.key not in told),
        overdue=tuple(d for d in own if d.is_overdue(as_of)),
        coming=tuple(d for d in own if _is_coming(d, as_of)),
    )


def _is_coming(deadline: Deadline, as_of: date) -> bool:
    """Whether it is due within a quarter and not known to be done; tasks stand with their organisation."""
    is_near = 0 <= (deadline.day - as_of).days <= _NEAR_DAYS
    return is_near and not deadline.is_done and deadline.kind is not DeadlineKind.TASK


# A quarter ahead is what the next meeting can still change.
_NEAR_DAYS = 92


def _section(
    library: Library, name: str, period: Period, telling: list[ReportEntry], deadlines: tuple[Deadline, ...]
) -> Section:
    """What one organisation's reports of the period say; `telling` are all reports of it and of the one before."""
    own = sorted((r for r in telling if (r.facts.organisation or "") == name), key=lambda r: r.told_on, reverse=True)
    now, earlier = ([r for r in own if (r.facts.period == period) is is_now] for is_now in (True, False))
    figures = chief_figures(now, earlier)
    return Section(
        organisation=name,
        figures=figures,
        results=_results(now),
        issued=_issued(library, now, period),
        tasks=tuple(t for t in deadlines if _is_task_of(t, now)),
    )


def _is_task_of(deadline: Deadline, reports: list[ReportEntry]) -> bool:
    return deadline.kind is DeadlineKind.TASK and deadline.quote.report_id in {report.id for report in reports}


def _results(reports: list[ReportEntry]) -> tuple[Quote, ...]:
    """The sentences that tell other figures of the period, in the order of the report, those that say most."""
    weighed = [
        (_weight(statement), n, report, statement)
        for report in reports
        for n, statement in enumerate(report.statements)
        if " | " not in statement.span.cut(report.text) and not _has_chief(report, statement, n)
    ]
    telling = sorted((one for one in weighed if one[0]), key=lambda one: -one[0])[:_MOST_RESULTS]
    quotes = (quote(report, statement.span) for _, _, report, statement in sorted(telling, key=lambda one: one[1]))
    return tuple(dict.fromkeys(quotes))


def _has_chief(report: ReportEntry, statement: Statement, at: int) -> bool:
    """Whether the sentence tells a chief figure, which stands in the table."""
    return any(chief_name(Told(figure, statement, report, at)) is not None for figure in statement.figures)


def _weight(statement: Statement) -> int:
    """How many figures of its report's own time a sentence tells; none where it says what is yet to be done."""
    if statement.task is not None or statement.kind in {"heading", "note"}:
        return 0
    return sum(figure.measure in _TELLING and not figure.is_cumulative for figure in statement.figures)


def _issued(library: Library, reports: list[ReportEntry], period: Period) -> tuple[Issued, ...]:
    """What these reports say was issued in the period, each document once."""
    found: dict[str, Issued] = {}
    for report in reports:
        for statement in report.statements:
            for citation in statement.citations:
                document = _document_of(library, report, statement, citation)
                if document is None or citation.role is not Role.ISSUED:
                    continue
                day = document.issued_on
                if day is None or _reaches(period, reports, day):
                    told = Issued(
                        document.key, document.name, document.subject or "", day, quote(report, statement.span)
                    )
                    found.setdefault(document.key, told)
    return tuple(sorted(found.values(), key=lambda one: one.day or date.min))


def _listed(library: Library, period: Period, organisation: str) -> list[Issued]:
    """What registers date into the period, the earliest first; of one organisation what it issued or is charged with."""
    found = []
    for document in library.all_documents().that_are(Is.ROW).issued_within([period]):
        rows = (m for m in reversed(document.mentions) if m.citation.role is Role.LISTED)
        mention = next((m for m in rows if library.reports[m.report].facts.kind == "register"), None)
        if mention is None or not document.is_numbered or not _concerns(document, mention, organisation):
            continue
        told = quote(library.reports[mention.report], mention.statement.span)
        found.append(Issued(document.key, document.name, document.subject or "", document.issued_on, told))
    return sorted(found, key=lambda one: (one.day or date.min, one.name))


def _concerns(document: Document, mention: Mention, organisation: str) -> bool:
    """Whether that organisation, if one is named, issued it or is charged with it."""
    names = (mention.citation.responsible or "", document.issuer or "")
    return not organisation or any(is_called(name, organisation) for name in names)


def _document_of(library: Library, report: ReportEntry, statement: Statement, citation: Citation) -> Document | None:
    """The numbered document that the citation means."""
    if not citation.number:
        return None
    for document in library.by_number.get(citation.number.lstrip("0"), ()):
        if any(m.report == report.index and m.statement.span == statement.span for m in document.mentions):
            return document
    return None


def _reaches(period: Period, reports: list[ReportEntry], day: date) -> bool:
    """Whether the day lies in the period, or in the days that its reports say they cover."""
    windows = [report.facts.window for report in reports if report.facts.window]
    return period.first <= day <= period.last or any(w.first <= day <= w.last for w in windows)
