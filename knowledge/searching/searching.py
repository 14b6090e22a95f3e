"""Sentences that hold all the words asked for, without regard to tones, with the places of the words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from knowledge.asking.library import Library, ReportEntry
from knowledge.facts import Span, Statement
from knowledge.grammar.folding import compose, fold
from knowledge.grammar.year_parts import name_period

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence word for word; `marks` are the places of the words within `text`."""

    report_id: int
    report: str  # its number, or its title where it has none
    signed_on: date | None
    period: str
    place: int  # how many statements of the report that say something stand before it
    text: str
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """How many sentences hold all the words, and those of one page."""

    total: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class _Match:
    report: ReportEntry
    statement: Statement
    is_phrase: bool

    @property
    def rank(self) -> tuple[bool, int, int, int]:
        """The words side by side first, then the newest report, in the order of its text."""
        return (not self.is_phrase, -self.report.told_on.toordinal(), self.report.index, self.statement.span.start)


def search(library: Library, words: str, *, offset: int = 0, limit: int = 5, language: str = "vi") -> Found:
    """The sentences with all the words, the best first; none where nothing is left to look for."""
    wanted = [match[0] for match in _WORD.finditer(fold(compose(words)))]
    if not wanted:
        return Found(0, ())
    matches = sorted(_matches(library, wanted), key=lambda match: match.rank)
    return Found(len(matches), tuple(_hit(match, wanted, language) for match in matches[offset : offset + limit]))


def _matches(library: Library, wanted: list[str]) -> Iterator[_Match]:
    phrase = re.compile(r"\b" + r"\W+".join(wanted) + r"\b")
    for entry in library.statements_with_words(wanted):
        yield _Match(entry.report, entry.statement, bool(phrase.search(entry.folded)))


def _hit(match: _Match, wanted: list[str], language: str) -> Hit:
    report, text = match.report, match.statement.span.cut(match.report.text)
    said = [(fold(compose(found[0])), Span(found.start(), found.end())) for found in _WORD.finditer(text)]
    marks = _phrases(said, wanted) if match.is_phrase else [place for word, place in said if word in set(wanted)]
    before = [s for s in report.statements if s.kind not in ("heading", "note")]
    return Hit(
        report_id=report.id,
        report=report.name,
        signed_on=report.facts.signed_on,
        period=name_period(report.facts.period, language=language) if report.facts.period else "",
        place=sum(s.span.start < match.statement.span.start for s in before),
        text=text,
        marks=tuple(marks),
    )


def _phrases(said: list[tuple[str, Span]], wanted: list[str]) -> list[Span]:
    """The words where they stand side by side; elsewhere each of them may mean something else."""
    folded, count = [word for word, _ in said], len(wanted)
    begun = [at for at in range(len(said) - count + 1) if folded[at : at + count] == wanted]
    return [said[place][1] for place in sorted({at + n for at in begun for n in range(count)})]
