"""The published reports in memory: how they come to lie there, and how their figures and statements are found."""

import weakref
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Literal, Protocol, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from knowledge.asking.giving_way import Rest, no_rest
from knowledge.asking.known_documents import KnownDocuments
from knowledge.asking.shelves.building import ShelfBuilder
from knowledge.asking.shelves.catalogue import Catalogue, CatalogueBuilder
from knowledge.asking.shelves.charging import due_in
from knowledge.asking.shelves.columns import Columns
from knowledge.asking.shelves.entries import FigureEntry, ReportEntry, StatementEntry
from knowledge.asking.shelves.filed import Filed
from knowledge.asking.shelves.gathering import gather
from knowledge.asking.shelves.gone import NOTHING_GONE, GoneFrom, also_gone, documents_gone, newly_gone
from knowledge.asking.shelves.kept import Some
from knowledge.asking.shelves.layers import Layers
from knowledge.asking.shelves.merging import with_few_layers
from knowledge.asking.shelves.owners import organisations_in
from knowledge.asking.shelves.postings import Numbers, coded, common, distinct, spread, union, within
from knowledge.asking.shelves.rejoining import rejoin
from knowledge.asking.shelves.shelf import Shelf
from knowledge.asking.shelves.shortlist import judged
from knowledge.asking.shelves.tells import Tells
from knowledge.asking.shelves.terms import all_words, with_measure
from knowledge.asking.shelves.weighing import covering
from knowledge.facts import Period, Reading
from knowledge.grammar.concepts import Tagger
from knowledge.grammar.organisations import parse_organisation

__all__ = [
    "FigureEntry",
    "Library",
    "Published",
    "PublishedReport",
    "ReportEntry",
    "StatementEntry",
    "all_words",
    "with_measure",
]

T = TypeVar("T")
# So much that several looks of one question, or several questions, want is remembered.
_MOST_FOUND = 64
# Of so many questions' words it is remembered which figures have them.
_MOST_COVERING = 8
# What has a larger part of all statements is not looked at first.
_SMALL_PART = 8
_SIDES: tuple[Literal["left", "right"], ...] = ("left", "right")
# Names of those who issue, each of which takes as long to be read as a stage of an answer.
_MOST_WARMED, _WARMED_AT_ONCE = 2_000, 25


class Published(Protocol):
    """A report that answers may rest on, as the store gives it."""

    @property
    def id(self) -> int:
        """Its row in the store."""

    @property
    def reading(self) -> Reading:
        """What was read in it."""


@dataclass(frozen=True, slots=True)
class PublishedReport:
    """A report that answers may rest on."""

    id: int
    reading: Reading


