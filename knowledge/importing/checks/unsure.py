"""What the reading itself is unsure of: numbers and symbols in a doubtful form, data that the report does not say."""

import re
from collections.abc import Iterator
from functools import cache

from knowledge.facts import Doubt, Measure, Operand, Reading
from knowledge.grammar.document_types import type_of_symbol
from knowledge.grammar.folding import fold
from knowledge.importing.checks.kinds import Kind
from knowledge.importing.checks.quantities import Quantity
from knowledge.importing.titles import file_title
from knowledge.vocabulary.loading import load_vocabulary


@cache
def _whole_things() -> frozenset[str]:
    """What is counted whole: there is no part of a dossier or of a person."""
    return frozenset(map(fold, load_vocabulary("counting")["whole"]["words"]))


def check_reading(reading: Reading, quantities: list[Quantity]) -> Iterator[Doubt]:
    """Each with what was read, so that the importer can see whether it is meant so."""
    report = reading.report
    yield from _unsaid(reading, quantities)
    for quantity in quantities:
        if _is_fraction(quantity):
            yield Doubt(Kind.FRACTION, (quantity.span,), (quantity.named("value"),))
    if report.kind != "register":
        yield from _symbols(reading)


def _unsaid(reading: Reading, quantities: list[Quantity]) -> Iterator[Doubt]:
    """What the report does not say of itself; a register is of an office or of its province, of a period or of a day."""
    report = reading.report
    is_register = report.kind == "register"
    if not report.organisation and not (is_register and report.province):
        yield Doubt(Kind.NO_ORGANISATION)
    is_dated = report.signed_on or report.published_on
    is_timeless = not is_dated if is_register else any(q.is_dossiers and not q.period for q in quantities)
    if not report.period and is_timeless:
        yield Doubt(Kind.NO_PERIOD)
    if is_register and report.title == file_title(report.source) and fold(report.title) not in fold(reading.text):
        yield Doubt(Kind.NO_TITLE)


def _is_fraction(quantity: Quantity) -> bool:
    """ "4,984 hồ sơ" is read as not quite five: a comma may stand for the point."""
    figure = quantity.figure
    counts = figure.measure is Measure.COUNT and fold(figure.unit) in _whole_things()
    return counts and figure.value != figure.value.to_integral_value()


def _symbols(reading: Reading) -> Iterator[Doubt]:
    """Numbers whose symbol has a letter of another alphabet's form, or names no type and no drafting unit."""
    seen: set[str] = set()
    for statement in reading.statements:
        for citation in statement.citations:
            written = citation.written or ""
            if written and written not in seen and _is_malformed(written, citation.symbol or ""):
                seen.add(written)
                yield Doubt(Kind.SYMBOL, (statement.span,), (Operand("document", written),))


def _is_malformed(written: str, symbol: str) -> bool:
    has_wrong_mark = bool(re.search(r"[_\\]|--|//", written))
    runs_together = type_of_symbol(symbol) is None and bool(re.fullmatch(r"[A-ZĐ]{5,}", symbol))
    return has_wrong_mark or runs_together
