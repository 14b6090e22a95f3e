"""The published reports in memory, laid out for asking: figures, statements and documents with their terms."""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Sized
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np

from knowledge.asking.concepts import Tagger, Terms
from knowledge.asking.documents import Document, Mention
from knowledge.asking.shelves.catalogue import Catalogue
from knowledge.asking.shelves.encoding import amendment_from, read, report_from, terms_from
from knowledge.asking.shelves.entries import FigureEntry, ReportEntry, StatementEntry, StatementsOf, read_heading
from knowledge.asking.shelves.gathering import gather, mentions_in
from knowledge.asking.shelves.kept import Entries, Some
from knowledge.asking.shelves.layers import Layers, joined, joined_codes, joined_ends, joined_numbers
from knowledge.asking.shelves.postings import Numbers, union
from knowledge.asking.shelves.shelf import Shelf, ShelfBuilder
from knowledge.asking.shelves.terms import all_words, with_measure
from knowledge.asking.shelves.text import Text
from knowledge.facts import Reading
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
        self._s_report = joined_numbers([s.s_report for s in self.shelves], _starts([s.reports for s in self.shelves]))
        self._s_figure = joined_ends([s.s_figure for s in self.shelves])
        self._f_statement = joined_numbers([s.f_statement for s in self.shelves], self._s_starts)
        self.f_measure = joined([s.f_measure for s in self.shelves])
        self.f_period, self.periods = joined_codes(
            [s.f_period for s in self.shelves], [s.periods for s in self.shelves]
        )
        self.f_body, self.bodies = joined_codes([s.f_body for s in self.shelves], [s.bodies for s in self.shelves])
        self.s_tells = joined([s.s_tells for s in self.shelves])
        self.reports: list[ReportEntry] = list(self._reports())
        self.statements: Entries[StatementEntry] = Entries(len(self._s_report), self._statement, None)
        self.figures: Entries[FigureEntry] = Entries(len(self._f_statement), self._figure, None)
        self.statement_words = Layers([s.statement_words for s in self.shelves], self._s_starts, None)
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

    def documents_with(self, words: Iterable[str]) -> Iterator[tuple[Document, frozenset[str]]]:
        """Every document whose type or subject has one of the words, with all words of these."""
        words = list(words)
        runs = [layer.of(word) for word in words for layer in (self.document_words, self.document_types)]
        for number in union(runs):
            had = frozenset(
                word
                for word in words
                if number in self.document_words.of(word) or number in self.document_types.of(word)
            )
            yield self.documents[int(number)], had

    @property
    def by_number(self) -> Mapping[str, Sequence[Document]]:
        """The documents of each number, without leading noughts."""
        return ByNumber(self)

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
                report_id, facts, width, body, province, terms, desks, amendments = read(shelf.reports[number])
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
                )
                first = last

    def _first_report(self, wanted: Shelf) -> int:
        return sum(len(shelf.reports) for shelf in self.shelves[: self.shelves.index(wanted)])

    def _statement(self, number: int) -> StatementEntry:
        shelf, at = self._on_shelf(number, self._s_starts)
        plain = read(shelf.statements[at])
        report = self.reports[int(self._s_report[number])]
        return StatementEntry(number, report, plain, read_heading(shelf.headings[plain[4]]))

    def _figure(self, number: int) -> FigureEntry:
        shelf, at = self._on_shelf(number, self._f_starts)
        place = int(self._f_statement[number])
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
        numbers: Numbers = self._library.catalogue.numbers.of(number)
        if not len(numbers):
            raise KeyError(number)
        return Some(self._library.documents, numbers)

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


def _counted(shelves: Sequence[Shelf]) -> dict[str, int]:
    if len(shelves) == 1:
        return shelves[0].counts
    counts: dict[str, int] = {}
    for shelf in shelves:
        for word, count in shelf.counts.items():
            counts[word] = counts.get(word, 0) + count
    return counts
