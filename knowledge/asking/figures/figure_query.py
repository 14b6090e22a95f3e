"""What figure a question wants, as far as it says."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from knowledge.asking.library import FigureEntry, ReportEntry
from knowledge.facts import Measure, Period, Window
from knowledge.grammar.concepts import Terms
from knowledge.grammar.organisations import OrganisationMention

# Whether a figure differs from what is wanted in some one thing that was said exactly.
Differs = Callable[[FigureEntry], bool]


@dataclass(frozen=True, slots=True)
class FigureQuery:
    """What figure is wanted; empty slots allow anything."""

    terms: Terms
    measures: frozenset[Measure] = frozenset()
    unit: str = ""
    period: Period | None = None
    kind_index: tuple[str, int] | None = None  # a period whose year was not said
    span: tuple[date, date] | None = None  # the first and last day of a run: of the periods within, whichever they are
    bodies: tuple[OrganisationMention, ...] = ()
    is_at_desk: bool = False  # of a body what it has at a desk that is not its own: "Sở A tại Trung tâm"
    level: str = ""  # "tỉnh", "thành phố" or "Bộ" without a name: no other level's figure
    dates: tuple[date, ...] = ()
    report: ReportEntry | None = None
    called: str = ""  # a name in plain folded words, by which the sentence must call what it tells of
    window: Window | None = None  # the days that it covers, both said
    since: date | None = None  # "từ khi bỏ cấp huyện": nothing from before that day
    is_against_year_before: bool = False  # "so với cùng kỳ": of changes only those against the same time a year before
    until: Period | None = None  # "đến cuối tháng 5/2023": the month in which the days that it covers end
    value: Decimal | None = None  # a value that the question names
    is_value_beside: bool = False  # the value is another figure's of the same sentence
    acts: frozenset[str] = frozenset()  # folded verbs of the question that carry no subject: "tra loi", "gui"
    staff: str = ""  # officials or public employees, where just one of them is named
    document: str | None = None  # folded number and symbol that the statement must name
    said: str = ""  # the question's folded words

    def with_period(self, period: Period | None) -> "FigureQuery":
        """The same in another period."""
        return replace(self, period=period, kind_index=None, span=None)
