"""Sentences that come nearest to a question which nothing answers: offered, and never asserted.

Nothing here decides what is so.  Whoever asked reads the sentences and judges; docs/answering.md tells how often they
hold what was asked.
"""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from knowledge.answers import Quote
from knowledge.asking.bodies import is_of_bodies
from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.library import Library, StatementEntry, all_words
from knowledge.asking.reading.question import Query, telling_words
from knowledge.asking.replies import quote
from knowledge.asking.sentences.matching_statements import days_in
from knowledge.asking.sentences.sentence_kinds import words_of
from knowledge.asking.shelves.entries import once_each
from knowledge.asking.shelves.postings import Numbers, among, union
from knowledge.asking.shelves.weighing import CLOSE, covering
from knowledge.asking.stages.occasion import Occasion
from knowledge.facts import Measure, Period, PeriodKind
from knowledge.grammar.dates import find_dates
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.year_parts import make_period

# More are not read, and each that is offered may be about something else.
_MOST = 3
# Below it a sentence is about something else more often than not; docs/answering.md has the curve.
_THRESHOLD = 0.46
# What a sentence of the kind that was asked for gains, and any other loses.
_OF_KIND = 0.05
# One word, which may have two syllables, stands in any sentence: "hồ sơ?".
_FEWEST_SYLLABLES = 3
# So many that may come near are looked at, so that it takes as long of many reports as of few.
_MOST_READ = 60
# What is shorter is a caption or the end of a line.
_FEWEST_CHARACTERS = 25


def find_nearest(at: Occasion, query: Query) -> tuple[Quote, ...]:
    """At most three sentences, the most telling first; none where the question says too little or nothing comes near."""
    asked = _Asked(at.library, query, at.wanted(query))
    if len(asked.said) < _FEWEST_SYLLABLES or not asked.terms:
        return ()
    near = [(score, entry) for entry in asked.read() if (score := asked.score(entry)) >= _THRESHOLD]
    near.sort(key=lambda found: (-round(found[0], 3), -found[1].report.told_on.toordinal()))
    distinct: dict[str, StatementEntry] = {}
    for _, entry in near:
        # The same sentence of report after report is offered once, of the newest.
        distinct.setdefault(_NUMBERS.sub("#", entry.folded), entry)
    return tuple(_passage(entry) for entry in list(distinct.values())[:_MOST])


_NUMBERS = pattern_of(r"\d[\d.,/]*")


@dataclass(frozen=True)
class _Asked:
    """What is looked for: what the question is about and its own words, rare ones weighing more."""

    library: Library
    query: Query
    wanted: FigureQuery

    @cached_property
    def terms(self) -> dict[str, float]:
        """What it is about, less words that tell how it is asked."""
        return self.library.weights(all_words(self.wanted.terms))

    @cached_property
    def said(self) -> dict[str, float]:
        """Its own words."""
        total = len(self.library.statements) + 1
        words = self.library.folded_words
        return {w: 1.0 + math.log(total / (1 + len(words.of(w)))) for w in telling_words(self.query)}

    @cached_property
    def _pairs(self) -> dict[str, float]:
        """Its words that stand side by side: most words of Vietnamese are of two syllables."""
        words, said = _WORD.findall(self.query.folded), self.said
        beside = pairwise(words)
        return {f"{a} {b}": said[a] + said[b] for a, b in beside if a in said and b in said}

    @cached_property
    def _typed(self) -> dict[str, set[str]]:
        """The words as they were typed, by their letters."""
        typed: dict[str, set[str]] = {}
        for word in _WORD.findall(self.query.text.lower()):
            typed.setdefault(fold(word), set()).add(word)
        return typed

    def read(self) -> list[StatementEntry]:
        """The sentences that may come near, those that agree in all that was said exactly."""
        read = (self.library.statements[int(number)] for number in self._likely())
        return [entry for entry in read if _claims(entry) and self._agrees(entry)]

    def _likely(self) -> Numbers:
        """Those with the largest shares of the words, of equal ones the newest."""
        library, least = self.library, _THRESHOLD - _OF_KIND
        layers = ((library.statement_words,), self.terms), ((library.folded_words,), self.said)
        places = {b.organisation.place for b in self.query.bodies if b.organisation.place}
        if (there := library.statements_of_places(places)) is not None:
            there = there[self._is_in_time(there)]
        numbers = union([covering(words, weights, least, there)[0] for words, weights in layers])
        if there is None:
            numbers = numbers[self._is_in_time(numbers)]
            for place in places:
                numbers = numbers[library.are_statements_of_place(numbers, place)]
        # Both shares are the largest that a sentence can come to.
        by_terms, by_words = (covering(words, weights, 0.0, numbers)[1] for words, weights in layers)
        told = library.r_told[library.s_report[numbers]]
        likely = np.lexsort((-told, -_mean(by_terms, by_terms, by_words, by_words)))[:_MOST_READ]
        # Even with all pairs of words, and of the kind that is asked for, the others come to less.
        most = _mean(by_terms, by_terms, by_words, np.ones(len(numbers))) + _OF_KIND
        return numbers[likely[most[likely] >= _THRESHOLD - CLOSE]]

    def _is_in_time(self, numbers: Numbers) -> NDArray[np.bool_]:
        """Which are of the period that is named: the period of their report is it or holds it, or one of their figures is of it."""
        if (period := self.wanted.period) is None:
            return np.ones(len(numbers), np.bool_)
        filed = self.library.filed
        reports = union([filed.of_own_period(one).numbers for one in _spanning(period)])
        in_time: NDArray[np.bool_] = among(self.library.s_report[numbers], reports)
        return in_time | self.library.have_figures_of(numbers, period)

    def _agrees(self, entry: StatementEntry) -> bool:
        """Whether it is of the days, bodies and documents that are named, and tells amounts where they are asked for."""
        bodies, dates, numbers = self.wanted.bodies, self.wanted.dates, [r.number for r in self.query.references]
        if dates and not days_in(entry).issuperset(dates):
            return False
        if numbers and not set(numbers) <= {
            n.lstrip("0") for n in _WORD.findall(f"{entry.folded} {entry.report.name}")
        }:
            return False
        return (not bodies or is_of_bodies(entry, bodies)) and all(
            _tells(entry, measures) for cue, measures in _AMOUNTS.items() if self.query.asks(cue)
        )

    def score(self, entry: StatementEntry) -> float:
        """How near it comes: 1 where it has all that the question says; what stands only in its headings counts half."""
        own = _share(self.terms, entry.own_words.__contains__)
        with_headings = _share(self.terms, entry.words.__contains__)
        has = self._has(entry)
        beside = _share(self._pairs, lambda pair: pair in entry.folded and all(map(has, pair.split())))
        words = _share(self.said, has)
        return _mean(own, with_headings, words, beside if self._pairs else words) + self._gain(entry)

    def _has(self, entry: StatementEntry) -> Callable[[str], bool]:
        """Whether it has a word, in the tones in which that was typed: "hộ chiếu" is in no "chiều", nor "sổ đỏ" in "số"."""
        folded = set(_WORD.findall(entry.folded))
        toned: set[str] = set()  # looked at only where a word was typed with tones

        def has(word: str) -> bool:
            if word not in folded:
                return False
            typed = self._typed.get(word)
            if not typed or word in typed:
                return True
            if not toned:
                toned.update(_WORD.findall(words_of(entry).lower()))
            return not typed.isdisjoint(toned)

        return has

    def _gain(self, entry: StatementEntry) -> float:
        """What it gains by holding what is asked for, or loses."""
        if self.query.asks("when", "window", "due"):
            return _OF_KIND if _names_day(entry) else -_OF_KIND
        if self.query.asks("percent"):
            return _OF_KIND if _tells(entry, _SHARES) else -_OF_KIND
        if self.query.asks("count", *_AMOUNTS):
            return _OF_KIND if entry.statement.figures or _NUMBERS.search(entry.folded) else -_OF_KIND
        return 0.0


