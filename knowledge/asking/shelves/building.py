"""Reports laid down on a shelf, one after the other."""

from array import array
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

import numpy as np

from knowledge.asking.shelves.charging import keys_of_charges
from knowledge.asking.shelves.encoding import (
    plain_amendment,
    plain_period,
    plain_report,
    plain_statement,
    plain_terms,
    write,
)
from knowledge.asking.shelves.filing import drawers, told_on
from knowledge.asking.shelves.marking import tells_of
from knowledge.asking.shelves.named_in import Named, named_in
from knowledge.asking.shelves.names import Names
from knowledge.asking.shelves.postings import Numbers, PostingsBuilder
from knowledge.asking.shelves.records import RecordsBuilder
from knowledge.asking.shelves.section_kinds import headed_by, headings_of
from knowledge.asking.shelves.shelf import MEASURES, Issuer, Shelf
from knowledge.asking.shelves.tells import Tells, words_of
from knowledge.asking.shelves.terms import all_words, said_otherwise, values, with_measure
from knowledge.asking.shelves.text import to_bytes
from knowledge.asking.shelves.title_periods import periods_of
from knowledge.facts import Figure, Period, Reading, Statement
from knowledge.grammar.called import names_called
from knowledge.grammar.concepts import Tagger, Terms
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import Organisation, parse_organisation
from knowledge.grammar.patterns import pattern_of

# So many texts are remembered with what they say.
_MOST_REMEMBERED = 50_000


