"""The reports of a library by what they are asked for by, in its order."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

import numpy as np

from knowledge.asking.shelves import filing
from knowledge.asking.shelves.columns import Columns
from knowledge.asking.shelves.entries import ReportEntry
from knowledge.asking.shelves.kept import Entries, Some
from knowledge.asking.shelves.layers import Layers
from knowledge.asking.shelves.postings import union
from knowledge.asking.shelves.shortlist import judged
from knowledge.facts import Period


class Filed:
    """Each drawer's reports; they are looked at only when they are asked for."""

    def __init__(self, reports: Entries[ReportEntry], columns: Columns, drawers: Layers) -> None:
        self._reports = reports
        self._columns = columns
        self._drawers = drawers

    def _in(self, drawer: str) -> Some[ReportEntry]:
        return Some(self._reports, self._drawers.of(drawer))

    def is_called(self, name: str) -> bool:
        """Whether any of them calls something by that name, in plain folded words."""
        return len(self._drawers.of(filing.calling(name))) > 0

    def numbered(self, number: str) -> Some[ReportEntry]:
        """Those of that number, which has no leading noughts."""
        return self._in(filing.numbered(number))

    def written(self, number: str) -> Some[ReportEntry]:
        """Those whose number is written just so."""
        return self._in(filing.written(number))

    def of_type(self, name: str | None) -> Some[ReportEntry]:
        """Those whose number is that of such a document; None of those whose number says nothing of it."""
        return self._in(filing.of_type(name))

    @property
    def unnumbered(self) -> Some[ReportEntry]:
        """Those without a number."""
        return self._in(filing.UNNUMBERED)

    def of_kinds(self, kinds: Iterable[str]) -> Some[ReportEntry]:
        """Those of one of the kinds."""
        return Some(self._reports, union([self._drawers.of(filing.of_kind(kind)) for kind in kinds]))

    def issued_by(self, name: str | None) -> Some[ReportEntry]:
        """Those of the organisation of that name, however it is spelt; None of those that name none."""
        return self._in(filing.issued_by(name))

    def own_periods(self, among: Some[ReportEntry]) -> Sequence[Period]:
        """The periods that these are of, each once."""
        return [filing.own_period(one) for one in self._of_own_periods if len(among.among(self._drawers.of(one)))]

    @cached_property
    def _of_own_periods(self) -> list[str]:
        return [drawer for drawer in self._drawers.words() if drawer.startswith(filing.OWN)]

    def of_period(self, period: Period) -> Some[ReportEntry]:
        """Those of that period, or whose title names it."""
        return self._in(filing.of_period(period))

    def of_own_period(self, period: Period) -> Some[ReportEntry]:
        """Those of just that period."""
        return self._in(filing.of_own_period(period))

    def of_part(self, kind: str, index: int) -> Some[ReportEntry]:
        """Those of such a quarter, half or month of any year."""
        return self._in(filing.of_part(kind, index))

    def of_year(self, year: int) -> Some[ReportEntry]:
        """Those told in that year."""
        return self._in(filing.of_year(year))

    def newest_first(self, among: Some[ReportEntry]) -> Some[ReportEntry]:
        """The same, those that speak from the latest day first."""
        told = self._columns.r_told[among.numbers]
        return Some(self._reports, among.numbers[np.argsort(-told, kind="stable")])

    def newest(self, among: Some[ReportEntry]) -> Some[ReportEntry]:
        """The one of these that is surely not older than the others, the first of several; only those that may be it are read."""
        told = self._columns.r_told[among.numbers]
        found, not_before = 0, 0
        for at in np.argsort(-told, kind="stable").tolist():
            if told[at] < not_before:
                break  # what speaks from an earlier day is older
            its = among[at].not_before.toordinal()
            if its > not_before or (its == not_before and at < found):
                found, not_before = at, its
        return among[found : found + 1]

    def with_id(self, report_id: int | None) -> ReportEntry | None:
        """The one of that row of the store, if it is here."""
        found = self._in(filing.with_id(report_id)) if report_id is not None else ()
        return found[0] if found else None

    @cached_property
    def years(self) -> Sequence[int]:
        """The years in which reports were told, the newest first."""
        named = [drawer for drawer in self._drawers.words() if drawer.startswith(filing.YEAR)]
        years = [int(drawer.removeprefix(filing.YEAR)) for drawer in named if len(self._drawers.of(drawer))]
        return sorted(years, reverse=True)

    def of_issuers(self, fits: Callable[[ReportEntry], bool], places: Sequence[str]) -> Some[ReportEntry]:
        """Those whose issuer fits; where places are given it is of the first of them, or its province is."""
        codes = self.issuers_of(places[0]) if places else range(len(self._columns.issuers))
        is_fitting = np.zeros(len(self._columns.issuers), np.bool_)
        for code in codes:
            first = self.report_of_issuer(code)
            is_fitting[code] = first is not None and fits(first)
        numbers = self._reports.numbers()
        return Some(self._reports, numbers[is_fitting[self._columns.r_issuer[numbers]]])

    def whose_issuers(self, among: Some[ReportEntry], fits: Callable[[ReportEntry], bool]) -> Some[ReportEntry]:
        """Those of them whose issuer fits, of each of which one report is read."""

        def is_fitting(code: int) -> bool:
            first = self.report_of_issuer(code)
            return first is not None and fits(first)

        return among.where(judged(self._columns.r_issuer[among.numbers], is_fitting))

    @cached_property
    def has_several_provinces(self) -> bool:
        """Whether the reports are of more than one province."""
        return len({self._columns.issuers[code][3] for code in self._first_of_issuer} - {""}) > 1

    @cached_property
    def _first_of_issuer(self) -> dict[int, int]:
        numbers = self._reports.numbers()
        codes, places = np.unique(self._columns.r_issuer[numbers], return_index=True)
        return {int(code): int(numbers[place]) for code, place in zip(codes, places, strict=True)}

    def report_of_issuer(self, code: int) -> ReportEntry | None:
        """The first report of that one of `issuers`; all that is known of the issuer stands in it."""
        number = self._first_of_issuer.get(code)
        return None if number is None else self._reports[number]

    def issuers_of(self, place: str) -> Sequence[int]:
        """Which of `issuers` are of that place or province, in order."""
        return self._issuers_by_place.get(place, [])

    @cached_property
    def _issuers_by_place(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for code, (_, _, place, province, _) in enumerate(self._columns.issuers):
            for one in {place, province}:
                found.setdefault(one, []).append(code)
        return found

    def warm(self) -> None:
        """Builds what is built when it is first wanted."""
        _ = self.has_several_provinces, self._issuers_by_place, self._of_own_periods, self.years
