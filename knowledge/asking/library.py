"""The published reports in memory, laid out for asking: figures, statements and documents with their terms."""

import math
import re
import weakref
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from knowledge.asking.concepts import Tagger
from knowledge.asking.documents import Document, Mention
from knowledge.asking.shelves.catalogue import Catalogue, CatalogueBuilder, Is, document_words
from knowledge.asking.shelves.encoding import period_from, read, terms_from
from knowledge.asking.shelves.entries import FigureEntry, ReportEntry, StatementEntry, read_heading, report_entry
from knowledge.asking.shelves.filed import Filed
from knowledge.asking.shelves.gathering import gather, mentions_in
from knowledge.asking.shelves.gone import NOTHING_GONE, GoneFrom, also_gone, documents_gone, newly_gone
from knowledge.asking.shelves.kept import Entries, Some
from knowledge.asking.shelves.layers import (
    Layers,
    joined,
    joined_codes,
    joined_counts,
    joined_ends,
    joined_numbers,
    starts_of,
)
from knowledge.asking.shelves.merging import joined_catalogue, size_of, with_few_layers
from knowledge.asking.shelves.nearby import one_slip_away
from knowledge.asking.shelves.postings import (
    Numbers,
    Postings,
    among,
    coded,
    common,
    distinct,
    spread,
    union,
    where_in,
    within,
)
from knowledge.asking.shelves.rejoining import rejoin
from knowledge.asking.shelves.shelf import Shelf, ShelfBuilder
from knowledge.asking.shelves.shortlist import Shortlist, judged
from knowledge.asking.shelves.telling import Tells
from knowledge.asking.shelves.terms import all_words, is_light, with_measure
from knowledge.asking.shelves.weighing import CLOSE, covering
from knowledge.facts import Period, Reading
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import known_provinces, parse_organisation

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

# So much beside the first shelf costs answers and starts less than laying everything out anew would.
_MOST_UNTIDY, _FEWEST_UNTIDY = 0.25, 2_000


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


