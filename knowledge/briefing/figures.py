"""The chief figures of a period: what all reports count alike, with the change since the period before."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache

from knowledge.answers import Quote
from knowledge.asking.library import ReportEntry
from knowledge.asking.replies import quote
from knowledge.asking.words.counting_words import dossiers_told
from knowledge.facts import Figure, Measure, Period, Statement
from knowledge.following.headlines import NAMING, PLAIN_TOPICS
from knowledge.grammar.concepts import Tagger, concept_names, shipped_tagger
from knowledge.grammar.folding import fold

# The order in which an official tells the values that name a chief figure.
_ORDER = (
    "received",
    "online",
    "counter",
    "postal",
    "resolved",
    "early",
    "on_time",
    "early_or_on_time",
    "late",
    "pending",
)
# What a meeting asks for first; the rest are parts of these.
_MAIN = frozenset({"received", "online", "resolved", "late"})


@dataclass(frozen=True, slots=True)
class Change:
    """What a count was in the period before, and the difference."""

    period: Period
    written: str
    value: Decimal
    difference: Decimal

    @property
    def percent(self) -> Decimal | None:
        """The difference as a share of what was before; None where that was nothing."""
        return self.difference * 100 / self.value if self.value else None


@dataclass(frozen=True, slots=True)
class ChiefFigure:
    """One count of a period; `name` is the concept that it counts: "received", "late"."""

    name: str
    written: str
    value: Decimal
    share: str  # as the report writes it: "37,66%"; empty where it gives none
    body: str  # whose figure it is
    quote: Quote
    change: Change | None = None
    share_value: Decimal | None = None  # in percent

    @property
    def is_main(self) -> bool:
        """Whether a page has it however little room there is."""
        return self.name in _MAIN

    def called(self, language: str) -> str:
        """Its name as an official says it: "Trực tuyến"."""
        name = concept_names()[self.name][language == "en"]
        return name[:1].upper() + name[1:]


@dataclass(frozen=True, slots=True)
class Told:
    """A figure where it stands."""

    figure: Figure
    statement: Statement
    report: ReportEntry
    at: int  # which of the report's statements that is


def chief_figures(reports: list[ReportEntry], before: list[ReportEntry]) -> tuple[ChiefFigure, ...]:
    """The chief figures that these reports tell of their own period, compared with those reports' of theirs."""
    earlier, period = _told(before), before[0].facts.period if before else None
    return tuple(_compared(figure, earlier.get(name), period) for name, figure in _ordered(_told(reports)).items())


def told_in(report: ReportEntry) -> Iterator[Told]:
    """Every figure of a report."""
    for at, statement in enumerate(report.statements):
        for figure in statement.figures:
            yield Told(figure, statement, report, at)


def chief_name(told: Told) -> str | None:
    """What the figure counts of its report's own period; None of a part, a change, a target or another time."""
    figure = told.figure
    if figure.period != told.report.facts.period or figure.is_cumulative:
        return None
    return chief_of(figure.label, figure.measure)


@lru_cache(maxsize=20_000)
def chief_of(label: str, measure: Measure) -> str | None:
    """What a figure with these words counts, if all reports count it alike: "online"."""
    own = _tagger().tag(fold(label))
    if measure not in _COUNTED or own.topics - PLAIN_TOPICS or own.dimensions.get("scope", _WHOLE) != _WHOLE:
        return None
    said = next((own.dimensions[d] for d in NAMING if d in own.dimensions), frozenset())
    return next((value for value in _ORDER if said == {value}), None)


_COUNTED = frozenset({Measure.COUNT, Measure.SHARE})
_WHOLE = frozenset({"whole"})


@cache
def _tagger() -> Tagger:
    return shipped_tagger()


def _ordered(told: dict[str, ChiefFigure]) -> dict[str, ChiefFigure]:
    return {name: told[name] for name in _ORDER if name in told}


def _told(reports: list[ReportEntry]) -> dict[str, ChiefFigure]:
    """Each count that the reports tell without a second value for the same body, with the share behind it."""
    counts: dict[str, list[Told]] = {}
    shares: dict[str, list[Told]] = {}
    for told in (told for report in reports for told in told_in(report)):
        if (name := chief_name(told)) is not None:
            (counts if told.figure.measure is Measure.COUNT else shares).setdefault(name, []).append(told)
    return {
        name: _figure(name, found[0], _only_value(shares.get(name, [])))
        for name, found in counts.items()
        if _only_value([one for one in found if _is_same_body(_body(one), _body(found[0]))])
    }


def _only_value(found: list[Told]) -> Told | None:
    """The first of figures that all say the same; None where they do not, or there are none."""
    return found[0] if len({told.figure.value for told in found}) == 1 else None


def _figure(name: str, told: Told, share: Told | None) -> ChiefFigure:
    figure = told.figure
    stated = share.figure.written if share else ""
    written = dossiers_told(figure, told.report.statements, told.at, told.report.text)
    return ChiefFigure(
        name,
        written,
        figure.value,
        stated,
        _body(told),
        quote(told.report, told.statement.span),
        share_value=share.figure.value if share else None,
    )


def _body(told: Told) -> str:
    return told.figure.organisation or ""


def _compared(figure: ChiefFigure, before: ChiefFigure | None, period: Period | None) -> ChiefFigure:
    """With the change, where both count the same of the same body."""
    if before is None or period is None or not _is_same_body(figure.body, before.body):
        return figure
    change = Change(period, before.written, before.value, figure.value - before.value)
    return replace(figure, change=change)


def _is_same_body(one: str, other: str) -> bool:
    """ "Trung tâm" is short for "Trung tâm Hành chính công tỉnh"; a report that names nobody means its usual one."""
    a, b = fold(one), fold(other)
    return not a or not b or f"{a} ".startswith(f"{b} ") or f"{b} ".startswith(f"{a} ")
