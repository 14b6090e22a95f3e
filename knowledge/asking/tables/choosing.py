"""The tables that may hold what is asked, the newest reports first, and whether they are of the time that is meant."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property, lru_cache
from itertools import islice, pairwise

from knowledge.asking.bodies import is_one_of_many
from knowledge.asking.library import Library, ReportEntry
from knowledge.asking.reading.question import Query
from knowledge.asking.shelves.kept import Some
from knowledge.asking.shelves.tells import Tells
from knowledge.asking.tables.grid import Row, Table, tables_of
from knowledge.facts import Period
from knowledge.grammar.concepts import Tagger
from knowledge.grammar.dates import find_dates
from knowledge.grammar.folding import fold
from knowledge.grammar.function_words import HOW_MANY
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import PeriodMention, find_periods
from knowledge.grammar.sought import Sought
from knowledge.vocabulary.loading import load_rows

# Where one of these is said, people are counted.
_PEOPLE = frozenset({"nguoi", "chuc", "bo", "che", "dang", "nu"})
# Whose numbers tell in what those of a table count.
_FIRST_ROWS = 3
# What comes in by these are dossiers, and a table that tells no other stage counts what came in.
_OF_DOSSIERS = pattern_of(r"\bthu tuc hanh chinh\b|\btthc\b|\bmot cua\b|\bho so\b")
# So many reports with tables are gone through, the newest first.
_MOST_REPORTS = 60
WORD = pattern_of(r"[a-z0-9&]+")
# The columns of who else is named of a row.
ASIDE = pattern_of(r"\b(?:phoi hop|noi nhan|nguoi ky)\b")


@lru_cache(maxsize=20_000)
def _syllables(folded: str) -> tuple[str, ...]:
    return tuple(WORD.findall(_SHORT.sub(lambda short: _meanings()[short[0]], folded)))


@lru_cache(maxsize=20_000)
def words_in(folded: str) -> frozenset[str]:
    """The syllables of a folded text, short forms that mean but one thing written out."""
    return frozenset(_syllables(folded))


def pairs_in(folded: str) -> frozenset[str]:
    """Each two of its syllables that stand side by side."""
    return frozenset(map(" ".join, pairwise(_syllables(folded))))


@cache
def _meanings() -> dict[str, str]:
    rows = load_rows("abbreviations", "abbreviation")
    told = [
        (fold(short), fold(row["meanings"][0])) for row in rows if len(row["meanings"]) == 1 for short in row["short"]
    ]
    return {short: meaning for short, meaning in told if _LETTERS.fullmatch(short)}


_LETTERS = pattern_of(r"[a-z&]{3,}")
_SHORT = pattern_of(
    lambda: rf"(?<![a-z&])(?:{'|'.join(map(re.escape, sorted(_meanings(), key=len, reverse=True)))})(?![a-z&])"
)


@dataclass(frozen=True)
class Held:
    """A table of a report."""

    report: ReportEntry
    table: Table
    tagger: Tagger

    @cached_property
    def around(self) -> frozenset[str]:
        """The words of its caption and headings, of the report's title and of whoever issued it."""
        facts = self.report.facts
        said = f"{self.table.caption} {facts.title} {facts.organisation or ''} {facts.province or ''} {' '.join(self._units)}"
        words = words_in(fold(said))
        if _OF_DOSSIERS.search(fold(said)):
            words |= {"ho", "so"}
        return words if any("nhan" in heading for heading in self.headings) else words | {"tiep", "nhan"}

    @cached_property
    def whose(self) -> frozenset[str]:
        """The words of whoever issued the report."""
        facts = self.report.facts
        return words_in(fold(f"{facts.organisation or ''} {facts.province or ''}"))

    def not_counted(self, noun: str, column: int) -> frozenset[str]:
        """The words of what is asked for, where nothing says that the column counts it; people are counted where posts are."""
        named = self.table.named_by
        told = self.around | self.headings[column] | (self.headings[named] if named is not None else frozenset())
        if noun == "nguoi" and told & _PEOPLE:
            return frozenset()
        return words_in(noun) - told

    @property
    def _units(self) -> set[str]:
        """In what its numbers count."""
        first = self.table.rows[:_FIRST_ROWS]
        return {figure.unit for row in first for figure in self.report.statements[row.place].figures}

    @cached_property
    def headings(self) -> tuple[frozenset[str], ...]:
        """The words above each column."""
        return tuple(words_in(heading) for heading in self.table.folded)

    def words_of(self, row: Row, column: int) -> frozenset[str]:
        """The words of a cell."""
        return words_in(row.folded[column])


_PROCEDURES = pattern_of(r"(?:tong )?(?:so )?(?:luong )?(?:thu tuc|tthc|dich vu)\b(?!.*\bho so\b)")
_DOSSIERS_COUNTED = Sought(rf"\b{HOW_MANY} (?:bo )?ho so\b")


# What a heading may say that makes its column count something narrower, or what has not come.
_NARROWS = ("channel", "timeliness", "direction", "stage")
_NOT_COME = pattern_of(
    r"\b(?:kien nghi|de nghi|de xuat|du kien|ke hoach|muc tieu|phan dau|chua|khong|phai|con lai|nu|dang vien)\b"
)
_SHARE = pattern_of(r"%|\b(?:ty le|ti le)\b")
_PLACED = pattern_of(r"(?:xep )?(?:thu )?hang\b|diem\b|tong diem\b|chi so\b")
_PLACE_ASKED = pattern_of(r"\b(?:hang|xep|thu|diem|chi so|nhat)\b")


