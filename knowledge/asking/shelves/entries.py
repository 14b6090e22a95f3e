"""What the library hands out: a report, a statement, a figure, each read from its shelf when it is first looked at."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cached_property, wraps
from typing import Any, TypeVar, overload

import numpy as np
from numpy.typing import NDArray

from knowledge.asking.shelves.encoding import amendment_from, period_from, read, report_from, statement_from, terms_from
from knowledge.asking.shelves.filing import told_on
from knowledge.asking.shelves.kept import Entries
from knowledge.asking.shelves.shelf import Shelf
from knowledge.asking.shelves.tells import Tells
from knowledge.asking.shelves.terms import all_words, said_otherwise
from knowledge.asking.shelves.text import Text
from knowledge.facts import Amendment, Figure, Period, ReportFacts, Statement
from knowledge.grammar.called import names_called
from knowledge.grammar.concepts import Terms
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import Organisation

T = TypeVar("T")
Entry = TypeVar("Entry", "FigureEntry", "StatementEntry", "ReportEntry")


class ReportEntry:
    """A report in the library; what is seldom asked of it is read when it is."""

    def __init__(self, index: int, kept: memoryview, text: memoryview, statements: "StatementsOf") -> None:
        plain = read(kept)
        self.index = index
        self.id: int = plain[0]
        self.province: str = plain[4]  # folded
        self.text = Text(text, plain[2])
        self.statements = statements
        self.judged: dict[object, Any] = {}
        self._plain = plain

    @cached_property
    def facts(self) -> ReportFacts:
        """What it says of itself."""
        return report_from(self._plain[1])

    @cached_property
    def body(self) -> Organisation:
        """Its issuer."""
        return Organisation(*self._plain[3])

    @cached_property
    def terms(self) -> Terms:
        """What its title speaks of."""
        return terms_from(*self._plain[5])

    @cached_property
    def desks(self) -> frozenset[str]:
        """The names of one-stop desks that it speaks of."""
        return frozenset(self._plain[6])

    @cached_property
    def amendments(self) -> tuple[Amendment, ...]:
        """What was corrected in it by hand."""
        return tuple(amendment_from(one) for one in self._plain[7])

    @cached_property
    def periods(self) -> frozenset[Period]:
        """Its own period and others that its title names."""
        return frozenset(period_from(one) for one in self._plain[8])

    @cached_property
    def bodies_told(self) -> frozenset[str]:
        """The bodies that it gives figures of by name."""
        return frozenset(f.organisation for s in self.statements for f in s.figures if f.organisation)

    def folded(self, statement: Statement) -> str:
        """What a sentence of it says, without tones."""
        return fold(statement.span.cut(self.text))

    def is_amended(self, statement: Statement) -> bool:
        """Whether an admin corrected what this sentence says, so that its words alone say it no more."""
        return any(one.span == statement.span for one in self.amendments)

    @property
    def dated_on(self) -> date | None:
        """The day that it bears itself."""
        return self.facts.signed_on or self.facts.published_on

    @cached_property
    def told_on(self) -> date:
        """The day it speaks from: without a date of its own the last of its period, which may be yet to come."""
        return told_on(self.facts)

    @property
    def kept_up_to(self) -> date:
        """The day to which a register is kept, as far as it says."""
        return self.facts.published_on or self.told_on

    @property
    def not_before(self) -> date:
        """The day it is surely not older than: without a date of its own the first of its period."""
        return self.dated_on or (self.facts.period.first if self.facts.period else date.min)

    @property
    def name(self) -> str:
        """Its number, or its title where it has none."""
        return self.facts.number or self.facts.title


def report_entry(number: int, shelf: Shelf, at: int, statements: "StatementsOf") -> ReportEntry:
    """The report at that place of a shelf, with its statements."""
    return ReportEntry(number, shelf.reports[at], shelf.texts[at], statements)


class Lines:
    """All statements, and what each of them tells: of the newest of several views that have them under the same numbers."""

    __slots__ = ("every", "tells")

    def __init__(self, every: Entries["StatementEntry"], tells: NDArray[np.uint16]) -> None:
        self.every = every
        self.tells = tells

    def go_on(self, later: "Lines") -> None:
        """Those of a later view, for all who have these."""
        self.every, self.tells = later.every, later.tells


class StatementsOf(Sequence[Statement]):
    """The statements of one report, in order: those from `first` on and before `last`, of all."""

    __slots__ = ("_first", "_last", "_lines")

    def __init__(self, lines: Lines, first: int, last: int) -> None:
        self._lines = lines
        self._first = first
        self._last = last

    def __len__(self) -> int:
        return self._last - self._first

    @overload
    def __getitem__(self, at: int) -> Statement: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Statement, ...]: ...
    def __getitem__(self, at: int | slice) -> Statement | tuple[Statement, ...]:
        found = range(self._first, self._last)[at]
        if isinstance(found, int):
            return self._lines.every[found].statement
        return tuple(self._lines.every[number].statement for number in found)

    def place_of(self, entry: "StatementEntry") -> int:
        """Where one of them stands."""
        return entry.number - self._first

    def first_row_of(self, place: int) -> int:
        """Where the table begins whose row stands there: right behind what is no row; 0 where the report begins with it."""
        is_row = self._lines.tells[self._first : self._first + place] & int(Tells.ROW)
        others = np.flatnonzero(is_row == 0)
        return int(others[-1]) + 1 if len(others) else 0

    def kinds(self, first: int, last: int) -> list[str]:
        """Of what kind those from the first on and before the last are; nothing else of them is read."""
        return [self._lines.every[self._first + at].kind for at in range(first, last)]

    def telling(self, what: Tells) -> Iterator[Statement]:
        """Those of such a sort; no other is read."""
        return map(self.__getitem__, self.places_telling(what))

    def places_telling(self, what: Tells) -> list[int]:
        """Where those of such a sort stand."""
        places: list[int] = np.flatnonzero(self._lines.tells[self._first : self._last] & int(what)).tolist()
        return places


class StatementEntry:
    """A statement with its terms and folded words."""

    __slots__ = (
        "__weakref__",
        "_above",
        "_context",
        "_folded",
        "_head_words",
        "_heading",
        "_is_row",
        "_own_words",
        "_plain",
        "_statement",
        "_terms",
        "_words",
        "judged",
        "number",
        "report",
    )

    def __init__(self, number: int, report: ReportEntry, plain: tuple[Any, ...], heading: tuple[str, str, str]) -> None:
        self.number = number
        self.report = report
        self.judged: dict[object, Any] = {}
        self._plain = plain
        self._heading = heading
        self._terms: Terms | None = None
        self._above: Terms | None = None
        self._own_words: frozenset[str] | None = None
        self._head_words: frozenset[str] | None = None
        self._words: frozenset[str] | None = None
        self._context: frozenset[str] | None = None
        self._folded: str | None = None
        self._is_row: bool | None = None
        self._statement: Statement | None = None

    @property
    def statement(self) -> Statement:
        """The statement itself."""
        if self._statement is None:
            self._statement = statement_from(self._plain[:8], self._heading[0])
        return self._statement

    @property
    def folded(self) -> str:
        """Its words without tones."""
        if self._folded is None:
            self._folded = fold(self.report.text[self._plain[0] : self._plain[1]])
        return self._folded

    @property
    def kind(self) -> str:
        """The statement's kind, which is told without reading it."""
        return str(self._plain[2])

    @property
    def is_row(self) -> bool:
        """Whether it is a table's row, a row of headings included."""
        if self._is_row is None:
            self._is_row = "|" in self.folded
        return self._is_row

    @property
    def is_sentence(self) -> bool:
        """Whether it is a sentence of running text: no row of a table, no heading and no task."""
        return not self.is_row and self.statement.task is None and self.statement.kind != "heading"

    @property
    def terms(self) -> Terms:
        """What it speaks of."""
        if self._terms is None:
            self._terms = terms_from(self._plain[8], self._plain[9])
        return self._terms

    @property
    def above(self) -> Terms:
        """The terms of the headings."""
        if self._above is None:
            self._above = terms_from(self._heading[1], self._heading[2])
        return self._above

    @property
    def own_words(self) -> frozenset[str]:
        """All words of its own."""
        if self._own_words is None:
            self._own_words = all_words(self.terms)
        return self._own_words

    @property
    def head_words(self) -> frozenset[str]:
        """All words of the headings."""
        if self._head_words is None:
            self._head_words = all_words(self.above)
        return self._head_words

    @property
    def words(self) -> frozenset[str]:
        """All that it speaks of, with the words of the headings."""
        if self._words is None:
            self._words = self.own_words | self.above.words
        return self._words

    @property
    def context(self) -> frozenset[str]:
        """The words of the sentence before it in its paragraph, for what its figures count."""
        if self._context is None:
            self._context = terms_from(self._plain[10], "").words
        return self._context


