"""Numbers in brackets that a report declares to be another time's: "Số trong ngoặc vuông là của quý I năm 2023"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from knowledge.facts import Figure, Period, ReportFacts, Statement
from knowledge.grammar.folding import fold
from knowledge.grammar.year_parts import previous_year
from knowledge.importing.setting import resolve_periods

_DECLARED = re.compile(
    r"\b(?:so|so lieu|con so|gia tri)(?: (?:ghi|dat|de|neu))?(?: o)? trong (?:dau |cap )?ngoac(?: (?P<kind>vuong|don|tron))?\W*"
    r"(?:la|chi|the hien)(?: (?:so|so lieu|ket qua))?(?: cua)? (?P<when>cung ky|nam truoc|(?:quy|nam|\d{1,2} thang|thang)\b)"
)
_ROUND, _SQUARE = re.compile(r"\(([^()]*)\)"), re.compile(r"\[([^\[\]]*)\]")


@dataclass(frozen=True, slots=True)
class _Declared:
    brackets: re.Pattern[str]
    period: Period


def with_bracketed(text: str, statements: Sequence[Statement], report: ReportFacts) -> list[Statement]:
    """The statements, each figure in such brackets being of the other time and called as the one before them in its unit."""
    declared = _declared(text, statements, report)
    if declared is None:
        return list(statements)
    return [_told_apart(text, statement, declared) for statement in statements]


def _declared(text: str, statements: Sequence[Statement], report: ReportFacts) -> _Declared | None:
    """Which brackets, and of what time what stands in them is; None where the report says nothing of it."""
    for statement in statements:
        folded = fold(statement.span.cut(text))
        if "ngoac" not in folded or (said := _DECLARED.search(folded)) is None:
            continue
        brackets = _SQUARE if said["kind"] == "vuong" else _ROUND
        if said["when"] in {"cung ky", "nam truoc"}:
            return _Declared(brackets, previous_year(report.period)) if report.period else None
        told = resolve_periods(folded, report.signed_on or date(1, 1, 1), report.period)
        named = next((period for mention, period in told if mention.start >= said.start("when")), None)
        return _Declared(brackets, named) if named else None
    return None


def _told_apart(text: str, statement: Statement, declared: _Declared) -> Statement:
    words, start = statement.span.cut(text), statement.span.start
    inside = [range(m.start(1) + start, m.end(1) + start) for m in declared.brackets.finditer(words)]
    if not inside or "|" in words:
        return statement
    return replace(statement, figures=tuple(_of_their_times(statement.figures, inside, declared.period)))


def _of_their_times(figures: Sequence[Figure], inside: Sequence[range], period: Period) -> Iterator[Figure]:
    """The figures; those in brackets with the names of the last ones before them that are told alike."""
    before: dict[tuple[object, str], tuple[int, Figure]] = {}
    stands_for: dict[int, int] = {}  # which figure one in brackets is told beside
    for at, figure in enumerate(figures):
        sort = figure.measure, figure.unit
        if not any(figure.span.start in place for place in inside):
            whole = figure.part_of if figure.part_of is None else stands_for.get(figure.part_of, figure.part_of)
            plain = replace(figure, label=_without_marks(figure.label), head=_without_marks(figure.head), part_of=whole)
            before[sort] = at, plain
            yield plain
        elif sort in before:
            stands_for[at], own = before[sort]
            yield replace(
                figure, label=own.label, head=own.head, period=period, window=None, compared_to=None, part_of=None
            )
        else:
            yield figure


def _without_marks(label: str) -> str:
    return " ".join(label.replace("[", " ").replace("]", " ").split())
