"""The published reports in memory, laid out for asking: figures, statements and documents with their terms."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from knowledge.asking.concepts import Tagger, Terms
from knowledge.asking.documents import Document, Mention, join_documents
from knowledge.facts import Amendment, Figure, Measure, Reading, ReportFacts, Statement
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import (
    Organisation,
    find_organisations,
    is_body,
    known_provinces,
    parse_organisation,
)
from knowledge.store.document_keys import key_of_citation


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


@dataclass(slots=True)
class ReportEntry:
    """A report in the library; `body` is its issuer, `province` folded."""

    index: int
    id: int
    facts: ReportFacts
    text: str
    statements: tuple[Statement, ...]
    body: Organisation
    province: str
    terms: Terms
    folded: str  # the text
    amendments: tuple[Amendment, ...] = ()

    def is_amended(self, statement: Statement) -> bool:
        """Whether an admin corrected what this sentence says, so that its words alone say it no more."""
        return any(one.span == statement.span for one in self.amendments)

    @property
    def dated_on(self) -> date | None:
        """The day that it bears itself."""
        return self.facts.signed_on or self.facts.published_on

    @property
    def told_on(self) -> date:
        """The day it speaks from: without a date of its own the last of its period, which may be yet to come."""
        return self.dated_on or (self.facts.period.last if self.facts.period else date.min)

    @property
    def not_before(self) -> date:
        """The day it is surely not older than: without a date of its own the first of its period."""
        return self.dated_on or (self.facts.period.first if self.facts.period else date.min)

    @property
    def name(self) -> str:
        """Its number, or its title where it has none."""
        return self.facts.number or self.facts.title


@dataclass(slots=True)
class StatementEntry:
    """A statement with its terms and folded words."""

    statement: Statement
    report: ReportEntry
    folded: str
    terms: Terms
    above: Terms  # of the headings
    context: frozenset[str] = frozenset()  # of the sentence before it in its paragraph, for what its figures count


@dataclass(slots=True)
class FigureEntry:
    """A figure with the terms of its own words, of what it is a part of, and of its statement."""

    figure: Figure
    statement: StatementEntry
    own: Terms
    head: Terms
    body: Organisation | None

    @property
    def report(self) -> ReportEntry:
        """The report it stands in."""
        return self.statement.report


@dataclass(slots=True)
class Library:
    """All that can be asked about; built whole and then only read."""

    tagger: Tagger
    reports: list[ReportEntry] = field(default_factory=list)
    statements: list[StatementEntry] = field(default_factory=list)
    figures: list[FigureEntry] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    by_number: dict[str, list[Document]] = field(default_factory=dict)
    places: frozenset[str] = frozenset()  # folded: those that the reports name, and all provinces
    own_places: frozenset[str] = frozenset()
    own_bodies: frozenset[str] = frozenset()  # normalised names of bodies that only the reports know
    _idf: dict[str, float] = field(default_factory=dict)
    _postings: dict[str, list[int]] = field(default_factory=dict)
    _statement_postings: dict[str, list[int]] = field(default_factory=dict)
    _document_words: list[frozenset[str]] = field(default_factory=list)  # of each of `documents`
    _document_postings: dict[str, list[int]] = field(default_factory=dict)
    _statement_terms: dict[tuple[int, int], Terms] = field(default_factory=dict)  # by report and place
    rare: float = 5.0

    @classmethod
    def build(cls, published: Iterable[Published], tagger: Tagger) -> "Library":
        """The library of these reports."""
        library = cls(tagger)
        for item in published:
            library._add(item)
        library._weigh()
        library._join()
        library._learn_places()
        return library

    @property
    def has_several_provinces(self) -> bool:
        """Whether the reports are of more than one province."""
        return len({report.province for report in self.reports if report.province}) > 1

    def weight(self, word: str) -> float:
        """How much a word tells apart: its inverse document frequency; words never seen weigh most."""
        return self._idf.get(word, self.rare)

    def figures_with(self, words: Iterable[str]) -> list[FigureEntry]:
        """Every figure whose statement, headings or report has one of the words."""
        found: set[int] = set()
        for word in words:
            found.update(self._postings.get(word, ()))
        return [self.figures[i] for i in sorted(found)]

    def statements_with(self, words: Iterable[str]) -> list[StatementEntry]:
        """Every statement that has one of the words."""
        found: set[int] = set()
        for word in words:
            found.update(self._statement_postings.get(word, ()))
        return [self.statements[i] for i in sorted(found)]

    def documents_with(self, words: Iterable[str]) -> list[tuple[Document, frozenset[str]]]:
        """Every document whose type or subject has one of the words, with all words of these."""
        found: set[int] = set()
        for word in words:
            found.update(self._document_postings.get(word, ()))
        return [(self.documents[i], self._document_words[i]) for i in sorted(found)]

    def terms_told(self, mention: Mention) -> Terms:
        """The terms of the statement that mentions a document."""
        return self._statement_terms[mention.report, mention.statement.span.start]

    def _add(self, item: Published) -> None:
        facts = item.reading.report
        body = parse_organisation(facts.organisation) if facts.organisation else Organisation()
        province = fold(facts.province or "") or (body.place if body.level == "province" else "")
        report = ReportEntry(
            len(self.reports), item.id, facts, item.reading.text, item.reading.statements, body, province,
            self.tagger.tag(fold(facts.title)), fold(item.reading.text), item.reading.amendments,
        )  # fmt: skip
        self.reports.append(report)
        for statement in item.reading.statements:
            self._add_statement(report, statement)

    def _add_statement(self, report: ReportEntry, statement: Statement) -> None:
        folded = fold(statement.span.cut(report.text))
        entry = StatementEntry(
            statement, report, folded, self.tagger.tag(folded), self.tagger.tag(fold(statement.heading))
        )
        last = self.statements[-1] if self.statements else None
        if last is not None and _is_same_paragraph(last, entry):
            # "Đề án Tổ lưu động … Đến nay có 23 tổ": what the sentence before speaks of, this one goes on with.
            entry.context = last.terms.words
        at = len(self.statements)
        self.statements.append(entry)
        self._statement_terms[report.index, statement.span.start] = entry.terms
        for word in entry.terms.words | entry.above.words | _values(entry.terms):
            self._statement_postings.setdefault(word, []).append(at)
        for figure in statement.figures:
            own = with_measure(self.tagger.tag(fold(figure.label)), figure.measure)
            head = self.tagger.tag(fold(figure.head))
            body = parse_organisation(figure.organisation) if figure.organisation else None
            index = len(self.figures)
            self.figures.append(FigureEntry(figure, entry, own, head, body))
            for word in (
                own.words
                | head.words
                | entry.terms.words
                | entry.above.words
                | entry.context
                | _values(own)
                | _values(head)
            ):
                self._postings.setdefault(word, []).append(index)

    def _weigh(self) -> None:
        counts: Counter[str] = Counter()
        for entry in self.statements:
            counts.update(entry.terms.words | _values(entry.terms))
        total = len(self.statements) + 1
        self._idf = {word: 1.0 + math.log(total / (1 + n)) for word, n in counts.items()}
        self.rare = 1.0 + math.log(total)

    def _join(self) -> None:
        mentions = [
            Mention(
                c,
                e.statement,
                e.report.index,
                e.report.told_on,
                e.report.body,
                e.report.province,
                key_of_citation(c, e.report.facts.province),
            )
            for e in self.statements
            for c in e.statement.citations
        ]
        self.documents = join_documents(mentions, self.tagger)
        index: dict[str, list[Document]] = defaultdict(list)
        for document in self.documents:
            if document.number:
                index[document.number.lstrip("0")].append(document)
        self.by_number = dict(index)
        for at, document in enumerate(self.documents):
            words = self._words_of(document)
            self._document_words.append(words)
            for word in words:
                self._document_postings.setdefault(word, []).append(at)

    def _words_of(self, document: Document) -> frozenset[str]:
        """What a document can be named by: the words and values of its types and subjects."""
        named = {f"{m.citation.type or ''} {m.citation.subject or ''}" for m in document.mentions}
        terms = [self.tagger.tag(fold(words)) for words in named]
        types = {w for t in document.types for w in (*fold(t).split(), *self.tagger.tag(fold(t)).words)}
        return frozenset(types.union(*(all_words(t) for t in terms)))

    def _learn_places(self) -> None:
        names: set[str] = set()
        for report in self.reports:
            for mention in find_organisations(report.text):
                if mention.organisation.place:
                    names.add(mention.organisation.place)
        for entry in self.figures:
            if entry.body and entry.body.place:
                names.add(entry.body.place)
        found = {e.body.body for e in self.figures if e.body} | {r.body.body for r in self.reports}
        self.own_bodies = frozenset(
            b
            for b in found
            if " " in b and is_body(b) and not any(o.name == b.title() for o in find_organisations(b.title()))
        )
        self.own_places = frozenset(n for n in names if len(n) > 2)
        self.places = self.own_places | known_provinces()

    def occurrences(self, pattern: re.Pattern[str]) -> list[StatementEntry]:
        """Every statement whose folded words match."""
        return [e for e in self.statements if pattern.search(e.folded)]


def _is_same_paragraph(before: StatementEntry, now: StatementEntry) -> bool:
    if before.report is not now.report:
        return False
    between = now.report.text[before.statement.span.end : now.statement.span.start]
    return before.statement.span.end <= now.statement.span.start and "\n" not in between


# What a figure's sort says by itself: an amount is money, a rank a ranking.
_MEASURE_TOPICS = {Measure.MONEY: "#money", Measure.RANK: "#ranking", Measure.SCORE: "#score"}


def with_measure(terms: Terms, measure: Measure) -> Terms:
    """The terms of a figure's own words, with what its sort says by itself."""
    topics = {t for t in (_MEASURE_TOPICS.get(measure),) if t}
    is_bare_channel = "channel" in terms.dimensions and not terms.topics
    if "timeliness" in terms.dimensions or is_bare_channel:
        # What is early, on time or late in these reports are dossiers, also where a table leaves the word out.
        topics.add("#dossier")
    return Terms(terms.dimensions, terms.words | topics) if topics else terms


def _values(terms: Terms) -> frozenset[str]:
    return frozenset(f"{d}:{v}" for d, values in terms.dimensions.items() for v in values)


def all_words(terms: Terms) -> frozenset[str]:
    """Words and dimension values together, as they are weighed."""
    return terms.words | _values(terms)