class FigureEntry:
    """A figure with the terms of its own words, of what it is a part of, and of its statement."""

    __slots__ = (
        "__weakref__",
        "_head_words",
        "_own_words",
        "body",
        "figure",
        "head",
        "judged",
        "own",
        "report",
        "statement",
    )

    def __init__(
        self, figure: Figure, statement: StatementEntry, own: Terms, head: Terms, body: Organisation | None
    ) -> None:
        self.figure = figure
        self.statement = statement
        self.report = statement.report  # the one it stands in
        self.own = own
        self.head = head
        self.body = body
        self.judged: dict[object, Any] = {}
        self._own_words: frozenset[str] | None = None
        self._head_words: frozenset[str] | None = None

    @property
    def own_words(self) -> frozenset[str]:
        """All words of its own."""
        if self._own_words is None:
            self._own_words = all_words(self.own)
        return self._own_words

    @property
    def head_words(self) -> frozenset[str]:
        """All words of what it is a part of, and what its own say otherwise."""
        if self._head_words is None:
            otherwise = said_otherwise(self.own, self.head, is_row=self.statement.is_row, body=self.body)
            self._head_words = all_words(self.head) | otherwise
        return self._head_words


def once_each(judge: Callable[[Entry], T]) -> Callable[[Entry], T]:
    """Makes a function of one figure, statement or report keep what it found, for many questions want it.

    It must hang on nothing but the entry, and must not give the entry itself, which would then never be let go.
    """

    @wraps(judge)
    def found(entry: Entry) -> T:
        known = entry.judged.get(judge, _UNKNOWN)
        if known is _UNKNOWN:
            known = entry.judged[judge] = judge(entry)
        judged: T = known
        return judged

    return found


@once_each
def names_of(entry: StatementEntry) -> frozenset[str]:
    """The names in quotation marks that a statement has, in plain folded words."""
    return frozenset(name for _, name in names_called(entry.statement.span.cut(entry.report.text)))


# What nothing is judged to be.
_UNKNOWN = object()


def read_heading(kept: memoryview) -> tuple[str, str, str]:
    """A heading with the words and dimensions of its terms."""
    heading: tuple[str, str, str] = read(kept)
    return heading