def may_tell(held: Held, column: int, query: Query, row: Row | None = None) -> bool:
    """Whether a column of numbers counts nothing narrower than the question says, and what has come where it asks for that."""
    heading = held.table.folded[column]
    if _PLACED.match(heading) and not _PLACE_ASKED.search(query.folded):
        return False
    if any(said not in query.folded for said in _NOT_COME.findall(heading)):
        return False
    if _PROCEDURES.match(heading) and _DOSSIERS_COUNTED.search(query.folded):
        return False  # "bao nhiêu hồ sơ thủ tục hành chính": not how many procedures there are
    said = f"{heading} {fold(held.table.name_of(row))}" if row is not None else heading
    if _SHARE.search(query.folded) and not (
        _SHARE.search(said) or any("%" in row.cells[column] for row in held.table.rows)
    ):
        return False
    asked = query.terms.dimensions
    for dimension, values in held.tagger.tag(heading).dimensions.items():
        if (
            dimension in _NARROWS
            and not values & asked.get(dimension, frozenset())
            and not (dimension == "stage" and values == {"received"})
        ):
            return False
    return True


def is_captioned_whole(held: Held) -> bool:
    """Whether the caption says that the table is of the whole: "toàn tỉnh"."""
    return "toan" in words_in(fold(held.table.caption))


def held_tables(library: Library, query: Query) -> list[Held]:
    """The tables of the newest reports that have any, of the level that is named."""
    level = query.level
    every = library.once("tables by cell", lambda: list(_newest(library)))
    is_of_whole = "whole" in query.terms.dimensions.get("scope", ())
    return [
        held
        for held in every
        if (not level or held.report.body.level in {"", level}) and not (is_of_whole and _is_of_one_body(held))
    ]


def _is_of_one_body(held: Held) -> bool:
    """Whether it is a table of what one department or desk received, where the whole province is asked for."""
    body = held.report.body
    return is_one_of_many(body, body.level) and not is_captioned_whole(held)


def _newest(library: Library) -> Iterator[Held]:
    among = Some(library.reports, library.reports_telling(Tells.ROW))
    for report in islice(library.filed.newest_first(among), _MOST_REPORTS):
        for table in tables_of(report):
            yield Held(report, table, library.tagger)


def holds_bodies(held: Held, row: Row, query: Query, column: int | None = None) -> bool:
    """Whether each body that is named is one cell of the row, with what stands above it, the column's, or whoever issued the report."""
    others = [held.whose, *([held.headings[column]] if column is not None else [])]
    cells = [held.words_of(row, at) | held.headings[at] for at in held.table.worded if not row.is_empty(at)]
    names = [words_in(body.name) for body in query.bodies]
    return all(any(name <= told for told in (*cells, *others)) for name in names)


def without_times(query: Query, left: str) -> str:
    """The words without those that name a period, or the report by it ("theo báo cáo quý III")."""
    for mention in query.periods:
        said = query.folded[mention.start : mention.end]
        left = re.sub(rf"\b(?:(?:theo|trong|tai) (?:ban )?bao cao )?{re.escape(said)}\b", " ", left)
    return " ".join(left.split())


def is_of_time(held: Held, row: Row | None, columns: Sequence[int], query: Query, today: date) -> bool:
    """Whether all periods that are named are the table's: its report's or caption's, the column's, or a day's or period's in the row."""
    return all(_holds(held, row, columns, mention, today) for mention in query.periods)


# "Sở tiếp nhận 9.158 hồ sơ, tăng 722 hồ sơ so với quý I:" is no caption of the first quarter's, "chuyển sang năm 2020" none of 2020.
_COMPARED = pattern_of(
    r"\b(?:so voi|so cung ky)\b[^.;:|]*|\b(?:chuyen|mang)(?: tiep)? (?:sang|qua) (?:ky|quy|nam|thang)\b[^.;:|,]*"
)


def _holds(held: Held, row: Row | None, columns: Sequence[int], mention: PeriodMention, today: date) -> bool:
    own = held.report.facts.period
    asked = _meant(mention, own, today)
    if asked is None:
        return False
    above = [period for column in columns for period in periods_in(held.table.folded[column], own, today)]
    if above:
        return asked in above
    told = periods_in(_COMPARED.sub(" ", fold(held.table.caption)), own, today)
    if (asked in told) if told else (asked == own):
        return True
    if own is not None and not (own.first <= asked.first and asked.last <= own.last):
        return False
    return row is not None and _is_in_row(row, asked, own, today)


def _meant(mention: PeriodMention, own: Period | None, today: date) -> Period | None:
    if mention.is_open:
        return mention.in_year((own.last if own else today).year)
    return mention.resolve(today)


def _is_in_row(row: Row, asked: Period, own: Period | None, today: date) -> bool:
    days = (day.day for cell in row.folded for day in find_dates(cell))
    periods = (period for cell in row.folded for period in periods_in(cell, own, today))
    return any(asked.first <= day <= asked.last for day in days) or any(period == asked for period in periods)


def periods_in(folded: str, own: Period | None, today: date) -> list[Period]:
    found = (_meant(mention, own, today) for mention in find_periods(folded))
    return [period for period in found if period is not None]
