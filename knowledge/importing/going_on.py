"""What a sentence says of the one before it: of its plan, its share, its ranking."""

import re
from dataclasses import replace
from datetime import date

from knowledge.facts import Citation, Measure, ReportFacts, Role, Statement
from knowledge.grammar.folding import fold
from knowledge.importing.issuers import Home
from knowledge.importing.plans import effective_date, expected_period
from knowledge.importing.setting import resolve_periods
from knowledge.importing.times import is_compared


def with_plan(text: str, statement: Statement, before: Statement, home: Home) -> Statement:
    """The statement, with what it says of the document of the sentence before: when that is planned for, or takes effect."""
    only_replaces = all(c.role in {Role.REPLACED, Role.ENDING, Role.AMENDED} for c in statement.citations)
    if only_replaces and (effective := effective_date(fold(statement.span.cut(text)))):
        of_type = [c for c in before.citations if _is_called(c, text, statement)]
        if not of_type:
            return statement
        return replace(statement, citations=(_in_effect(of_type[-1], statement, effective), *statement.citations))
    if statement.citations or not re.search(r"du kien|chua (?:trinh|ban hanh)", fold(statement.span.cut(text))):
        return statement
    open_plans = [c for c in before.citations if c.number is None]
    expected = expected_period(fold(statement.span.cut(text)), home)
    if not open_plans or expected is None:
        return statement
    plan = replace(open_plans[-1], span=statement.span, role=Role.PLANNED, expected=expected)
    return replace(statement, kind="document", citations=(plan,))


def _is_called(citation: Citation, text: str, statement: Statement) -> bool:
    """Whether the sentence begins with the type of the document or of what it issues ("Quy chế có hiệu lực …")."""
    opening = " ".join(fold(statement.span.cut(text)).split()[:2])
    named = fold(f"{citation.type or ''} {citation.subject or ''}")
    return opening in named


def _in_effect(citation: Citation, statement: Statement, day: date) -> Citation:
    return replace(citation, span=statement.span, role=Role.IMPLEMENTED, effective_on=day)


_RANKING = re.compile(r"\b(?:xep hang|chi so|cham diem)\b")


def with_ranking_year(text: str, statement: Statement, before: Statement, report: ReportFacts) -> Statement:
    """The statement, its places and points being of the year that the sentence before names: "… công bố xếp hạng năm 2019. Khối sở: …"."""
    words = fold(before.span.cut(text))
    placed = [f for f in statement.figures if f.measure in {Measure.RANK, Measure.SCORE} and f.period == report.period]
    goes_on = any(f.measure in {Measure.RANK, Measure.SCORE} and f.period != report.period for f in before.figures)
    if not placed or not (goes_on or _RANKING.search(words)):
        return statement
    reference = report.signed_on or report.published_on or date(1, 1, 1)
    told = resolve_periods(words, reference, report.period)
    named = [p for m, p in told if not m.is_same_period and not is_compared(words, m)]
    # "Khối sở: …. Khối huyện: …": the list goes on.
    named = named or [f.period for f in before.figures if f.measure in {Measure.RANK, Measure.SCORE} and f.period]
    if len(set(named)) != 1:
        return statement
    return replace(
        statement, figures=tuple(replace(f, period=named[0]) if f in placed else f for f in statement.figures)
    )


_ANAPHOR = re.compile(r"(?:ty le|ti le|con so) nay")


def with_share_named(statement: Statement, before: Statement) -> Statement:
    """The statement, where "tỷ lệ này" in it is of what the share of the sentence before is of."""
    shares = [f for f in before.figures if f.measure is Measure.SHARE]
    if not shares or not any(_ANAPHOR.search(fold(f.label)) for f in statement.figures):
        return statement
    figures = tuple(
        replace(f, head=f"{shares[-1].label} {f.head}", period=shares[-1].period)
        if _ANAPHOR.search(fold(f.label))
        else f
        for f in statement.figures
    )
    return replace(statement, figures=figures)
