"""What some reports say, laid out flat; numbers count within the shelf."""

from array import array
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.asking.concepts import Tagger, Terms
from knowledge.asking.giving_reasons import gives_reason
from knowledge.asking.section_kinds import headed_by, headings_of, is_closing, proposes
from knowledge.asking.shelves.encoding import (
    plain_amendment,
    plain_period,
    plain_report,
    plain_statement,
    plain_terms,
    write,
)
from knowledge.asking.shelves.filing import drawers, told_on
from knowledge.asking.shelves.names import Names
from knowledge.asking.shelves.postings import Numbers, Postings, PostingsBuilder
from knowledge.asking.shelves.records import Records, RecordsBuilder
from knowledge.asking.shelves.tells import Tells, words_of
from knowledge.asking.shelves.terms import all_words, said_otherwise, values, with_measure
from knowledge.asking.shelves.text import to_bytes
from knowledge.asking.shelves.title_periods import periods_of
from knowledge.facts import Figure, Measure, Period, Reading, Role, Statement
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import (
    Organisation,
    desk_names,
    find_asked_organisations,
    find_organisations,
    is_body,
    parse_organisation,
)
from knowledge.grammar.patterns import pattern_of

# So many texts are remembered with what they say.
_MOST_REMEMBERED = 50_000
# Body, level and place of a report's issuer, its province, and the one-stop desks that it speaks of.
Issuer = tuple[str, str, str, str, tuple[str, ...]]
MEASURES = {measure: number for number, measure in enumerate(Measure)}


@dataclass(slots=True, eq=False)
class Shelf:
    """Columns have a value for each report (`r_`), statement (`s_`), citation (`m_`) or figure (`f_`)."""

    reports: Records
    texts: Records
    headings: Records
    statements: Records
    figures: Records
    r_last: Numbers  # the statement after its last one
    r_heading: Numbers  # its first heading
    r_told: Numbers  # the day it speaks from, an ordinal
    r_issuer: Numbers  # which of `issuers`
    s_report: Numbers
    s_tells: NDArray[np.uint16]
    s_mention: Numbers  # its first citation; one more than there are statements
    s_figure: Numbers  # its first figure; one more than there are statements
    f_statement: Numbers
    f_measure: NDArray[np.int8]
    f_period: Numbers  # which of `periods`, or -1
    f_body: Numbers  # which of `bodies`, or -1
    f_value: NDArray[np.int64]  # the hash of its value
    statement_words: Postings  # terms of a statement and its headings
    figure_words: Postings  # those of all places where a figure's words may stand
    title_words: Postings  # of reports, folded
    filed: Postings  # reports by what they are asked for by (`filing`)
    folded_words: Postings  # a statement's words as they stand, folded
    periods: tuple[tuple[str, int, int], ...]
    bodies: tuple[str, ...]  # whose figures they are, as written
    issuers: tuple[Issuer, ...]
    counts: dict[str, int]  # how many statements have a term
    places: dict[str, int]  # folded names, and how many reports name them
    own_bodies: dict[str, int]  # bodies that no list knows, and how many reports are of them or tell their figures

    def __len__(self) -> int:
        return len(self.s_report)


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
        """The next report."""
        facts, folded = reading.report, fold(reading.text)
        names = frozenset(f.organisation for one in reading.statements for f in one.figures if f.organisation)
        self._names = Names.of(reading.text, names)
        width, text = to_bytes(reading.text)
        self._texts.add(text)
        self._known_headings.clear()
        self._r_heading.append(len(self._headings))
        title = self._tag_written(facts.title)
        self._add_statements(reading, folded, title)
        body = parse_organisation(facts.organisation) if facts.organisation else Organisation()
        province = fold(facts.province or "") or (body.place if body.level == "province" else "")
        places, bodies = _places(reading.text, names), _own_bodies(facts.organisation, names | _charged(reading))
        self._places.update(places)
        self._own_bodies.update(bodies)
        desks = tuple(sorted(name for name in desk_names() if name in folded))
        periods = periods_of(facts)
        number = len(self._r_last)
        self._title_words.add(number, words_of(fold(facts.title)))
        self._filed.add(number, drawers(report_id, facts, periods))
        self._r_told.append(told_on(facts).toordinal())
        issuer = body.body, body.level, body.place, province, desks
        self._r_issuer.append(_place_of(issuer, self._issuers))
        self._reports.add(
            write(
                (
                    report_id,
                    plain_report(facts),
                    width,
                    (body.body, body.level, body.place),
                    province,
                    plain_terms(title),
                    desks,
                    tuple(plain_amendment(one) for one in reading.amendments),
                    tuple(plain_period(one) for one in sorted(periods, key=_order)),
                    tuple(sorted(places)),
                    tuple(sorted(bodies)),
                )
            )
        )
        self._r_last.append(len(self._s_report))

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
        """Writes it down; the words of its terms."""
        number = len(self._s_report)
        own = folded[statement.span.start : statement.span.end]
        terms = self.tagger.tag_around(own, self._names.places_in(text[statement.span.start : statement.span.end]))
        heading, above, section = self._heading(statement.heading)
        words, dimensions = plain_terms(terms)
        self._statements.add(
            write((*plain_statement(statement, heading), words, dimensions, " ".join(sorted(context))))
        )
        self._s_report.append(len(self._r_last))
        tells = _tells(statement, own, text[statement.span.start : statement.span.end])
        self._s_tells.append(int(tells | _in_section(statement, own, section)))
        self._s_mention.append(self._s_mention[-1] + len(statement.citations))
        said = terms.words | values(terms)
        self._counts.update(said)
        self._statement_words.add(number, said | above.words)
        self._folded_words.add(number, words_of(own))
        place = said | above.words | values(above) | context | title.words
        for figure in statement.figures:
            self._add_figure(figure, number, place, is_row="|" in own)
        self._s_figure.append(len(self._f_statement))
        return terms.words

    def _add_figure(self, figure: Figure, statement: int, around: frozenset[str], *, is_row: bool) -> None:
        own = with_measure(self._tag_written(figure.label), figure.measure, fold(figure.unit))
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
        if heading not in self._known_headings:
            above = self._tag_written(heading)
            self._headings.add(write((heading, *plain_terms(above))))
            self._known_headings[heading] = len(self._known_headings), above, headed_by(headings_of(heading))
        return self._known_headings[heading]

    def _tag_written(self, written: str) -> Terms:
        """What words say as they are written, where the names of places say nothing but themselves."""
        names = self._names.places_in(written)
        return self.tagger.tag_around(fold(written), names) if names else self._tag(fold(written))