@dataclass(slots=True)
class ShelfBuilder:
    """Takes reports one after the other."""

    tagger: Tagger
    _reports: RecordsBuilder = field(default_factory=RecordsBuilder)
    _texts: RecordsBuilder = field(default_factory=RecordsBuilder)
    _headings: RecordsBuilder = field(default_factory=RecordsBuilder)
    _statements: RecordsBuilder = field(default_factory=RecordsBuilder)
    _figures: RecordsBuilder = field(default_factory=RecordsBuilder)
    _r_last: "array[int]" = field(default_factory=lambda: array("i"))
    _r_heading: "array[int]" = field(default_factory=lambda: array("i"))
    _r_told: "array[int]" = field(default_factory=lambda: array("i"))
    _r_issuer: "array[int]" = field(default_factory=lambda: array("i"))
    _s_report: "array[int]" = field(default_factory=lambda: array("i"))
    _s_tells: "array[int]" = field(default_factory=lambda: array("H"))
    _s_mention: "array[int]" = field(default_factory=lambda: array("i", (0,)))
    _s_figure: "array[int]" = field(default_factory=lambda: array("i", (0,)))
    _f_statement: "array[int]" = field(default_factory=lambda: array("i"))
    _f_measure: "array[int]" = field(default_factory=lambda: array("b"))
    _f_period: "array[int]" = field(default_factory=lambda: array("i"))
    _f_body: "array[int]" = field(default_factory=lambda: array("i"))
    _f_value: "array[int]" = field(default_factory=lambda: array("q"))
    _statement_words: PostingsBuilder = field(default_factory=PostingsBuilder)
    _figure_words: PostingsBuilder = field(default_factory=PostingsBuilder)
    _title_words: PostingsBuilder = field(default_factory=PostingsBuilder)
    _folded_words: PostingsBuilder = field(default_factory=PostingsBuilder)
    _charged: PostingsBuilder = field(default_factory=PostingsBuilder)
    _filed: PostingsBuilder = field(default_factory=PostingsBuilder)
    _periods: dict[tuple[str, int, int], int] = field(default_factory=dict)
    _bodies: dict[str, int] = field(default_factory=dict)
    _issuers: dict[Issuer, int] = field(default_factory=dict)
    _counts: Counter[str] = field(default_factory=Counter)
    _places: Counter[str] = field(default_factory=Counter)
    _own_bodies: Counter[str] = field(default_factory=Counter)
    _tag: Callable[[str], Terms] = field(init=False)
    _names: Names = field(default_factory=Names)  # of the places that the report names
    _known_headings: dict[str, tuple[int, Terms, Tells]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # Titles, headings and what figures count are much the same from report to report.
        self._tag = lru_cache(maxsize=_MOST_REMEMBERED)(self.tagger.tag)

    def add(self, report_id: int, reading: Reading) -> None:
        """Lays the next report down; `report_id` is its number in the store."""
        folded = fold(reading.text)
        tellers = frozenset(f.organisation for one in reading.statements for f in one.figures if f.organisation)
        self._names = Names.of(reading.text, tellers)
        width, text = to_bytes(reading.text)
        self._texts.add(text)
        self._known_headings.clear()
        self._r_heading.append(len(self._headings))
        title = self._tag_written(reading.report.title)
        self._add_statements(reading, folded, title)
        named = named_in(reading, folded, tellers)
        self._file(report_id, reading, named)
        self._reports.add(_record(report_id, reading, named, title, width))
        self._r_last.append(len(self._s_report))

    def _file(self, report_id: int, reading: Reading, named: Named) -> None:
        """Writes down by what the report is found: its words, day, issuer, and the bodies and places that it names."""
        number, facts = len(self._r_last), reading.report
        self._places.update(named.places)
        self._own_bodies.update(named.own_bodies)
        self._title_words.add(number, words_of(fold(facts.title)))
        called = (name for _, name in names_called(reading.text))
        self._filed.add(number, drawers(report_id, facts, periods_of(facts), called))
        self._r_told.append(told_on(facts).toordinal())
        issuer = named.issuer.body, named.issuer.level, named.issuer.place, named.province, named.desks
        self._r_issuer.append(_place_of(issuer, self._issuers))

    def built(self) -> Shelf:
        """All that was added; nothing may be added after."""
        return Shelf(
            reports=self._reports.built(),
            texts=self._texts.built(),
            headings=self._headings.built(),
            statements=self._statements.built(),
            figures=self._figures.built(),
            r_last=_numbers(self._r_last),
            r_heading=_numbers(self._r_heading),
            r_told=_numbers(self._r_told),
            r_issuer=_numbers(self._r_issuer),
            s_report=_numbers(self._s_report),
            s_tells=np.frombuffer(self._s_tells, np.uint16) if self._s_tells else np.empty(0, np.uint16),
            s_mention=_numbers(self._s_mention),
            s_figure=_numbers(self._s_figure),
            f_statement=_numbers(self._f_statement),
            f_measure=np.frombuffer(self._f_measure, np.int8) if self._f_measure else np.empty(0, np.int8),
            f_period=_numbers(self._f_period),
            f_body=_numbers(self._f_body),
            f_value=np.frombuffer(self._f_value, np.int64) if self._f_value else np.empty(0, np.int64),
            statement_words=self._statement_words.built(),
            figure_words=self._figure_words.built(),
            title_words=self._title_words.built(),
            folded_words=self._folded_words.built(),
            filed=self._filed.built(),
            charged=self._charged.built(),
            periods=tuple(self._periods),
            bodies=tuple(self._bodies),
            issuers=tuple(self._issuers),
            counts=dict(self._counts),
            places=dict(self._places),
            own_bodies=dict(self._own_bodies),
        )

    def _add_statements(self, reading: Reading, folded: str, title: Terms) -> None:
        """Those of the next report, each with what the same paragraph said before it."""
        before: Statement | None = None
        said: frozenset[str] = frozenset()
        for statement in reading.statements:
            is_same = before is not None and _is_same_paragraph(before, statement, reading.text)
            said = self._add_statement(statement, reading.text, folded, said if is_same else frozenset(), title)
            before = statement

    def _add_statement(
        self, statement: Statement, text: str, folded: str, context: frozenset[str], title: Terms
    ) -> frozenset[str]:
        """Lays a statement down with its figures, and gives back the words of its terms."""
        number = len(self._s_report)
        own = folded[statement.span.start : statement.span.end]
        terms = self.tagger.tag_around(_without_counted_in(own), self._names.places_in(statement.span.cut(text)))
        heading, above, section = self._heading(statement.heading)
        words, dimensions = plain_terms(terms)
        self._statements.add(
            write((*plain_statement(statement, heading), words, dimensions, " ".join(sorted(context))))
        )
        self._s_report.append(len(self._r_last))
        self._s_tells.append(int(tells_of(statement, own, statement.span.cut(text), section)))
        self._s_mention.append(self._s_mention[-1] + len(statement.citations))
        said = terms.words | values(terms)
        self._counts.update(said)
        self._statement_words.add(number, said | above.words)
        self._folded_words.add(number, words_of(own))
        self._charged.add(number, keys_of_charges(statement))
        place = said | above.words | values(above) | context | title.words
        for figure in statement.figures:
            self._add_figure(figure, number, place, is_row="|" in own)
        self._s_figure.append(len(self._f_statement))
        return terms.words

    def _add_figure(self, figure: Figure, statement: int, around: frozenset[str], *, is_row: bool) -> None:
        own = with_measure(self._tag_written(_without_title(figure.label)), figure.measure, fold(figure.unit))
        head = self._tag_written(_without_matter(figure.head))
        number = len(self._f_statement)
        self._figures.add(write((*plain_terms(own), *plain_terms(head))))
        self._f_statement.append(statement)
        self._f_measure.append(MEASURES[figure.measure])
        self._f_period.append(_place_of(plain_period(figure.period), self._periods))
        self._f_body.append(_place_of(figure.organisation or None, self._bodies))
        self._f_value.append(hash(figure.value))
        otherwise = said_otherwise(own, head, is_row=is_row, body=_body(figure.organisation))
        self._figure_words.add(number, around | all_words(own) | all_words(head) | otherwise)

    def _heading(self, heading: str) -> tuple[int, Terms, Tells]:
        """The number of a heading in its report, what it says, and which sections it names; laid down when it is new."""
        if heading not in self._known_headings:
            above = self._tag_written(heading)
            self._headings.add(write((heading, *plain_terms(above))))
            self._known_headings[heading] = len(self._known_headings), above, headed_by(headings_of(heading))
        return self._known_headings[heading]

    def _tag_written(self, written: str) -> Terms:
        """What words say as they are written, where the names of places say nothing but themselves."""
        names, folded = self._names.places_in(written), fold(written)
        plain = _without_counted_in(folded)
        return self.tagger.tag_around(plain, names) if names else self._tag(plain)


def _record(report_id: int, reading: Reading, named: Named, title: Terms, width: int) -> bytes:
    """What is read of a report as such; its text has bytes of that width a character."""
    return write(
        (
            report_id,
            plain_report(reading.report),
            width,
            (named.issuer.body, named.issuer.level, named.issuer.place),
            named.province,
            plain_terms(title),
            named.desks,
            tuple(plain_amendment(one) for one in reading.amendments),
            tuple(plain_period(one) for one in sorted(periods_of(reading.report), key=_order)),
            tuple(sorted(named.places)),
            tuple(sorted(named.own_bodies)),
        )
    )


# "Sở tiếp nhận (kể cả Văn phòng Đăng ký đất đai) 9.864 hồ sơ": who is counted in, and not what they are about.
_COUNTED_IN = pattern_of(r"\((?:ke ca|bao gom ca|gom ca|tinh ca|chua ke|khong ke)\b[^()]*\)")


def _without_counted_in(folded: str) -> str:
    """The same with blanks in its place, so that all else stands where it stood."""
    return _COUNTED_IN.sub(lambda aside: " " * len(aside[0]), folded) if "(" in folded else folded


# "Tình hình tiếp nhận và giải quyết (từ ngày …): tổng số tiếp nhận là …": the whole matter's name says no stage of it.
_MATTER = pattern_of(
    r"\b(?:tinh hinh|ket qua|cong tac|viec) tiep nhan(?:,| va| &)? (?:giai quyet|xu ly|tra ket qua)(?:(?:,| va)? tra ket qua)?\b"
)


def _without_matter(written: str) -> str:
    matter = _MATTER.search(fold(written))
    return f"{written[: matter.start()]} {written[matter.end() :]}" if matter else written


# "Tiếp nhận, giải quyết hồ sơ: tổng số hồ sơ tiếp nhận của ba cấp là …": nor does the title of its paragraph before a colon.
_TITLED = pattern_of(
    r"\W*(?:(?:tinh hinh|ket qua|cong tac|viec) )?tiep nhan(?:,| va| &)? (?:giai quyet|xu ly|tra ket qua)\b[^:;\d]{0,80}:(?= [a-z])"
)


def _without_title(label: str) -> str:
    title = _TITLED.match(fold(label))
    return label[title.end() :] if title else label


@lru_cache(maxsize=10_000)
def _body(name: str | None) -> Organisation | None:
    return parse_organisation(name) if name else None


def _numbers(column: "array[int]") -> Numbers:
    return np.frombuffer(column, np.int32) if column else np.empty(0, np.int32)


def _place_of(value: Any, known: dict[Any, int]) -> int:
    return -1 if value is None else known.setdefault(value, len(known))


def _order(period: Period) -> tuple[str, date]:
    return period.kind.value, period.first


def _is_same_paragraph(before: Statement, now: Statement, text: str) -> bool:
    """ "Đề án Tổ lưu động … Đến nay có 23 tổ": what the sentence before speaks of, this one goes on with."""
    return before.span.end <= now.span.start and "\n" not in text[before.span.end : now.span.start]
