"""Figures without a time of their own in a report of a quarter and the months up to it: of which they are, their sums prove.

"Hồ sơ 9 tháng: tiếp nhận 783.951 hồ sơ. Trực tuyến 472.330 hồ sơ, đạt 60,25%." – the share is one of the nine months' dossiers.
"""

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from knowledge.facts import Figure, Measure, Period, ReportFacts, Statement
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.importing.cumulated import longer_period

# "Riêng quý III", "trong quý": of the quarter, whatever the sums are.
_SAYS_TIME = pattern_of(r"\b(?:quy (?:i{1,3}|iv|[1-4])|trong quy|quy nay|trong ky|thang \d{1,2}|cung ky|nam truoc)\b")
_QUARTER = re.compile(r"\b(?:(?:quy (?:i{1,3}|iv|[1-4])|trong quy|quy nay)\b(?:,? nam 20\d\d|[ /]*20\d\d)?)")
_DAYS = re.compile(r"\([^()]*\)")
_LONGER = re.compile(r"\b(?:thang|nam)\b")
# What is small is the share of many a whole.
_LEAST_WHOLE = Decimal(500)
# A share is written with one or two decimals: half of the last is its rounding.
_TWO_DECIMALS, _ONE_DECIMAL = Decimal("0.0055"), Decimal("0.055")
# What is settled or due of the months is about what came in; a quarter's is a third or a half of that.
_LEAST_OF_WHOLE, _MOST_OF_WHOLE = Decimal("0.75"), Decimal("1.15")


def with_proven_periods(statements: Sequence[Statement], text: str, report: ReportFacts) -> list[Statement]:
    """The statements, with the longer period where their figures are proven to be of it; others stay the quarter's."""
    whole = longer_period(statements, report)
    if whole is None or report.period is None:
        return list(statements)
    known = _Known(report.period, whole)
    for statement in statements:
        known.take(statement, text)
    told: list[Statement] = []
    for statement in statements:
        proven = known.is_proven(statement, text)
        told.append(known.moved(statement) if proven else statement)
        if proven:
            known.take(told[-1], text)
    return told


@dataclass
class _Known:
    """The dossiers that a report counts for the longer period and for the quarter, as it says itself."""

    own: Period
    whole: Period
    longer: list[Decimal] = field(default_factory=list)  # in order, as a table may have thousands
    quarter: list[Decimal] = field(default_factory=list)
    most: Decimal = Decimal(0)  # dossiers of the longer period

    def take(self, statement: Statement, text: str) -> None:
        """Keep what a statement counts for one of the two."""
        says_quarter = bool(_SAYS_TIME.search(fold(statement.span.cut(text))))
        for figure in _counts(statement):
            if figure.period == self.whole:
                insort(self.longer, figure.value)
                self.most = max(self.most, figure.value) if "ho so" in fold(figure.unit) else self.most
            elif figure.period == self.own and says_quarter:
                insort(self.quarter, figure.value)

    def is_proven(self, statement: Statement, text: str) -> bool:
        """Whether the figures of a statement that names no time are shares or nearly all of what the longer period counts."""
        if statement.task is not None or not self.longer or _SAYS_TIME.search(fold(statement.span.cut(text))):
            return False
        if _is_under_quarter(statement):
            return False
        times = {figure.period for figure in statement.figures}
        if self.own not in times or self.whole in times:
            return False  # a row with a column for each
        return self._is_share(statement) or self._is_nearly_all(statement) or self._is_of_known(statement)

    def moved(self, statement: Statement) -> Statement:
        """The statement with its figures of the quarter in the longer period."""
        figures = (
            replace(f, period=self.whole, window=None, is_cumulative=True) if f.period == self.own else f
            for f in statement.figures
        )
        return replace(statement, figures=tuple(figures))

    def _is_share(self, statement: Statement) -> bool:
        own = {figure.value for figure in _counts(statement)}
        wholes = [
            _wholes(part, share) for part, share in _shares(statement) if not _has_whole_before(statement, part, share)
        ]
        return any(set(_within(self.longer, *ends)) - own for ends in wholes) and not any(
            _within(self.quarter, *ends) for ends in wholes
        )

    def _is_nearly_all(self, statement: Statement) -> bool:
        """ "Giải quyết 765.412 hồ sơ" where 783.951 came in in the months."""
        first = next(_counts(statement), None)
        least = self.most * _LEAST_OF_WHOLE
        if first is None or not self.most or (self.quarter and self.quarter[-1] > least):
            return False
        return "ho so" in fold(first.unit) and least <= first.value <= self.most * _MOST_OF_WHOLE

    def _is_of_known(self, statement: Statement) -> bool:
        """ "Thư xin lỗi: 4.490/5.885 hồ sơ": all of a number that is told of the months."""
        wholes = {
            f.whole for f in statement.figures if f.measure is Measure.RATIO and f.whole and f.whole >= _LEAST_WHOLE
        }
        is_longer = any(_within(self.longer, whole, whole) for whole in wholes)
        return is_longer and not any(_within(self.quarter, whole, whole) for whole in wholes)


def _counts(statement: Statement) -> Iterator[Figure]:
    return (f for f in statement.figures if f.measure is Measure.COUNT and f.value >= _LEAST_WHOLE)


def _shares(statement: Statement) -> Iterator[tuple[Figure, Figure]]:
    """Each count of the statement with the share that it is said to be."""
    for share in statement.figures:
        if share.measure is Measure.SHARE and share.share_of is not None:
            part = statement.figures[share.share_of]
            if part.measure is Measure.COUNT:
                yield part, share


def _has_whole_before(statement: Statement, part: Figure, share: Figure) -> bool:
    """Whether the sentence itself counts, before the part, what its share is of: "giải quyết 2.540 hồ sơ, trễ hạn 14 hồ sơ (0,55%)"."""
    least, most = _wholes(part, share)
    return any(f.span.start < part.span.start and least <= f.value <= most for f in _counts(statement))


def _is_under_quarter(statement: Statement) -> bool:
    """Whether the nearest heading that says a time says the quarter alone: "II. KẾT QUẢ QUÝ II NĂM 2020"."""
    for heading in reversed(fold(statement.heading).split(" > ")):
        is_longer = _LONGER.search(_QUARTER.sub("", _DAYS.sub("", heading))) is not None
        if is_longer or _QUARTER.search(heading):
            return not is_longer
    return False


def _wholes(part: Figure, share: Figure) -> tuple[Decimal, Decimal]:
    """The least and the most that the whole can be of which the part is that share, as it is rounded."""
    rounding = _TWO_DECIMALS if int(share.value.as_tuple().exponent) <= -2 else _ONE_DECIMAL
    least, most = share.value - rounding, share.value + rounding
    if least <= 0:
        return Decimal(1), Decimal(0)
    return max(part.value * 100 / most, _LEAST_WHOLE, part.value), part.value * 100 / least


def _within(values: list[Decimal], first: Decimal, last: Decimal) -> list[Decimal]:
    return values[bisect_left(values, first) : bisect_right(values, last)]