# "Tình hình tiếp nhận và giải quyết (từ ngày …): tổng số tiếp nhận là …": the whole matter's name says no stage of it.
_MATTER = pattern_of(
    r"\b(?:tinh hinh|ket qua|cong tac|viec) tiep nhan(?:,| va| &)? (?:giai quyet|xu ly|tra ket qua)(?:(?:,| va)? tra ket qua)?\b"
)


def _without_matter(written: str) -> str:
    matter = _MATTER.search(fold(written))
    return f"{written[: matter.start()]} {written[matter.end() :]}" if matter else written


def _places(text: str, names: frozenset[str]) -> frozenset[str]:
    """The folded places that a report names, or that those names of bodies hold."""
    named = {m.organisation.place for m in find_organisations(text)}
    return frozenset(p for p in named | {parse_organisation(name).place for name in names} if len(p) > 2)


def _charged(reading: Reading) -> frozenset[str]:
    """Whom the rows of a register charge, one by one: "Phòng Kiểm soát TTHC" is a body that people ask of."""
    rows = (c.responsible for s in reading.statements for c in s.citations if c.status)
    return frozenset(unit for unit in rows if unit and not _SEVERAL_UNITS.search(unit))


_SEVERAL_UNITS = pattern_of(r"[,;/]|\bvà\b")


def _own_bodies(issuer: str | None, names: frozenset[str]) -> frozenset[str]:
    """Of the issuer and those bodies the ones that a question would not name without them."""
    named = names | {issuer} if issuer else names
    found = {parse_organisation(name).body for name in named if not _is_listed(name)}
    return frozenset(body for body in found if " " in body and is_body(body))


@lru_cache(maxsize=10_000)
def _is_listed(name: str) -> bool:
    """Whether a question's words name it by the gazetteer alone."""
    asked = find_asked_organisations(fold(name), places=frozenset(), common=frozenset())
    return any(o.start == 0 and o.organisation.body == parse_organisation(name).body for o in asked)


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


def _tells(statement: Statement, folded: str, written: str) -> Tells:
    tells = Tells(0)
    if any(c.role is Role.LISTED for c in statement.citations):
        tells |= Tells.LISTED
    if statement.task is not None or any(c.responsible and c.status for c in statement.citations):
        tells |= Tells.ASSIGNED
    if "|" in folded:
        tells |= Tells.ROW
    if "|" in folded and statement.task is not None:
        tells |= Tells.WORK
    if "|" in folded and any(f.measure is Measure.TARGET for f in statement.figures):
        tells |= Tells.TARGET
    if gives_reason(written):
        tells |= Tells.REASON
    return tells


def _in_section(statement: Statement, folded: str, headed: Tells) -> Tells:
    """In which sections it may be told, by what the headings above it name."""
    if statement.kind == "heading":
        return Tells(0)
    told = Tells(0) if headed and is_closing(folded) else headed
    return told | Tells.PROPOSAL if proposes(folded) else told
