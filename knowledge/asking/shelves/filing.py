"""Reports by what they are asked for by: number, issuer, period, year."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from knowledge.asking.shelves.entries import ReportEntry
from knowledge.facts import Period
from knowledge.grammar.organisations import Organisation
from knowledge.grammar.periods import period_index
from knowledge.grammar.symbols import find_symbols


class Filed:
    """Reports under each heading, in the order of the library."""

    def __init__(self, reports: Sequence[ReportEntry]) -> None:
        self.all = reports
        self._by_number: dict[str, list[ReportEntry]] = defaultdict(list)
        self._written: dict[str, list[ReportEntry]] = defaultdict(list)
        self._by_period: dict[Period, list[ReportEntry]] = defaultdict(list)
        self._by_own_period: dict[Period | None, list[ReportEntry]] = defaultdict(list)
        self._by_part: dict[tuple[str, int], list[ReportEntry]] = defaultdict(list)
        self._by_year: dict[int, list[ReportEntry]] = defaultdict(list)
        self._by_id: dict[int, ReportEntry] = {}
        self._by_issuer: dict[tuple[Organisation, str, frozenset[str]], list[ReportEntry]] = defaultdict(list)
        for report in reports:
            self._file(report)
        self._issuers_of: dict[str, list[list[ReportEntry]]] = defaultdict(list)
        for (body, province, _), of_issuer in self._by_issuer.items():
            for place in {body.place, province}:
                self._issuers_of[place].append(of_issuer)

    def _file(self, report: ReportEntry) -> None:
        number, period = report.facts.number, report.facts.period
        if number:
            self._written[number].append(report)
            if (symbol := next(find_symbols(number), None)) is not None:
                self._by_number[symbol.number.lstrip("0")].append(report)
        for one in report.periods:
            self._by_period[one].append(report)
        self._by_own_period[period].append(report)
        if period is not None:
            self._by_part[period.kind.value, period_index(period)].append(report)
        self._by_year[report.told_on.year].append(report)
        self._by_id[report.id] = report
        self._by_issuer[report.body, report.province, report.desks].append(report)

    def numbered(self, number: str) -> Sequence[ReportEntry]:
        """Those of that number, which has no leading noughts."""
        return self._by_number.get(number, ())

    def written(self, number: str) -> Sequence[ReportEntry]:
        """Those whose number is written just so."""
        return self._written.get(number, ())

    def of_period(self, period: Period) -> Sequence[ReportEntry]:
        """Those of that period, or whose title names it."""
        return self._by_period.get(period, ())

    def of_own_period(self, period: Period) -> Sequence[ReportEntry]:
        """Those of just that period."""
        return self._by_own_period.get(period, ())

    def of_part(self, kind: str, index: int) -> Sequence[ReportEntry]:
        """Those of such a quarter, half or month of any year."""
        return self._by_part.get((kind, index), ())

    def of_year(self, year: int) -> Sequence[ReportEntry]:
        """Those told in that year."""
        return self._by_year.get(year, ())

    def with_id(self, report_id: int) -> ReportEntry | None:
        """The one of that row of the store."""
        return self._by_id.get(report_id)

    @property
    def years(self) -> Sequence[int]:
        """The years in which reports were told, the newest first."""
        return sorted(self._by_year, reverse=True)

    def of_issuers(self, fits: Callable[[ReportEntry], bool], places: Sequence[str]) -> list[ReportEntry]:
        """Those whose issuer fits; where places are given it is of each of them, or its province is."""
        groups = self._issuers_of.get(places[0], ()) if places else self._by_issuer.values()
        found = [report for group in groups if fits(group[0]) for report in group]
        return sorted(found, key=lambda report: report.index) if len(groups) > 1 else found
