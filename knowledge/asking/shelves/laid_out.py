"""What lies on the shelves as one: columns, words and entries numbered through, and each entry read when it is asked for."""

import math
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

from knowledge.asking.documents import Document, without_tasks
from knowledge.asking.shelves.catalogue import Catalogue
from knowledge.asking.shelves.columns import Columns
from knowledge.asking.shelves.encoding import read, terms_from
from knowledge.asking.shelves.entries import (
    FigureEntry,
    Lines,
    ReportEntry,
    StatementEntry,
    StatementsOf,
    read_heading,
    report_entry,
)
from knowledge.asking.shelves.gathering import mentions_in
from knowledge.asking.shelves.gone import NOTHING_GONE, GoneFrom, Lying
from knowledge.asking.shelves.kept import Entries
from knowledge.asking.shelves.layers import Layers, joined_counts, starts_of
from knowledge.asking.shelves.merging import joined_catalogue, size_of
from knowledge.asking.shelves.postings import Postings
from knowledge.asking.shelves.shelf import Shelf
from knowledge.asking.shelves.terms import is_light
from knowledge.grammar.concepts import Tagger
from knowledge.grammar.known_places import known_provinces
from knowledge.grammar.organisations import parse_organisation

# So much beside the first shelf costs answers and starts less than laying everything out anew would.
_MOST_UNTIDY, _FEWEST_UNTIDY = 0.25, 2_000


class LaidOut:
    """The shelves of a library, put together; what is found in them is told by whoever looks."""

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
        """The columns of the shelves and the catalogues as one may be given where they are known."""
        self.tagger = tagger
        self.shelves = tuple(shelves)
        self.catalogues = tuple(catalogues)
        self.gone = gone
        self._r_starts = starts_of([shelf.reports for shelf in self.shelves])
        self._s_starts = starts_of(self.shelves)
        self._f_starts = starts_of([shelf.figures for shelf in self.shelves])
        self._set_columns(columns or Columns.of(self.shelves))
        self._set_words()
        self._set_documents(catalogue or joined_catalogue(self.catalogues))
        self._is_followed = False

    def _set_columns(self, columns: Columns) -> None:
        self.columns = columns
        self.s_report, self._s_figure, self.s_tells = columns.s_report, columns.s_figure, columns.s_tells
        self.f_statement, self.f_measure, self._f_value = columns.f_statement, columns.f_measure, columns.f_value
        self.f_period, self.periods = columns.f_period, columns.periods
        self.f_body, self.bodies = columns.f_body, columns.bodies
        self.r_issuer, self.issuers, self.r_told = columns.r_issuer, columns.issuers, columns.r_told
        self.reports: Entries[ReportEntry] = Entries(len(self.r_told), self._report, self.gone.reports)
        self.statements: Entries[StatementEntry] = Entries(len(self.s_report), self._statement, self.gone.statements)
        self.figures: Entries[FigureEntry] = Entries(len(self.f_statement), self._figure, self.gone.figures)
        self._lines = Lines(self.statements, self.s_tells)

    def _set_words(self) -> None:
        shelves, gone = self.shelves, self.gone
        self.statement_words = Layers([s.statement_words for s in shelves], self._s_starts, gone.statements)
        self.title_words = Layers([s.title_words for s in shelves], self._r_starts, gone.reports)
        self.folded_words = Layers([s.folded_words for s in shelves], self._s_starts, gone.statements)
        self._charged = Layers([s.charged for s in shelves], self._s_starts, gone.statements)
        self.figure_words = Layers([s.figure_words for s in shelves], self._f_starts, gone.figures)
        self._counts = joined_counts([s.counts for s in shelves], gone.counts)
        self._total = len(self.statements) + 1
        self.rare = 1.0 + math.log(self._total)
        self.own_places = frozenset(joined_counts([s.places for s in shelves], gone.places))
        self.own_bodies = frozenset(joined_counts([s.own_bodies for s in shelves], gone.own_bodies))
        self.places = self.own_places | known_provinces()
        self.far_provinces = frozenset(name for name in known_provinces() - self.own_places if " " in name)

    def _set_documents(self, catalogue: Catalogue) -> None:
        """Takes the catalogue as the documents of this library; its postings are those of all catalogues, one layer each."""
        self.catalogue = catalogue
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

    def take_over(self, before: "LaidOut") -> None:
        """What was read of an earlier view, whose numbers these are, and found of each of it: nobody need read it again.

        From now on both make and keep the same ones, and nothing here holds that view.  A second one that follows it reads anew.
        """
        if before._is_followed:
            return
        before._is_followed = True
        before._lines.go_on(self._lines)
        self._lines = before._lines
        self.documents.take_over(before.documents)
        self.figures.take_over(before.figures)
        self.statements.take_over(before.statements)
        self.reports.take_over(before.reports)

    def rest(self) -> None:
        """Others will be asked; who still asks this one gets what it always gave.

        What was read for answers is given back at once, unless whoever followed has it.
        """
        if not self._is_followed:
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

    def texts(self) -> dict[int, Callable[[], str]]:
        """The words of each report, by its number."""
        return {int(number): self._text(int(number)) for number in self.reports.numbers()}

    def texts_at_first(self) -> dict[int, Callable[[], str]]:
        """Those of the first shelf, of reports that are gone as well."""
        return {number: self._text(number) for number in range(len(self.shelves[0].r_last))}

    def _text(self, number: int) -> Callable[[], str]:
        return lambda: str(self._report(number).text)

    def weight(self, word: str) -> float:
        """How much a word tells apart: its inverse document frequency; words never seen weigh most."""
        count = self._counts.get(word)
        return self.rare if count is None else 1.0 + math.log(self._total / (1 + count))

    def weights(self, words: Iterable[str]) -> dict[str, float]:
        """What each word weighs, less those that tell how something is asked and not what."""
        return {word: self.weight(word) for word in words if not is_light(word)}

    def lying(self, number: int) -> Lying:
        """Where that report lies."""
        layer = _layer(self._r_starts, number)
        shelf, at, start = self.shelves[layer], number - self._r_starts[layer], self._s_starts[layer]
        first, last = start + (int(shelf.r_last[at - 1]) if at else 0), start + int(shelf.r_last[at])
        figures = slice(int(self._s_figure[first]), int(self._s_figure[last]))
        return Lying(number, shelf, at, start, slice(first, last), figures)

    def _report(self, number: int) -> ReportEntry:
        layer = _layer(self._r_starts, number)
        shelf, at, first = self.shelves[layer], number - self._r_starts[layer], self._s_starts[layer]
        begins, ends = first + (int(shelf.r_last[at - 1]) if at else 0), first + int(shelf.r_last[at])
        return report_entry(number, shelf, at, StatementsOf(self._lines, begins, ends))

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
            without_tasks(
                [
                    list(mentions_in(self.statements[int(catalogue.m_statement[at])]))[int(catalogue.m_position[at])]
                    for at in places
                ]
            )
        )


def _layer(starts: Sequence[int], number: int) -> int:
    """In which layer that number lies."""
    return bisect_right(starts, number) - 1
