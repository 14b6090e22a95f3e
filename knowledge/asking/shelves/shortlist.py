"""Documents narrowed down by what is known of them, without looking at any of them but the last few."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from knowledge.asking.documents import Document
from knowledge.asking.shelves.catalogue import Catalogue, Is
from knowledge.asking.shelves.kept import Entries, Some
from knowledge.asking.shelves.owners import NAMES_NOBODY, is_owned_by
from knowledge.asking.shelves.postings import Numbers, among, are_all, distinct, spread
from knowledge.facts import Period
from knowledge.grammar.normalising import normalise
from knowledge.grammar.organisations import Organisation

# Up to so many values are asked about one by one, which is faster than to sort them.
_FEW = 64


def judged(codes: NDArray[Any], is_fitting: Callable[[int], bool]) -> NDArray[np.bool_]:
    """Which of the codes fit; each value is asked about once, however often it is there."""
    if len(codes) <= _FEW:
        known: dict[int, bool] = {}
        plain = codes.tolist()
        for code in plain:
            if code not in known:
                known[code] = is_fitting(code)
        return np.array([known[code] for code in plain], np.bool_)
    values = distinct(codes)
    return np.array([is_fitting(value) for value in values.tolist()], np.bool_)[np.searchsorted(values, codes)]


class Documents(Protocol):
    """The documents that are narrowed down, and which of them are what; each tells it for all that are there."""

    @property
    def documents(self) -> Entries[Document]:
        """Every document."""

    @property
    def catalogue(self) -> Catalogue:
        """What is known of them without reading them."""

    def documents_about(self, words: str) -> Numbers:
        """Those whose subjects have all the words."""

    def are_of_place(self, numbers: Numbers, place: str) -> NDArray[np.bool_]:
        """Which of these can be said to be of that place."""

    def are_told_in(self, numbers: Numbers, reports: Numbers) -> NDArray[np.bool_]:
        """Of which of these one of the ascending reports tells."""


class Shortlist(Some[Document]):
    """Some documents of a library; each narrowing gives another list, in the same order."""

    def __init__(self, library: Documents, numbers: Numbers) -> None:
        super().__init__(library.documents, numbers)
        self._library = library

    def where(self, fits: NDArray[np.bool_]) -> "Shortlist":
        """Those for which the mask holds."""
        return Shortlist(self._library, self.numbers[fits])

    def none(self) -> "Shortlist":
        """None of them."""
        return Shortlist(self._library, self.numbers[:0])

    def at(self, place: int) -> "Shortlist":
        """The one in that place."""
        return Shortlist(self._library, self.numbers[place : place + 1])

    def chosen(self, fits: Callable[[Document], bool], surely: NDArray[np.bool_] | None = None) -> "Shortlist":
        """Those that fit; each is looked at but those that surely do."""
        if surely is None:
            return self.where(np.fromiter((fits(document) for document in self), np.bool_, len(self)))
        if are_all(surely):
            return self
        does = surely.copy()
        for at in np.flatnonzero(~surely).tolist():
            does[at] = fits(self[at])
        return self.where(does)

    def _by_code(self, column: Numbers, is_fitting: Callable[[int], bool]) -> "Shortlist":
        return self.where(judged(column[self.numbers], is_fitting))

    def called(self, fits: Callable[[str, frozenset[str]], bool]) -> "Shortlist":
        """Those whose folded symbol and types fit."""
        catalogue = self._library.catalogue
        width = len(catalogue.types)
        both = catalogue.d_symbol[self.numbers].astype(np.int64) * width + catalogue.d_types[self.numbers]
        return self.where(
            judged(both, lambda code: fits(catalogue.symbols[code // width], catalogue.types[code % width]))
        )

    def of_types(self, fits: Callable[[frozenset[str]], bool]) -> "Shortlist":
        """Those whose types fit."""
        return self._by_code(self._library.catalogue.d_types, lambda code: fits(self._library.catalogue.types[code]))

    def standing(self, fits: Callable[[str, bool], bool], today: date) -> "Shortlist":
        """Those of which the newest register gives a fitting state, folded; the second word is whether its day has passed."""
        catalogue = self._library.catalogue
        due = catalogue.d_due[self.numbers]
        both = catalogue.d_status[self.numbers] * 2 + ((due > 0) & (due < today.toordinal()))
        return self.where(judged(both, lambda code: code >= 0 and fits(catalogue.statuses[code // 2], bool(code % 2))))

    def that_are(self, what: Is) -> "Shortlist":
        """Those of which all this is so."""
        return self.where((self._library.catalogue.d_is[self.numbers] & int(what)) == int(what))

    def that_are_not(self, what: Is) -> "Shortlist":
        """Those of which none of this is so."""
        return self.where((self._library.catalogue.d_is[self.numbers] & int(what)) == 0)

    def among(self, numbers: Numbers) -> "Shortlist":
        """Those that are among these ascending numbers."""
        return self.where(among(self.numbers, numbers))

    def told_in(self, reports: Iterable[int]) -> "Shortlist":
        """Those of which one of the reports tells, each report by its number."""
        return self.where(self._library.are_told_in(self.numbers, np.sort(np.fromiter(reports, np.int32))))

    def of_years(self, years: Iterable[int]) -> "Shortlist":
        """Those whose number is of these years; 0 stands for those of which no report says."""
        return self._with_one_of(self._library.catalogue.d_year, years)

    def issued_on(self, days: Iterable[date | None]) -> "Shortlist":
        """Those issued on one of the days; None stands for those that no report dates."""
        return self._with_one_of(self._library.catalogue.d_issued, [day.toordinal() if day else 0 for day in days])

    def _with_one_of(self, column: NDArray[Any], wanted: Iterable[int]) -> "Shortlist":
        values = column[self.numbers]
        fits = np.zeros(len(values), np.bool_)
        for value in wanted:
            fits |= values == value
        return self.where(fits)

    def issued_within(self, periods: Iterable[Period]) -> "Shortlist":
        """Those issued in one of the periods."""
        issued = self._library.catalogue.d_issued[self.numbers]
        fits = np.zeros(len(issued), np.bool_)
        for period in periods:
            fits |= (issued >= period.first.toordinal()) & (issued <= period.last.toordinal())
        return self.where(fits)

    def of_bodies(self, bodies: Iterable[Organisation], *, with_responsible: bool = True) -> "Shortlist":
        """Those that every body issued, was charged with, or is the place of."""
        found = self
        for body in bodies:
            if len(found) > 1 and body.place:
                # Nobody else can be of the body, and whose it is takes longer to tell.
                found = found.where(self._library.are_of_place(found.numbers, body.place))
            if len(found):
                found = found.where(found._is_of(body, with_responsible=with_responsible))
        return found

    def charged_to(self, fits: Callable[[str], bool]) -> "Shortlist":
        """Those with which somebody of a fitting name is charged."""
        catalogue = self._library.catalogue
        mentions, whose = spread(catalogue.d_mention[self.numbers], catalogue.d_mention[self.numbers + 1])
        is_fitting = np.zeros(len(self.numbers), np.bool_)
        is_fitting[whose[judged(catalogue.m_owner[mentions], lambda code: fits(catalogue.owners[code][1]))]] = True
        return self.where(is_fitting)

    def most_told(self) -> "Shortlist":
        """The same, those that most reports tell of first, of these those told of last."""
        catalogue = self._library.catalogue
        count = np.diff(catalogue.d_mention)[self.numbers]
        return Shortlist(self._library, self.numbers[np.lexsort((-catalogue.d_told[self.numbers], -count))])

    def earliest(self) -> "Shortlist":
        """The same in the order of issue, undated ones last."""
        issued = self._library.catalogue.d_issued[self.numbers]
        return self._sorted(np.where(issued == 0, np.iinfo(np.int32).max, issued))

    def earliest_of(self, count: int) -> "Shortlist":
        """At least so many, those issued first with all others of the last one's day; undated ones are last."""
        found = self.earliest()
        if len(found) <= count:
            return found
        issued = self._library.catalogue.d_issued[found.numbers]
        last = issued[count - 1]
        return found.where((issued <= last) & ((issued > 0) | (last == 0)))

    def newest(self) -> "Shortlist":
        """The same, the newest first and undated ones last."""
        return self._sorted(-self._library.catalogue.d_issued[self.numbers])

    def _sorted(self, keys: NDArray[np.int32]) -> "Shortlist":
        return Shortlist(self._library, self.numbers[np.argsort(keys, kind="stable")])

    def _is_of(self, body: Organisation, *, with_responsible: bool) -> NDArray[np.bool_]:
        catalogue = self._library.catalogue
        first, after = catalogue.d_mention[self.numbers], catalogue.d_mention[self.numbers + 1]
        fits = judged(
            catalogue.m_owner[first], lambda owner: is_owned_by(catalogue.owners[owner], body, with_responsible)
        )
        if are_all(fits):
            return fits
        for at in np.flatnonzero((after - first > 1) & ~fits):
            others = catalogue.m_owner[first[at] + 1 : after[at]]
            fits[at] = any(is_owned_by(catalogue.owners[o], body, with_responsible) for o in others)
        return fits if are_all(fits) else fits | self._is_named(body, ~fits)

    def _is_named(self, body: Organisation, open_ones: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Which of the open ones name the body in their subject."""
        words = f"{body.body} {body.place}".strip()
        fits = np.zeros(len(self.numbers), np.bool_)
        if words in NAMES_NOBODY:
            return fits  # "do Chủ tịch UBND huyện làm Trưởng ban" names no province's committee
        may = self._library.documents_about(words)
        for at in np.flatnonzero(among(self.numbers, may) & open_ones):
            subjects = {m.citation.subject or "" for m in self[int(at)].mentions}
            fits[at] = any(words in normalise(subject) for subject in subjects)
        return fits
