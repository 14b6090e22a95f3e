"""Reading a page: the report's own data and every statement with its documents, figures and tasks."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from knowledge.facts import Doubt, Reading, ReportFacts, Statement
from knowledge.grammar.desk_of_title import desk_of_title
from knowledge.grammar.folding import fold
from knowledge.grammar.symbols import find_symbols
from knowledge.importing.bracketed import with_bracketed
from knowledge.importing.checks.kinds import Kind
from knowledge.importing.cumulated import with_cumulated_periods, with_days_of_cumulated, with_paragraphs_period
from knowledge.importing.desks_spoken_of import desk_spoken_of, is_wider
from knowledge.importing.going_on import with_plan, with_ranking_year, with_share_named
from knowledge.importing.header import Given, read_header
from knowledge.importing.issuers import Home
from knowledge.importing.opening import Opening, opening_of
from knowledge.importing.own_name import with_own_name
from knowledge.importing.page import Page
from knowledge.importing.progress import Progress, Step, nobody_waits
from knowledge.importing.proven_periods import with_proven_periods
from knowledge.importing.setting import Setting
from knowledge.importing.shared_numbers import with_rows_of_work
from knowledge.importing.stated_windows import with_shared_windows, with_stated_windows
from knowledge.importing.statements import read_statement
from knowledge.importing.structure import Unit, outline
from knowledge.importing.unit_settings import setting_of

# Telling more often than this would take longer than the reading itself.
_TOLD_EVERY = 50


def read_report(
    page: Page,
    given: Given = Given(),  # noqa: B008 - a frozen value
    progress: Callable[[Progress], None] = nobody_waits,
) -> Reading:
    """Everything that the page says, each with its place in the page's text; it takes as long as it takes."""
    report = read_header(page, given)
    units = [u for u in outline(page, report.period) if u.span.cut(page.text).strip()]
    desk = desk_of_title(report.title or "")
    of_title = desk.name if desk else None
    so_far = _SoFar(page.text, report, _home(report), of_title, desk=of_title)
    for done, unit in enumerate(units):
        if done % _TOLD_EVERY == 0:
            progress(Progress(Step.UNDERSTANDING, done, len(units)))
        so_far.take(unit)
    statements = with_own_name(so_far.statements, report.organisation)
    statements = with_days_of_cumulated(with_cumulated_periods(statements, page.text, report), page.text, report)
    statements = with_paragraphs_period(statements, page.text, report)
    statements = with_proven_periods(statements, page.text, report)
    statements = with_stated_windows(page.text, with_bracketed(page.text, statements, report), report)
    told = tuple(with_rows_of_work(with_shared_windows(statements), report.title))
    return Reading(report, page.text, told, (Doubt(Kind.RECOGNISED),) if page.is_recognised else ())


@dataclass(slots=True)
class _SoFar:
    """What was read of a page, which its next unit may go on with."""

    text: str
    report: ReportFacts
    home: Home
    of_title: str | None  # the desk that the whole report is on
    statements: list[Statement] = field(default_factory=list)
    last: Unit | None = None
    desk: str | None = None  # the one spoken of
    opening: Opening | None = None

    def take(self, unit: Unit) -> None:
        """Reads the next unit."""
        words = unit.span.cut(self.text)
        if is_wider(words):
            self.desk = None
        goes_on = self.last is not None and self.last.block == unit.block
        setting = self._setting(unit, words)
        statement = read_statement(self.text, unit, self.report, self.home, setting, goes_on=goes_on)
        statement = self._tied(statement, goes_on=goes_on)
        self.desk = desk_spoken_of(unit, words, statement, self.desk, self.of_title)
        self.statements.append(statement)
        self.last = unit

    def _setting(self, unit: Unit, words: str) -> Setting:
        """What holds for the unit by what stands around it and before it."""
        is_part = self.last is not None and self.last.table == unit.table and _PART_ROW.match(fold(words))
        spoken_of = (_row_body(self.statements[-1]) if is_part else None) or self.desk
        setting = setting_of(self.text, unit, self.report, spoken_of)
        self.opening = opening_of(self.text, unit, self.last, self.opening, setting)
        if self.opening is None or self.opening.unit is unit:
            return setting
        return replace(setting, period=self.opening.period, window=self.opening.window)

    def _tied(self, statement: Statement, *, goes_on: bool) -> Statement:
        """The statement with what it says of the one before it."""
        if not self.statements:
            return statement
        before = self.statements[-1]
        if not goes_on:
            return with_share_named(statement, before)
        planned = with_share_named(with_plan(self.text, statement, before, self.home), before)
        return with_ranking_year(self.text, planned, before, self.report)


# "- Trong đó trực tuyến | 4.969": of the body that the row above it is of.
_PART_ROW = re.compile(r"\W*trong do\b")


def _row_body(row: Statement) -> str | None:
    return next((figure.organisation for figure in row.figures), None)


def _home(report: ReportFacts) -> Home:
    symbol = next(find_symbols(report.number or ""), None)
    body = re.split(r"[-/_]", symbol.symbol)[-1] if symbol and symbol.type == "Báo cáo" else None
    return Home(report.organisation, None if body == "UBND" else body, report.signed_on, report.title)