class Library:
    """All that can be asked about; built whole and then only read."""

    def __init__(
        self,
        tagger: Tagger,
        shelves: Sequence[Shelf],
        catalogues: Sequence[Catalogue],
        gone: GoneFrom = NOTHING_GONE,
    ) -> None:
        self.tagger = tagger
        self.shelves = tuple(shelves)
        self.catalogues = tuple(catalogues)
        self.gone = gone
        self._before: weakref.ref[Library] | None = None
        self._r_starts = starts_of([shelf.reports for shelf in self.shelves])
        self._s_starts = starts_of(self.shelves)
        self._f_starts = starts_of([shelf.figures for shelf in self.shelves])
        self._set_columns()
        self._set_words()
        self._set_documents()

    def _set_columns(self) -> None:
        shelves = self.shelves
        self.s_report = joined_numbers([s.s_report for s in shelves], self._r_starts)
        self._s_figure = joined_ends([s.s_figure for s in shelves])
        self.f_statement = joined_numbers([s.f_statement for s in shelves], self._s_starts)
        self.f_measure = joined([s.f_measure for s in shelves])
        self.f_period, periods = joined_codes([s.f_period for s in shelves], [s.periods for s in shelves])
        self.periods = tuple(period_from(plain) for plain in periods)
        self.f_body, self.bodies = joined_codes([s.f_body for s in shelves], [s.bodies for s in shelves])
        self._f_value = joined([s.f_value for s in shelves])
        self.s_tells = joined([s.s_tells for s in shelves])
        self._telling: dict[Tells, Numbers] = {}
        self._reports_telling: dict[Tells, Numbers] = {}
        self.r_issuer, self.issuers = joined_codes([s.r_issuer for s in shelves], [s.issuers for s in shelves])
        self.r_told = joined([s.r_told for s in shelves])
        self.reports: Entries[ReportEntry] = Entries(len(self.r_told), self._report, self.gone.reports)
        self.statements: Entries[StatementEntry] = Entries(len(self.s_report), self._statement, self.gone.statements)
        self.figures: Entries[FigureEntry] = Entries(len(self.f_statement), self._figure, self.gone.figures)

    def _set_words(self) -> None:
        shelves, gone = self.shelves, self.gone
        self.statement_words = Layers([s.statement_words for s in shelves], self._s_starts, gone.statements)
        self.title_words = Layers([s.title_words for s in shelves], self._r_starts, gone.reports)
        self.folded_words = Layers([s.folded_words for s in shelves], self._s_starts, gone.statements)
        self.figure_words = Layers([s.figure_words for s in shelves], self._f_starts, gone.figures)
        self.filed = Filed(self, Layers([s.filed for s in shelves], self._r_starts, gone.reports))
        self._counts = joined_counts([s.counts for s in shelves], gone.counts)
        self._total = len(self.statements) + 1
        self.rare = 1.0 + math.log(self._total)
        self.own_places = frozenset(joined_counts([s.places for s in shelves], gone.places))
        self.own_bodies = frozenset(joined_counts([s.own_bodies for s in shelves], gone.own_bodies))
        self.places = self.own_places | known_provinces()
        self.far_provinces = frozenset(name for name in known_provinces() - self.own_places if " " in name)

    def _set_documents(self) -> None:
        self.catalogue = joined_catalogue(self.catalogues)
        starts, gone = starts_of(self.catalogues), self.gone.documents

        def layers(of: Callable[[Catalogue], Postings]) -> Layers:
            return Layers([of(one) for one in self.catalogues], starts, gone)

        self.documents: Entries[Document] = Entries(len(self.catalogue), self._document, gone)
        # By row of the catalogue: mentions with a number, and those without one; documents that are gone have theirs.
        mentions = starts_of([one.m_statement for one in self.catalogues])
        self.mention_words = (
            Layers([one.alike for one in self.catalogues], mentions, None),
            Layers([one.planned_alike for one in self.catalogues], mentions, None),
        )
        self.document_words = layers(lambda c: c.words)
        self.document_types = layers(lambda c: c.type_words)
        self._document_numbers = layers(lambda c: c.numbers)
        self._document_years = layers(lambda c: c.years)
        self._document_places = layers(lambda c: c.places)
        self._document_subjects = layers(lambda c: c.subject_words)
        self._document_charged = layers(lambda c: c.charged_words)

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

    def changed(self, published: Iterable[Published], gone: Iterable[int]) -> "Library":
        """The library after these reports came, in this order, and those (ids of the store) went; this one stays as it is.

        It takes time by what came and went; equal to one that is built anew but for the numbers of its entries.
        """
        builder = ShelfBuilder(self.tagger)
        for item in published:
            builder.add(item.id, item.reading)
        shelf = builder.built()
        shelves = [*self.shelves, shelf] if len(shelf.reports) else list(self.shelves)
        reports = [entry.index for report_id in gone if (entry := self.filed.with_id(report_id)) is not None]
        lost = also_gone(self, reports, shelves)
        between = Library(self.tagger, shelves, self.catalogues, lost)
        first = len(self.s_report)
        added = [first + int(number) for number in np.flatnonzero(np.diff(shelf.s_mention))]
        rejoined = rejoin(
            between, added, newly_gone(self.gone.statements, lost.statements, len(between.s_report)), self.tagger
        )
        builder_of_documents = CatalogueBuilder(self.tagger)
        builder_of_documents.extend(rejoined.documents)
        catalogues = [*self.catalogues, builder_of_documents.built()] if rejoined.documents else self.catalogues
        masked = documents_gone(lost, rejoined.gone, sum(map(len, catalogues)))
        changed = Library(self.tagger, *with_few_layers(shelves, catalogues), masked)
        changed._before = weakref.ref(self)
        return changed

    @property
    def before(self) -> "Library | None":
        """The library that this one follows, whose entries have the same numbers here; None of one that begins, or once nobody holds it."""
        return self._before() if self._before is not None else None

    def rest(self) -> None:
        """Others will be asked; who still asks this one gets what it always gave.  What was read for answers is given back at once."""
        for entries in (self.reports, self.statements, self.figures, self.documents):
            entries.let_go()

    @property
    def is_untidy(self) -> bool:
        """Whether what came after the first shelf, and what is gone, is much against what lies on it."""
        first, gone = len(self.shelves[0]), len(self.s_report) - len(self.statements)
        return len(self.s_report) - first + gone > _MOST_UNTIDY * first + _FEWEST_UNTIDY

    @property
    def size_bytes(self) -> int:
        """What its shelves and catalogues take, lists of words apart."""
        return sum(map(size_of, self.shelves)) + sum(map(size_of, self.catalogues))

    def warm(self) -> Iterator[None]:
        """Builds what answers look into and is built when it is first wanted, a part at each step."""
        for sort in Tells:
            self.reports_telling(sort)
            yield
        _ = self.has_several_provinces, self._issuers_by_place
        yield
        _ = self._bodies_by_place
        yield
        _ = self._mentions_by_statement
        yield
        for catalogue in self.catalogues:
            _ = catalogue.subject_words.nearby
            yield

    def texts(self) -> dict[int, Callable[[], str]]:
        """The words of each report, by its number."""
        return {int(number): self._text(int(number)) for number in self.reports.numbers()}

    def texts_at_first(self) -> dict[int, Callable[[], str]]:
        """Those of the first shelf, of reports that are gone as well."""
        return {number: self._text(number) for number in range(len(self.shelves[0].r_last))}

    def _text(self, number: int) -> Callable[[], str]:
        return lambda: str(self._report(number).text)

    @cached_property
    def has_several_provinces(self) -> bool:
        """Whether the reports are of more than one province."""
        return len({self.issuers[code][3] for code in self._first_of_issuer} - {""}) > 1

    @cached_property
    def _first_of_issuer(self) -> dict[int, int]:
        numbers = self.reports.numbers()
        codes, places = np.unique(self.r_issuer[numbers], return_index=True)
        return {int(code): int(numbers[place]) for code, place in zip(codes, places, strict=True)}

    def report_of_issuer(self, code: int) -> ReportEntry | None:
        """The first report of that one of `issuers`; all that is known of the issuer stands in it."""
        number = self._first_of_issuer.get(code)
        return None if number is None else self.reports[number]

    def issuers_of(self, place: str) -> Sequence[int]:
        """Which of `issuers` are of that place or province, in order."""
        return self._issuers_by_place.get(place, [])

    @cached_property
    def _issuers_by_place(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for code, (_, _, place, province, _) in enumerate(self.issuers):
            for one in {place, province}:
                found.setdefault(one, []).append(code)
        return found

    def are_figures_of_place(self, numbers: Numbers, place: str) -> NDArray[np.bool_]:
        """Which of the figures are of that place: by their own body, by the issuer of their report or its province."""
        issuers = self.r_issuer[self.s_report[self.f_statement[numbers]]]
        by_issuer = coded(issuers, self.issuers_of(place), len(self.issuers))
        return by_issuer | coded(self.f_body[numbers], self._bodies_by_place.get(place, []), len(self.bodies))

    def are_statements_of_place(self, statements: Numbers, place: str) -> NDArray[np.bool_]:
        """Which of the ascending statements are of that place: they have its words, or their report's issuer or province is it."""
        is_named = np.ones(len(statements), np.bool_)
        for word in place.split():
            is_named &= within(statements, self.folded_words.of(word)) if word.isalnum() else True
        issuers = self.r_issuer[self.s_report[statements]]
        return is_named | coded(issuers, self.issuers_of(place), len(self.issuers))

    @cached_property
    def _bodies_by_place(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for code, name in enumerate(self.bodies):
            found.setdefault(parse_organisation(name).place, []).append(code)
        return found

    def weight(self, word: str) -> float:
        """How much a word tells apart: its inverse document frequency; words never seen weigh most."""
        count = self._counts.get(word)
        return self.rare if count is None else 1.0 + math.log(self._total / (1 + count))

    def figures_with(self, words: Iterable[str]) -> Sequence[FigureEntry]:
        """Every figure whose statement, headings or report has one of the words."""
        return Some(self.figures, union([self.figure_words.of(word) for word in words]))

    def figures_of_value(self, value: Decimal) -> Sequence[FigureEntry]:
        """Every figure of just that value."""
        alike = Some(self.figures, np.flatnonzero(self._f_value == hash(value)).astype(np.int32))
        return [entry for entry in alike.among(self.figures.numbers()) if entry.figure.value == value]

    def statements_with(self, words: Iterable[str]) -> Sequence[StatementEntry]:
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

    def documents_named(
        self, words: Iterable[str], least: float, among: Numbers | None
    ) -> tuple[Numbers, NDArray[np.float64]]:
        """The documents whose types and subjects have at least that share of the words, with their shares."""
        numbers, shares = covering((self.document_words, self.document_types), self.weights(words), least, among)
        return (numbers, shares) if len(self.catalogues) == 1 else self._both_in_order(numbers, shares)

    def documents_spelt(
        self, words: Sequence[str], least: float, among: Numbers
    ) -> tuple[Numbers, NDArray[np.float64]]:
        """Those whose subjects have that share of the words, as typed or one slip away, with their shares."""
        reached = np.zeros(len(among), np.float64)
        for word in words:
            has = np.zeros(len(among), np.bool_)
            for spelling in {word, *self._document_subjects.near(word)}:
                has |= within(among, self._document_subjects.of(spelling))
            reached += has
        shares = reached / len(words)
        enough = shares >= least - CLOSE
        return among[enough], shares[enough]

    def weights(self, words: Iterable[str]) -> dict[str, float]:
        """What each word weighs, less those that tell how something is asked and not what."""
        return {word: self.weight(word) for word in words if not is_light(word)}

    def all_documents(self) -> Shortlist:
        """Every document."""
        return Shortlist(self, self.in_order(self.documents.numbers()))

    def documents_numbered(self, number: str) -> Shortlist:
        """The documents of that number, which has no leading noughts."""
        return Shortlist(self, self.in_order(self._document_numbers.of(number)))

    def documents_numbered_like(self, number: str) -> Iterator[Shortlist]:
        """The documents of each number of two characters or more that is one slip away, as the numbers came."""
        near = [self.documents_numbered(one) for one in one_slip_away(number) if len(one) >= 2]
        found = [numbered for numbered in near if numbered]
        yield from sorted(found, key=lambda numbered: int(self.catalogue.d_first[numbered.numbers[0]]))

    def document_numbers(self) -> list[str]:
        """Every number that a document has or had, without leading noughts."""
        return self._document_numbers.words()

    def documents_of_years(self, years: Iterable[int]) -> Numbers:
        """The documents that are about one of the years or, where they do not say, of it."""
        return union([self._document_years.of(str(year)) for year in years])

    def documents_of_place(self, place: str, among: Numbers | None = None) -> Numbers:
        """The documents that can be said to be of that place, where others are given of these."""
        found = [self._document_places.of(place), self.documents_about(place)]
        return union([run if among is None else common([run, among]) for run in found if len(run)])

    def are_of_place(self, numbers: Numbers, place: str) -> NDArray[np.bool_]:
        """Which of the documents, in whatever order, can be said to be of that place."""
        return self.are_about(numbers, place) | among(numbers, self._document_places.of(place))

    def are_about(self, numbers: Numbers, words: str) -> NDArray[np.bool_]:
        """Which of the documents, in whatever order, have all the words in their subjects, as bodies are named."""
        is_about = np.ones(len(numbers), np.bool_)
        for word in words.split():
            is_about &= among(numbers, self._document_subjects.of(word))
        return is_about

    def documents_about(self, words: str) -> Numbers:
        """The documents whose subjects have all the words, as bodies are named."""
        return common([self._document_subjects.of(word) for word in words.split()])

    def documents_in(self, entry: StatementEntry) -> Iterator[tuple[Document, Mention]]:
        """The documents that a statement mentions, each with that mention."""
        statements, order = self._mentions_by_statement
        start, end = (where_in(number, statements) for number in (entry.number, entry.number + 1))
        for at in sorted(order[start:end], key=lambda at: int(self.catalogue.m_position[at])):
            number = self.catalogue.document_of(int(at))
            position = int(self.catalogue.m_position[at])
            for mention in self.documents[number].mentions:
                if mention.place == entry.number and mention.position == position:
                    yield self.documents[number], mention

    def mention_of_place(self, statements: Numbers, place: str) -> NDArray[np.bool_]:
        """Which of the statements mention a document that can be said to be of that place."""
        mentioning, order = self._mentions_by_statement
        places, whose = spread(mentioning.searchsorted(statements), mentioning.searchsorted(statements, "right"))
        first = self.catalogue.d_mention
        documents = first.searchsorted(order[places].astype(first.dtype), "right") - 1
        found = np.zeros(len(statements), np.bool_)
        found[whose[self.are_of_place(documents.astype(np.int32), place)]] = True
        return found

    def documents_listed(self, words: Iterable[str], said: Iterable[str], least: float) -> Shortlist:
        """The documents in registers that say one of the `said` and, with who is charged, have that share of the words."""
        weights = dict.fromkeys(words, 1.0)
        numbers, _ = covering((self._document_subjects, self._document_charged), weights, least)
        return Shortlist(self, self.in_order(common([numbers, self._saying(said)]))).that_are(Is.LISTED)

    def reports_titled(self, words: Iterable[str], least: float) -> Sequence[ReportEntry]:
        """The reports whose titles have that share of the folded words."""
        weights = {word: float(count) for word, count in Counter(words).items()}
        return [self.reports[number] for number in covering((self.title_words,), weights, least)[0]]

    def words_of(self, document: Document) -> frozenset[str]:
        """What a document can be named by: the words and values of its types and subjects."""
        return document_words(document, self.tagger.tag)[0]

    def documents_saying(self, words: Iterable[str]) -> Shortlist:
        """Every document whose type or subject has one of the words."""
        return Shortlist(self, self.in_order(self._saying(words)))

    def _saying(self, words: Iterable[str]) -> Numbers:
        layers = (self.document_words, self.document_types)
        return union([layer.of(word) for word in words for layer in layers])

    def in_order(self, documents: Numbers) -> Numbers:
        """Those documents in the order in which the reports first speak of them."""
        if len(self.catalogues) == 1:
            return documents  # which is how a catalogue is laid out
        return documents[np.argsort(self.catalogue.d_first[documents], kind="stable")]

    def _both_in_order(self, documents: Numbers, shares: NDArray[np.float64]) -> tuple[Numbers, NDArray[np.float64]]:
        order = np.argsort(self.catalogue.d_first[documents], kind="stable")
        return documents[order], shares[order]

    def document_keyed(self, key: str) -> Document | None:
        """The document that is followed by that key."""
        written, _, rest = key.partition("|")
        number = re.match(r"0*(\d+[a-z]?)", written)
        if number is not None:
            found = self.documents_numbered(number[1])
        else:
            words = all_words(self.tagger.tag(fold(rest.replace("|", " "))))
            found = self.documents_saying(words)
        return next((document for document in found if document.key == key), None)

    @cached_property
    def by_number(self) -> Mapping[str, Sequence[Document]]:
        """The documents of each number, without leading noughts."""
        return ByNumber(self)

    @cached_property
    def _mentions_by_statement(self) -> tuple[Numbers, NDArray[np.int64]]:
        order = np.argsort(self.catalogue.m_statement, kind="stable")
        if self.gone.documents is not None:
            order = order[~np.repeat(self.gone.documents, np.diff(self.catalogue.d_mention))[order]]
        return self.catalogue.m_statement[order], order

    def place_of_report(self, number: int) -> tuple[Shelf, int, int, slice, slice]:
        """Its shelf, its place there, the shelf's first statement, and which statements and figures are its own."""
        layer = _layer(self._r_starts, number)
        shelf, at, start = self.shelves[layer], number - self._r_starts[layer], self._s_starts[layer]
        first, last = start + (int(shelf.r_last[at - 1]) if at else 0), start + int(shelf.r_last[at])
        return shelf, at, start, slice(first, last), slice(int(self._s_figure[first]), int(self._s_figure[last]))

    # --- entries are read from the shelves when they are asked for ------------------------

    def _report(self, number: int) -> ReportEntry:
        layer = _layer(self._r_starts, number)
        at = number - self._r_starts[layer]
        return report_entry(self, number, self.shelves[layer], at, self._s_starts[layer])

    def _statement(self, number: int) -> StatementEntry:
        layer = _layer(self._s_starts, number)
        shelf, at = self.shelves[layer], number - self._s_starts[layer]
        plain = read(shelf.statements[at])
        report = self.reports[int(self.s_report[number])]
        heading = int(shelf.r_heading[shelf.s_report[at]]) + plain[4]
        return StatementEntry(number, report, plain, read_heading(shelf.headings[heading]))

    def _figure(self, number: int) -> FigureEntry:
        layer = _layer(self._f_starts, number)
        shelf, at = self.shelves[layer], number - self._f_starts[layer]
        place = int(self.f_statement[number])
        statement = self.statements[place]
        figure = statement.statement.figures[number - int(self._s_figure[place])]
        words = read(shelf.figures[at])
        body = parse_organisation(figure.organisation) if figure.organisation else None
        return FigureEntry(figure, statement, terms_from(*words[:2]), terms_from(*words[2:]), body)

    def _document(self, number: int) -> Document:
        catalogue = self.catalogue
        places = range(int(catalogue.d_mention[number]), int(catalogue.d_mention[number + 1]))
        return Document(
            [
                list(mentions_in(self.statements[int(catalogue.m_statement[at])]))[int(catalogue.m_position[at])]
                for at in places
            ]
        )


class ByNumber(Mapping[str, Sequence[Document]]):
    """The documents of each number, made when they are looked at."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def __getitem__(self, number: str) -> Sequence[Document]:
        found = self._library.documents_numbered(number)
        if not len(found):
            raise KeyError(number)
        return found

    def __iter__(self) -> Iterator[str]:
        return (number for number in self._library.document_numbers() if self.get(number))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _layer(starts: Sequence[int], number: int) -> int:
    """In which layer that number lies."""
    return bisect_right(starts, number) - 1