_WORD = pattern_of(r"\w+")
_SHARES = frozenset({Measure.SHARE})
# What has a sign of its own: where that is missing nothing is told of it.
_AMOUNTS = {
    "money": frozenset({Measure.MONEY}),
    "rank": frozenset({Measure.RANK}),
    "score": frozenset({Measure.SCORE, Measure.SHARE}),
}
_Shares = TypeVar("_Shares", float, NDArray[np.float64])


def _mean(own: _Shares, with_headings: _Shares, words: _Shares, beside: _Shares) -> _Shares:
    """Of the four shares; words that stand side by side are counted by themselves already."""
    return (own + with_headings + words + beside / 2) / 3.5


def _share(weights: Mapping[str, float], has: Callable[[str], bool]) -> float:
    total = sum(weights.values())
    return sum(weight for word, weight in weights.items() if has(word)) / total if total else 0.0


def _spanning(period: Period) -> list[Period]:
    """The period, and the longer ones of its year within which it lies: a half year's report tells of its quarters."""
    quarters = [(PeriodKind.QUARTER, index) for index in range(1, 5)]
    halves = [(PeriodKind.HALF, 1), (PeriodKind.HALF, 2)]
    parts = [*quarters, *halves, (PeriodKind.NINE_MONTHS, 0), (PeriodKind.YEAR, 0)]
    longer = [make_period(kind, index, period.last.year) for kind, index in parts]
    return [period, *(one for one in longer if one.first <= period.first and period.last <= one.last and one != period)]


def _tells(entry: StatementEntry, measures: frozenset[Measure]) -> bool:
    return any(figure.measure in measures for figure in entry.statement.figures)


@once_each
def _names_day(entry: StatementEntry) -> bool:
    return any(True for _ in find_dates(entry.folded))


@once_each
def _claims(entry: StatementEntry) -> bool:
    """Whether it says something by itself: a heading does not, nor a caption, nor what only leads to a list or names its report."""
    statement, words = entry.statement, words_of(entry).strip()
    if statement.kind == "heading" or len(words) < _FEWEST_CHARACTERS or words.endswith(":"):
        return False
    if (number := entry.report.facts.number) and fold(number) in entry.folded:
        return False
    return bool(statement.figures or statement.citations or statement.task) or entry.is_row or words[-1] in ".;!"


def _passage(entry: StatementEntry) -> Quote:
    """Its words; of a table's row with the headings of its cells, where it is plain which is whose."""
    cited = quote(entry.report, entry.statement.span)
    return replace(cited, columns=_columns(entry)) if entry.is_row else cited


def _columns(entry: StatementEntry) -> tuple[str, ...]:
    """The headings of a row's cells, "" over its own number; none where the table has several rows of them, or more or fewer."""
    statements = entry.report.statements
    place = statements.place_of(entry)
    first = statements.first_row_of(place)
    if not 0 < first < place or statements.kinds(first, first + 1) != ["heading"]:
        return ()
    if "heading" in statements.kinds(first + 1, place):
        return ()
    above = _cells(statements[first].span.cut(entry.report.text))
    told = tuple("" if fold(heading) in _COUNTING_ROWS else heading for heading in above)
    return told if len(told) == len(_cells(words_of(entry))) else ()


_COUNTING_ROWS = frozenset({"tt", "stt", "so tt", "so thu tu"})


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in re.split(r"\s*\|\s*", row.strip())]
