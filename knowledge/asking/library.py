"""The published reports in memory, laid out for asking: figures, statements and documents with their terms."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Sized
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from knowledge.asking.concepts import Tagger, Terms
from knowledge.asking.documents import Document, Mention
from knowledge.asking.shelves.catalogue import Catalogue, Is, document_words
from knowledge.asking.shelves.encoding import amendment_from, period_from, read, report_from, terms_from
from knowledge.asking.shelves.entries import FigureEntry, ReportEntry, StatementEntry, StatementsOf, read_heading
from knowledge.asking.shelves.filing import Filed
from knowledge.asking.shelves.gathering import gather, mentions_in
from knowledge.asking.shelves.kept import Entries, Some
from knowledge.asking.shelves.layers import Layers, joined, joined_codes, joined_ends, joined_numbers
from knowledge.asking.shelves.nearby import one_slip_away
from knowledge.asking.shelves.postings import Numbers, common, union
from knowledge.asking.shelves.shelf import Shelf, ShelfBuilder
from knowledge.asking.shelves.shortlist import Shortlist
from knowledge.asking.shelves.telling import Tells
from knowledge.asking.shelves.terms import all_words, is_light, with_measure
from knowledge.asking.shelves.text import Text
from knowledge.asking.shelves.weighing import covering
from knowledge.facts import Reading
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import Organisation, known_provinces, parse_organisation

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

    def __init__(self, tagger: Tagger, shelves: Sequence[Shelf], catalogue: Catalogue | None = None) -> None:
        self.tagger = tagger
        self.shelves = tuple(shelves)
        self._s_starts = _starts(self.shelves)
        self._f_starts = _starts([shelf.figures for shelf in self.shelves])
        self._h_starts = _starts([shelf.headings for shelf in self.shelves])
        self.s_report = joined_numbers([s.s_report for s in self.shelves], _starts([s.reports for s in self.shelves]))
        self._s_figure = joined_ends([s.s_figure for s in self.shelves])
        self.f_statement = joined_numbers([s.f_statement for s in self.shelves], self._s_starts)
        self.f_measure = joined([s.f_measure for s in self.shelves])
        self.f_period, periods = joined_codes([s.f_period for s in self.shelves], [s.periods for s in self.shelves])
        self.periods = tuple(period_from(plain) for plain in periods)
        self.f_body, self.bodies = joined_codes([s.f_body for s in self.shelves], [s.bodies for s in self.shelves])
        self.s_tells = joined([s.s_tells for s in self.shelves])
        self.reports: list[ReportEntry] = list(self._reports())
        self.r_issuer, self.issuers = _by_issuer(self.reports)
        self.r_told = np.array([report.told_on.toordinal() for report in self.reports], np.int32)
        self.statements: Entries[StatementEntry] = Entries(len(self.s_report), self._statement, None)
        self.figures: Entries[FigureEntry] = Entries(len(self.f_statement), self._figure, None)
        self.statement_words = Layers([s.statement_words for s in self.shelves], self._s_starts, None)
        self.title_words = Layers(
            [s.title_words for s in self.shelves], _starts([s.reports for s in self.shelves]), None
        )
        self.folded_words = Layers([s.folded_words for s in self.shelves], self._s_starts, None)
        self.figure_words = Layers([s.figure_words for s in self.shelves], self._f_starts, None)
        self._counts = _counted(self.shelves)
        self._total = len(self.statements) + 1
        self.rare = 1.0 + math.log(self._total)
        self.own_places = frozenset().union(*(shelf.places for shelf in self.shelves))
        self.own_bodies = frozenset().union(*(shelf.own_bodies for shelf in self.shelves))
        self.places = self.own_places | known_provinces()
        self.catalogue = gather(self._mentioning(), self._statement, tagger) if catalogue is None else catalogue
        self.documents: Entries[Document] = Entries(len(self.catalogue), self._document, None)
        self.document_words = Layers([self.catalogue.words], [0], None)
        self.document_types = Layers([self.catalogue.type_words], [0], None)
        self._document_numbers = Layers([self.catalogue.numbers], [0], None)
        self._document_years = Layers([self.catalogue.years], [0], None)
        self._document_places = Layers([self.catalogue.places], [0], None)
        self._document_subjects = Layers([self.catalogue.subject_words], [0], None)
        self._document_charged = Layers([self.catalogue.charged_words], [0], None)

    @classmethod
    def build(cls, published: Iterable[Published], tagger: Tagger) -> "Library":
        """The library of these reports."""
        builder = ShelfBuilder(tagger)
        for item in published:
            builder.add(item.id, item.reading)
        return cls(tagger, [builder.built()])

    @cached_property
    def has_several_provinces(self) -> bool:
        """Whether the reports are of more than one province."""
        return len({report.province for report in self.reports if report.province}) > 1

    def weight(self, word: str) -> float:
        """How much a word tells apart: its inverse document frequency; words never seen weigh most."""
        count = self._counts.get(word)
        return self.rare if count is None else 1.0 + math.log(self._total / (1 + count))

    def figures_with(self, words: Iterable[str]) -> Sequence[FigureEntry]:
        """Every figure whose statement, headings or report has one of the words."""
        return Some(self.figures, union([self.figure_words.of(word) for word in words]))

    def statements_with(self, words: Iterable[str]) -> Sequence[StatementEntry]:
        """Every statement that has one of the words."""
        return Some(self.statements, union([self.statement_words.of(word) for word in words]))

    def figure(self, statement: StatementEntry, position: int) -> FigureEntry:
        """The figure at that position of a statement."""
        return self.figures[int(self._s_figure[statement.number]) + position]

    def statements_telling(self, what: Tells) -> Some[StatementEntry]:
        """The statements of such a sort."""
        return Some(self.statements, np.flatnonzero(self.s_tells & int(what)).astype(np.int32))

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
        return covering((self.document_words, self.document_types), self.weights(words), least, among)

    def weights(self, words: Iterable[str]) -> dict[str, float]:
        """What each word weighs, less those that tell how something is asked and not what."""
        return {word: self.weight(word) for word in words if not is_light(word)}

    def all_documents(self) -> Shortlist:
        """Every document."""
        return Shortlist(self, self.documents.numbers())

    def documents_numbered(self, number: str) -> Shortlist:
        """The documents of that number, which has no leading noughts."""
        return Shortlist(self, self._document_numbers.of(number))

    def documents_numbered_like(self, number: str) -> Iterator[Shortlist]:
        """The documents of each number of two characters or more that is one slip away, as the numbers came."""
        near = [n for n in one_slip_away(number) if len(n) >= 2 and n in self._document_numbers]
        for one in sorted(near, key=self._document_numbers.place):
            yield self.documents_numbered(one)

    def documents_of_years(self, years: Iterable[int]) -> Numbers:
        """The documents that are about one of the years or, where they do not say, of it."""
        return union([self._document_years.of(str(year)) for year in years])

    def documents_of_place(self, place: str) -> Numbers:
        """The documents that can be said to be of that place."""
        return union([self._document_places.of(place), self.documents_about(place)])

    def documents_about(self, words: str) -> Numbers:
        """The documents whose subjects have all the words, as bodies are named."""
        return common([self._document_subjects.of(word) for word in words.split()])

    def documents_in(self, entry: StatementEntry) -> Iterator[tuple[Document, Mention]]:
        """The documents that a statement mentions, each with that mention."""
        statements, order = self._mentions_by_statement
        start, end = np.searchsorted(statements, (entry.number, entry.number + 1))
        for at in order[start:end]:
            number = int(np.searchsorted(self.catalogue.d_mention, at, side="right")) - 1
            position = int(self.catalogue.m_position[at])
            for mention in self.documents[number].mentions:
                if mention.place == entry.number and mention.position == position:
                    yield self.documents[number], mention

    def documents_listed(self, words: Iterable[str], said: Iterable[str], least: float) -> Shortlist:
        """The documents in registers that say one of the `said` and, with who is charged, have that share of the words."""
        weights = dict.fromkeys(words, 1.0)
        numbers, _ = covering((self._document_subjects, self._document_charged), weights, least)
        return Shortlist(self, common([numbers, self.documents_saying(said).numbers])).that_are(Is.LISTED)

    def reports_titled(self, words: Iterable[str], least: float) -> Sequence[ReportEntry]:
        """The reports whose titles have that share of the folded words."""
        weights = {word: float(count) for word, count in Counter(words).items()}
        return [self.reports[number] for number in covering((self.title_words,), weights, least)[0]]

    def words_of(self, document: Document) -> frozenset[str]:
        """What a document can be named by: the words and values of its types and subjects."""
        return document_words(document, self.tagger.tag)[0]

    def documents_saying(self, words: Iterable[str]) -> Shortlist:
        """Every document whose type or subject has one of the words."""
        layers = (self.document_words, self.document_types)
        return Shortlist(self, union([layer.of(word) for word in words for layer in layers]))

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
    def filed(self) -> Filed:
        """The reports by what they are asked for by."""
        return Filed(self.reports)

    @cached_property
    def _mentions_by_statement(self) -> tuple[Numbers, NDArray[np.int64]]:
        order = np.argsort(self.catalogue.m_statement, kind="stable")
        return self.catalogue.m_statement[order], order

    def terms_told(self, mention: Mention) -> Terms:
        """The terms of the statement that mentions a document."""
        return self.statements[mention.place].terms

    def occurrences(self, pattern: re.Pattern[str]) -> list[StatementEntry]:
        """Every statement whose folded words match."""
        return [e for e in self.statements if pattern.search(e.folded)]

    # --- entries are read from the shelves when they are asked for ------------------------

    def _reports(self) -> Iterator[ReportEntry]:
        for shelf, start in zip(self.shelves, self._s_starts, strict=True):
            first = start
            for number in range(len(shelf.reports)):
                report_id, facts, width, body, province, terms, desks, amendments, periods = read(shelf.reports[number])
                last = start + int(shelf.r_last[number])
                text = Text(shelf.texts[number], width)
                index = number + self._first_report(shelf)
                yield ReportEntry(
                    index,
                    report_id,
                    report_from(facts),
                    text,
                    Organisation(*body),
                    province,
                    terms_from(*terms),
                    frozenset(desks),
                    StatementsOf(self, first, last),
                    tuple(amendment_from(one) for one in amendments),
                    frozenset(period_from(one) for one in periods),
                )
                first = last

    def _first_report(self, wanted: Shelf) -> int:
        return sum(len(shelf.reports) for shelf in self.shelves[: self.shelves.index(wanted)])

    def _statement(self, number: int) -> StatementEntry:
        shelf, at = self._on_shelf(number, self._s_starts)
        plain = read(shelf.statements[at])
        report = self.reports[int(self.s_report[number])]
        return StatementEntry(number, report, plain, read_heading(shelf.headings[plain[4]]))

    def _figure(self, number: int) -> FigureEntry:
        shelf, at = self._on_shelf(number, self._f_starts)
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

    def _mentioning(self) -> Iterator[int]:
        for shelf, start in zip(self.shelves, self._s_starts, strict=True):
            for number in np.flatnonzero(np.diff(shelf.s_mention)):
                yield start + int(number)

    def _on_shelf(self, number: int, starts: Sequence[int]) -> tuple[Shelf, int]:
        at = next(at for at in reversed(range(len(starts))) if starts[at] <= number)
        return self.shelves[at], number - starts[at]


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
        return iter(self._library.catalogue.numbers.places)

    def __len__(self) -> int:
        return len(self._library.catalogue.numbers.places)


def _starts(parts: Sequence[Sized]) -> list[int]:
    """Where each part begins when they lie one after the other."""
    starts = [0]
    for part in parts[:-1]:
        starts.append(starts[-1] + len(part))
    return starts


def _by_issuer(reports: Sequence[ReportEntry]) -> tuple[Numbers, tuple[ReportEntry, ...]]:
    """Which of the issuers each report is of; one report stands for all of an issuer."""
    known: dict[object, int] = {}
    column = [known.setdefault((r.body, r.province, r.desks), len(known)) for r in reports]
    first: dict[int, ReportEntry] = {}
    for report, issuer in zip(reports, column, strict=True):
        first.setdefault(issuer, report)
    return np.array(column, np.int32), tuple(first.values())


def _counted(shelves: Sequence[Shelf]) -> dict[str, int]:
    if len(shelves) == 1:
        return shelves[0].counts
    counts: dict[str, int] = {}
    for shelf in shelves:
        for word, count in shelf.counts.items():
            counts[word] = counts.get(word, 0) + count
    return counts
