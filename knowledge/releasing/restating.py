"""What a draft says of itself is put right: the report's data, and what its sentences have from them."""

from collections.abc import Iterator
from dataclasses import replace

from knowledge.facts import Figure, Period, Reading, ReportFacts, Statement
from knowledge.grammar.folding import fold
from knowledge.grammar.periods import PeriodMention, find_periods


def restate(reading: Reading, report: ReportFacts) -> Reading:
    """The reading with these data; figures and documents that had their period or issuer from the old ones follow."""
    before = reading.report
    statements = reading.statements
    if report.period != before.period:
        statements = tuple(_with_period(one, reading.text, before.period, report.period) for one in statements)
    if report.organisation != before.organisation and before.organisation:
        statements = tuple(
            _with_issuer(one, reading.text, before.organisation, report.organisation) for one in statements
        )
    return replace(reading, report=report, statements=statements)


def _with_period(statement: Statement, text: str, old: Period | None, new: Period | None) -> Statement:
    if not any(figure.period == old for figure in statement.figures):
        return statement
    mentions = list(find_periods(fold(f"{statement.heading} {statement.span.cut(text)}")))
    figures = tuple(_figure(one, mentions, old, new) for one in statement.figures)
    return replace(statement, figures=figures)


def _figure(figure: Figure, mentions: list[PeriodMention], old: Period | None, new: Period | None) -> Figure:
    """A period that the sentence or its heading says itself stays; where it leaves the year open, it is the new one's."""
    if figure.period != old:
        return figure
    if old is not None and any(not one.is_open and one.resolve(old.last) == old for one in mentions):
        return figure
    told = next(_open(mentions, old), None) if old is not None else None
    if told is not None:
        return replace(figure, period=told.in_year(new.last.year)) if new is not None else figure
    return replace(figure, period=new)


def _open(mentions: list[PeriodMention], old: Period) -> Iterator[PeriodMention]:
    return (one for one in mentions if one.is_open and one.in_year(old.last.year) == old)


def _with_issuer(statement: Statement, text: str, old: str, new: str | None) -> Statement:
    if fold(old) in fold(statement.span.cut(text)):
        return statement
    citations = tuple(replace(one, issuer=new) if one.issuer == old else one for one in statement.citations)
    return replace(statement, citations=citations)