class Library(KnownDocuments):
    """All that can be asked about; built whole and then only read."""

    def __init__(
        self,
        tagger: Tagger,
        shelves: Sequence[Shelf],
        catalogues: Sequence[Catalogue],
        gone: GoneFrom = NOTHING_GONE,
        *,
        columns: Columns | None = None,
        catalogue: Catalogue | None = None,
    ) -> None:
        super().__init__(tagger, shelves, catalogues, gone, columns=columns, catalogue=catalogue)
        self._before: weakref.ref[Library] | None = None
        self._telling: dict[Tells, Numbers] = {}
        self._reports_telling: dict[Tells, Numbers] = {}
        self._found: dict[Hashable, object] = {}
        self._covering: dict[tuple[frozenset[tuple[str, float]], float], tuple[Numbers, NDArray[np.float64]]] = {}
        drawers = Layers([s.filed for s in self.shelves], self._r_starts, gone.reports)
        self.filed = Filed(self.reports, self.columns, drawers)

    @classmethod
    def build(cls, published: Iterable[Published], tagger: Tagger) -> "Library":
        """The library of these reports."""
        builder = ShelfBuilder(tagger)
        for item in published:
            builder.add(item.id, item.reading)
        shelf = builder.built()
        without = cls(tagger, [shelf], [CatalogueBuilder(tagger).built()])
        numbers = map(int, np.flatnonzero(np.diff(shelf.s_mention)))
        return cls(tagger, [shelf], [gather(numbers, without._statement, tagger)])

    def changed(self, published: Iterable[Published], gone: Iterable[int], rest: Rest = no_rest) -> "Library":
        """The library after these reports came, in this order, and those (ids of the store) went; this one stays as it is.

        It takes time by what came and went, and rests meanwhile; equal to one that is built anew but for the numbers of its entries.
        """
        builder = ShelfBuilder(self.tagger)
        for item in published:
            builder.add(item.id, item.reading)
            rest()
        shelf = builder.built()
        shelves = [*self.shelves, shelf] if len(shelf.reports) else list(self.shelves)
        reports = [entry.index for report_id in gone if (entry := self.filed.with_id(report_id)) is not None]
        lost = also_gone(self.gone, map(self.lying, reports), shelves)
        between = Library(self.tagger, shelves, self.catalogues, lost, catalogue=self.catalogue)
        between.take_over(self)
        first = len(self.s_report)
        added = [first + int(number) for number in np.flatnonzero(np.diff(shelf.s_mention))]
        lost_now = newly_gone(self.gone.statements, lost.statements, len(between.s_report))
        rejoined = rejoin(between, added, lost_now, self.tagger, rest)
        rest()
        builder_of_documents = CatalogueBuilder(self.tagger)
        builder_of_documents.extend(rejoined.documents)
        catalogues = [*self.catalogues, builder_of_documents.built()] if rejoined.documents else self.catalogues
        masked = documents_gone(lost, rejoined.gone, sum(map(len, catalogues)))
        known = None if rejoined.documents else self.catalogue
        few = with_few_layers(shelves, catalogues, rest)
        changed = Library(self.tagger, *few, masked, columns=between.columns, catalogue=known)
        changed._before = weakref.ref(self)
        changed.take_over(between)
        return changed

    @property
    def before(self) -> "Library | None":
        """The library that this one follows, whose entries have the same numbers here; None of one that begins, or once nobody holds it."""
        return self._before() if self._before is not None else None

    def warm(self) -> Iterator[None]:
        """Builds what answers look into and is built when it is first wanted, a part at each step."""
        for sort in Tells:
            self.reports_telling(sort)
            yield
        self.filed.warm()
        yield
        _ = self._bodies_by_place
        yield
        _ = self._mentions_by_statement
        yield
        for catalogue in self.catalogues:
            _ = catalogue.subject_words.nearby
            yield
        for at, owner in enumerate(self.catalogue.owners[:_MOST_WARMED]):
            _ = organisations_in(owner[0]), organisations_in(owner[1])
            if at % _WARMED_AT_ONCE == 0:
                yield

    def once(self, key: Hashable, find: Callable[[], T]) -> T:
        """What is found of these reports for the key, found once while it is remembered."""
        found = self._found.get(key, self)
        if found is self:
            if len(self._found) >= _MOST_FOUND:
                self._found = {}
            found = self._found[key] = find()
        return cast(T, found)

    def are_figures_of_place(self, numbers: Numbers, place: str) -> NDArray[np.bool_]:
        """Which of the figures are of that place: by their own body, by the issuer of their report or its province."""
        issuers = self.r_issuer[self.s_report[self.f_statement[numbers]]]
        by_issuer = coded(issuers, self.filed.issuers_of(place), len(self.issuers))
        return by_issuer | coded(self.f_body[numbers], self._bodies_by_place.get(place, []), len(self.bodies))

    def are_statements_of_place(self, statements: Numbers, place: str) -> NDArray[np.bool_]:
        """Which of the ascending statements are of that place: they have its words, or their report's issuer or province is it."""
        is_named = np.ones(len(statements), np.bool_)
        for word in place.split():
            is_named &= within(statements, self.folded_words.of(word)) if word.isalnum() else True
        issuers = self.r_issuer[self.s_report[statements]]
        return is_named | coded(issuers, self.filed.issuers_of(place), len(self.issuers))

    def statements_of_places(self, places: Collection[str]) -> Numbers | None:
        """All statements that are of each of these places (`are_statements_of_place`), found without looking at any other.

        None where they are no small part of all, so that it is quicker to find others first, or where no place is given.
        """
        found = [self._statements_of_place(place) for place in places]
        several = [one for one in found if one is not None]
        return common(several) if found and len(several) == len(found) else None

    def _statements_of_place(self, place: str) -> Numbers | None:
        words = [word for word in place.split() if word.isalnum()]
        reports = np.flatnonzero(coded(self.r_issuer, self.filed.issuers_of(place), len(self.issuers))).astype(np.int32)
        first, after = (self.s_report.searchsorted(reports, side) for side in _SIDES)
        if not words or int((after - first).sum()) * _SMALL_PART > len(self.statements):
            return None
        # A report's statements lie together, in the order of the reports.
        of_issuers = spread(first, after)[0].astype(np.int32)
        if self.gone.statements is not None:
            of_issuers = of_issuers[~self.gone.statements[of_issuers]]
        return union([common([self.folded_words.of(word) for word in words]), of_issuers])

    @cached_property
    def _bodies_by_place(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for code, name in enumerate(self.bodies):
            found.setdefault(parse_organisation(name).place, []).append(code)
        return found

    def issuers_telling_of(self, place: str) -> list[int]:
        """Which of `issuers` tell figures of that place or are of it, in order."""
        figures = coded(self.f_body, self._bodies_by_place.get(place, []), len(self.bodies))
        told = np.unique(self.r_issuer[self.s_report[self.f_statement[figures]]])
        return sorted({*map(int, told), *self.filed.issuers_of(place)})

    def figures_of_value(self, value: Decimal) -> Sequence[FigureEntry]:
        """Every figure of just that value."""
        alike = Some(self.figures, np.flatnonzero(self._f_value == hash(value)).astype(np.int32))
        return [entry for entry in alike.among(self.figures.numbers()) if entry.figure.value == value]

    def statements_with(self, words: Iterable[str]) -> Some[StatementEntry]:
        """Every statement that has one of the words."""
        return Some(self.statements, union([self.statement_words.of(word) for word in words]))

    def figure(self, statement: StatementEntry, position: int) -> FigureEntry:
        """The figure at that position of a statement."""
        return self.figures[int(self._s_figure[statement.number]) + position]

    def figures_in(self, statements: Numbers) -> Numbers:
        """How many figures each of the statements has."""
        return self._s_figure[statements + 1] - self._s_figure[statements]

    def have_figures_of(self, statements: Numbers, period: Period) -> NDArray[np.bool_]:
        """Which of the statements have a figure that is told of just that period."""
        codes = [code for code, one in enumerate(self.periods) if one == period]
        figures, whose = spread(self._s_figure[statements], self._s_figure[statements + 1])
        found = np.zeros(len(statements), np.bool_)
        found[whose[coded(self.f_period[figures], codes, len(self.periods))]] = True
        return found

    def statements_telling(self, what: Tells) -> Some[StatementEntry]:
        """The statements of such a sort."""
        if (numbers := self._telling.get(what)) is None:
            every = self.statements.numbers()
            numbers = self._telling[what] = every[(self.s_tells[every] & int(what)) != 0]
        return Some(self.statements, numbers)

    def statements_charging(self, words: Iterable[str]) -> Numbers:
        """The statements that charge somebody who has all these words with something."""
        return common([self._charged.of(word) for word in words])

    def statements_due(self, first: date, last: date) -> Some[StatementEntry]:
        """The statements that charge somebody with something by a day in the months of these days."""
        months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
        return Some(self.statements, union([self._charged.of(due_in(one // 12, one % 12 + 1)) for one in months]))

    def reports_telling(self, what: Tells) -> Numbers:
        """The reports that have a statement of such a sort."""
        if (numbers := self._reports_telling.get(what)) is None:
            numbers = self._reports_telling[what] = distinct(self.s_report[self.statements_telling(what).numbers])
        return numbers

    def statements_naming(self, fits: Callable[[str, str], bool]) -> Numbers:
        """The statements whose first document has a fitting issuer and whoever is charged; each pair is asked about once."""
        catalogue = self.catalogue
        first = np.flatnonzero(catalogue.m_position == 0)
        is_fitting = judged(catalogue.m_owner[first], lambda code: fits(*catalogue.owners[code][:2]))
        return distinct(catalogue.m_statement[first[is_fitting]])

    def statements_stating(self, fits: Callable[[str], bool]) -> Numbers:
        """The statements of whose first document a fitting state is given, folded."""
        catalogue = self.catalogue
        first = np.flatnonzero(catalogue.m_position == 0)
        is_fitting = judged(catalogue.m_status[first], lambda code: code >= 0 and fits(catalogue.statuses[code]))
        return distinct(catalogue.m_statement[first[is_fitting]])

    def statements_of_types(self, fits: Callable[[frozenset[str]], bool]) -> Numbers:
        """The statements whose first document is given fitting types, here or elsewhere."""
        catalogue = self.catalogue
        first = np.flatnonzero(catalogue.m_position == 0)
        document = np.searchsorted(catalogue.d_mention, first, side="right") - 1
        is_fitting = judged(catalogue.d_types[document], lambda code: fits(catalogue.types[code]))
        return distinct(catalogue.m_statement[first[is_fitting]])

    def say(self, statements: Numbers, word: str) -> NDArray[np.bool_]:
        """Which of the ascending statements have the word: as it stands, or as a term of theirs or of their headings."""
        return within(statements, self.folded_words.of(word)) | within(statements, self.statement_words.of(word))

    def statements_with_words(self, words: Iterable[str]) -> Some[StatementEntry]:
        """The statements that hold all these folded words."""
        return Some(self.statements, common([self.folded_words.of(word) for word in words]))

    def statements_covering(self, words: Iterable[str], least: float) -> Some[StatementEntry]:
        """Every statement that, with its headings, has at least that share of the words by weight."""
        return Some(self.statements, covering((self.statement_words,), self.weights(words), least)[0])

    def figures_covering(self, weights: Mapping[str, float], least: float) -> tuple[Numbers, NDArray[np.float64]]:
        """Every figure about which anything says at least that share of the words by weight, with its share.

        One question asks it of several periods, sorts and bodies.
        """
        key = frozenset(weights.items()), least
        found = self._covering.get(key)
        if found is None:
            if len(self._covering) >= _MOST_COVERING:
                self._covering = {}
            found = self._covering[key] = covering((self.figure_words,), weights, least)
        return found

    def reports_titled(self, words: Iterable[str], least: float) -> Sequence[ReportEntry]:
        """The reports whose titles have that share of the folded words."""
        weights = {word: float(count) for word, count in Counter(words).items()}
        return [self.reports[number] for number in covering((self.title_words,), weights, least)[0]]
