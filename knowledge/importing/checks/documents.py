"""One document number with two dates, in the report or against a published one; a number's year and its date."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from knowledge.facts import DatedDocument, Doubt, Operand, Reading, Role, Span
from knowledge.grammar.dates import format_date
from knowledge.grammar.folding import fold
from knowledge.grammar.symbols import fold_symbol
from knowledge.importing.checks.kinds import Kind
from knowledge.importing.checks.published import Known

_YEAR_WITHIN = re.compile(r"/\s?((?:19|20)\d\d)\s?/")
_CENTRAL = re.compile(r"\b(?:nd-cp|nq-cp|qd-ttg|ct-ttg|nq-tw|[a-z]+-qh|qh\d{2})\b")
# Reports write a symbol short where the place is plain ("35/QĐ"): too little to tell documents apart by.
_LEAST_PARTS = 2


@dataclass(frozen=True, slots=True)
class _Dated:
    """A document with its date, in this report (`span`) or in a published one (`report`)."""

    written: str
    issued_on: date
    issuer: str
    span: Span | None = None
    report: str = ""


def check_documents(reading: Reading, known: Known) -> Iterator[Doubt]:
    """Numbers begin anew every year and everywhere: only dates of one year and one issuer contradict each other."""
    own = _dated(reading)
    others: dict[tuple[str, str], list[_Dated]] = defaultdict(list)
    for document in known.documents:
        if _is_same_scope(reading, document):
            others[_key(document.number, document.symbol)].append(_of_published(document))
    is_register = reading.report.kind == "register"  # whose rows are looked through on their own
    for key, mentions in own.items():
        beside = [] if is_register else mentions
        if (found := _contradiction(mentions, beside, others.get(key, []))) is not None:
            yield found
    if not is_register:
        yield from _years(reading)


def _contradiction(mentions: list[_Dated], beside: list[_Dated], others: list[_Dated]) -> Doubt | None:
    """The first two that differ; one doubt for a number is enough."""
    for index, one in enumerate(mentions):
        for other in (*beside[index + 1 :], *others):
            if _differ(one, other):
                spans = [s for s in (one.span, other.span) if s]
                operands = (
                    Operand("document", one.written),
                    Operand("date", format_date(one.issued_on)),
                    Operand("other_date", format_date(other.issued_on), other.report),
                )
                return Doubt(Kind.TWO_DATES, tuple(dict.fromkeys(spans)), operands)
    return None


def _differ(one: _Dated, other: _Dated) -> bool:
    if one.issued_on == other.issued_on or not _is_same_issuer(one.issuer, other.issuer):
        return False
    return one.issued_on.year == other.issued_on.year


def _is_same_issuer(one: str, other: str) -> bool:
    """Whether both are told and one may be short for the other."""
    a, b = (fold(name).replace("uy ban nhan dan", "ubnd").replace("hoi dong nhan dan", "hdnd") for name in (one, other))
    return bool(a and b) and (f"{a} ".startswith(f"{b} ") or f"{b} ".startswith(f"{a} "))


def _is_same_scope(reading: Reading, document: DatedDocument) -> bool:
    """A number counts in its province; those of the centre count everywhere."""
    if _CENTRAL.search(fold_symbol(document.symbol)):
        return True
    return fold(document.province or "") == fold(reading.report.province or "")


def _dated(reading: Reading) -> dict[tuple[str, str], list[_Dated]]:
    found: dict[tuple[str, str], list[_Dated]] = defaultdict(list)
    for statement in reading.statements:
        for c in statement.citations:
            if not c.number or not c.symbol or c.issued_on is None or c.role is Role.PLANNED:
                continue
            if len(fold_symbol(c.symbol).split("-")) >= _LEAST_PARTS:
                dated = _Dated(c.written or "", c.issued_on, c.issuer or "", statement.span)
                found[_key(c.number, c.symbol)].append(dated)
    return found


def _of_published(document: DatedDocument) -> _Dated:
    written = f"{document.number}/{document.symbol}"
    return _Dated(written, document.issued_on, document.issuer or "", report=document.report)


def _key(number: str, symbol: str) -> tuple[str, str]:
    return number.lstrip("0"), fold_symbol(symbol)


def _years(reading: Reading) -> Iterator[Doubt]:
    """ "16/2021/QĐ-UBND ngày 12/3/2020": the year within the number is that of its date."""
    for statement in reading.statements:
        for citation in statement.citations:
            within = _YEAR_WITHIN.search(citation.written or "")
            if within and citation.issued_on and citation.issued_on.year != int(within[1]):
                dates = Operand("date", format_date(citation.issued_on))
                yield Doubt(Kind.NUMBER_YEAR, (statement.span,), (Operand("document", citation.written or ""), dates))
